import { createHash } from "node:crypto";
import { csvCell } from "../audit/csv.ts";
import { dayToIso } from "../scheduling/study-day.ts";

export type ExportedValue = string | number | boolean | null;
export type ExportedRow = Readonly<Record<string, ExportedValue>>;

/** An event of the review log with all its columns. Instants are UTC ms, days are counted from 1970-01-01. */
export interface ExportedEvent extends ExportedRow {
  readonly id: string;
  readonly cardId: string;
  readonly kind: string;
  readonly answeredAt: number;
  readonly studyDay: number;
}

export const EXPORT_FORMAT = "heapwise-account";
export const EXPORT_VERSION = 1;

/**
 * Everything of an account as one JSON document, in parts so that a long log is never held whole:
 * `{format, version, exportedAt, ...account, events: [...], end: {events, sha256}}`, a row a line. `sha256` is over all bytes
 * before the line of `end`.
 */
export async function* accountJson(account: Readonly<Record<string, unknown>>, events: AsyncIterable<readonly ExportedEvent[]>, now: number): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const part = (text: string): string => {
    hash.update(text);
    return text;
  };
  const head = { format: EXPORT_FORMAT, version: EXPORT_VERSION, exportedAt: new Date(now).toISOString(), ...account };
  yield part(`{\n${Object.entries(head).map(([name, value]) => `${JSON.stringify(name)}: ${section(value)},\n`).join("")}"events": [`);
  let count = 0;
  for await (const rows of events) {
    yield part(rows.map((row, i) => `${count + i === 0 ? "" : ","}\n${JSON.stringify(row)}`).join(""));
    count += rows.length;
  }
  yield part("\n],\n");
  yield `"end": ${JSON.stringify({ events: count, sha256: hash.digest("hex") })}\n}\n`;
}

/** Lists have a row a line, so that the file can be read and compared by people. */
const section = (value: unknown): string => (Array.isArray(value) && value.length > 0 ? `[\n${value.map((row) => JSON.stringify(row)).join(",\n")}\n]` : JSON.stringify(value));

/** The columns of the log as a table; the study days as dates, the instants in UTC. */
const COLUMNS: readonly { readonly name: string; readonly of: (event: ExportedEvent) => ExportedValue | undefined }[] = [
  { name: "id", of: ({ id }) => id },
  { name: "card", of: ({ cardId }) => cardId },
  { name: "kind", of: ({ kind }) => kind },
  { name: "grade", of: ({ grade }) => grade },
  { name: "answered_at", of: ({ answeredAt }) => new Date(answeredAt).toISOString() },
  { name: "study_day", of: ({ studyDay }) => dayToIso(studyDay) },
  { name: "zone", of: ({ zone }) => zone },
  { name: "rollover_hour", of: ({ rollover }) => rollover },
  { name: "due_day_shown", of: ({ shownDueDay }) => (typeof shownDueDay === "number" ? dayToIso(shownDueDay) : null) },
  { name: "duration_ms", of: ({ durationMs }) => durationMs },
  { name: "confidence_percent", of: ({ confidence }) => confidence },
  { name: "judged", of: ({ objective }) => objective },
  { name: "scheduler", of: ({ scheduler }) => scheduler },
  { name: "undoes", of: ({ undoes }) => undoes },
  { name: "due_day", of: ({ dueDay }) => (typeof dueDay === "number" ? dayToIso(dueDay) : null) },
  { name: "reason", of: ({ reason }) => reason },
  { name: "revision", of: ({ revisionId }) => revisionId },
];

const line = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** The review log as CSV (RFC 4180), in parts. */
export async function* logCsv(events: AsyncIterable<readonly ExportedEvent[]>): AsyncGenerator<string> {
  yield line(COLUMNS.map(({ name }) => name));
  for await (const rows of events) yield rows.map((event) => line(COLUMNS.map(({ of }) => String(of(event) ?? "")))).join("");
}
