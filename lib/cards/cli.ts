import { existsSync } from "node:fs";
import { join } from "node:path";
import { now } from "../clock.ts";
import { isSound } from "./card.ts";
import { CARDS_FOLDER, CLAIMS_FILE, loadCards, loadClaims, writeNew } from "./files.ts";
import { checkLibrary } from "./library.ts";
import { lintCard } from "./lint.ts";
import { mutateCard } from "./mutate.ts";
import { allHeld, proveCard } from "./prove.ts";
import type { Prover } from "./prover.ts";
import { cardLines, cardVerdict, statsLines, summaryLine } from "./report.ts";
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
      --json              print the report as JSON
  cards list [PATH...]    one line for each card
  cards stats [PATH...]   counts by topic, kind, level and evidence
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

const FLAGS = ["--json", "--mutate", "--warnings", "--help"];
const VALUES = ["--version", "--topic", "--kind"];

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
  if (json) process.stdout.write(`${JSON.stringify(reports.map((report) => ({ verdict: cardVerdict(report), ...report })), null, 2)}\n`);
  else process.stdout.write(`\n${summaryLine(reports)}\n`);
  return reports.some((report) => cardVerdict(report) === "failed") ? 1 : 0;
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

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  try {
    const given = readArguments(rest);
    if (command === undefined || command === "help" || command === "--help" || given.flags.has("--help")) {
      process.stdout.write(USAGE);
      return command === undefined ? 2 : 0;
    }
    if (command === "check") return await check(given);
    if (command === "list") return list(given);
    if (command === "stats") return stats(given);
    if (command === "new") return create(given);
    throw new UsageError(`there is no command ${command}`);
  } catch (problem) {
    if (!(problem instanceof UsageError)) throw problem;
    process.stderr.write(`cards: ${problem.message}\n\n${USAGE}`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
