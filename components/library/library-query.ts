import { EVIDENCE, KINDS } from "../../lib/cards/schema.ts";
import { TOPIC_IDS } from "../../lib/cards/topics.ts";
import { VERSIONS } from "../../lib/cards/versions.ts";
import { type Chosen, chosenConditions } from "../../lib/content/search/facets.ts";
import { PERSONAL_STATES, type PersonalState } from "../../lib/content/search/query.ts";
import { QUERY_AT_MOST, readQuery } from "../../lib/content/search/read.ts";
import { writeQuery } from "../../lib/content/search/write.ts";

/** What the address of the library page asks for. */
export interface LibraryQuery {
  readonly search: string;
  readonly chosen: Chosen;
  /** A state of the reader's own cards; null: of all cards. */
  readonly own: PersonalState | null;
}

export const LEVELS = ["1", "2", "3", "4"] as const;

export type Params = Readonly<Record<string, string | string[] | undefined>>;

/** Reads an address. A value that no card can have is left out, as the page could not show it. */
export function readParams(params: Params): LibraryQuery {
  const one = (name: string): string => [params[name] ?? ""].flat()[0] ?? "";
  const among = <Value extends string>(name: string, values: readonly Value[]): Value | undefined => values.find((value) => value === one(name));
  return {
    search: one("q").trim().slice(0, QUERY_AT_MOST),
    chosen: { topic: among("topic", TOPIC_IDS) ?? "", kind: among("kind", KINDS) ?? "", level: among("level", LEVELS) ?? "", version: among("version", VERSIONS) ?? "", evidence: among("evidence", EVIDENCE) ?? "" },
    own: among("own", PERSONAL_STATES) ?? null,
  };
}

/** The parts of an address that are not the search itself, as the form keeps them. */
export function paramsOf({ chosen, own }: Omit<LibraryQuery, "search">): (readonly [name: string, value: string])[] {
  return [...Object.entries(chosen), ["own", own ?? ""] as const].filter(([, value]) => value !== "");
}

/** The address that asks for this. */
export function addressOf(query: LibraryQuery): string {
  const params = new URLSearchParams([...(query.search === "" ? [] : [["q", query.search]]), ...paramsOf(query)].map(([name = "", value = ""]) => [name, value]));
  return params.size === 0 ? "/library" : `/library?${params.toString()}`;
}

/** What was typed and what was chosen as one text that can be searched for; empty where all cards are asked for. */
export function asOneText({ search, chosen, own }: LibraryQuery): string {
  const conditions = [...chosenConditions(chosen).map(writeQuery), ...(own === null ? [] : [writeQuery({ type: "is", states: [own] })])];
  if (search === "" || conditions.length === 0) return [search, ...conditions].join(" ").trim();
  // What cannot be read is looked for as plain words, here as there.
  const asked = readQuery(search);
  return [asked.ok && asked.query?.type === "any" ? `(${search})` : search, ...conditions].join(" ");
}
