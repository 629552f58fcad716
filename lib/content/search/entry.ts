import type { SoundCard } from "../../cards/card.ts";
import type { Evidence, Kind } from "../../cards/schema.ts";
import { TOPICS } from "../../cards/topics.ts";
import { blockText, codeBlocks } from "../../cards/tree.ts";
import type { Version } from "../../cards/versions.ts";
import { foldForSearch } from "../fold.ts";

/** A part of a card that is searched. */
interface Part {
  /** How much a hit in it counts. */
  readonly weight: number;
  readonly text: string;
  readonly folded: string;
  /** Whether a line of it may stand under the title in a list of results: not what gives the answer away. */
  readonly shown: boolean;
}

/** What a search looks at of one card. */
export interface SearchEntry {
  readonly id: string;
  readonly topic: string;
  readonly kind: Kind;
  readonly level: string;
  readonly evidence: Evidence;
  readonly versions: readonly Version[];
  readonly tags: readonly string[];
  readonly claims: readonly string[];
  readonly parts: readonly Part[];
}

export function entryOf({ front, question, answer, why, proof }: SoundCard): SearchEntry {
  const { id, topic, kind, level, evidence, versions, tags, claims, title, rubric, myth, sources } = front;
  const part = (weight: number, text: string, shown = false): Part => ({ weight, text, folded: foldForSearch(text), shown });
  const code = (blocks: typeof question): string => codeBlocks(blocks).map((block) => block.text).join("\n");
  return {
    id,
    topic,
    kind,
    level: String(level),
    evidence,
    versions,
    tags: tags.map(foldForSearch),
    claims: claims.map(foldForSearch),
    parts: [
      part(8, title),
      part(6, [...tags, TOPICS.find((one) => one.id === topic)?.title ?? topic, topic, id].join("\n")),
      part(4, blockText(question), true),
      part(3, code(question), true),
      part(3, blockText(answer)),
      part(2, [myth ?? "", blockText(why), ...rubric].join("\n")),
      part(1, [code(answer), blockText(proof), code(proof), ...sources].join("\n")),
    ],
  };
}
