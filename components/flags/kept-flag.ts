import { FLAG_REASONS, type FlagReason } from "../../lib/flags/reasons.ts";

/** A flag that was written and not sent yet. The id stays with the text, so that sending it again stores it once. */
export interface KeptFlag {
  readonly id: string;
  readonly reason: FlagReason | null;
  readonly note: string;
}

const keyOf = (cardId: string, revisionId: string): string => `heapwise.flag.${cardId}.${revisionId}`;

/** What was written about this text of a card in this tab and not sent; null if nothing. */
export function keptFlag(cardId: string, revisionId: string): KeptFlag | null {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(keyOf(cardId, revisionId)) ?? "null");
    if (typeof read !== "object" || read === null || !("id" in read) || !("note" in read) || !("reason" in read)) return null;
    const { id, note, reason } = read;
    return typeof id === "string" && typeof note === "string" ? { id, note, reason: FLAG_REASONS.find((known) => known === reason) ?? null } : null;
  } catch {
    // Switched off in this browser, or not ours: the text then lives as long as the page.
    return null;
  }
}

/** Keeps it in this tab until it is sent; null forgets it. */
export function keepFlag(cardId: string, revisionId: string, flag: KeptFlag | null): void {
  try {
    if (flag === null) sessionStorage.removeItem(keyOf(cardId, revisionId));
    else sessionStorage.setItem(keyOf(cardId, revisionId), JSON.stringify(flag));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
