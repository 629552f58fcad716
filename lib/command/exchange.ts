import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isSound } from "../cards/card.ts";
import { CARDS_FOLDER, DRAFTS_FOLDER, loadCards, writeNew } from "../cards/files.ts";
import { TOPIC_IDS } from "../cards/topics.ts";
import { now } from "../clock.ts";
import { compareWithLibrary, type PlannedCard } from "../exchange/compare.ts";
import { EXPORT_FORMATS, guessFormat, IMPORT_FORMATS, readExchange, writeExchange } from "../exchange/formats.ts";
import type { IncomingCard } from "../exchange/pack.ts";
import { importLines } from "../exchange/report.ts";
import { type Arguments, UsageError } from "./arguments.ts";
import { load } from "./load.ts";

/** `cards export`: the cards as one file of a format. */
export function exportFile(given: Arguments): number {
  const format = EXPORT_FORMATS.find((one) => one === given.values.get("--format"));
  const out = given.values.get("--out");
  if (format === undefined) throw new UsageError(`--format is one of ${EXPORT_FORMATS.join(", ")}`);
  if (out === undefined) throw new UsageError("export needs --out FILE");
  const loaded = load(given.words);
  const cards = loaded.flatMap(({ text, card }) => (isSound(card) ? [{ text, card }] : []));
  const bytes = writeExchange(cards, format, now());
  writeFileSync(out, bytes);
  process.stdout.write(`${cards.length} cards, ${bytes.length} bytes: ${out}\n`);
  const left = loaded.length - cards.length;
  if (left > 0) process.stdout.write(`${left} with errors were left out: run cards check\n`);
  return left > 0 ? 1 : 0;
}

/** `cards import`: says what a file would do, and with `--apply` does it. */
export function importFile(given: Arguments): number {
  const [file, ...rest] = given.words;
  if (file === undefined || rest.length > 0) throw new UsageError("import needs one FILE");
  if (!existsSync(file)) throw new UsageError(`there is no ${file}`);
  const topic = TOPIC_IDS.find((one) => one === (given.values.get("--topic") ?? TOPIC_IDS[0]));
  if (topic === undefined) throw new UsageError(`--topic is one of ${TOPIC_IDS.join(", ")}`);
  const bytes = new Uint8Array(readFileSync(file));
  const format = IMPORT_FORMATS.find((one) => one === (given.values.get("--format") ?? guessFormat(file, bytes)));
  if (format === undefined) throw new UsageError(`say what ${file} is: --format ${IMPORT_FORMATS.join("|")}`);
  const library = new Map(loadCards([CARDS_FOLDER], CARDS_FOLDER).flatMap(({ card, text }) => (card.front === null ? [] : [[card.front.id, text] as const])));
  const today = new Date(now()).toISOString().slice(0, 10);
  const read = readExchange(basename(file), bytes, format, { topic, origin: `Imported from ${basename(file)}`, today }, new Set(library.keys()));
  const planned = compareWithLibrary(read.cards, library);
  process.stdout.write(`${importLines(planned, read).join("\n")}\n`);
  if (given.flags.has("--apply")) applyImport(planned, read.drafts);
  else process.stdout.write("Nothing was written: add --apply for that.\n");
  return planned.some((one) => one.standing === "refused") ? 1 : 0;
}

/** Writes what is new or changed, and the drafts; a card's place follows from what it says. */
function applyImport(planned: readonly PlannedCard[], drafts: readonly IncomingCard[]): void {
  for (const { card, text, standing } of planned) {
    const { front } = card;
    if (front === null || (standing !== "new" && standing !== "changed")) continue;
    const path = join(CARDS_FOLDER, front.topic, `${front.id}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const { text } of drafts) {
    const path = join(DRAFTS_FOLDER, `${/^id: (.*)$/m.exec(text)?.[1] ?? ""}.md`);
    writeNew(path, text);
  }
}
