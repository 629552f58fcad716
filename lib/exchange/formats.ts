import { ankiTables } from "./anki.ts";
import { readAnkiPackage, writeAnkiPackage } from "./anki-file.ts";
import { isZip } from "./archive.ts";
import { fromCsv, toCsv } from "./csv.ts";
import { type DraftOptions, draftsOf } from "./draft.ts";
import { type ForeignCards, readHashcards } from "./hashcards.ts";
import { fromJson, toJson } from "./json.ts";
import { fromMarkdownPack, toMarkdownPack } from "./markdown.ts";
import { readObsidian } from "./obsidian.ts";
import { checkCount, checkSize, decodeText, ExchangeError, type Incoming, type IncomingCard, type OutgoingCard } from "./pack.ts";

export const EXPORT_FORMATS = ["md", "csv", "json", "apkg"] as const;
export const IMPORT_FORMATS = ["md", "csv", "json", "apkg", "hashcards", "obsidian"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** The cards as a file of a format. `now` is UTC ms. */
export function writeExchange(cards: readonly OutgoingCard[], format: ExportFormat, now: number): Uint8Array {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  switch (format) {
    case "md":
      return toMarkdownPack(cards);
    case "csv":
      return text(toCsv(cards));
    case "json":
      return text(toJson(cards));
    case "apkg":
      return writeAnkiPackage(ankiTables(cards, now));
  }
}

/** What a file holds: cards of our own, and drafts of what another program knew. */
export interface ReadFile extends Incoming {
  readonly drafts: readonly IncomingCard[];
}

/** The format of a file by its name and its first bytes; null where only a person can tell. */
export function guessFormat(name: string, bytes: Uint8Array): ImportFormat | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (ending === "apkg" || ending === "csv" || ending === "json") return ending;
  if (isZip(bytes)) return "md";
  if (ending !== "md") return null;
  const text = new TextDecoder().decode(bytes.subarray(0, 65_536));
  if (/^\s*---\r?\nid:/.test(text)) return "md";
  if (/^[QC]:/m.test(text)) return "hashcards";
  return /#flashcards|::|^\?{1,2}$/m.test(text) ? "obsidian" : null;
}

/** Reads a file in one of the formats. `taken` are ids that drafts may not get. */
export function readExchange(name: string, bytes: Uint8Array, format: ImportFormat, options: DraftOptions, taken: ReadonlySet<string>): ReadFile {
  checkSize(bytes.length);
  const own = (incoming: Incoming): ReadFile => ({ ...incoming, drafts: [] });
  const foreign = ({ cards, losses }: ForeignCards): ReadFile => {
    checkCount(cards.length);
    return { cards: [], losses, drafts: draftsOf(cards, options, taken) };
  };
  switch (format) {
    case "md":
      return own(isZip(bytes) ? fromMarkdownPack(bytes) : { cards: [{ place: name, text: decodeText(bytes, name) }], losses: [] });
    case "csv":
      return own(fromCsv(decodeText(bytes, name)));
    case "json":
      return own(fromJson(decodeText(bytes, name)));
    case "hashcards":
      return foreign(readHashcards(decodeText(bytes, name)));
    case "obsidian":
      return foreign(readObsidian(decodeText(bytes, name)));
    case "apkg": {
      if (!isZip(bytes)) throw new ExchangeError(`${name} is no package of Anki`);
      const { own: cards, ...rest } = readAnkiPackage(bytes);
      return { ...foreign(rest), cards };
    }
  }
}
