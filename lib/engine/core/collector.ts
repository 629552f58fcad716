import { clearInstance, NO_CANDIDATE, type PyObject, release, retain, traverse } from "./object.ts";
import type { Runtime } from "./runtime.ts";
import type { PyType } from "./type.ts";

export interface GenerationStats {
  collections: number;
  collected: number;
  uncollectable: number;
  /** Objects that collections have looked at. */
  candidates: number;
}

/** Whether the collector has to look at this object (PyObject_IS_GC): static types are of a collected type, but live outside. */
function isCollected(object: PyObject): boolean {
  const { type } = object;
  return type.isCollected && !(type === type.rt.types.type && !(object as PyType).isHeapType);
}

/** Whether a container must be tracked for this content: a plain tuple that is not tracked itself leads to no cycle (_PyObject_GC_MAY_BE_TRACKED). */
export function mayBeTracked(object: PyObject): boolean {
  return isCollected(object) && (object.generation >= 0 || object.type !== object.type.rt.types.tuple);
}

/** About as many as the namespaces of the built-in types hold. */
const LATE_OBJECTS = 1_350;

/** What one collection did. */
export interface CollectReport {
  readonly collected: number;
  readonly uncollectable: number;
  /** Objects looked at. */
  readonly candidates: number;
}

/** Who keeps garbage and hears of collections. */
export interface CollectorListener {
  /** Unreachable objects that DEBUG_SAVEALL keeps (`gc.garbage`). */
  saveGarbage(object: PyObject): void;
  /** Told before and after each collection (`gc.callbacks`). */
  onPhase(phase: "start" | "stop", generation: number, report: CollectReport): void;
}

const NOTHING: CollectReport = { collected: 0, uncollectable: 0, candidates: 0 };

/**
 * The cyclic collector: generations, thresholds, and the search for objects that only refer to each other
 * (Python/gc.c, Modules/gcmodule.c). Reference counts do the rest.
 */
export class Collector {
  enabled = true;
  /** `gc.DEBUG_SAVEALL` and friends. */
  debug = 0;
  readonly thresholds: [number, number, number];
  /** Allocations minus deallocations since the last young collection; then collections of each younger generation. */
  readonly counts: [number, number, number] = [0, 0, 0];
  readonly generations: [Set<PyObject>, Set<PyObject>, Set<PyObject>] = [new Set(), new Set(), new Set()];
  /** Objects that `gc.freeze` set aside. */
  readonly permanent = new Set<PyObject>();
  readonly stats: [GenerationStats, GenerationStats, GenerationStats] = [emptyStats(), emptyStats(), emptyStats()];
  /** The gc module, once it is loaded. */
  listener: CollectorListener | null = null;
  /** The host's own observer, told after each collection. */
  onCollected: ((generation: number, report: CollectReport) => void) | null = null;

  private readonly rt: Runtime;
  private collecting = false;
  /** Objects that are put off. */
  private late = 0;
  private longLivedTotal = 0;
  private longLivedPending = 0;

  constructor(rt: Runtime) {
    this.rt = rt;
    this.thresholds = [...rt.profile.gc.thresholds];
  }

  /** A new object of a collected type. May collect at once, where this version does so. */
  add(object: PyObject): void {
    this.counts[0]++;
    this.rt.charge(1);
    if (this.counts[0] > this.thresholds[0] && this.enabled && this.thresholds[0] > 0 && !this.collecting) {
      if (this.rt.profile.gc.runsAt === "allocation") this.collectDue();
      else this.rt.requestCollection();
    }
    this.track(object);
  }

  /** The namespaces of the built-in types are made later: counted as if they were there. */
  expectLate(): void {
    this.late = LATE_OBJECTS;
    this.counts[0] += LATE_OBJECTS;
    if (this.counts[0] > this.thresholds[0]) this.rt.requestCollection();
  }

  /** Objects that would have been there all along: they start in the oldest generation and cause no collection. */
  addLate(make: () => void): void {
    const { collecting, generations } = this;
    const [young, , old] = generations;
    const [made] = this.counts;
    this.collecting = true;
    generations[0] = new Set();
    make();
    for (const object of generations[0]) {
      object.generation = 2;
      old.add(object);
    }
    this.late = Math.max(0, this.late - generations[0].size);
    generations[0] = young;
    this.counts[0] = made;
    this.collecting = collecting;
  }

  track(object: PyObject): void {
    if (object.generation >= 0) return;
    object.generation = 0;
    this.generations[0].add(object);
  }

  untrack(object: PyObject): void {
    if (object.generation < 0) return;
    (object.generation === 3 ? this.permanent : this.generations[object.generation]).delete(object);
    object.generation = -1;
  }

  /** An object of this type has been freed. */
  died(type: PyType): void {
    if (type.isCollected && this.counts[0] > 0) this.counts[0]--;
  }

  /** Collects the oldest generation whose threshold is passed (gc_collect_generations). */
  collectDue(): void {
    if (!this.enabled || this.collecting) return;
    for (let generation = 2; generation >= 0; generation--) {
      if (this.thresholds[generation] > 0 && this.counts[generation] > this.thresholds[generation]) {
        // A full collection only when many objects have survived since the last one.
        if (generation === 2 && this.longLivedPending < this.longLivedTotal / 4) continue;
        this.collect(generation);
        return;
      }
    }
  }

  /** Collects a generation and all younger ones. Does nothing while a collection runs. */
  collect(generation: number): CollectReport {
    if (this.collecting) return NOTHING;
    this.collecting = true;
    try {
      this.listener?.onPhase("start", generation, NOTHING);
      const report = this.run(generation);
      const stats = this.stats[generation];
      stats.collections++;
      stats.collected += report.collected;
      stats.uncollectable += report.uncollectable;
      stats.candidates += report.candidates;
      this.onCollected?.(generation, report);
      this.listener?.onPhase("stop", generation, report);
      return report;
    } finally {
      this.collecting = false;
    }
  }

  private run(generation: number): CollectReport {
    if (generation + 1 < 3) this.counts[generation + 1]++;
    for (let g = 0; g <= generation; g++) this.counts[g] = 0;
    const young = this.merge(generation);
    // Each object is visited about three times.
    this.rt.charge(3 * young.length);
    const unreachable = findUnreachable(young);
    this.promote(young, unreachable, generation);
    const garbage = [...unreachable];
    const early = this.rt.profile.gc.weakrefsDie === "before-finalizers" ? "all" : "with-callback";
    this.clearWeakrefs(garbage, unreachable, early);
    for (const object of garbage) this.finalize(object);
    const dead = this.withoutResurrected(garbage);
    this.clearWeakrefs(dead, unreachable, "all");
    this.deleteGarbage(dead, generation);
    return { collected: dead.length, uncollectable: 0, candidates: young.length };
  }

  /** What a collection looks at, oldest first. */
  private merge(generation: number): PyObject[] {
    const young: PyObject[] = [];
    for (let g = generation; g >= 0; g--) for (const object of this.generations[g]) young.push(object);
    return young;
  }

  private promote(young: readonly PyObject[], unreachable: ReadonlySet<PyObject>, generation: number): void {
    const older = Math.min(generation + 1, 2);
    for (const object of young) {
      if (unreachable.size > 0 && unreachable.has(object)) continue;
      if (object.untrackable) {
        this.untrack(object);
        continue;
      }
      if (object.generation !== older) {
        this.generations[object.generation].delete(object);
        object.generation = older;
        this.generations[older].add(object);
      }
      if (generation === 1) this.longLivedPending++;
    }
    if (generation === 2) {
      this.longLivedPending = 0;
      this.longLivedTotal = this.generations[2].size + this.late;
    }
  }

  /** Weak references to garbage die before anything that could use them runs; then their callbacks are called (handle_weakrefs). */
  private clearWeakrefs(garbage: readonly PyObject[], unreachable: ReadonlySet<PyObject>, which: "all" | "with-callback"): void {
    const referents = garbage.filter((object) => object.weakrefs);
    if (referents.length > 0) this.rt.clearGarbageWeakrefs(referents, unreachable, which);
  }

  /** Another object's finalizer may have freed this one already: then it is tracked no more. */
  private finalize(object: PyObject): void {
    const finalize = object.type.slots.finalize;
    if (!finalize || object.finalized || object.generation < 0) return;
    object.finalized = true;
    retain(object);
    finalize(this.rt, object);
    release(object);
  }

  /** Finalizers may have made some objects reachable again: what those reach lives on (handle_resurrected_objects). */
  private withoutResurrected(garbage: PyObject[]): PyObject[] {
    const alive = garbage.filter((object) => object.generation >= 0);
    const still = findUnreachable(alive);
    const older = 2;
    for (const object of alive) {
      if (still.has(object)) continue;
      this.generations[object.generation].delete(object);
      object.generation = older;
      this.generations[older].add(object);
    }
    return alive.filter((object) => still.has(object));
  }

  private deleteGarbage(dead: PyObject[], generation: number): void {
    const SAVEALL = 32;
    for (const object of dead) {
      // Freed with an object before it.
      if (object.generation < 0) continue;
      if (this.debug & SAVEALL && this.listener) {
        this.listener.saveGarbage(object);
        this.generations[object.generation].delete(object);
        object.generation = Math.min(generation + 1, 2);
        this.generations[object.generation].add(object);
      } else if (object.clearable) {
        retain(object);
        object.clear();
        clearInstance(object);
        release(object);
      }
    }
  }
}

/**
 * Members of `candidates` that nothing outside reaches: subtract the references inside the set from the counts, then
 * follow what is left over (update_refs, subtract_refs, move_unreachable).
 */
function findUnreachable(candidates: readonly PyObject[]): Set<PyObject> {
  for (const object of candidates) object.outside = object.refs;
  for (const object of candidates) traverse(object, subtract);
  const queue: PyObject[] = [];
  const reach = (object: PyObject): void => {
    if (object.outside === NO_CANDIDATE || object.outside === REACHED) return;
    object.outside = REACHED;
    queue.push(object);
  };
  for (const object of candidates) if (object.outside > 0) reach(object);
  for (let object = queue.pop(); object; object = queue.pop()) traverse(object, reach);
  const unreachable = new Set<PyObject>();
  for (const object of candidates) {
    if (object.outside !== REACHED) unreachable.add(object);
    object.outside = NO_CANDIDATE;
  }
  return unreachable;
}

/** A candidate that something outside reaches: more references than any object has. */
const REACHED = 0x7fff_ffff;

function subtract(edge: PyObject): void {
  if (edge.outside !== NO_CANDIDATE) edge.outside--;
}

function emptyStats(): GenerationStats {
  return { collections: 0, collected: 0, uncollectable: 0, candidates: 0 };
}
