import type { Reason } from "./reasons.ts";

/** A flag in the inbox. Instants in UTC ms. */
export interface Flag {
  readonly id: string;
  readonly cardId: string;
  readonly title: string;
  readonly reason: Reason;
  readonly note: string;
  readonly createdAt: number;
  /** The revision that the reader saw, and whether the card has another one now. */
  readonly revision: number;
  readonly changedSince: boolean;
  readonly status: "OPEN" | "ACCEPTED" | "DISMISSED";
  readonly resolvedAt: number | null;
  readonly resolution: string | null;
}
