import type { PyObject } from "../core/object.ts";
import type { PyDict } from "../types/dict.ts";
import type { Frame } from "../types/frame.ts";
import type { Machine } from "../vm/machine.ts";
import type { Observer } from "../vm/observer.ts";
import { changesBetween } from "./changes.ts";
import type { Leaving } from "./frame-views.ts";
import { Listings } from "./listings.ts";
import type { CodeView, Place, Step, StepKind } from "./recording.ts";
import { SnapshotReader } from "./snapshot.ts";

/** Steps that are kept at most; the run goes on after them. */
const MOST_STEPS = 5_000;

/** Watches a run and keeps its steps. */
export class Recorder implements Observer {
  readonly steps: Step[] = [];
  cut = false;
  private readonly vm: Machine;
  private readonly reader: SnapshotReader;
  private readonly listings: Listings;
  /** Files of the program to the line before their first in the whole source. */
  private readonly files = new Map<string, number>();
  private readonly existed: ReadonlySet<PyObject>;
  private readonly seen = new Set<Frame>();

  constructor(vm: Machine, main: PyDict) {
    this.vm = vm;
    const lineOf = (filename: string, line: number) => line + (this.files.get(filename) ?? 0);
    this.listings = new Listings(vm, lineOf);
    this.reader = new SnapshotReader(vm, main, this.listings, lineOf);
    this.existed = new Set(vm.heap.live);
  }

  get codes(): readonly CodeView[] {
    return this.listings.views;
  }

  /** A file of the program begins: its first line is that one of the whole source. */
  file(filename: string, firstLine: number): void {
    this.files.set(filename, firstLine - 1);
  }

  /** The machine stands still: at the start, or after the end of the program. */
  rest(kind: "start" | "end"): void {
    this.take(kind, null, null);
  }

  line(frame: Frame): void {
    this.take("line", frame, null);
  }

  entered(frame: Frame): void {
    const isFirst = frame.generator === null || !this.seen.has(frame);
    if (frame.generator !== null) this.seen.add(frame);
    if (frame.code.spec.name !== "<module>") this.take(isFirst ? "call" : "resume", frame, null);
  }

  left(frame: Frame, value: PyObject | null): void {
    const isYield = frame.generator !== null && value !== null && frame.code.spec.code[frame.lasti]?.op === "YIELD_VALUE";
    if (value !== null) this.take(isYield ? "yield" : "return", frame, { frame, value, exception: null });
    if (!isYield) {
      this.reader.identity.forgetFrame(frame);
      this.seen.delete(frame);
    }
  }

  raised(frame: Frame, exception: PyObject): void {
    this.take("raise", frame, { frame, value: null, exception });
  }

  private take(kind: StepKind, frame: Frame | null, leaving: Leaving | null): void {
    const { steps, vm } = this;
    if (steps.length >= MOST_STEPS) {
      this.cut = true;
      vm.tracer.observe(null);
      return;
    }
    const before = steps.at(-1) ?? null;
    const snapshot = this.reader.read(leaving);
    const next = frame && this.placeOf(frame, snapshot.frames.find(({ id }) => id === this.reader.identity.frameOf(frame))?.line ?? null);
    steps.push({
      index: steps.length,
      kind,
      thread: vm.thread.ident,
      ran: before?.next ?? null,
      next,
      ticks: vm.limits.steps - Math.max(0, vm.budget),
      snapshot,
      changes: before ? changesBetween(before.snapshot, snapshot, this.lives()) : [],
    });
  }

  private placeOf(frame: Frame, line: number | null): Place | null {
    return line === null ? null : { frame: this.reader.identity.frameOf(frame), line };
  }

  private lives() {
    return {
      isNew: (chip: number) => !this.existed.has(this.reader.identity.objectOf(chip)),
      isFreed: (chip: number) => !this.reader.isAlive(this.reader.identity.objectOf(chip)),
    };
  }
}
