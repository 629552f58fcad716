import type { Chip, FrameId, NameView, Recording, SlotView, Snapshot } from "../../engine/index.ts";
import { frameOf, objectOf } from "./look-up.ts";
import { nameIn } from "./words.ts";

/** A comparison with `is` that a step has made, and the two objects that it compared. */
export interface IdentityCheck {
  /** `a is b`; of an instruction `is`. */
  readonly expression: string;
  readonly left: Chip;
  readonly right: Chip;
}

const CHECKS_AT_MOST = 3;
/** Two names beside `is`, or a name and what exists once. Attributes, items and calls are not looked up: their values may be gone. */
const CHECK = /(?<![\w.\])])([A-Za-z_]\w*) is (not )?([A-Za-z_]\w*)(?![\w.([])/g;
const STRINGS = /(?:"""|''')[\s\S]*?(?:"""|''')|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|#.*/g;
const SINGLETONS: ReadonlySet<string> = new Set(["None", "True", "False"]);

/**
 * The comparisons with `is` of the line that a step has run, or of its instruction: objects are the same when their identity
 * is (Language reference, 6.10.3; `IS_OP` compares the two on top of the value stack, Python/bytecodes.c).
 */
export function identityChecks(recording: Recording, index: number): IdentityCheck[] {
  const before = recording.steps[index - 1];
  const step = recording.steps[index];
  if (before?.next == null || step === undefined) return [];
  const { snapshot, next, kind } = before;
  if (recording.grain.by === "instruction") return ofInstruction(recording, snapshot, next.frame);
  // Only where the line began: after a call within it the comparison may be over.
  if ((kind !== "line" && kind !== "start" && kind !== "call") || step.ran?.line !== next.line || step.ran.frame !== next.frame) return [];
  const line = (recording.source.split("\n")[next.line - 1] ?? "").replace(STRINGS, "''");
  const found = [...line.matchAll(CHECK)].flatMap(([expression, one = "", , other = ""]) => {
    const [left, right] = [boundTo(snapshot, next.frame, one), boundTo(snapshot, next.frame, other)];
    return left === null || right === null ? [] : [{ expression, left, right }];
  });
  return found.slice(0, CHECKS_AT_MOST);
}

function ofInstruction({ codes }: Pick<Recording, "codes">, snapshot: Snapshot, id: FrameId): IdentityCheck[] {
  const frame = frameOf(snapshot, id);
  const instruction = frame && codes[frame.code]?.instructions[frame.instruction];
  if (instruction?.opname !== "IS_OP") return [];
  const [left, right] = frame?.stack.slice(-2).map(({ to }) => to) ?? [];
  return left == null || right == null ? [] : [{ expression: instruction.arg === 1 ? "is not" : "is", left, right }];
}

/** The object that a name of a frame refers to; null where it is not shown. */
function boundTo(snapshot: Snapshot, id: FrameId, name: string): Chip | null {
  if (SINGLETONS.has(name)) return snapshot.objects.find(({ text, sharing }) => sharing === "singleton" && text === name)?.chip ?? null;
  const frame = frameOf(snapshot, id);
  const scopes: readonly (readonly (NameView | SlotView)[])[] = [frame?.slots ?? [], frame?.names ?? [], snapshot.globals];
  for (const names of scopes) {
    const found = names.find((one) => one.name === name);
    if (found) return found.to;
  }
  return null;
}

/** What came of it: `a is b: list #1 and list #1, the same object`. */
export function identityText(snapshot: Snapshot, { expression, left, right }: IdentityCheck): string {
  const shown = (chip: Chip): string => (objectOf(snapshot, chip) === undefined ? `#${chip}` : nameIn(snapshot, chip));
  return `${expression}: ${left === right ? `both are ${shown(left)}, one and the same object` : `${shown(left)} and ${shown(right)} are two objects`}`;
}
