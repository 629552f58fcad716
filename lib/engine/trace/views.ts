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
import { edgesOf, isOwnClass } from "./edges.ts";
import type { Identity } from "./identity.ts";
import type { Listings } from "./listings.ts";
import type { EdgeView, ObjView, Shape, Sharing, TracebackEntry } from "./recording.ts";
import { textOfValue } from "./value-text.ts";

/** Makes the view of an object; one that equals the view of the step before is that view. */
export class Viewer {
  private readonly vm: Machine;
  private readonly identity: Identity;
  private readonly listings: Listings;
  private readonly last = new Map<PyObject, ObjView>();

  constructor(vm: Machine, identity: Identity, listings: Listings) {
    this.vm = vm;
    this.identity = identity;
    this.listings = listings;
  }

  /** `meet` is told of each object that it refers to. */
  view(object: PyObject, reach: ObjView["reach"], meet: (object: PyObject) => void): ObjView {
    const known = this.last.get(object);
    const { edges, isCut } = edgesOf(object);
    for (const { to } of edges) if (to) meet(to);
    const made: ObjView = {
      chip: this.identity.chipOf(object),
      type: object.type.shownName,
      class: isOwnClass(object.type) ? this.identity.chipOf(object.type) : null,
      text: textOfValue(object),
      address: object.id,
      refs: object.refs >= IMMORTAL ? null : object.refs,
      sharing: this.sharingOf(object),
      generation: object.generation < 0 ? null : object.generation,
      reach,
      edges: edges.map(({ role, label, to }) => ({ role, label, to: to && this.identity.chipOf(to) })),
      more: isCut ? 1 : 0,
      weakrefs: object.weakrefs?.length ?? 0,
      shape: this.shapeOf(object),
    };
    if (made.class !== null) meet(object.type);
    if (known && sameView(known, made)) return known;
    this.last.set(object, made);
    return made;
  }

  forget(object: PyObject): void {
    this.last.delete(object);
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

  private shapeOf(object: PyObject): Shape {
    if (isScalar(object)) return { kind: "scalar" };
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

function sameEdges(a: readonly EdgeView[], b: readonly EdgeView[]): boolean {
  return a.length === b.length && a.every((edge, i) => edge.to === b[i].to && edge.label === b[i].label && edge.role === b[i].role);
}

function sameShape(a: Shape, b: Shape): boolean {
  return a.kind === b.kind && (a.kind === "scalar" || JSON.stringify(a) === JSON.stringify(b));
}

function sameView(a: ObjView, b: ObjView): boolean {
  return (
    a.refs === b.refs && a.text === b.text && a.reach === b.reach && a.generation === b.generation && a.weakrefs === b.weakrefs && a.sharing === b.sharing &&
    a.class === b.class && a.more === b.more && sameEdges(a.edges, b.edges) && sameShape(a.shape, b.shape)
  );
}
