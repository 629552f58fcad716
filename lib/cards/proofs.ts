import type { Expected, Prediction, Proof, RefutesProof, Repair, ScriptProof, Sections, SessionProof, SessionStep, Variant } from "./card.ts";
import { readFence } from "./fence.ts";
import type { Fence, Mode } from "./fence.ts";
import { parseModel } from "./model.ts";
import { CARD_LIMITS } from "./prescan.ts";
import { error } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { assertions } from "./python-lines.ts";
import type { FrontMatter } from "./schema.ts";
import { isSession, parseSession } from "./session-text.ts";
import { codeBlocks, inlineText } from "./tree.ts";
import type { Block } from "./tree.ts";
import { VERSIONS, formatVersions } from "./versions.ts";
import type { VariantText } from "./variants.ts";
import type { Version } from "./versions.ts";

export interface ProofsResult {
  readonly prediction: Prediction | null;
  readonly repair: Repair | null;
  readonly variants: readonly Variant[];
  readonly proofs: readonly Proof[];
  readonly problems: readonly Problem[];
}

interface Fenced extends Fence {
  readonly text: string;
  /** Line of the first line of text. */
  readonly line: number;
}

type MutableScript = Omit<ScriptProof, "outputs" | "models"> & { outputs: Expected[]; models: ScriptProof["models"][number][] };
type MutableSession = Omit<SessionProof, "steps"> & { steps: SessionStep[] };
type MutableProof = MutableScript | MutableSession | RefutesProof | Exclude<Proof, { kind: "script" | "session" }>;

interface Reading {
  readonly problems: Problem[];
  readonly cardVersions: readonly Version[];
  readonly proofs: MutableProof[];
  repair: Repair | null;
}

const wishOf = ({ picture }: Fence): Pick<Proof, "picture"> => (picture === null ? {} : { picture });

function fault(reading: Reading, rule: string, message: string, line: number): void {
  reading.problems.push(error(rule, message, { line, column: 1 }));
}

function fences(reading: Reading, blocks: readonly Block[]): Fenced[] {
  return codeBlocks(blocks).flatMap((block) => {
    const fenceLine = Math.max(1, block.line - 1);
    const { fence, problems } = readFence(block.info, fenceLine);
    reading.problems.push(...problems);
    return fence === null ? [] : [{ ...fence, text: block.text, line: block.line }];
  });
}

/** The block's versions within the card's; a block that names others is an error. */
function versionsOf(reading: Reading, fence: Fenced): readonly Version[] {
  if (fence.versions === null) return reading.cardVersions;
  const outside = fence.versions.filter((version) => !reading.cardVersions.includes(version));
  if (outside.length > 0) {
    fault(reading, "fence-versions", `the card does not name ${formatVersions(outside)}: add it to the card's versions or take it out here`, fence.line - 1);
  }
  return fence.versions.filter((version) => reading.cardVersions.includes(version));
}

/** Each version must have exactly one expected output. */
function checkCoverage(reading: Reading, outputs: readonly Expected[], versions: readonly Version[], line: number): void {
  const missing = versions.filter((version) => !outputs.some((output) => output.versions.includes(version)));
  const twice = versions.filter((version) => outputs.filter((output) => output.versions.includes(version)).length > 1);
  if (missing.length > 0) fault(reading, "output-versions", `no output block says what ${formatVersions(missing)} prints`, line);
  if (twice.length > 0) fault(reading, "output-versions", `${formatVersions(twice)} has two output blocks`, line);
}

function expected(reading: Reading, fence: Fenced): Expected {
  return { text: fence.text, versions: versionsOf(reading, fence), line: fence.line };
}

function only(reading: Reading, found: readonly Fenced[], allowed: readonly Fence["language"][], where: string): Fenced[] {
  return found.filter((fence) => {
    if (allowed.includes(fence.language)) return true;
    fault(reading, "misplaced-block", `a ${fence.language} block has no place in ${where}`, fence.line - 1);
    return false;
  });
}

function single(reading: Reading, found: readonly Fenced[], what: string, line: number): Fenced | null {
  const programs = found.filter((fence) => fence.language === "python");
  const [first, second] = programs;
  if (first === undefined) fault(reading, "no-program", `${what} needs one python block`, line);
  if (second !== undefined) fault(reading, "two-programs", `${what} has more than one python block: keep one`, second.line - 1);
  return first ?? null;
}

/** Where a program that is asked about stands: the name of its proof, the place in words, its line. */
interface AskedPlace {
  readonly name: string;
  readonly what: string;
  readonly line: number;
}

const QUESTION: AskedPlace = { name: "question", what: "the question of a predict card", line: 1 };

function readPrediction(reading: Reading, { name, what, line }: AskedPlace, question: readonly Fenced[], answer: readonly Fenced[]): Prediction | null {
  const program = single(reading, question, what, line);
  if (program === null) return null;
  if (isSession(program.text)) {
    fault(reading, "program-prompts", "write the program without prompts, and say mode=repl if its lines are typed one by one", program.line);
  }
  const mode = program.mode ?? "script";
  const all = answer.filter((fence) => fence.language === "output");
  const byMode = (wanted: Mode): Expected[] => all.filter((fence) => (fence.mode ?? mode) === wanted).map((fence) => expected(reading, fence));
  const outputs = byMode(mode);
  checkCoverage(reading, outputs, reading.cardVersions, program.line);
  const base = { kind: "script" as const, line: program.line, source: program.text, cores: program.cores, freeThreaded: program.freeThreaded, models: [] };
  reading.proofs.push({ ...base, ...wishOf(program), name, mode, outputs, versions: reading.cardVersions });
  const other: Mode = mode === "script" ? "repl" : "script";
  const otherOutputs = byMode(other);
  if (otherOutputs.length > 0) {
    const versions = reading.cardVersions.filter((version) => otherOutputs.some((output) => output.versions.includes(version)));
    reading.proofs.push({ ...base, name: `${name} as ${other}`, mode: other, outputs: otherOutputs, versions });
    checkCoverage(reading, otherOutputs, versions, program.line);
  }
  return { source: program.text, mode, line: program.line, outputs };
}

function readRepair(reading: Reading, question: readonly Fenced[], answer: readonly Fenced[]): Repair | null {
  const broken = single(reading, question, "the question of a fix card", 1);
  const fixed = single(reading, answer, "the answer of a fix card", broken?.line ?? 1);
  if (broken === null || fixed === null) return null;
  return { broken: broken.text, brokenLine: broken.line, fixed: fixed.text };
}

/** The file's line of each block of a continued session starts anew, so examples carry their own lines. */
function addSession(reading: Reading, fence: Fenced, count: number): void {
  const { examples, problems } = parseSession(fence.text, fence.line);
  reading.problems.push(...problems);
  if (fence.mode === "script") fault(reading, "fence-mode", "prompts make a session: take mode=script away, or the prompts", fence.line - 1);
  const versions = versionsOf(reading, fence);
  const steps = examples.map((example): SessionStep => ({ kind: "example", example, versions }));
  const last = reading.proofs.at(-1);
  if (fence.continued) {
    if (last?.kind !== "session") fault(reading, "continued", "continued needs a session above it", fence.line - 1);
    else last.steps.push(...steps);
    return;
  }
  reading.proofs.push({ kind: "session", name: `proof ${count}`, line: fence.line, versions, cores: fence.cores, freeThreaded: fence.freeThreaded, ...wishOf(fence), steps });
}

function addPython(reading: Reading, fence: Fenced): void {
  const count = reading.proofs.filter((proof) => proof.name.startsWith("proof")).length + 1;
  if (isSession(fence.text)) {
    addSession(reading, fence, count);
    return;
  }
  if (fence.continued) fault(reading, "continued", "only a session, with prompts, can be continued", fence.line - 1);
  const base = { name: `proof ${count}`, line: fence.line, versions: versionsOf(reading, fence), cores: fence.cores, freeThreaded: fence.freeThreaded, ...wishOf(fence) };
  if (reading.repair !== null) {
    reading.proofs.push({ ...base, kind: "repair", broken: reading.repair.broken, fixed: reading.repair.fixed, check: fence.text });
  } else {
    reading.proofs.push({ ...base, kind: "script", mode: fence.mode ?? "script", source: fence.text, outputs: [], models: [] });
  }
}

function addOutput(reading: Reading, fence: Fenced): void {
  const last = reading.proofs.at(-1);
  if (last?.kind !== "script" || !last.name.startsWith("proof")) {
    fault(reading, "output-place", "an output block stands under the program that prints it", fence.line - 1);
    return;
  }
  last.outputs.push(expected(reading, fence));
}

function addModel(reading: Reading, fence: Fenced): void {
  const { statements, problems } = parseModel(fence.text, fence.line);
  reading.problems.push(...problems);
  const model = { statements, versions: versionsOf(reading, fence), line: fence.line };
  const last = reading.proofs.at(-1);
  if (last?.kind === "session") last.steps.push({ kind: "model", model });
  else if (last?.kind === "script" && last.name.startsWith("proof")) {
    const alive = statements.find((statement) => statement.claim.kind === "alive");
    if (alive !== undefined) fault(reading, "model-alive", "alive() follows an object through a session: write the block above with prompts", alive.line);
    last.models.push(model);
  } else fault(reading, "model-place", "a model block speaks about the python block above it, and there is none", fence.line - 1);
}

function addRefutes(reading: Reading, fence: Fenced): void {
  const session = isSession(fence.text);
  const read = session ? parseSession(fence.text, fence.line) : { examples: [], problems: [] };
  reading.problems.push(...read.problems);
  const count = reading.proofs.filter((proof) => proof.kind === "refutes").length + 1;
  if (session && (read.examples.at(-1)?.want ?? "") === "") {
    fault(reading, "refutes-form", "the last statement of the session must show the output that the myth expects", fence.line);
  }
  if (!session && assertions(fence.text).length !== 1) {
    fault(reading, "refutes-form", "a refutes block has exactly one assert, which states the myth", fence.line);
  }
  const form = session ? ("session" as const) : ("script" as const);
  reading.proofs.push({
    kind: "refutes",
    name: `refutes ${count}`,
    line: fence.line,
    versions: versionsOf(reading, fence),
    cores: null,
    freeThreaded: false,
    form,
    source: fence.text,
    examples: read.examples,
  });
}

function readProofSection(reading: Reading, found: readonly Fenced[]): void {
  for (const fence of found) {
    if (fence.language === "python") addPython(reading, fence);
    else if (fence.language === "output") addOutput(reading, fence);
    else if (fence.language === "model") addModel(reading, fence);
    else if (fence.language === "refutes") addRefutes(reading, fence);
  }
  for (const proof of reading.proofs) {
    if (proof.kind === "script" && proof.name.startsWith("proof") && proof.outputs.length > 0) {
      checkCoverage(reading, proof.outputs, proof.versions, proof.line);
    }
  }
}

/** How many things a proof asserts: asserts, outputs under prompts, output blocks and model statements. */
export function countAssertions(proof: Proof): number {
  switch (proof.kind) {
    case "script":
      return assertions(proof.source).length + proof.outputs.length + proof.models.reduce((sum, model) => sum + model.statements.length, 0);
    case "session":
      return proof.steps.reduce((sum, step) => sum + (step.kind === "model" ? step.model.statements.length : step.example.want === "" ? 0 : 1), 0);
    case "repair":
      return assertions(proof.check).length;
    case "refutes":
      return 1;
  }
}

function checkEvidence(reading: Reading, front: FrontMatter, proofLine: number): void {
  const real = reading.proofs.filter((proof) => proof.kind !== "refutes");
  const refutes = reading.proofs.filter((proof) => proof.kind === "refutes");
  if (front.evidence === "sourced" && reading.proofs.length > 0) {
    fault(reading, "evidence", "a sourced card has no proof: delete the blocks, or set evidence to proven", reading.proofs[0]?.line ?? proofLine);
  }
  if (front.evidence !== "sourced" && real.length === 0) {
    fault(reading, "evidence", `a ${front.evidence} card needs a program under ## Proof`, proofLine);
  }
  const silent = front.evidence === "recorded" ? real.find((proof) => proof.kind === "script" && proof.outputs.length === 0) : undefined;
  if (silent !== undefined) fault(reading, "evidence", "a recorded program stands above the output block that was recorded", silent.line);
  if (front.myth !== undefined && front.evidence === "proven" && refutes.length === 0) {
    fault(reading, "myth", "the card names a myth: show in a refutes block that it fails", proofLine);
  }
  if (front.myth === undefined && refutes[0] !== undefined) {
    fault(reading, "myth", "the refutes block has no myth to refute: name it in the front matter", refutes[0].line);
  }
}

const VARIANTS_AT_MOST = 5;

/** The other forms of a `predict` card. Each is a program of its own that has to print what its answer says. */
function readVariants(reading: Reading, kind: FrontMatter["kind"], texts: readonly VariantText[], prediction: Prediction | null): Variant[] {
  const [first] = texts;
  if (first === undefined) return [];
  if (kind !== "predict") fault(reading, "variant-kind", "only a predict card has variants: its program is what varies", first.line);
  if (texts.length > VARIANTS_AT_MOST) fault(reading, "too-many-variants", `the card has ${texts.length} variants: keep the best ${VARIANTS_AT_MOST}`, first.line);
  const sources = prediction === null ? [] : [prediction.source.trim()];
  return texts.flatMap((text, index): Variant[] => {
    const question = only(reading, fences(reading, text.question), ["python", "text"], "the question of a variant");
    const answer = only(reading, fences(reading, text.answer), ["output", "text"], "the answer of a variant");
    const [line] = text.answer;
    if (line?.type !== "paragraph") fault(reading, "no-answer", "below its program a variant says, in a line that could be said aloud, what is printed and why", text.line);
    const read = kind === "predict" ? readPrediction(reading, { name: `variant ${index + 1}`, what: "a variant", line: text.line }, question, answer) : null;
    if (read === null || line?.type !== "paragraph") return [];
    if (sources.includes(read.source.trim())) fault(reading, "same-variant", "the variant has a program that the card asks about already", read.line);
    sources.push(read.source.trim());
    return [{ question: text.question, answerLine: inlineText(line.children), answer: text.answer, prediction: read }];
  });
}

/** Reads the programs of a card from its sections. Without front matter all versions are assumed, so that a preview works. */
export function readProofs(parts: Sections, front: FrontMatter | null, texts: readonly VariantText[] = []): ProofsResult {
  const reading: Reading = { problems: [], cardVersions: front?.versions ?? VERSIONS, proofs: [], repair: null };
  const kind = front?.kind ?? "recall";
  const question = only(reading, fences(reading, parts.question), ["python", "text"], "the question");
  const answerBlocks: readonly Fence["language"][] = kind === "predict" ? ["output", "text"] : ["python", "text"];
  const answer = only(reading, fences(reading, parts.answer), answerBlocks, kind === "predict" ? "the answer of a predict card" : "the answer");
  only(reading, fences(reading, parts.why), ["python", "text"], "## Why");
  const prediction = kind === "predict" ? readPrediction(reading, QUESTION, question, answer) : null;
  reading.repair = kind === "fix" ? readRepair(reading, question, answer) : null;
  const proof = fences(reading, parts.proof);
  readProofSection(reading, proof);
  const variants = readVariants(reading, kind, texts, prediction);
  const line = proof[0]?.line ?? 1;
  if (front !== null) checkEvidence(reading, front, line);
  const total = reading.proofs.reduce((sum, one) => sum + countAssertions(one), 0);
  if (total > CARD_LIMITS.assertions) {
    fault(reading, "too-many-assertions", `the card asserts ${total} things: ${CARD_LIMITS.assertions} are the limit, split it`, line);
  }
  return { prediction, repair: reading.repair, variants, proofs: reading.proofs, problems: reading.problems };
}
