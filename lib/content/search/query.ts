/** A stretch of the text that was typed: from `start` up to, not including, `end`. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What can be asked of the reader's own reviews; only a signed-in user has any. */
export const PERSONAL_STATES = ["due", "leech", "new", "learned", "suspended"] as const;
export type PersonalState = (typeof PERSONAL_STATES)[number];

/** The fields that take a word, each with what a card must have. `values` are lower case; a card with any of them fits. */
export type FieldName = "topic" | "kind" | "level" | "tag" | "version" | "evidence" | "claim";

/** A search as a tree. Plain data. */
export type Query =
  | { readonly type: "all"; readonly parts: readonly Query[] }
  | { readonly type: "any"; readonly parts: readonly Query[] }
  | { readonly type: "not"; readonly part: Query }
  /** Literal text, without regard to case and accents. A phrase is found as it stands, blanks included. */
  | { readonly type: "text"; readonly text: string; readonly phrase: boolean }
  | { readonly type: "field"; readonly field: FieldName; readonly values: readonly string[] }
  | { readonly type: "is"; readonly states: readonly PersonalState[] };

/** Why a text is no search, as a sentence, and where. */
export interface QueryProblem extends Place {
  readonly message: string;
}

export type ReadQuery =
  /** `query` is null for an empty text, which leaves every card. */
  | { readonly ok: true; readonly query: Query | null }
  | { readonly ok: false; readonly problem: QueryProblem };

/** All parts of a query, itself included. */
function* partsOf(query: Query): Generator<Query> {
  yield query;
  if (query.type === "not") yield* partsOf(query.part);
  if (query.type === "all" || query.type === "any") for (const part of query.parts) yield* partsOf(part);
}

/** The states of the reader's own reviews that a query asks for, each once. */
export function personalStatesIn(query: Query): PersonalState[] {
  return [...new Set([...partsOf(query)].flatMap((part) => (part.type === "is" ? part.states : [])))];
}

/** The texts that a card is to contain: not those that are excluded. They are what a result is ranked by and shows. */
export function wantedTexts(query: Query | null): string[] {
  if (query === null || query.type === "not") return [];
  if (query.type === "text") return [query.text];
  return query.type === "all" || query.type === "any" ? [...new Set(query.parts.flatMap(wantedTexts))] : [];
}
