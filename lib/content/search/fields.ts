import { EVIDENCE, KINDS } from "../../cards/schema.ts";
import { TOPIC_IDS, TOPICS } from "../../cards/topics.ts";
import { parseVersions } from "../../cards/versions.ts";
import { foldForSearch } from "../fold.ts";
import { type FieldName, PERSONAL_STATES } from "./query.ts";

const LEVELS: Readonly<Record<string, string>> = { junior: "1", middle: "2", senior: "3", staff: "4" };

/** What a value of a field stands for, or the sentence that says why it is none. */
type Meaning = { readonly values: readonly string[] } | { readonly reason: string };

interface Field {
  readonly example: string;
  /** One sentence for the help on the library page. */
  readonly says: string;
  readonly read: (value: string) => Meaning;
}

const listed = (values: readonly string[]): string => `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;

/** Steps from one word to another: letters put in, left out, exchanged, or two swapped. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

/** The word among `known` that was probably meant; null where none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const near = known.map((one) => ({ one, steps: one.startsWith(word) && word.length >= 3 ? 1 : distance(word, one) })).sort((a, b) => a.steps - b.steps)[0];
  return near !== undefined && near.steps <= Math.max(1, Math.ceil(word.length / 3)) ? near.one : null;
}

/** A value out of a fixed set. */
const among = (name: string, known: readonly string[]) => (value: string): Meaning => {
  if (known.includes(value)) return { values: [value] };
  const meant = nearest(value, known);
  return { reason: `${name} has no "${value}"${meant === null ? `: write ${listed(known)}` : `. Did you mean ${meant}?`}` };
};

function readTopic(value: string): Meaning {
  const byTitle = TOPICS.find(({ title }) => foldForSearch(title) === value);
  return byTitle === undefined ? among("topic", TOPIC_IDS)(value) : { values: [byTitle.id] };
}

function readLevel(value: string): Meaning {
  const [first = "", last = first, ...more] = value.split("-").map((part) => LEVELS[part] ?? part);
  const known = Object.values(LEVELS);
  if (more.length > 0 || !known.includes(first) || !known.includes(last)) return { reason: `level has no "${value}": write 1 to 4, a range such as 2-3, or ${listed(Object.keys(LEVELS))}` };
  if (first > last) return { reason: `the range ${value} runs backwards: write ${last}-${first}` };
  return { values: known.filter((level) => level >= first && level <= last) };
}

function readVersion(value: string): Meaning {
  const read = parseVersions(value);
  return "versions" in read ? { values: read.versions } : { reason: read.reason };
}

/** The fields of the query language. */
export const FIELDS: Readonly<Record<FieldName | "is", Field>> = {
  topic: { example: "topic:closures", says: "cards of a topic", read: readTopic },
  kind: { example: "kind:predict", says: `${listed(KINDS)}`, read: among("kind", KINDS) },
  level: { example: "level:2-3", says: "1 junior, 2 middle, 3 senior, 4 staff", read: readLevel },
  tag: { example: "tag:caches", says: "cards with a tag", read: (value) => ({ values: [value] }) },
  version: { example: "version:3.15", says: "cards that name a version of Python, or one of a range", read: readVersion },
  evidence: { example: "evidence:proven", says: "what an answer rests on", read: among("evidence", EVIDENCE) },
  claim: { example: "claim:identity-05", says: "the cards that answer a claim of the audit", read: (value) => ({ values: [value] }) },
  is: { example: "is:due", says: `of your own cards, when you are signed in: ${listed(PERSONAL_STATES)}`, read: among("is", PERSONAL_STATES) },
};

export const FIELD_NAMES = Object.keys(FIELDS) as (FieldName | "is")[];
