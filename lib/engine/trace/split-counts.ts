import { CodeFlag } from "../compiler/code.ts";
import { IMMORTAL, type PyObject } from "../core/object.ts";
import { PyType } from "../core/type.ts";
import { PyCode } from "../types/code.ts";
import { PyDescriptor } from "../types/descriptors.ts";
import { PyFunction } from "../types/function.ts";
import { PyModule } from "../types/module.ts";
import type { Machine } from "../vm/machine.ts";
import type { ThreadState } from "../vm/thread.ts";
import type { SplitCount } from "./recording.ts";

/** The two counts of one object. */
class Split {
  /** The thread that made it; null once the counts are merged (ob_tid is zero). */
  owner: ThreadState | null;
  local = 0;
  shared = 0;
  view: SplitCount | null = null;
  readonly deferred: boolean;

  constructor(owner: ThreadState, deferred: boolean) {
    this.owner = owner;
    this.deferred = deferred;
  }

  /** That thread has made so many references more. */
  change(thread: ThreadState, by: number): void {
    if (this.owner === thread) {
      this.local += by;
      // The owner's last reference is gone while others hold some (_Py_MergeZeroLocalRefcount).
      if (this.local <= 0) this.merge();
    } else this.shared += by;
  }

  /** Another thread gave up what the owner had counted. Where counts are deferred, a large number is in the shared one besides, which so never comes to zero. */
  get isQueued(): boolean {
    return this.owner !== null && this.shared < 0 && !this.deferred;
  }

  merge(): void {
    this.shared += this.local;
    this.local = 0;
    this.owner = null;
  }
}

/**
 * The counts of a free-threaded build, which has two for each object (PEP 703, biased reference counting): one that its
 * owner alone changes, and one for all other threads. The machine keeps their sum. Since one thread runs at a time, what a
 * sum has changed by from one switch of threads to the next, the running thread has done. That is looked at before each
 * switch and at each step of the recording.
 *
 * Differs: an owner that gives its last reference up and takes another one between two looks still owns the object here;
 * what loses its last reference in another thread ends at once, not when its owner merges the counts.
 */
export class SplitCounts {
  private readonly vm: Machine;
  private readonly splits = new Map<PyObject, Split>();
  /** The sums that the splits stand for. */
  private readonly sums = new Map<PyObject, number>();
  private readonly births: PyObject[] = [];
  /** Another thread than the first was started. */
  private hasThreads = false;

  constructor(vm: Machine) {
    this.vm = vm;
    vm.heap.births = this.births;
    vm.threads.onSwitch = (next) => {
      this.update();
      // Its eval breaker is set: it merges what others have queued for it (_Py_brc_merge_refcounts).
      for (const split of this.splits.values()) if (split.owner === next && split.isQueued) split.merge();
    };
  }

  /** Brings all counts up to now. */
  update(): void {
    const { births, splits, sums } = this;
    const { thread, threads } = this.vm;
    if (threads.live().length > 1) this.hasThreads = true;
    for (const object of births) {
      splits.set(object, new Split(thread, isDeferred(object)));
      sums.set(object, 0);
    }
    births.length = 0;
    for (const [object, sum] of sums) {
      const { refs } = object;
      if (refs === sum) continue;
      if (refs <= 0 || refs >= IMMORTAL) {
        splits.delete(object);
        sums.delete(object);
        continue;
      }
      sums.set(object, refs);
      splits.get(object)?.change(thread, refs - sum);
    }
    // An owner that has ended need not be asked (Python/brc.c, _Py_brc_queue_object).
    for (const split of splits.values()) if (split.isQueued && split.owner?.state === "done") split.merge();
  }

  /** The count of an object that the program has made, or that was made for it; null for what was there before, and what is immortal. The same object while nothing changes. */
  of(object: PyObject): SplitCount | null {
    const split = this.splits.get(object);
    if (split === undefined || this.isImmortal(object)) return null;
    const { owner, local, shared, deferred, view } = split;
    const id = owner?.ident ?? null;
    if (view !== null && view.owner === id && view.local === local && view.shared === shared) return view;
    return (split.view = { owner: id, ownerName: owner?.shownName ?? "", local, shared, deferred });
  }

  /** Whether the build never frees the object: 3.13 has what is to be deferred immortal from the first start of a thread on. */
  isImmortal(object: PyObject): boolean {
    return object.refs >= IMMORTAL || (this.hasThreads && this.vm.profile.freeThreading?.sharedCode === "immortal-with-threads" && isDeferred(object));
  }
}

/** Whether references from value stacks are not counted, so that only the collector ends it (_PyObject_SetDeferredRefcount). */
function isDeferred(object: PyObject): boolean {
  if (object instanceof PyFunction) {
    const { flags } = object.code.spec;
    return (flags & CodeFlag.NESTED) === 0 || (flags & CodeFlag.METHOD) !== 0;
  }
  return object instanceof PyType ? object.isHeapType : object instanceof PyModule || object instanceof PyCode || object instanceof PyDescriptor;
}
