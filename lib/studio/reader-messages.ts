import type { ParsedCard } from "../cards/card.ts";
import type { Problem } from "../cards/problem.ts";
import type { FrontFields } from "./front-fields.ts";

/** A text as the parser and the linter see it. */
export interface ReadSource {
  readonly card: ParsedCard;
  readonly problems: readonly Problem[];
  /** Of the front matter, as they are typed. */
  readonly fields: FrontFields;
}

/** The reader's answers; `ready` comes once. */
export type ReaderReply = { readonly kind: "ready" } | { readonly kind: "read"; readonly read: ReadSource };
