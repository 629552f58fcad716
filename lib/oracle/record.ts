import { z } from "zod";
import type { Proof, SoundCard } from "../cards/card.ts";
import type { ClaimRecord } from "../cards/lint.ts";
import type { Outcome } from "../cards/prove.ts";
import { formatVersions } from "../cards/versions.ts";

/** Where the record and the known differences stand, relative to the project. */
export const ORACLE_FILE = "content/oracle.json";
export const DIFFERENCES_FILE = "content/oracle-differences.json";

const difference = z.object({ proof: z.string(), build: z.string(), message: z.string() });

/** `content/oracle.json`: what the proofs of each card did on real CPython, for the text with that hash. */
export const oracleFileSchema = z.object({
  /** The day, as YYYY-MM-DD. */
  ranOn: z.string(),
  /** Builds by name, as `wasm 3.13`, with their patch releases. */
  builds: z.record(z.string(), z.string()),
  cards: z.record(z.string(), z.object({ hash: z.string(), held: z.array(z.string()), cannot: z.array(z.string()), differs: z.array(difference) })),
});

/** `content/oracle-differences.json`: where a build is known to differ, and why that is no fault of the card. */
export const knownDifferencesSchema = z.array(z.strictObject({ card: z.string(), proof: z.string(), builds: z.array(z.string()).min(1), reason: z.string().min(10) }));

export type OracleFile = z.infer<typeof oracleFileSchema>;
export type KnownDifference = z.infer<typeof knownDifferencesSchema>[number];
export type CardRecord = OracleFile["cards"][string];

/** A block's outcome on a build. */
export interface OracleResult {
  readonly card: string;
  readonly hash: string;
  readonly proof: string;
  readonly build: string;
  /** `unsupported`: the build has no threads or processes, say, so its answer is none. */
  readonly outcome: Outcome;
  readonly message: string;
}

/** Whether the card's programs are run on real CPython: not those of cards that rest on their sources, nor models, whose text gives what was measured there. */
export function isAsked({ front }: SoundCard): boolean {
  return front.evidence === "proven" || front.evidence === "recorded";
}

/** A block without the statements about the engine's insides, which CPython cannot be asked. */
export function withoutModels(proof: Proof): Proof {
  if (proof.kind === "script") return { ...proof, models: [] };
  return proof.kind === "session" ? { ...proof, steps: proof.steps.filter((step) => step.kind === "example") } : proof;
}

/** The record of a run: for each card the builds on which every block held, those that could not run one, and each block that did not hold. */
export function recordOf(results: readonly OracleResult[], builds: ReadonlyMap<string, string>, ranOn: string): OracleFile {
  const ids = [...new Set(results.map((result) => result.card))].sort();
  const cards = ids.map((id) => [id, cardRecord(results.filter((result) => result.card === id), [...builds.keys()])] as const);
  return { ranOn, builds: Object.fromEntries(builds), cards: Object.fromEntries(cards) };
}

function cardRecord(results: readonly OracleResult[], builds: readonly string[]): CardRecord {
  const asked = builds.filter((build) => results.some((result) => result.build === build));
  const has = (build: string, outcomes: readonly Outcome[]): boolean => results.some((result) => result.build === build && outcomes.includes(result.outcome));
  return {
    hash: results[0]?.hash ?? "",
    held: asked.filter((build) => !has(build, ["failed", "stopped", "unsupported"])),
    cannot: asked.filter((build) => has(build, ["unsupported"])),
    differs: results.flatMap(({ outcome, proof, build, message }) => (outcome === "failed" || outcome === "stopped" ? [{ proof, build, message }] : [])),
  };
}

/** The record as text, a line for each card, so that a change reads well in a diff. */
export function oracleFileText(file: OracleFile): string {
  const lines = Object.entries(file.cards).map(([id, record]) => `    ${JSON.stringify(id)}: ${JSON.stringify(record)}`);
  return `{\n  "ranOn": ${JSON.stringify(file.ranOn)},\n  "builds": ${JSON.stringify(file.builds)},\n  "cards": {\n${lines.join(",\n")}\n  }\n}\n`;
}

const REPAIR = "Run: npm run -s cards -- check --oracle";

/** What real CPython's answers are judged with. */
export interface OracleKnowledge {
  readonly differences: readonly KnownDifference[];
  /** Their outputs were recorded on native builds of the versions they name. */
  readonly claims: readonly ClaimRecord[];
}

/**
 * A sentence for each card that real CPython was not asked about as it is now, or contradicts, and for each known
 * difference that is none any more. In each version of a card a build must have held, or a claim of the card must have been recorded.
 */
export function oracleGaps(file: OracleFile, knowledge: OracleKnowledge, cards: readonly SoundCard[]): string[] {
  const known = knowledge.differences;
  const wanted = cards.filter(isAsked);
  const ids = new Set(wanted.map((card) => card.front.id));
  const orphans = Object.keys(file.cards).filter((id) => !ids.has(id));
  const gone = known.flatMap(({ card, proof, builds }) => {
    const agreeing = builds.filter((build) => build in file.builds && !file.cards[card]?.differs.some((one) => one.proof === proof && one.build === build));
    return agreeing.length === 0 ? [] : [`${card}: ${proof} is said to differ on ${agreeing.join(", ")}, and holds there: take the entry out`];
  });
  return [...wanted.flatMap((card) => cardGaps(file, knowledge, card)), ...orphans.map((id) => `${id}: recorded, but no such card has programs. ${REPAIR}`), ...gone];
}

function cardGaps(file: OracleFile, { differences: known, claims }: OracleKnowledge, card: SoundCard): string[] {
  const { id, versions } = card.front;
  const record = Object.hasOwn(file.cards, id) ? file.cards[id] : undefined;
  if (record === undefined) return [`${id}: real CPython was never asked. ${REPAIR}`];
  if (record.hash !== card.hash) return [`${id}: it was changed after real CPython was asked. ${REPAIR}`];
  const isKnown = (proof: string, build: string): boolean => known.some((one) => one.card === id && one.proof === proof && one.builds.includes(build));
  const unexplained = record.differs.filter(({ proof, build }) => !isKnown(proof, build));
  const explained = record.differs.filter(({ proof, build }) => isKnown(proof, build)).map((one) => one.build);
  const natively = claims.filter((claim) => card.front.claims.includes(claim.id)).flatMap((claim) => Object.keys(claim.expect ?? {}).flatMap((key) => key.split(",")));
  const silent = versions.filter((version) => !natively.includes(version) && ![...record.held, ...explained].some((build) => build.endsWith(` ${version}`)));
  return [
    ...unexplained.map(({ proof, build, message }) => `${id}: ${proof} differs on ${build} (${file.builds[build] ?? "?"}): ${message}`),
    ...(silent.length === 0 || unexplained.length > 0 ? [] : [`${id}: no build of ${formatVersions(silent)} could run it, and no claim of the card was recorded there`]),
  ];
}
