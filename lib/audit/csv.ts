import type { ChainedEntry } from "./chain.ts";

const COLUMNS = ["seq", "at", "name", "actor", "target", "detail", "request", "previous", "hash"] as const;

/**
 * A cell in quotes. One that begins as a formula does gets an apostrophe, or a spreadsheet would run it (OWASP, CSV Injection);
 * blanks before it do not hide it.
 */
export function csvCell(value: string): string {
  const text = /^[\s\p{C}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}

const line = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** The first line of the file (RFC 4180). */
export const csvHead = (): string => line(COLUMNS);

/** An entry's line: times in UTC, people as ids, as the log has them. */
export const csvRow = ({ seq, at, name, actorId, target, detail, requestId, previous, hash }: ChainedEntry): string =>
  line([String(seq), new Date(Number(at)).toISOString(), name, actorId ?? "", target ?? "", detail, requestId ?? "", previous, hash]);
