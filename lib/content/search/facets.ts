import type { SearchEntry } from "./entry.ts";
import { type InState, matches } from "./match.ts";
import type { FieldName, Query } from "./query.ts";

/** The fields that a list of cards can be narrowed down by with one press. */
export const FACETS = ["topic", "kind", "level", "version", "evidence"] as const satisfies readonly FieldName[];
export type Facet = (typeof FACETS)[number];

/** The one value that was chosen of each field; an empty text where none was. */
export type Chosen = Readonly<Record<Facet, string>>;

export const NOTHING_CHOSEN: Chosen = { topic: "", kind: "", level: "", version: "", evidence: "" };

/** How many cards each value of a field would leave. A value that no card has is left out. */
export type FacetCounts = Readonly<Record<Facet, Readonly<Record<string, number>>>>;

/** A choice as a condition; null where nothing was chosen. */
function condition(facet: Facet, value: string): Query | null {
  return value === "" ? null : { type: "field", field: facet, values: [value] };
}

/** The choices as conditions, but for one field. */
export function chosenConditions(chosen: Chosen, without: Facet | null = null): Query[] {
  return FACETS.flatMap((facet) => (facet === without ? [] : (condition(facet, chosen[facet]) ?? [])));
}

const valuesOf = (entry: SearchEntry, facet: Facet): readonly string[] => (facet === "version" ? entry.versions : [entry[facet]]);

/** What each choice would leave, given what was typed and chosen of the other fields: a second choice of a field takes the place of the first. */
export function facetCounts(asked: Query | null, chosen: Chosen, entries: readonly SearchEntry[], inState: InState): FacetCounts {
  const found = asked === null ? entries : entries.filter((entry) => matches(asked, entry, inState));
  const counts = (facet: Facet): Record<string, number> => {
    const others: Query = { type: "all", parts: chosenConditions(chosen, facet) };
    const tally: Record<string, number> = {};
    for (const entry of found) {
      if (!matches(others, entry, inState)) continue;
      for (const value of valuesOf(entry, facet)) tally[value] = (tally[value] ?? 0) + 1;
    }
    return tally;
  };
  return { topic: counts("topic"), kind: counts("kind"), level: counts("level"), version: counts("version"), evidence: counts("evidence") };
}
