import { parseVersions, type Version } from "../cards/versions.ts";

/** What stands behind the name of a command. */
export interface Arguments {
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/** A wrong command: its message is for the user, and the exit status is 2. */
export class UsageError extends Error {}

const FLAGS = ["--json", "--mutate", "--oracle", "--apply", "--warnings", "--again", "--help"];
const VALUES = ["--version", "--topic", "--kind", "--format", "--out"];

/** @throws UsageError for an option that no command has */
export function readArguments(args: readonly string[]): Arguments {
  const words: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? "";
    const value = args[index + 1];
    if (FLAGS.includes(word)) flags.add(word);
    else if (VALUES.includes(word)) {
      if (value === undefined) throw new UsageError(`${word} needs a value`);
      values.set(word, value);
      index += 1;
    } else if (word.startsWith("-")) throw new UsageError(`there is no option ${word}`);
    else words.push(word);
  }
  return { words, flags, values };
}

/** The versions of `--version`, or null where it was not given. */
export function chosenVersions(given: Arguments): readonly Version[] | null {
  const text = given.values.get("--version");
  if (text === undefined) return null;
  const read = parseVersions(text);
  if ("reason" in read) throw new UsageError(read.reason);
  return read.versions;
}
