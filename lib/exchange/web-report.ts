import type { Standing } from "./compare.ts";
import type { Loss } from "./pack.ts";

/** What would become of one card of a file. `draft`: what another program knew, to be finished. */
export interface ImportRow {
  readonly place: string;
  /** Null for a card whose front matter cannot be read. */
  readonly id: string | null;
  readonly standing: Standing | "draft";
  /** Why it is refused, each with its line. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  /** After the import was applied: where its draft is, or why there is none; null before, and for what needs none. */
  readonly written: { readonly href: string } | { readonly kept: string } | null;
}

/** What a file holds and would change; nothing is published by an import, each card becomes a draft. */
export interface ImportReport {
  readonly format: string;
  readonly rows: readonly ImportRow[];
  /** What the file had and a card cannot hold. */
  readonly losses: readonly Loss[];
  readonly applied: boolean;
}
