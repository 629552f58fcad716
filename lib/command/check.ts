import { existsSync } from "node:fs";
import { isSound } from "../cards/card.ts";
import { CARDS_FOLDER, CLAIMS_FILE, loadCards, loadClaims } from "../cards/files.ts";
import { checkLibrary } from "../cards/library.ts";
import { lintCard } from "../cards/lint.ts";
import { mutateCard } from "../cards/mutate.ts";
import { allHeld, proveCard } from "../cards/prove.ts";
import type { Prover } from "../cards/prover.ts";
import { type CardReport, cardLines, cardVerdict, jsonReport, summaryLine } from "../cards/report.ts";
import type { Version } from "../cards/versions.ts";
import { type Arguments, chosenVersions } from "./arguments.ts";
import { type Loaded, load } from "./load.ts";
import { askOracle } from "./oracle.ts";

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

/** `cards check`: parses, lints and proves; gives the exit status. */
export async function check(given: Arguments): Promise<number> {
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
