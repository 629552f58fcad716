import { IMMORTAL, type PyObject, traverse } from "../core/object.ts";
import { PyType } from "../core/type.ts";
import { PyBuiltinFunction } from "../types/builtin-function.ts";
import { PyCode } from "../types/code.ts";
import { PyDescriptor } from "../types/descriptors.ts";
import type { PyDict } from "../types/dict.ts";
import type { Frame } from "../types/frame.ts";
import { PyFunction } from "../types/function.ts";
import { PyGenerator } from "../types/generator.ts";
import type { HandledException } from "../types/generator.ts";
import { PyModule } from "../types/module.ts";
import { PyThreadHandle } from "../threads/handle.ts";
import { PyLock } from "../threads/locks.ts";
import type { Machine } from "../vm/machine.ts";
import type { ThreadState } from "../vm/thread.ts";
import { isOwnClass } from "./edges.ts";
import { FrameViewer, type Leaving } from "./frame-views.ts";
import { Identity } from "./identity.ts";
import type { Listings } from "./listings.ts";
import { LoopViewer } from "./loop-views.ts";
import type { Chip, ConstantView, FrameView, ObjView, Snapshot, ThreadView, WaitsFor } from "./recording.ts";
import { type Seen, SeenObjects } from "./seen.ts";
import { SplitCounts } from "./split-counts.ts";
import { Viewer } from "./views.ts";

/** Objects of one snapshot at most. */
const MOST_OBJECTS = 600;

/** A snapshot, and what became of objects since the one before it. */
export interface Look {
  readonly snapshot: Snapshot;
  /** Shown now and not before, and made by the program's lines. */
  readonly born: readonly Chip[];
  /** Shown before, and dead. */
  readonly freed: readonly Chip[];
}

/** Reads the machine into snapshots that share what did not change. It runs no guest code and changes no count. */
export class SnapshotReader {
  readonly identity = new Identity();
  private readonly vm: Machine;
  private readonly main: PyDict;
  private readonly frames: FrameViewer;
  private readonly objects: Viewer;
  private readonly loops: LoopViewer;
  private readonly listings: Listings;
  private readonly isShown: (frame: Frame) => boolean;
  /** What the namespace had before the program. */
  private readonly given: ReadonlyMap<string, PyObject>;
  private readonly seen = new SeenObjects();
  private readonly splits: SplitCounts | null;
  /** The number of this look; the first is 1. */
  private look = 0;
  /** What the last snapshot showed, by number. */
  private shown: readonly Seen[] = [];
  /** The same of the last step by line: what only the instructions between saw is not missed after them. */
  private shownByLine = this.shown;
  private last: Snapshot | null = null;
  private readonly existed: ReadonlySet<PyObject>;

  constructor(vm: Machine, main: PyDict, listings: Listings, lineOf: (filename: string, line: number) => number, isShown: (frame: Frame) => boolean) {
    this.vm = vm;
    this.isShown = isShown;
    this.main = main;
    this.listings = listings;
    this.frames = new FrameViewer(main, this.identity, listings, lineOf);
    this.loops = new LoopViewer(vm, this.identity);
    this.splits = vm.run.isFree ? new SplitCounts(vm) : null;
    this.objects = new Viewer(vm, this.identity, listings, this.loops, this.seen, this.splits);
    const given = new Map<string, PyObject>();
    for (const entry of main.entries) if (entry) given.set((entry.key as PyObject & { value: string }).value, entry.value);
    this.given = given;
    this.existed = new Set(vm.heap.live);
  }

  /** The machine as it stands; `leaving` is what the running instruction takes out of its frame. */
  read(isBeforeLine: boolean, leaving: Leaving | null): Look {
    const { vm } = this;
    const look = ++this.look;
    this.splits?.update();
    const queue: Seen[] = [];
    const meetSeen = (seen: Seen) => {
      if (seen.metAt === look) return;
      seen.metAt = look;
      queue.push(seen);
    };
    const meet = (object: PyObject) => meetSeen(this.seen.of(object));
    const globals = this.frames.namespace(this.main, (name, value) => this.given.get(name) !== value, meet);
    const frames: FrameView[] = [];
    const threads = this.threads(frames, isBeforeLine, leaving, meet);
    const loops = this.loops.views(meet);
    const namespaces = this.namespaces();
    this.objects.folded.clear();
    const shown: Seen[] = [];
    for (let at = 0; at < queue.length && shown.length < MOST_OBJECTS; at++) {
      const seen = queue[at];
      this.show(seen, "reached", meetSeen, namespaces, shown);
      this.suspendedFrame(seen.object, frames, meet);
    }
    const hidden = queue.length - shown.length;
    this.addLost(shown, frames, namespaces);
    const onStacks = threads.flatMap((thread) => thread.frames).length;
    frames.splice(onStacks, frames.length, ...frames.slice(onStacks).sort((a, b) => a.id - b.id));
    return this.finish({ threads, loops, frames, globals, objects: [], constants: this.constants(shown), hidden, output: vm.output.lengths(), gc: [...vm.heap.collector.counts] }, shown);
  }

  private show(seen: Seen, reach: ObjView["reach"], meet: (seen: Seen) => void, namespaces: ReadonlyMap<PyObject, string>, shown: Seen[]): void {
    // What a look did not show it forgets: a view of before is no view of now.
    if (seen.shownAt !== this.look - 1) seen.view = null;
    seen.view = this.objects.view(seen, reach, meet, namespaces);
    seen.show(this.look);
    shown.push(seen);
  }

  /** Dicts whose names are shown beside frames: as objects they only say whose they are. */
  private namespaces(): ReadonlyMap<PyObject, string> {
    const found = new Map<PyObject, string>([[this.main, "the names of the module"]]);
    for (let frame = this.vm.frame; frame; frame = frame.back) if (this.isShown(frame) && frame.locals && frame.locals !== this.main) found.set(frame.locals, `the names of ${frame.code.spec.qualname}`);
    return found;
  }

  private finish(made: Snapshot, shown: readonly Seen[]): Look {
    const { last } = this;
    const freed: Chip[] = [];
    const born: Chip[] = [];
    for (const seen of this.shown) if (seen.shownAt !== this.look && !this.isAlive(seen.object)) freed.push(seen.view?.chip ?? seen.number(this.identity));
    const constants = new Set(made.constants.map(({ to }) => to));
    for (const seen of shown) {
      const view = seen.view as ObjView;
      // What is shared by its value, or a constant of the code, was not made by a line.
      if (seen.shownBefore !== this.look - 1 && !this.existed.has(seen.object) && (view.sharing === null || view.sharing === "interned") && !constants.has(view.chip)) born.push(view.chip);
    }
    this.shown = this.inOrder(shown);
    if (!this.identity.isBetween) this.shownByLine = this.shown;
    const objects = this.shown.map(({ view }) => view as ObjView);
    const snapshot: Snapshot = {
      ...made,
      threads: last && JSON.stringify(last.threads) === JSON.stringify(made.threads) ? last.threads : made.threads,
      loops: last && JSON.stringify(last.loops) === JSON.stringify(made.loops) ? last.loops : made.loops,
      frames: last && sameList(last.frames, made.frames) ? last.frames : made.frames,
      objects: last && sameList(last.objects, objects) ? last.objects : objects,
      constants: last && sameConstants(last.constants, made.constants) ? last.constants : made.constants,
      output: last && last.output.stdout === made.output.stdout && last.output.stderr === made.output.stderr ? last.output : made.output,
      gc: last && sameList(last.gc, made.gc) ? last.gc : made.gc,
    };
    this.last = snapshot;
    return { snapshot, born, freed };
  }

  /** By number: those that the last look showed are in order already, and what is new mostly comes after them. */
  private inOrder(shown: readonly Seen[]): readonly Seen[] {
    const kept = this.shown.filter(({ shownAt }) => shownAt === this.look);
    const order = kept.length === shown.length ? kept : [...kept, ...shown.filter(({ shownBefore }) => shownBefore !== this.look - 1)];
    const isInOrder = order.every(({ view }, i) => i === 0 || (order[i - 1].view as ObjView).chip < (view as ObjView).chip);
    return isInOrder ? order : order.sort((a, b) => (a.view as ObjView).chip - (b.view as ObjView).chip);
  }

  /** A generator's own frame is a part of it. */
  private suspendedFrame(object: PyObject, frames: FrameView[], meet: (object: PyObject) => void): void {
    if (!(object instanceof PyGenerator) || !object.frame || object.frame.hidden) return;
    if (frames.some(({ id }) => id === this.identity.frameOf(object.frame as Frame))) return;
    frames.push(this.frames.view(object.frame, false, false, null, meet));
  }

  private threads(frames: FrameView[], isBeforeLine: boolean, leaving: Leaving | null, meet: (object: PyObject) => void): ThreadView[] {
    const { vm } = this;
    return vm.threads.live().map((thread, index) => {
      // One that waits for ever was the last that ran.
      const isCurrent = thread === vm.thread;
      const isRunning = isCurrent && thread.state !== "blocked";
      const views: FrameView[] = [];
      let isTop = true;
      for (let frame = isCurrent ? vm.frame : thread.frame; frame; frame = frame.back) {
        if (this.isShown(frame)) views.unshift(this.frames.view(frame, isTop, isBeforeLine, leaving, meet));
        isTop = false;
      }
      frames.push(...views);
      return {
        id: thread.ident,
        name: thread.name ?? (index === 0 ? "MainThread" : `thread ${index + 1}`),
        state: isRunning || (vm.run.isFree && thread.state === "ready") ? "running" : thread.state,
        holdsGil: isRunning && !vm.run.isFree,
        frames: views.map(({ id }) => id),
        waitsFor: this.waiting(thread, meet),
        handling: this.handling(isCurrent ? vm.handledItem : thread.handledItem, meet),
      };
    });
  }

  private waiting(thread: ThreadState, meet: (object: PyObject) => void): WaitsFor | null {
    const { waitsFor, state } = thread;
    if (!waitsFor || state !== "blocked") return null;
    const { kind, object } = waitsFor;
    const via = libraryCall(thread === this.vm.thread ? this.vm.frame : thread.frame);
    const holder = object instanceof PyLock ? object.owner : object instanceof PyThreadHandle ? object.thread : null;
    // A condition has each who waits take a lock of its own twice: nobody else holds that.
    const isSignal = via !== null && holder === thread;
    if (object && !isSignal && !(object instanceof PyThreadHandle)) meet(object);
    return { kind, object: object && !isSignal && !(object instanceof PyThreadHandle) ? this.identity.chipOf(object) : null, via, holder: isSignal ? null : (holder?.ident ?? null) };
  }

  private handling(first: HandledException, meet: (object: PyObject) => void): number[] {
    const chips: number[] = [];
    for (let item: HandledException | null = first; item; item = item.previous) {
      if (!item.value) continue;
      meet(item.value);
      chips.push(this.identity.chipOf(item.value));
    }
    return chips;
  }

  /** Objects that were shown, still live, and that nothing shown refers to: garbage that only the collector ends, or held by what is not shown. */
  private addLost(shown: Seen[], frames: FrameView[], namespaces: ReadonlyMap<PyObject, string>): void {
    const before = this.identity.isBetween ? this.shown : this.shownByLine;
    const lost = before.filter(({ shownAt, object }) => shownAt !== this.look && !this.objects.folded.has(object) && this.isAlive(object) && canBeGarbage(object));
    if (lost.length === 0) return;
    const garbage = this.garbageAmong(lost.map(({ object }) => object));
    for (const seen of lost) {
      if (shown.length >= MOST_OBJECTS) return;
      this.show(seen, garbage.has(seen.object) ? "unreachable" : "elsewhere", () => {}, namespaces, shown);
      this.suspendedFrame(seen.object, frames, () => {});
    }
  }

  /** Which shown objects the code of frames and functions, and the code in it, has among its constants. */
  private constants(shown: readonly Seen[]): ConstantView[] {
    const found: ConstantView[] = [];
    const visited = new Set<PyCode>();
    const visit = (code: PyCode) => {
      if (code.hidden || visited.has(code)) return;
      visited.add(code);
      code.constants.forEach((constant, index) => {
        if (constant instanceof PyCode) visit(constant);
        else if (this.seen.of(constant).shownAt === this.look) found.push({ code: this.listings.indexOf(code), index, to: this.identity.chipOf(constant) });
      });
    };
    for (let frame = this.vm.frame; frame; frame = frame.back) if (this.isShown(frame)) visit(frame.code);
    for (const { object } of shown) if (object instanceof PyFunction || object instanceof PyGenerator) visit(object.code);
    return found;
  }

  /**
   * They, and what they refer to that no box of the picture stands for: dicts of instances, tuples of cells. Functions of a
   * library are held by its module for as long as the program runs: what they refer to is not walked through.
   */
  private withUnseen(lost: readonly PyObject[]): Set<PyObject> {
    const found = new Set(lost);
    for (const object of found) {
      traverse(object, (edge) => {
        if (edge.generation >= 0 && edge !== this.main && !(edge instanceof PyModule || edge instanceof PyCode || isLibraryFunction(edge) || (edge instanceof PyType && !isOwnClass(edge)))) found.add(edge);
      });
    }
    return found;
  }

  private isAlive(object: PyObject): boolean {
    return this.vm.heap.live?.has(object) ?? true;
  }

  /** Those whose every reference comes from others among them (as the collector finds it: Python/gc.c, subtract_refs). */
  private garbageAmong(lost: readonly PyObject[]): Set<PyObject> {
    const garbage = this.withUnseen(lost);
    for (;;) {
      const internal = new Map<PyObject, number>();
      for (const object of garbage) {
        traverse(object, (to) => {
          if (garbage.has(to)) internal.set(to, (internal.get(to) ?? 0) + 1);
        });
      }
      const held = [...garbage].filter((object) => object.refs > (internal.get(object) ?? 0));
      if (held.length === 0) return garbage;
      for (const object of held) garbage.delete(object);
    }
  }
}

/** The library's function that the innermost frame of the program has called. */
function libraryCall(top: Frame | null): string | null {
  let called: Frame | null = null;
  for (let frame = top; frame?.hidden; frame = frame.back) called = frame;
  return called?.code.spec.qualname ?? null;
}

const isLibraryFunction = (object: PyObject): boolean => object instanceof PyFunction && object.code.hidden;

/** The program's own containers: built-in functions, modules and the like are held by the machine. */
function canBeGarbage(object: PyObject): boolean {
  if (object.refs >= IMMORTAL || object.generation < 0) return false;
  if (object instanceof PyModule || object instanceof PyCode || object instanceof PyBuiltinFunction || object instanceof PyDescriptor) return false;
  return object instanceof PyType ? isOwnClass(object) : !isLibraryFunction(object);
}

function sameConstants(a: readonly ConstantView[], b: readonly ConstantView[]): boolean {
  return a.length === b.length && a.every(({ code, index, to }, i) => code === b[i].code && index === b[i].index && to === b[i].to);
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((entry, i) => entry === b[i]);
}
