import { existsSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { isSound, type ParsedCard, type SoundCard } from "../cards/card.ts";
import { CARDS_FOLDER, CLAIMS_FILE, loadCards, loadClaims } from "../cards/files.ts";
import { checkLibrary } from "../cards/library.ts";
import { lintCard } from "../cards/lint.ts";
import { allHeld, heldResults, inOrder, type ProofResult } from "../cards/prove.ts";
import { type CardReport, cardLines, cardVerdict, jsonReport, proofsLine, summaryLine } from "../cards/report.ts";
import { type Version, VERSIONS } from "../cards/versions.ts";
import { type Arguments, chosenVersions } from "./arguments.ts";
import { type Loaded, load } from "./load.ts";
import { askOracle } from "./oracle.ts";
import { MEMORY_FILE, programHash, ProofMemory } from "./proof-memory.ts";
import { ProofPool } from "./proof-pool.ts";

interface CheckContext {
  readonly claims: ReturnType<typeof loadClaims>;
  /** Problems of the library as a whole, by path. */
  readonly together: ReturnType<typeof checkLibrary>;
  readonly versions: readonly Version[];
  readonly mutate: boolean;
  readonly memory: ProofMemory;
  /** Whether proofs run that are known to hold. */
  readonly again: boolean;
}

/** What can be said of a card without running it. */
function readOne(loaded: Loaded, context: CheckContext): CardReport {
  const { card } = loaded;
  const shared = context.together.filter((one) => one.path === loaded.path).map((one) => one.problem);
  const problems = [...card.problems, ...lintCard(card, { claims: context.claims }), ...shared];
  return { file: loaded.file, id: card.front?.id ?? null, evidence: card.front?.evidence ?? null, problems, results: [], mutants: null };
}

const isProvable = (card: ParsedCard): card is SoundCard => isSound(card) && (card.front.evidence === "proven" || card.front.evidence === "model");

/** What can be said of all cards without running them; threads that prove are answered in between. */
async function readAll(loaded: readonly Loaded[], context: CheckContext): Promise<CardReport[]> {
  const reports: CardReport[] = [];
  for (const one of loaded) {
    reports.push(readOne(one, context));
    await turn();
  }
  return reports;
}

/** The proofs of cards in the versions asked for, with those that are known to hold and are not run; `ran` counts the others. */
async function proveAll(pool: ProofPool, cards: readonly SoundCard[], { memory, versions, again }: CheckContext): Promise<{ readonly results: ProofResult[][]; readonly ran: number }> {
  const isKnown = (card: SoundCard, version: Version): boolean => !again && memory.knows(card, version);
  const known = cards.map((card) => versions.flatMap((version) => (card.front.versions.includes(version) && isKnown(card, version) ? heldResults(card, version) : [])));
  const run = await pool.prove(versions, isKnown);
  for (const [at, card] of cards.entries()) memory.note(card, run[at] ?? []);
  return { results: run.map((results, at) => inOrder(cards[at] as SoundCard, [...results, ...(known[at] ?? [])])), ran: run.flat().length };
}

/** The reports of all cards, in their order; `tell` hears of each. */
async function checkAll(loaded: readonly Loaded[], context: CheckContext, tell: (report: CardReport) => void): Promise<{ readonly reports: CardReport[]; readonly ran: number }> {
  const provable = loaded.map((one) => one.card).filter(isProvable);
  const pool = new ProofPool(provable);
  try {
    const [{ results: proven, ran }, read] = await Promise.all([proveAll(pool, provable, context), readAll(loaded, context)]);
    // Turning round an assertion that does not hold as it is would show nothing.
    const mutants = context.mutate ? await pool.mutate(proven.flatMap((results, at) => (allHeld(results) ? [at] : []))) : [];
    const places = new Map<ParsedCard, number>(provable.map((card, at) => [card, at]));
    const reports = read.map((known, index) => {
      const at = places.get((loaded[index] as Loaded).card);
      const report = at === undefined ? known : { ...known, results: proven[at] ?? [], mutants: mutants[at] ?? null };
      tell(report);
      return report;
    });
    return { reports, ran };
  } finally {
    await pool.end();
  }
}

/** `cards check`: parses, lints and proves; gives the exit status. */
export async function check(given: Arguments): Promise<number> {
  const versions = chosenVersions(given);
  // References are judged against the whole library, also when only one card is checked.
  const library = existsSync(CARDS_FOLDER) ? loadCards([CARDS_FOLDER], CARDS_FOLDER) : [];
  const loaded = given.words.length === 0 && library.length > 0 ? library : load(given.words);
  const extra = loaded.filter((one) => !library.some((other) => other.path === one.path));
  const context: CheckContext = {
    claims: loadClaims(CLAIMS_FILE),
    together: checkLibrary([...library, ...extra]),
    versions: versions ?? VERSIONS,
    mutate: given.flags.has("--mutate"),
    memory: ProofMemory.open(MEMORY_FILE, programHash(process.argv[1] ?? ""), (sentence) => process.stderr.write(`cards: ${sentence}\n`)),
    again: given.flags.has("--again"),
  };
  const json = given.flags.has("--json");
  const { reports, ran } = await checkAll(loaded, context, (report) => {
    if (!json) process.stdout.write(`${cardLines(report, { warnings: given.flags.has("--warnings") }).join("\n")}\n`);
  });
  context.memory.save([...library, ...extra].map((one) => one.card).filter(isSound));
  if (json) process.stdout.write(`${JSON.stringify(jsonReport(reports, ran), null, 2)}\n`);
  else process.stdout.write(`\n${summaryLine(reports)}\n${proofsLine(reports, ran)}\n`);
  const gaps = given.flags.has("--oracle") ? await askOracle(given, library.map((one) => one.card).filter(isSound)) : 0;
  return gaps > 0 || reports.some((report) => cardVerdict(report) === "failed") ? 1 : 0;
}
