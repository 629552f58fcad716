// What stands in the boxes, without their places.
import type { Chip, FrameView, NameView, ObjView, SlotView, Snapshot } from "../../engine/index.ts";
import { objectOf } from "../picture/look-up.ts";
import { frameState, lockText, plainName, typeName } from "../picture/words.ts";
import { touchOf } from "../stage-messages.ts";
import type { DrawingOptions, Held, Look } from "./drawing.ts";
import { cut, cutLabel, FONT, monoWidth, sansWidth, SIZE } from "./metrics.ts";

/** A row before it has a place. */
export interface RowContent {
  readonly touch: string | null;
  readonly label: string;
  readonly index: number | null;
  readonly cell: Chip | null;
  readonly held: Held;
  /** What a click on it opens. */
  readonly opens?: Chip;
}

export interface ObjectContent {
  readonly look: Look;
  readonly type: string;
  readonly lines: readonly string[];
  readonly isValue: boolean;
  readonly rows: readonly RowContent[];
}

/** Finds an object of the step. */
export type LookUp = (chip: Chip) => ObjView | undefined;

/** Rows of one object that are drawn; the rest is counted. */
const ROWS_AT_MOST = 9;

/** References that no arrow is drawn for: they say little and are everywhere. */
const SILENT: ReadonlySet<string> = new Set(["key", "class", "traceback", "frame"]);

/** What is written into slots and has no box. */
export interface Inlining extends Pick<DrawingOptions, "compact" | "withoutCode"> {
  readonly folded?: ReadonlySet<Chip>;
}

const NOTHING: Inlining = { compact: false };
const CODE: ReadonlySet<string> = new Set(["function", "class", "method", "module", "code"]);

/** Whether a plain value may stand in the slot instead of in a box of its own. */
export function isInline({ sharing, shape, type }: ObjView, { compact, withoutCode }: Inlining): boolean {
  if (sharing === "singleton" || (shape.kind === "class" && sharing === "static") || (type === "builtin_function_or_method" && shape.kind === "opaque")) return true;
  return (compact && shape.kind === "scalar") || (withoutCode === true && CODE.has(shape.kind));
}

function inlineText({ text, type, shape }: ObjView): string {
  if (shape.kind === "function" || shape.kind === "class") return plainName(text.split("(")[0] ?? text);
  return text || type;
}

/** A folded object in a word: its value where that is short, its type else. */
function foldedText(object: ObjView): string {
  const { shape } = object;
  if (shape.kind === "sequence" || shape.kind === "set" || shape.kind === "mapping") return `${cut(typeName(object), 12)} of ${shape.length}`;
  return cut(shape.kind === "scalar" || shape.kind === "function" ? inlineText(object) : typeName(object), 14);
}

/** What a slot with a reference shows. */
export function heldOf(to: Chip | null, lookUp: LookUp, inlining: Inlining, weak = false): Held {
  if (to === null) return { kind: "empty" };
  const object = lookUp(to);
  if (object === undefined) return { kind: "inline", to, text: "…" };
  if (isInline(object, inlining)) return { kind: "inline", to, text: cut(inlineText(object), 14) };
  if (inlining.folded?.has(to)) return { kind: "folded", to, text: foldedText(object) };
  return { kind: "reference", to, weak };
}

const awaited = (held: Held): Held => (held.kind === "reference" ? { ...held, awaits: true } : held);

const bindingHeld = ({ state, to }: NameView | SlotView, lookUp: LookUp, inlining: Inlining): Held => (state === "bound" ? heldOf(to, lookUp, inlining) : { kind: state });

/** The names of a namespace. */
export function nameRows(names: readonly NameView[], frame: number | null, lookUp: LookUp, inlining: Inlining): RowContent[] {
  return names.map((name) => ({ touch: frame === null ? touchOf.name(name.name) : touchOf.slot(frame, name.name), label: cutLabel(name.name), index: null, cell: null, held: bindingHeld(name, lookUp, inlining) }));
}

/** The exceptions that are being handled, each by the frame that caught it: the outermost of its traceback. A name that several frames have tells none. */
export function handledBy({ threads, frames }: Pick<Snapshot, "threads" | "frames">, lookUp: LookUp): Map<FrameView, Chip[]> {
  const handled = new Map<FrameView, Chip[]>();
  for (const thread of threads) {
    const own = frames.filter(({ id }) => thread.frames.includes(id));
    for (const chip of thread.handling) {
      const shape = lookUp(chip)?.shape;
      const caught = shape?.kind === "exception" ? own.filter(({ name }) => name === shape.traceback[0]?.name) : [];
      const [frame] = caught;
      if (frame !== undefined && caught.length === 1) handled.set(frame, [...(handled.get(frame) ?? []), chip]);
    }
  }
  return handled;
}

/** The fast locals of a frame, or its namespace; and what it gives back, the exception that leaves it, or those that it handles. */
export function frameRows(frame: FrameView, lookUp: LookUp, inlining: Inlining, handles: readonly Chip[] = []): RowContent[] {
  const names = frame.names === null ? [] : nameRows(frame.names, frame.id, lookUp, inlining);
  const slots = frame.slots.map((slot): RowContent => ({
    touch: touchOf.slot(frame.id, slot.index),
    label: cutLabel(slot.name),
    index: slot.index,
    cell: slot.cell,
    held: slot.cell !== null ? heldOf(slot.cell, lookUp, NOTHING) : bindingHeld(slot, lookUp, inlining),
  }));
  const leaving: readonly (readonly [string, Chip | null])[] = [["gives back", frame.returns], ["exception", frame.exception], ...handles.map((chip) => ["handles", chip] as const)];
  const extra = leaving.flatMap(([label, to]): RowContent[] => (to === null ? [] : [{ touch: null, label, index: null, cell: null, held: heldOf(to, lookUp, inlining) }]));
  return [...names, ...slots, ...extra];
}

function edgeRows(object: ObjView, lookUp: LookUp, inlining: Inlining, whole: boolean): RowContent[] {
  // Every class has `object`; the order of look-up names it.
  const edges = object.edges.filter(({ role, to }) => !SILENT.has(role) && !(role === "base" && (to === null || lookUp(to)?.sharing === "static")));
  const rows = edges.slice(0, whole ? edges.length : ROWS_AT_MOST).map(({ label, to, role }): RowContent => {
    const held = label === "awaits" ? awaited(heldOf(to, lookUp, inlining)) : heldOf(to, lookUp, inlining, role === "weak");
    const words = object.shape.kind === "weakref" ? "refers to" : object.shape.kind === "cell" ? "contents" : role === "base" ? `base ${label}` : label;
    return { touch: null, label: cutLabel(words), index: null, cell: null, held, ...(held.kind === "folded" ? { opens: held.to } : {}) };
  });
  return [...rows, ...restRow(object, edges.length - rows.length)];
}

/** The row for what is not shown: rows that a click brings, or what the engine itself left out. */
function restRow({ chip, isCut, shape }: ObjView, left: number): RowContent[] {
  if (left === 0 && !isCut) return [];
  const of = "length" in shape ? ` of ${shape.length}` : "";
  return [{ touch: null, label: left === 0 ? `… and more${of}` : `▸ ${left}${isCut ? " and more" : " more"}${isCut ? of : ""}`, index: null, cell: null, held: { kind: "empty" }, ...(left === 0 ? {} : { opens: chip }) }];
}

const LOOKS: Partial<Record<ObjView["shape"]["kind"], Look>> = { cell: "cell", class: "class", function: "function", method: "function", generator: "generator", exception: "exception", weakref: "weak", task: "task", future: "task" };

function linesOf(object: ObjView, snapshot: Snapshot): string[] {
  const { shape, text } = object;
  switch (shape.kind) {
    case "scalar":
      return [cut(text)];
    case "sequence":
    case "set":
    case "mapping":
      return shape.length === 0 ? ["empty"] : [];
    case "class":
      return [shape.mro.map(({ name }, index) => `${index + 1} ${name}`).join(" · ")].map((line) => cut(line, 40));
    case "exception":
      return [cut(shape.message, 34), ...(shape.traceback.length === 0 ? [] : [cut(shape.traceback.map(({ name, line }) => `${name}:${line}`).join(" → "), 38)])].filter((line) => line !== "");
    case "generator": {
      const line = snapshot.frames.find(({ id }) => id === shape.frame)?.line;
      return [shape.state === "suspended" && line != null ? `suspended at line ${line}` : shape.state === "running" ? "running: its frame is on the stack" : shape.state];
    }
    case "weakref":
      return shape.dead ? ["dead: it gives None"] : [];
    case "lock":
      return lockText(snapshot, object.chip, shape).split("; ").map((line) => cut(line, 34));
    case "task":
    case "future":
      return [shape.state];
    case "instance":
    case "cell":
      return [];
    default:
      return text === "" ? [] : [cut(text, 34)];
  }
}

/** A heading for an object: its type, or for a class and a function what it is. */
function typeOf(object: ObjView): string {
  const { text, shape } = object;
  if (shape.kind === "class") return `class ${cut(text, 18)}`;
  if (shape.kind === "task") return `task ${cut(shape.name, 18)}`;
  return cut(typeName(object), 20);
}

/** What an object's box shows. A generator has its own frame in it. */
export function objectContent(object: ObjView, snapshot: Snapshot, lookUp: LookUp, inlining: Inlining, whole: boolean): ObjectContent {
  const { shape } = object;
  const frame = shape.kind === "generator" && shape.state !== "running" ? snapshot.frames.find(({ id }) => id === shape.frame) : undefined;
  return {
    look: LOOKS[shape.kind] ?? (object.sharing !== null ? "shared" : "plain"),
    type: typeOf(object),
    lines: linesOf(object, snapshot),
    isValue: shape.kind === "scalar",
    rows: [
      ...(frame === undefined ? [] : frameRows(frame, lookUp, inlining)),
      ...(shape.kind === "generator" && shape.awaits !== null ? [{ touch: null, label: "awaits", index: null, cell: null, held: awaited(heldOf(shape.awaits, lookUp, inlining)) }] : []),
      ...edgeRows(object, lookUp, inlining, whole),
    ],
  };
}

export interface Measure {
  readonly width: number;
  readonly height: number;
}

const heldWidth = (held: Held): number => (held.kind === "inline" ? monoWidth(held.text, FONT.small) + 14 : held.kind === "folded" ? monoWidth(`${held.text} #${held.to}`, FONT.small) + 22 : held.kind === "unbound" || held.kind === "deleted" ? 56 : SIZE.slot + 8);

export const rowWidth = (row: RowContent): number => (row.index === null ? 0 : 16) + monoWidth(row.label, FONT.row) + 18 + heldWidth(row.held) + (row.cell === null ? 0 : 4);

const STACK_LABEL = 40;

/** Where the entries of a value stack stand, from the frame's inner edge: the middle of each slot, and the end of the last. */
export function stackPlaces(stack: readonly Held[]): { readonly middles: readonly number[]; readonly width: number } {
  let end = STACK_LABEL;
  const middles = stack.map((held) => {
    end += (held.kind === "inline" ? monoWidth(held.text, FONT.small) : SIZE.slot) + 6;
    return end - SIZE.slot / 2;
  });
  return { middles, width: end };
}

/** How large the box must be for its content; chips in the rows need some more room. */
export function measureObject({ type, lines, isValue, rows }: ObjectContent, chip: Chip): Measure {
  const title = sansWidth(`${type} #${chip}`, FONT.title) + sansWidth("rc 1 → 2", FONT.small) + 22;
  const text = lines.map((line, index) => (isValue && index === 0 ? monoWidth(line, FONT.value) : monoWidth(line, FONT.small)));
  const width = Math.max(112, title, ...text, ...rows.map(rowWidth)) + 2 * SIZE.side;
  const linesHeight = isValue ? SIZE.value + (lines.length - 1) * SIZE.line : lines.length * SIZE.line;
  return { width, height: SIZE.head + linesHeight + rows.length * SIZE.row + SIZE.pad };
}

export const frameHeight = (rows: number): number => SIZE.head + SIZE.line + Math.max(1, rows) * SIZE.row + SIZE.pad;

const KINDS: Partial<Record<FrameView["kind"], string>> = { class: "class body", comprehension: "comprehension", generator: "generator", coroutine: "coroutine", "async-generator": "async generator", lambda: "lambda" };

/** The head of a frame's box. */
export function frameTitle(frame: FrameView | null): string {
  if (frame === null || frame.kind === "module") return "module";
  const kind = KINDS[frame.kind];
  return cut(kind === undefined || frame.kind === "lambda" ? `${frame.name}` : `${frame.name} (${kind})`, 28);
}

/** Where a frame stands, under its title. */
export function frameNote(frame: FrameView | null, snapshot: Snapshot): string {
  if (frame === null) return "";
  const line = frame.line === null ? "" : `line ${frame.line}`;
  const state = frameState(snapshot, frame);
  switch (state) {
    case "running":
      return line;
    case "blocked":
    case "ready":
      return `${state} at ${line}`;
    case "waiting":
      return `waits at ${line}`;
    case "suspended":
      return `suspended at ${line}`;
    case "returning":
      return `returns from ${line}`;
    case "raising": {
      const exception = frame.exception === null ? undefined : objectOf(snapshot, frame.exception);
      return `${exception?.type ?? "an exception"} on its way`;
    }
  }
}
