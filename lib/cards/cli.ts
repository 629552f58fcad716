import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { now } from "../clock.ts";
import { compareWithLibrary, type PlannedCard } from "../exchange/compare.ts";
import { EXPORT_FORMATS, guessFormat, IMPORT_FORMATS, readExchange, writeExchange } from "../exchange/formats.ts";
import { ExchangeError, type IncomingCard } from "../exchange/pack.ts";
import { importLines } from "../exchange/report.ts";
import { findBuilds } from "../oracle/interpreters.ts";
import { DIFFERENCES_FILE, knownDifferencesSchema, ORACLE_FILE, oracleFileText, oracleGaps, recordOf } from "../oracle/record.ts";
import { askAll, askBuild } from "../oracle/run.ts";
import { isSound } from "./card.ts";
import type { SoundCard } from "./card.ts";
import { CARDS_FOLDER, CLAIMS_FILE, DRAFTS_FOLDER, loadCards, loadClaims, writeNew } from "./files.ts";
import { checkLibrary } from "./library.ts";
import { lintCard } from "./lint.ts";
import { mutateCard } from "./mutate.ts";
import { allHeld, proveCard } from "./prove.ts";
import type { Prover } from "./prover.ts";
import { cardLines, cardVerdict, jsonReport, statsLines, summaryLine } from "./report.ts";
import type { CardReport } from "./report.ts";
import { KINDS, idProblem } from "./schema.ts";
import type { Kind } from "./schema.ts";
import { newCard } from "./template.ts";
import { TOPIC_IDS } from "./topics.ts";
import { parseVersions } from "./versions.ts";
import type { Version } from "./versions.ts";

const USAGE = `cards: the library's cards, checked and counted

  cards check [PATH...]   parse, lint and prove cards (all, or the files and folders named)
      --version 3.14      only these versions (a range or a list)
      --mutate            also turn each assertion round, and see it fail
      --warnings          also show advice
      --oracle            also run the programs on real CPython, 3.10 to 3.15, and record what
                          came of it in content/oracle.json (with all cards, no PATH)
      --json              print the report as JSON: {cards, proofs, failed, versions, evidence, reports}
  cards export --format md|csv|json|apkg --out FILE [PATH...]
                          write the cards as an archive of their files, a table, JSON or an Anki package
  cards import FILE [--format md|csv|json|apkg|hashcards|obsidian] [--topic TOPIC]
                          say what a file would add or change, what is refused, and what is lost
      --apply             and write it: cards into content/cards, drafts into content/drafts
  cards list [PATH...]    one line for each card
  cards stats [PATH...]   counts by topic, kind, level and evidence
  cards oracle BUILD [PATH...]
                          the same programs on one CPython, such as "wasm 3.13", as JSON
  cards new ID --topic TOPIC [--kind KIND]
                          write content/cards/TOPIC/ID.md, to be filled in

Exit status: 0 when all is well, 1 when a card fails, 2 when the command is wrong.
`;

interface Arguments {
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/** A wrong command: its message is for the user, and the exit status is 2. */
class UsageError extends Error {}

const FLAGS = ["--json", "--mutate", "--oracle", "--apply", "--warnings", "--help"];
const VALUES = ["--version", "--topic", "--kind", "--format", "--out"];

function readArguments(args: readonly string[]): Arguments {
  const words: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? "";
    const value = args[index + 1];
    if (FLAGS.includes(word)) flags.add(word);
    else if (VALUES.includes(word)) {
      if (value === undefined) throw new UsageError(`${word} needs a value`);
      values.set(word, value);
      index += 1;
    } else if (word.startsWith("-")) throw new UsageError(`there is no option ${word}`);
    else words.push(word);
  }
  return { words, flags, values };
}

type Loaded = ReturnType<typeof loadCards>[number];

function load(paths: readonly string[]): Loaded[] {
  const wanted = paths.length === 0 ? [CARDS_FOLDER] : paths;
  const missing = wanted.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`there is no ${missing}`);
  const cards = loadCards(wanted, CARDS_FOLDER);
  if (cards.length === 0) throw new UsageError(`no cards in ${wanted.join(", ")}`);
  return cards;
}

function chosenVersions(given: Arguments): readonly Version[] | null {
  const text = given.values.get("--version");
  if (text === undefined) return null;
  const read = parseVersions(text);
  if ("reason" in read) throw new UsageError(read.reason);
  return read.versions;
}

interface CheckContext {
  readonly prover: Prover;
  readonly claims: ReturnType<typeof loadClaims>;
  /** Problems of the library as a whole, by path. */
  readonly together: ReturnType<typeof checkLibrary>;
  readonly versions: readonly Version[] | null;
  readonly mutate: boolean;
}

function checkOne(loaded: Loaded, context: CheckContext): CardReport {
  const { card } = loaded;
  const shared = context.together.filter((one) => one.path === loaded.path).map((one) => one.problem);
  const problems = [...card.problems, ...lintCard(card, { claims: context.claims }), ...shared];
  const base = { file: loaded.file, id: card.front?.id ?? null, evidence: card.front?.evidence ?? null, problems };
  const proves = isSound(card) && (card.front.evidence === "proven" || card.front.evidence === "model");
  if (!proves) return { ...base, results: [], mutants: null };
  const results = proveCard(context.prover, card, context.versions === null ? {} : { versions: context.versions });
  // Turning round an assertion that does not hold as it is would show nothing.
  return { ...base, results, mutants: context.mutate && allHeld(results) ? mutateCard(context.prover, card) : null };
}

async function check(given: Arguments): Promise<number> {
  const versions = chosenVersions(given);
  const loaded = load(given.words);
  // References are judged against the whole library, also when only one card is checked.
  const library = existsSync(CARDS_FOLDER) ? loadCards([CARDS_FOLDER], CARDS_FOLDER) : [];
  const extra = loaded.filter((one) => !library.some((other) => other.path === one.path));
  const prover: Prover = await import("../engine/index.ts");
  const context: CheckContext = {
    prover,
    claims: loadClaims(CLAIMS_FILE),
    together: checkLibrary([...library, ...extra]),
    versions,
    mutate: given.flags.has("--mutate"),
  };
  const json = given.flags.has("--json");
  const reports = loaded.map((one) => {
    const report = checkOne(one, context);
    if (!json) process.stdout.write(`${cardLines(report, { warnings: given.flags.has("--warnings") }).join("\n")}\n`);
    return report;
  });
  if (json) process.stdout.write(`${JSON.stringify(jsonReport(reports), null, 2)}\n`);
  else process.stdout.write(`\n${summaryLine(reports)}\n`);
  const gaps = given.flags.has("--oracle") ? await askOracle(given, library.map((one) => one.card).filter(isSound)) : 0;
  return gaps > 0 || reports.some((report) => cardVerdict(report) === "failed") ? 1 : 0;
}

/** Asks each CPython that is here about the whole library, records it, and gives the number of gaps. */
async function askOracle(given: Arguments, cards: readonly SoundCard[]): Promise<number> {
  if (given.words.length > 0) throw new UsageError("--oracle records the whole library: leave the paths out");
  const say = (line: string): void => {
    if (!given.flags.has("--json")) process.stdout.write(`${line}\n`);
  };
  const { builds, results } = await askAll([], (build) => say(`real CPython: ${build.id}`));
  const file = recordOf(results, builds, new Date(now()).toISOString().slice(0, 10));
  writeFileSync(ORACLE_FILE, oracleFileText(file));
  const differences = knownDifferencesSchema.parse(JSON.parse(readFileSync(DIFFERENCES_FILE, "utf8")));
  const gaps = oracleGaps(file, { differences, claims: loadClaims(CLAIMS_FILE) }, cards);
  for (const gap of gaps) say(`  ${gap}`);
  say(`${results.length} proofs ran on ${[...builds.values()].join(", ")}: ${gaps.length === 0 ? "all agree" : `${gaps.length} to look at`}`);
  return gaps.length;
}

async function oracle(given: Arguments): Promise<number> {
  const [id, ...paths] = given.words;
  const build = findBuilds().find((one) => one.id === id);
  if (build === undefined) throw new UsageError(`a build is one of: ${findBuilds().map((one) => `"${one.id}"`).join(", ")}`);
  const cards = load(paths).map((one) => one.card).filter(isSound);
  process.stdout.write(JSON.stringify(await askBuild(build, cards)));
  return 0;
}

function list(given: Arguments): number {
  for (const { card, file } of load(given.words)) {
    const { front } = card;
    const line = front === null ? `${file}  (front matter has errors)` : [front.id.padEnd(34), front.topic.padEnd(21), front.kind.padEnd(8), front.level, front.evidence.padEnd(9), front.title].join("  ");
    process.stdout.write(`${line}\n`);
  }
  return 0;
}

function stats(given: Arguments): number {
  const cards = load(given.words).map((one) => one.card);
  const sound = cards.filter(isSound);
  process.stdout.write(`${statsLines(sound).join("\n")}\n`);
  if (sound.length < cards.length) process.stdout.write(`${cards.length - sound.length} with errors, not counted: run cards check\n`);
  return 0;
}

function create(given: Arguments): number {
  const [id, ...rest] = given.words;
  if (id === undefined || rest.length > 0) throw new UsageError("new needs one ID");
  const reason = idProblem(id);
  if (reason !== null) throw new UsageError(reason);
  const topic = TOPIC_IDS.find((one) => one === given.values.get("--topic"));
  if (topic === undefined) throw new UsageError(`--topic is one of ${TOPIC_IDS.join(", ")}`);
  const kind: Kind | undefined = KINDS.find((one) => one === (given.values.get("--kind") ?? "recall"));
  if (kind === undefined) throw new UsageError(`--kind is one of ${KINDS.join(", ")}`);
  const taken = existsSync(CARDS_FOLDER) ? loadCards([CARDS_FOLDER], CARDS_FOLDER).find((one) => one.card.front?.id === id) : undefined;
  if (taken !== undefined) throw new UsageError(`the id ${id} is taken by ${taken.file}`);
  const path = join(CARDS_FOLDER, topic, `${id}.md`);
  if (existsSync(path)) throw new UsageError(`${path} is there already`);
  writeNew(path, newCard(id, topic, kind, new Date(now()).toISOString().slice(0, 10)));
  process.stdout.write(`${path}\n`);
  return 0;
}

function exportFile(given: Arguments): number {
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

function importFile(given: Arguments): number {
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

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  try {
    const given = readArguments(rest);
    if (command === undefined || command === "help" || command === "--help" || given.flags.has("--help")) {
      process.stdout.write(USAGE);
      return command === undefined ? 2 : 0;
    }
    if (command === "check") return await check(given);
    if (command === "export") return exportFile(given);
    if (command === "import") return importFile(given);
    if (command === "oracle") return await oracle(given);
    if (command === "list") return list(given);
    if (command === "stats") return stats(given);
    if (command === "new") return create(given);
    throw new UsageError(`there is no command ${command}`);
  } catch (problem) {
    if (problem instanceof ExchangeError) {
      process.stderr.write(`cards: ${problem.message}\n`);
      return 1;
    }
    if (!(problem instanceof UsageError)) throw problem;
    process.stderr.write(`cards: ${problem.message}\n\n${USAGE}`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
