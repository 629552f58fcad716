import Papa from "papaparse";
import { formatVersions } from "../cards/versions.ts";
import { checkCount, ExchangeError, type Incoming, type OutgoingCard } from "./pack.ts";

const COLUMNS = ["id", "topic", "title", "kind", "level", "versions", "evidence", "tags", "answer", "markdown"] as const;

/** What a spreadsheet would take for a formula (OWASP, CSV injection), and what already begins with the mark that guards it. */
const GUARDED = /^[=+\-@\t\r']/;

const guard = (cell: string): string => (GUARDED.test(cell) ? `'${cell}` : cell);
const unguard = (cell: string): string => (cell.startsWith("'") && GUARDED.test(cell.slice(1)) ? cell.slice(1) : cell);

/** The cards as a table: what one sorts and filters by, and the whole file in the last column. A cell that a spreadsheet would compute begins with an apostrophe. */
export function toCsv(cards: readonly OutgoingCard[]): string {
  const rows = cards.map(({ text, card: { front, answerLine } }) => [
    front.id, front.topic, front.title, front.kind, String(front.level), formatVersions(front.versions), front.evidence, front.tags.join(" "), answerLine, text,
  ]);
  return Papa.unparse([[...COLUMNS], ...rows.map((row) => row.map(guard))], { newline: "\r\n" });
}

/** The cards of a table with a column `markdown`; the other columns only repeat what it says, and are not read. */
export function fromCsv(text: string): Incoming {
  const { data, errors, meta } = Papa.parse<Readonly<Record<string, string>>>(text, { header: true, skipEmptyLines: true });
  const problem = errors[0];
  if (problem !== undefined && problem.code !== "UndetectableDelimiter") throw new ExchangeError(`row ${(problem.row ?? 0) + 2}: ${problem.message}`);
  if (!(meta.fields ?? []).includes("markdown")) throw new ExchangeError('the table has no column "markdown", which holds the cards');
  checkCount(data.length);
  return { cards: data.map((row, index) => ({ place: `row ${index + 2}`, text: unguard(row.markdown ?? "") })), losses: [] };
}
