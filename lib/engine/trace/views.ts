import { IMMORTAL, type PyObject } from "../core/object.ts";
import { PyType } from "../core/type.ts";
import { PyBool } from "../types/bool.ts";
import { PyBytes } from "../types/bytes-object.ts";
import { PyCell } from "../types/cell.ts";
import { PyCode } from "../types/code.ts";
import { PyDict } from "../types/dict.ts";
import { PyException } from "../types/exception.ts";
import { PyFloat } from "../types/float-object.ts";
import { PyFunction } from "../types/function.ts";
import { peekDelegate, PyGenerator } from "../types/generator.ts";
import { PyInt } from "../types/int-object.ts";
import { PyList } from "../types/list.ts";
import { PyMethod } from "../types/method.ts";
import { PyModule } from "../types/module.ts";
import { PySet } from "../types/set.ts";
import { PyStr } from "../types/str-object.ts";
import { PyTraceback } from "../types/traceback.ts";
import { PyTuple } from "../types/tuple.ts";
import { PyWeakRef } from "../types/weakref.ts";
import { PyLock } from "../threads/locks.ts";
import type { Machine } from "../vm/machine.ts";
import { EdgeList, isOwnClass, MOST_EDGES, readEdges } from "./edges.ts";
import type { Identity } from "./identity.ts";
import type { Listings } from "./listings.ts";
import type { LoopViewer } from "./loop-views.ts";
import type { EdgeView, ObjView, Shape, Sharing, TracebackEntry } from "./recording.ts";
import type { Seen, SeenObjects } from "./seen.ts";
import { shortText } from "./short-text.ts";
import type { SplitCounts } from "./split-counts.ts";
import { textOfValue } from "./value-text.ts";

/** Makes the view of an object; one that equals the view of the step before is that view. */
export class Viewer {
  private readonly vm: Machine;
  private readonly identity: Identity;
  private readonly listings: Listings;
  private readonly loops: LoopViewer;
  private readonly objects: SeenObjects;
  /** Of a free-threaded build. */
  private readonly splits: SplitCounts | null;
  private readonly list = new EdgeList();
  /** What the views of this look have taken in instead of a box of its own. */
  readonly folded = new Set<PyObject>();

  constructor(vm: Machine, identity: Identity, listings: Listings, loops: LoopViewer, objects: SeenObjects, splits: SplitCounts | null) {
    this.vm = vm;
    this.identity = identity;
    this.listings = listings;
    this.loops = loops;
    this.objects = objects;
    this.splits = splits;
  }

  /** `meet` is told of each object that it refers to. Of namespaces that are shown elsewhere only that is said. */
  view(seen: Seen, reach: ObjView["reach"], meet: (seen: Seen) => void, namespaces: ReadonlyMap<PyObject, string>): ObjView {
    const { object } = seen;
    const chip = seen.number(this.identity);
    const known = seen.view;
    const before = known?.chip === chip && this.hasSameHead(known, object, reach) ? known : null;
    if (before !== null && (isConstant(object) || this.hasSameItems(seen, before, meet))) return before;
    const { list } = this;
    const owner = object instanceof PyDict ? namespaces.get(object) : undefined;
    if (owner === undefined) readEdges(object, list);
    else list.clear();
    const awaitable = this.loops.kindOf(object);
    if (awaitable !== null) for (const [label, to] of this.loops.partsOf(object)) list.add("member", label, to);
    const ends = this.endsOf(seen, meet);
    for (const inner of list.folded) this.folded.add(inner);
    const { type } = object;
    const isOwn = isOwnClass(type);
    if (isOwn) meet(this.objects.of(type));
    const edges = known !== null && this.hasEdges(known.edges, ends) && known.isCut === list.isCut ? known.edges : this.edges(ends);
    seen.ends = ends;
    if (before && edges === before.edges && lengthOf(before.shape) === lengthOf(object) && awaitable === null && !isVolatile(object)) return before;
    const made: ObjView = {
      chip,
      type: type.shownName,
      class: isOwn ? this.identity.chipOf(type) : null,
      text: owner ?? (known && hasFixedText(object) ? known.text : shortText(object)),
      address: object.address,
      refs: this.countOf(object),
      split: this.splits?.of(object) ?? null,
      sharing: this.sharingOf(object),
      generation: object.generation < 0 ? null : object.generation,
      reach,
      edges,
      isCut: list.isCut,
      weakrefs: object.weakrefs?.length ?? 0,
      shape: this.shapeOf(object, known?.shape),
    };
    if (known?.chip === chip && sameView(known, made)) return known;
    seen.view = made;
    return made;
  }

  private countOf(object: PyObject): number | null {
    return object.refs >= IMMORTAL || this.splits?.isImmortal(object) ? null : object.refs;
  }

  /** Count, collector and weak references are as they were. */
  private hasSameHead(known: ObjView, object: PyObject, reach: ObjView["reach"]): boolean {
    const { generation, weakrefs } = object;
    return (
      known.refs === this.countOf(object) && (this.splits === null || known.split === this.splits.of(object)) && known.reach === reach && known.generation === (generation < 0 ? null : generation) &&
      known.weakrefs === (weakrefs?.length ?? 0) && (!(object instanceof PyStr) || known.sharing === this.sharingOf(object))
    );
  }

  /** Whether it is a plain list or tuple with the items that it had; then these are met. Most of what there is to see is that. */
  private hasSameItems({ object, ends }: Seen, known: ObjView, meet: (seen: Seen) => void): boolean {
    if (!(object instanceof PyList || object instanceof PyTuple) || object.type.isHeapType) return false;
    const { items } = object;
    if (lengthOf(known.shape) !== items.length || ends.length !== Math.min(items.length, MOST_EDGES)) return false;
    const { edges } = known;
    for (let i = 0; i < ends.length; i++) {
      const end = ends[i];
      if (end === null || end.object !== items[i] || end.number(this.identity) !== edges[i].to) return false;
    }
    for (const end of ends) meet(end as Seen);
    return true;
  }

  /** Where the edges in the list end. */
  private endsOf({ ends: known }: Seen, meet: (seen: Seen) => void): readonly (Seen | null)[] {
    const { ends, count } = this.list;
    let isSame = known.length === count;
    const found: (Seen | null)[] = [];
    for (let i = 0; i < count; i++) {
      const object = ends[i];
      const old = i < known.length ? known[i] : null;
      const end = object === null ? null : old?.object === object ? old : this.objects.of(object);
      if (end !== old) isSame = false;
      found.push(end);
      if (end !== null) meet(end);
    }
    return isSame ? known : found;
  }

  private hasEdges(known: readonly EdgeView[], ends: readonly (Seen | null)[]): boolean {
    const { roles, labels } = this.list;
    if (known.length !== ends.length) return false;
    for (let i = 0; i < ends.length; i++) {
      const { role, label, to } = known[i];
      const source = labels[i];
      // A key that is the same object has the same label.
      if (role !== roles[i] || to !== (ends[i]?.number(this.identity) ?? null) || (typeof source === "string" && source !== label)) return false;
    }
    return true;
  }

  private edges(ends: readonly (Seen | null)[]): EdgeView[] {
    const { list } = this;
    return ends.map((end, i) => ({ role: list.roles[i], label: list.label(i), to: end?.number(this.identity) ?? null }));
  }

  private sharingOf(object: PyObject): Sharing | null {
    const { vm } = this;
    const { profile, scalars } = vm;
    if (object === vm.none || object === vm.true || object === vm.false || object === vm.ellipsis || object === vm.notImplemented || object === vm.emptyTuple) return "singleton";
    if (object instanceof PyInt && !(object instanceof PyBool) && object.type === vm.intType) {
      const { min, max } = profile.ints.cached;
      return object.form >= min && object.form <= max ? "small-int" : null;
    }
    if (object instanceof PyStr) {
      if (object.length <= 1 && object.kind !== "bmp" && object.kind !== "astral" && object.refs >= IMMORTAL) return object.length === 0 ? "singleton" : "one-character";
      return scalars.interned.get(object.value) === object ? "interned" : null;
    }
    if (object instanceof PyType && !object.isHeapType) return "static";
    return null;
  }

  /** A new shape, or the one of before where it is equal. */
  private shapeOf(object: PyObject, known: Shape | undefined): Shape {
    const made = this.newShape(object);
    return known && sameShape(known, made) ? known : made;
  }

  private newShape(object: PyObject): Shape {
    if (isScalar(object)) return SCALAR;
    if (object instanceof PyTuple || object instanceof PyList) return { kind: "sequence", length: object.items.length };
    if (object instanceof PyDict) return { kind: "mapping", length: object.used };
    if (object instanceof PySet) return { kind: "set", length: object.table.used };
    if (object instanceof PyType) return this.shapeOfClass(object);
    if (object instanceof PyFunction) return object.code.hidden ? { kind: "opaque" } : { kind: "function", line: object.code.spec.firstLine, code: this.listings.indexOf(object.code) };
    if (object instanceof PyCode) return object.hidden ? { kind: "opaque" } : { kind: "code", code: this.listings.indexOf(object) };
    if (object instanceof PyMethod) return { kind: "method" };
    if (object instanceof PyCell) return { kind: "cell" };
    if (object instanceof PyGenerator) return this.shapeOfGenerator(object);
    if (object instanceof PyException) return { kind: "exception", message: messageOf(object), traceback: tracebackOf(object), hidesContext: object.suppressContext };
    if (object instanceof PyWeakRef) return { kind: "weakref", dead: object.referent === null };
    if (object instanceof PyLock) return { kind: "lock", locked: object.locked, owner: object.owner?.ident ?? null };
    if (object instanceof PyModule) return { kind: "module" };
    const awaitable = this.loops.kindOf(object);
    if (awaitable !== null) return { kind: awaitable, name: this.loops.nameOf(object), state: this.loops.stateOf(object) };
    if (object.attributes || object.slotValues) return { kind: "instance" };
    return object.type.slots.next ? { kind: "iterator" } : { kind: "opaque" };
  }

  private shapeOfClass(type: PyType): Shape {
    const mro = type.mro.map((base) => ({ name: base.name, chip: isOwnClass(base) ? this.identity.chipOf(base) : null }));
    return { kind: "class", mro, metaclass: type.type.name };
  }

  private shapeOfGenerator(generator: PyGenerator): Shape {
    const { frame, state } = generator;
    const awaited = peekDelegate(generator);
    const isShown = frame !== null && !frame.hidden;
    return { kind: "generator", state, frame: isShown ? this.identity.frameOf(frame) : null, awaits: awaited && this.identity.chipOf(awaited) };
  }
}

const SCALAR: Shape = { kind: "scalar" };

function isScalar(object: PyObject): boolean {
  return object instanceof PyInt || object instanceof PyFloat || object instanceof PyStr || object instanceof PyBytes || object.type.name === "NoneType" || object.type.name === "ellipsis";
}

/** What `str(exception)` mostly is, from the arguments alone. */
function messageOf({ args }: PyException): string {
  if (args.items.length === 0) return "";
  const [first] = args.items;
  if (args.items.length > 1) return textOfValue(args);
  return first instanceof PyStr ? first.value : textOfValue(first);
}

function tracebackOf({ traceback }: PyException): TracebackEntry[] {
  const entries: TracebackEntry[] = [];
  for (let level = traceback as PyTraceback | null; level; level = level.next) entries.push({ name: level.frame.frame.code.spec.name, line: level.line });
  return entries;
}

function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  return "length" in a && "length" in b ? a.length === b.length : JSON.stringify(a) === JSON.stringify(b);
}

function sameView(a: ObjView, b: ObjView): boolean {
  return (
    a.refs === b.refs && a.split === b.split && a.text === b.text && a.reach === b.reach && a.generation === b.generation && a.weakrefs === b.weakrefs && a.sharing === b.sharing &&
    a.class === b.class && a.isCut === b.isCut && a.edges === b.edges && a.shape === b.shape
  );
}

/** Nothing about it changes but its count. */
function isConstant(object: PyObject): boolean {
  const { type } = object;
  return type.isHeapType ? false : object instanceof PyInt || object instanceof PyFloat || object instanceof PyStr || object instanceof PyBytes || type.name === "NoneType";
}

/** It may change in what is no reference: its state, its class. */
function isVolatile(object: PyObject): boolean {
  return object instanceof PyGenerator || object instanceof PyException || object instanceof PyWeakRef || object instanceof PyLock || object.type.slots.next !== undefined;
}

/** How long a container is, which is more than the edges that are shown; of others 0. */
function lengthOf(of: Shape | PyObject): number {
  if ("kind" in of) return "length" in of ? of.length : 0;
  if (of instanceof PyTuple || of instanceof PyList) return of.items.length;
  if (of instanceof PyDict) return of.used;
  return of instanceof PySet ? of.table.used : 0;
}

/** Its text follows from what never changes. */
function hasFixedText(object: PyObject): boolean {
  return object instanceof PyCode || object instanceof PyTuple || object instanceof PyList || object instanceof PyCell;
}
