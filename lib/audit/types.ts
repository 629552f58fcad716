import type { ChainedEntry, ChainState } from "./chain.ts";
import type { AuditQuery } from "./query.ts";

/** An entry as it is shown: ids stand beside the addresses they belong to. */
export interface ShownEntry extends Pick<ChainedEntry, "seq" | "name" | "detail" | "requestId" | "hash"> {
  /** UTC ms. */
  readonly at: number;
  readonly actor: Named | null;
  readonly target: Named | null;
}

/** An id and, where it is a person with an account, their address. */
export interface Named {
  readonly id: string;
  readonly address: string | null;
}

/** The audit page. */
export interface AuditPage {
  readonly query: AuditQuery;
  readonly entries: readonly ShownEntry[];
  readonly next: number | null;
  readonly check: Pick<ChainState, "checked" | "broken"> & { readonly linked: boolean };
}
