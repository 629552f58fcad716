import { foldForSearch } from "../content/fold.ts";
import type { EventKind } from "../reviews/events.ts";

/** Events on one page of the history. */
export const PAGE_EVENTS = 50;

/** Longest search, in characters. */
export const SEARCH_AT_MOST = 200;

/** One event of a user's log, as the history tells it. */
export interface PastEvent {
  /** Place in the order of arrival; the next page begins before it. */
  readonly seq: number;
  readonly kind: EventKind;
  readonly cardId: string;
  readonly title: string;
  /** UTC ms. */
  readonly answeredAt: number;
  /** Of an answer, 0 to 5 as in SM-2; else null. */
  readonly grade: number | null;
  /** 0 to 100 as it was said before the answer; null where it was not. */
  readonly confidence: number | null;
  readonly durationMs: number | null;
  /** An undo took it back, and was not itself taken back. */
  readonly takenBack: boolean;
}

/** What the address of the history asks for. */
export interface HistoryQuery {
  /** Words that the card's text has; empty for all cards. */
  readonly search: string;
  /** Events that arrived before this one; null for the newest. */
  readonly before: number | null;
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads an address; what it cannot mean is left out. */
export function readHistoryQuery({ q, before }: Params): HistoryQuery {
  const search = typeof q === "string" ? q.replace(/\p{C}/gu, "").trim().slice(0, SEARCH_AT_MOST) : "";
  return { search, before: typeof before === "string" && /^[1-9]\d{0,9}$/.test(before) && Number(before) <= 2_147_483_647 ? Number(before) : null };
}

/** The words of a search, as a card's search text has them. */
export const wordsOf = (search: string): string[] => foldForSearch(search).split(" ").filter((word) => word !== "");

/** The address of a page of the history. */
export function historyAddress({ search, before }: HistoryQuery): string {
  const params = new URLSearchParams([...(search === "" ? [] : [["q", search]]), ...(before === null ? [] : [["before", String(before)]])]);
  return params.size === 0 ? "/progress/history" : `/progress/history?${params}`;
}

/** The events that are taken back, of those to which undos refer: an undo that was undone counts no more, at any depth. */
export function takenBack(undos: readonly { readonly id: string; readonly undoes: string | null }[]): Set<string> {
  const gone = new Set<string>();
  const byTarget = new Map<string, { readonly id: string }[]>();
  for (const undo of undos) if (undo.undoes !== null) byTarget.set(undo.undoes, [...(byTarget.get(undo.undoes) ?? []), undo]);
  const counts = (id: string): boolean => !(byTarget.get(id) ?? []).some((undo) => counts(undo.id));
  for (const target of byTarget.keys()) if (!counts(target)) gone.add(target);
  return gone;
}
