import type { PyObject } from "../core/object.ts";
import type { PyDict } from "../types/dict.ts";
import type { Frame } from "../types/frame.ts";
import type { Machine } from "../vm/machine.ts";
import type { Observer } from "../vm/observer.ts";
import { changesBetween } from "./changes.ts";
import type { Leaving } from "./frame-views.ts";
import { renumbered } from "./identity.ts";
import { Listings } from "./listings.ts";
import type { CodeView, CollectionView, ObjView, Place, Step, StepKind } from "./recording.ts";
import { type Look, SnapshotReader } from "./snapshot.ts";

/** Steps that are kept at most; the run goes on after them. */
const MOST_STEPS = 5_000;

/** A step before it is known what changed. */
interface Taken extends Look {
  readonly kind: StepKind;
  readonly thread: number;
  readonly next: Place | null;
  readonly ticks: number;
  readonly clock: number;
  readonly collections: readonly CollectionView[];
}

/** Watches a run and keeps its steps: all by line, or the instructions of one of them and the step after it. */
export class Recorder implements Observer {
  cut = false;
  private readonly taken: Taken[] = [];
  /** Steps by line so far. */
  private count = 0;
  private readonly vm: Machine;
  private readonly reader: SnapshotReader;
  private readonly listings: Listings;
  /** The step by line whose instructions are wanted, or null. */
  private readonly instructionsOf: number | null;
  /** Files of the program to the line before their first in the whole source. */
  private readonly files = new Map<string, number>();
  private readonly started = new Set<Frame>();
  /** Namespaces that a library made for code of its own. */
  private readonly libraries = new WeakSet<PyDict>();
  private collections: CollectionView[] = [];
  private raising: { readonly exception: PyObject; readonly frame: Frame } | null = null;
  private settle: (() => ReadonlyMap<number, number>) | null = null;

  constructor(vm: Machine, main: PyDict, instructionsOf: number | null) {
    this.vm = vm;
    this.instructionsOf = instructionsOf;
    const lineOf = (filename: string, line: number) => line + (this.files.get(filename) ?? 0);
    this.listings = new Listings(vm, lineOf);
    this.reader = new SnapshotReader(vm, main, this.listings, lineOf, (frame) => this.isShown(frame));
    vm.heap.collector.onCollected = (generation, { collected, uncollectable }) => this.collections.push({ generation, collected, uncollectable });
  }

  get codes(): readonly CodeView[] {
    return this.listings.views;
  }

  /** What was seen, with the changes from each step to the next. */
  steps(): Step[] {
    const { taken, settle } = this;
    const looks = settle ? inOrder(renumbered(taken, settle())) : taken;
    return looks.map(({ freed, born, ...step }, index) => {
      const before = index > 0 ? looks[index - 1] : null;
      const changes = before ? changesBetween(before.snapshot, step.snapshot, new Set(born), new Set(freed)) : [];
      return { ...step, index, ran: before && ranBefore(before, step), changes };
    });
  }

  /** A file of the program begins: its first line is that one of the whole source. */
  file(filename: string, firstLine: number): void {
    this.files.set(filename, firstLine - 1);
  }

  /** The machine stands still: at the start, or after the end of the program. */
  rest(kind: "start" | "end"): void {
    this.step(kind, null, null);
  }

  /** The program's own frames; what a library compiles and runs, as namedtuple does, is the library's. */
  private isShown(frame: Frame): boolean {
    if (frame.hidden) return false;
    return this.files.has(frame.code.spec.filename) || (frame.back?.hidden !== true && !this.libraries.has(frame.globals));
  }

  line(frame: Frame): void {
    // What a function does before its first instruction proper (cells, a generator that is made) is no line of it.
    if (this.started.has(frame)) this.step("line", frame, null);
  }

  instruction(frame: Frame): void {
    if (this.instructionsOf !== null && this.count === this.instructionsOf + 1 && this.isShown(frame)) this.keep("instruction", frame, null);
  }

  entered(frame: Frame): void {
    if (!this.isShown(frame)) {
      this.libraries.add(frame.globals);
      return;
    }
    const isFirst = !this.started.has(frame);
    this.started.add(frame);
    if (frame.code.spec.name !== "<module>") this.step(isFirst ? "call" : "resume", frame, null);
  }

  left(frame: Frame, value: PyObject | null): void {
    if (!this.isShown(frame)) return;
    const isYield = frame.generator !== null && value !== null && frame.code.spec.code[frame.lasti]?.op === "YIELD_VALUE";
    if (value !== null) this.step(isYield ? "yield" : "return", frame, { frame, value, exception: null });
    if (isYield) return;
    this.reader.identity.forgetFrame(frame);
    this.started.delete(frame);
  }

  raised(frame: Frame, exception: PyObject): void {
    if (!this.isShown(frame)) return;
    const isOnItsWay = this.raising?.exception === exception && this.raising.frame !== frame;
    this.raising = { exception, frame };
    this.step(isOnItsWay ? "unwind" : "raise", frame, { frame, value: null, exception });
  }

  /** The next step by line. */
  private step(kind: StepKind, frame: Frame | null, leaving: Leaving | null): void {
    const { instructionsOf, count, taken } = this;
    this.count++;
    if (instructionsOf === null) return this.keep(kind, frame, leaving);
    if (count < instructionsOf) {
      // Objects get their numbers as in the recording by line.
      this.reader.read(kind === "line", leaving);
      return;
    }
    if (count > instructionsOf + 1) return;
    if (count === instructionsOf + 1) {
      this.settle = this.reader.identity.endBetween();
      if (taken.at(-1)?.kind === "instruction" && kind === "line") taken.pop();
    }
    this.keep(kind, frame, leaving);
    if (count === instructionsOf) this.reader.identity.beginBetween();
    else this.vm.tracer.observe(null);
  }

  private keep(kind: StepKind, frame: Frame | null, leaving: Leaving | null): void {
    const { taken, vm } = this;
    if (taken.length >= MOST_STEPS) {
      this.cut = true;
      vm.tracer.observe(null);
      return;
    }
    const look = this.reader.read(kind === "line" || kind === "instruction", leaving);
    const id = frame && this.reader.identity.frameOf(frame);
    const line = look.snapshot.frames.find((view) => view.id === id)?.line ?? null;
    taken.push({
      ...look,
      kind,
      thread: vm.thread.ident,
      next: id === null || line === null ? null : { frame: id, line },
      ticks: vm.limits.steps - Math.max(0, vm.budget),
      clock: vm.threads.now(),
      collections: this.collections,
    });
    this.collections = [];
  }
}

/** The objects of each look by number again, after some have got another one; what was shared stays shared. */
function inOrder(looks: readonly Taken[]): Taken[] {
  const sorted = new Map<readonly ObjView[], readonly ObjView[]>();
  return looks.map((look) => {
    const { objects } = look.snapshot;
    const known = sorted.get(objects) ?? objects.toSorted((a, b) => a.chip - b.chip);
    sorted.set(objects, known);
    return { ...look, snapshot: { ...look.snapshot, objects: known } };
  });
}

/** The place that has run between two looks: the frame's own last one, unless the frame has only come up now. */
function ranBefore(before: Taken, { kind, next }: Pick<Taken, "kind" | "next">): Place | null {
  const own = kind === "call" || kind === "resume" ? undefined : before.snapshot.frames.find(({ id }) => id === next?.frame);
  return own?.line ? { frame: own.id, line: own.line } : before.next;
}
