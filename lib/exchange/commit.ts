import { sha256 } from "../cards/sha256.ts";
import { zip } from "./archive.ts";

/** A card as the database has it, beside what its file was when it was imported last. */
export interface CommittedCard {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly source: string;
  readonly retired: boolean;
  /** Hash of the file's text at the last import; null for a card that never had a file. */
  readonly importedHash: string | null;
  /** The topic that the file was in; null where no file is known. */
  readonly importedTopic: string | null;
}

/** What a commit changes, and its files by path. */
export interface Commit {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Paths of files that are to be removed. */
  readonly removed: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

const pathOf = (topic: string, id: string): string => `content/cards/${topic}/${id}.md`;

/** The files that differ from those that came with the release. */
export function commitOf(cards: readonly CommittedCard[]): Commit {
  const files = new Map<string, string>();
  const [added, changed, removed]: [string[], string[], string[]] = [[], [], []];
  for (const { id, topic, source, retired, importedHash, importedTopic } of [...cards].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const old = importedTopic === null ? null : pathOf(importedTopic, id);
    const path = pathOf(topic, id);
    if (old !== null && (retired || old !== path)) removed.push(old);
    if (retired || sha256(source) === importedHash) continue;
    files.set(path, source);
    (old === null ? added : changed).push(path);
  }
  return { added, changed, removed, files };
}

const list = (verb: string, paths: readonly string[]): string[] => paths.map((path) => `${verb} ${path}`);

/** The message of the commit, with what is left to do where it is made. */
export function commitMessage({ added, changed, removed }: Commit): string {
  const counts = [[added.length, "new"], [changed.length, "changed"], [removed.length, "removed"]].filter(([count]) => count !== 0).map(([count, word]) => `${count} ${word}`);
  const remove = removed.length === 0 ? [] : ["", "Remove, as an archive cannot:", ...removed.map((path) => `  git rm ${path}`)];
  return ["cards: written in the studio", "", counts.join(", ") || "Nothing differs from the files.", "", ...list("A", added), ...list("M", changed), ...list("D", removed), ...remove, "", "Then record the proofs: npm run -s cards:record", ""].join("\n");
}

/** The commit as an archive to be unpacked at the root of the project: the files letter by letter, and the message. */
export function commitArchive(commit: Commit): Uint8Array {
  return zip(new Map([...commit.files, ["commit-message.txt", commitMessage(commit)]]));
}
