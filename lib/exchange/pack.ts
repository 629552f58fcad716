import type { SoundCard } from "../cards/card.ts";
import { CARD_LIMITS } from "../cards/prescan.ts";

/** A card of the library on its way out: its file, letter by letter, and what the file says. */
export interface OutgoingCard {
  readonly text: string;
  readonly card: SoundCard;
}

/** A card's text on its way in, and where it stood in the file that was read. */
export interface IncomingCard {
  readonly place: string;
  readonly text: string;
}

/** Something of a file that has no counterpart in a card, and what became of it. */
export interface Loss {
  readonly place: string;
  readonly what: string;
}

export interface Incoming {
  readonly cards: readonly IncomingCard[];
  readonly losses: readonly Loss[];
}

/** A file that cannot be read: the message is for the one who gave it. */
export class ExchangeError extends Error {}

/** What a file that is read may weigh. */
export const PACK_LIMITS = {
  /** Bytes of the file. */
  file: 16 * 1024 * 1024,
  /** Bytes of all that is packed in it. */
  unpacked: 64 * 1024 * 1024,
  /** Files in an archive. */
  entries: CARD_LIMITS.cards * 2,
  /** Cards. */
  cards: CARD_LIMITS.cards,
} as const;

/** Refuses what is too large before anything is made of it. */
export function checkSize(bytes: number): void {
  if (bytes > PACK_LIMITS.file) throw new ExchangeError(`the file has ${bytes} bytes: ${PACK_LIMITS.file} are read at most, so split it`);
}

/** Refuses a pack with too many cards. */
export function checkCount(cards: number): void {
  if (cards > PACK_LIMITS.cards) throw new ExchangeError(`the file has ${cards} cards: ${PACK_LIMITS.cards} are read at most, so split it`);
}

/** The text of a file in UTF-8; anything else is refused with the first byte that is none. */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ExchangeError(`${name} is not text in UTF-8: save it in that encoding`);
  }
}
