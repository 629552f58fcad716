import { CodeFlag, type CodeSpec } from "../compiler/code.ts";
import type { PyObject } from "../core/object.ts";
import { PyCell } from "../types/cell.ts";
import { PyDict } from "../types/dict.ts";
import type { Frame } from "../types/frame.ts";
import { PyStr } from "../types/str-object.ts";
import { CLASS_NAMES } from "./edges.ts";
import type { Identity } from "./identity.ts";
import type { Listings } from "./listings.ts";
import type { FrameKind, FrameView, NameView, SlotView, StackView } from "./recording.ts";

/** What is on its way out of a frame. */
export interface Leaving {
  readonly frame: Frame;
  readonly value: PyObject | null;
  readonly exception: PyObject | null;
}

/** Makes the views of frames and namespaces; one that equals that of the step before is that one. */
export class FrameViewer {
  private readonly main: PyDict;
  private readonly identity: Identity;
  private readonly listings: Listings;
  private readonly lineOf: (filename: string, line: number) => number;
  private readonly last = new Map<number, FrameView>();
  private readonly names = new Map<PyObject, NameView[]>();

  constructor(main: PyDict, identity: Identity, listings: Listings, lineOf: (filename: string, line: number) => number) {
    this.main = main;
    this.identity = identity;
    this.listings = listings;
    this.lineOf = lineOf;
  }

  /** `isTop`: the innermost frame of its thread; `isBeforeLine`: its next instruction is about to run, not the one before to end. */
  view(frame: Frame, isTop: boolean, isBeforeLine: boolean, leaving: Leaving | null, meet: (object: PyObject) => void): FrameView {
    const id = this.identity.frameOf(frame);
    const known = this.last.get(id) ?? null;
    const { spec } = frame.code;
    const own = leaving?.frame === frame ? leaving : null;
    const chip = (object: PyObject | null) => {
      if (!object) return null;
      meet(object);
      return this.identity.chipOf(object);
    };
    const line = isTop && isBeforeLine ? (spec.code[frame.pc]?.span?.line ?? frame.line) : frame.line;
    const made: FrameView = {
      id,
      kind: kindOf(spec),
      name: spec.name,
      qualname: spec.qualname,
      state: stateOf(frame, isTop, own),
      line: line === null ? null : this.lineOf(spec.filename, line),
      code: this.listings.indexOf(frame.code),
      instruction: isTop && !own ? frame.pc : frame.lasti,
      slots: kept(known?.slots, slotsOf(frame, known, chip), sameSlot),
      names: frame.locals instanceof PyDict && frame.locals !== this.main ? this.namespace(frame.locals, (name) => !CLASS_NAMES.has(name), meet) : null,
      stack: kept(known?.stack, stackOf(frame, chip), (a, b) => a.to === b.to && a.borrowed === b.borrowed),
      returns: chip(own?.value ?? null),
      exception: chip(own?.exception ?? null),
      generator: chip(frame.generator),
      function: chip(frame.func),
      functionIsLent: frame.isFuncLent,
    };
    if (known && sameFrame(known, made)) return known;
    this.last.set(id, made);
    return made;
  }

  /** The names of a namespace, in the order in which they were first bound; one that was unbound keeps its place. */
  namespace(dict: PyDict, isShown: (name: string, value: PyObject) => boolean, meet: (object: PyObject) => void): readonly NameView[] {
    const known = this.names.get(dict) ?? [];
    const bound = new Map<string, PyObject>();
    for (const entry of dict.entries) if (entry?.key instanceof PyStr && isShown(entry.key.value, entry.value)) bound.set(entry.key.value, entry.value);
    const made: NameView[] = known.map((before) => {
      const value = bound.get(before.name);
      bound.delete(before.name);
      if (!value) return before.state === "deleted" ? before : { name: before.name, state: "deleted", to: null };
      meet(value);
      const to = this.identity.chipOf(value);
      return before.to === to ? before : { name: before.name, state: "bound", to };
    });
    for (const [name, value] of bound) {
      meet(value);
      made.push({ name, state: "bound", to: this.identity.chipOf(value) });
    }
    const result = kept(known, made, Object.is) as NameView[];
    this.names.set(dict, result);
    return result;
  }
}

function kindOf({ name, flags }: CodeSpec): FrameKind {
  if (name === "<module>") return "module";
  if (flags & CodeFlag.ASYNC_GENERATOR) return "async-generator";
  if (flags & CodeFlag.COROUTINE) return "coroutine";
  if (flags & CodeFlag.GENERATOR) return "generator";
  if (name === "<lambda>") return "lambda";
  if (name === "<listcomp>" || name === "<setcomp>" || name === "<dictcomp>") return "comprehension";
  return flags & CodeFlag.OPTIMIZED ? "function" : "class";
}

function stateOf(frame: Frame, isTop: boolean, leaving: Leaving | null): FrameView["state"] {
  if (leaving) return leaving.exception ? "raising" : "returning";
  if (frame.owner === "generator" && frame.generator?.state !== "running") return "suspended";
  return isTop ? "running" : "waiting";
}

function slotsOf(frame: Frame, known: FrameView | null, chip: (object: PyObject | null) => number | null): SlotView[] {
  return frame.code.spec.slots.map(({ name, kind }, index) => {
    const held = frame.slots[index];
    const cell = kind !== "local" && held instanceof PyCell ? held : null;
    const value = cell ? cell.value : held;
    const before = known?.slots[index];
    return {
      index,
      name,
      kind: kind === "local" ? "local" : kind === "free" ? "free" : "cell",
      state: value ? "bound" : before === undefined || before.state === "unbound" ? "unbound" : "deleted",
      to: chip(value),
      cell: chip(cell),
      borrowed: frame.borrowed[index] === 1,
    };
  });
}

function stackOf(frame: Frame, chip: (object: PyObject | null) => number | null): StackView[] {
  const entries: StackView[] = [];
  for (let at = frame.stackBase; at < frame.sp; at++) entries.push({ to: chip(frame.slots[at]), borrowed: frame.borrowed[at] === 1 });
  return entries;
}

/** The list of before where the new one is equal to it; the entries of before where they are. */
function kept<T>(before: readonly T[] | undefined, after: readonly T[], same: (a: T, b: T) => boolean): readonly T[] {
  if (!before) return after;
  const merged = after.map((entry, i) => (i < before.length && same(before[i], entry) ? before[i] : entry));
  return merged.length === before.length && merged.every((entry, i) => entry === before[i]) ? before : merged;
}

const sameSlot = (a: SlotView, b: SlotView) => a.to === b.to && a.cell === b.cell && a.state === b.state && a.borrowed === b.borrowed;

function sameFrame(a: FrameView, b: FrameView): boolean {
  return (
    a.state === b.state && a.line === b.line && a.instruction === b.instruction && a.slots === b.slots && a.names === b.names && a.stack === b.stack &&
    a.returns === b.returns && a.exception === b.exception && a.generator === b.generator && a.functionIsLent === b.functionIsLent
  );
}
