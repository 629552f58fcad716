import type { SoundCard } from "./card.ts";
import type { Survivor } from "./mutate.ts";
import type { Problem } from "./problem.ts";
import type { ProofResult } from "./prove.ts";
import { allHeld } from "./prove.ts";
import { EVIDENCE } from "./schema.ts";
import type { Version } from "./versions.ts";

/** What became of one card. */
export interface CardReport {
  /** As the user gave or would give it. */
  readonly file: string;
  readonly id: string | null;
  readonly evidence: string | null;
  readonly problems: readonly Problem[];
  readonly results: readonly ProofResult[];
  readonly mutants: { readonly tried: number; readonly survivors: readonly Survivor[] } | null;
}

export type CardVerdict = "proven" | "recorded" | "model" | "sourced" | "failed";

/** A card with errors, or with a proof that did not hold, has failed; the rest is what its evidence says. */
export function cardVerdict(report: CardReport): CardVerdict {
  const wrong = report.problems.some((problem) => problem.severity === "error") || (report.mutants?.survivors.length ?? 0) > 0;
  if (wrong || report.evidence === null) return "failed";
  if (report.evidence === "recorded" || report.evidence === "sourced") return report.evidence;
  if (!allHeld(report.results)) return "failed";
  return report.evidence === "model" ? "model" : "proven";
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

function indented(text: string, first: string): string {
  return text
    .split("\n")
    .map((line, index) => `${index === 0 ? first : " ".repeat(first.length)}${line}`)
    .join("\n");
}

interface Grouped {
  readonly result: ProofResult;
  readonly versions: Version[];
}

/** Failures that differ only in their version are told once. */
function grouped(results: readonly ProofResult[]): Grouped[] {
  const groups = new Map<string, Grouped>();
  for (const result of results.filter((one) => one.outcome !== "held")) {
    const key = JSON.stringify([result.proof, result.outcome, result.failure]);
    const group = groups.get(key) ?? { result, versions: [] };
    group.versions.push(result.version);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function failureLines(file: string, { result, versions }: Grouped): string[] {
  const failure = result.failure;
  if (failure === null) return [];
  const head = `    ${file}:${failure.line}  ${result.proof}, ${versions.join(" ")}, ${result.mode}: ${result.outcome}: ${failure.message}`;
  const lines = [head];
  if (failure.expected !== null) lines.push(indented(failure.expected, "      expected  "));
  if (failure.actual !== null) lines.push(indented(failure.actual, "      actual    "));
  return lines;
}

function problemLine(file: string, problem: Problem): string {
  return `    ${file}:${problem.line}:${problem.column}  ${problem.severity}: ${problem.message} [${problem.rule}]`;
}

function survivorLine(file: string, survivor: Survivor): string {
  return `    ${file}:${survivor.line}  ${survivor.version}: turned round, this ${survivor.outcome === "held" ? "still holds" : `is ${survivor.outcome}`}: ${survivor.assertion.split("\n")[0]}`;
}

/** The lines of one card: its verdict, and below it what is wrong, with place, expected and actual. */
export function cardLines(report: CardReport, options: { readonly warnings: boolean }): string[] {
  const verdict = cardVerdict(report);
  const versions = new Set(report.results.map((result) => result.version)).size;
  const blocks = new Set(report.results.map((result) => result.proof)).size;
  const shown = report.problems.filter((problem) => problem.severity === "error" || options.warnings);
  const measure = report.results.length === 0 ? "" : `  ${plural(blocks, "block")} x ${plural(versions, "version")}`;
  const tried = report.mutants === null ? "" : `  ${plural(report.mutants.tried, "mutant")} caught`;
  return [
    `${verdict === "failed" ? "FAIL    " : verdict.padEnd(8)}  ${report.id ?? report.file}${measure}${verdict === "failed" ? "" : tried}`,
    ...shown.map((problem) => problemLine(report.file, problem)),
    ...grouped(report.results).flatMap((group) => failureLines(report.file, group)),
    ...(report.mutants?.survivors ?? []).map((survivor) => survivorLine(report.file, survivor)),
  ];
}

/** The report for other programs: counts, how many proofs were run, and what became of each card. */
export function jsonReport(reports: readonly CardReport[], ran: number): object {
  const verdicts = reports.map((report) => cardVerdict(report));
  const results = reports.flatMap((report) => report.results);
  return {
    cards: reports.length,
    proofs: results.length,
    ran,
    failed: verdicts.filter((verdict) => verdict === "failed").length,
    versions: [...new Set(results.map((result) => result.version))].sort(),
    evidence: Object.fromEntries(EVIDENCE.map((evidence) => [evidence, reports.filter((report) => report.evidence === evidence).length])),
    reports: reports.map((report, index) => ({ verdict: verdicts[index], ...report })),
  };
}

/** The closing line: `62 cards: 52 proven, 7 recorded, 3 sourced, 0 failed`. */
export function summaryLine(reports: readonly CardReport[]): string {
  const verdicts = reports.map((report) => cardVerdict(report));
  const counts = (["proven", "model", "recorded", "sourced"] as const)
    .map((verdict) => ({ verdict, count: verdicts.filter((one) => one === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${verdict}`);
  const failed = verdicts.filter((verdict) => verdict === "failed").length;
  return `${plural(reports.length, "card")}: ${[...counts, `${failed} failed`].join(", ")}`;
}

/** The line below it: `2166 proofs run`, or `9 proofs run; 2157 held before...`. */
export function proofsLine(reports: readonly CardReport[], ran: number): string {
  const before = reports.flatMap((report) => report.results).length - ran;
  return `${plural(ran, "proof")} run${before === 0 ? "" : `; ${before} held before, with this engine and this very text (--again runs them too)`}`;
}

function tally(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => `  ${String(count).padStart(4)}  ${value}`);
}

/** How many cards there are by topic, kind, level and evidence. */
export function statsLines(cards: readonly SoundCard[]): string[] {
  const fronts = cards.map((card) => card.front);
  return [
    plural(cards.length, "card"),
    "topic",
    ...tally(fronts.map((front) => front.topic)),
    "kind",
    ...tally(fronts.map((front) => front.kind).sort()),
    "level",
    ...tally(fronts.map((front) => String(front.level)).sort()),
    "evidence",
    ...tally(fronts.map((front) => front.evidence).sort()),
    `${new Set(fronts.flatMap((front) => front.claims)).size} claims answered`,
  ];
}
