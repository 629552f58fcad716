import type { Heap } from "../core/heap.ts";
import type { Profile } from "../profiles/types.ts";
import { IMMORTAL, type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { CompareOp } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import * as attributes from "../protocol/attributes.ts";
import { callMethod, callSpecial } from "../protocol/call.ts";
import { compare, equal } from "../protocol/compare.ts";
import { hash } from "../protocol/hash.ts";
import { length } from "../protocol/item.ts";
import { iter, next } from "../protocol/iterate.ts";
import { index } from "../protocol/number.ts";
import { reprObject, strObject } from "../protocol/repr.ts";
import { truth } from "../protocol/truth.ts";
import { PyAsyncValue } from "../types/async-value.ts";
import { PyDict } from "../types/dict.ts";
import type { PyFrame } from "../types/frame-object.ts";
import { PyFrameLocalsProxy } from "../types/frame-locals-object.ts";
import { PyList } from "../types/list.ts";
import type { Scalars } from "../types/scalars.ts";
import type { PyStr } from "../types/str-object.ts";
import { PyTuple } from "../types/tuple.ts";
import { clearGarbageWeakrefs, clearWeakrefs } from "../types/weakref.ts";

/**
 * What the machine fills in while it starts. The fields lie in it from the first moment, so that whoever reads it meets one
 * shape, the one it has ever after: shapes of the start would make each reading slower in the host.
 */
const FILLED_LATER = Object.fromEntries(
  [
    "profile", "limits", "maxNativeDepth", "recursionLimit", "guardsGenerators", "startingFrame", "unwinding", "coverage", "stackCheck", "output", "handlers",
    "heap", "types", "scalars", "tracer", "specTypes", "intType", "dictType", "none", "true", "false", "notImplemented", "ellipsis", "emptyTuple", "modules",
    "importer", "builtins",
  ].map((name) => [name, null]),
);

/** What the machine can make and do without running anything itself: each method is the protocol function of its name. */
export abstract class Operations {
  /** The machine that this is a part of. */
  private readonly machine = this as unknown as Runtime;
  abstract readonly types: Record<string, PyType>;
  abstract readonly profile: Profile;
  abstract readonly heap: Heap;
  abstract readonly scalars: Scalars;
  abstract readonly emptyTuple: PyObject;
  abstract readonly true: PyObject;
  abstract readonly false: PyObject;

  constructor() {
    Object.assign(this, FILLED_LATER);
  }

  // Making objects.
  int(value: bigint | number): PyObject {
    return this.scalars.int(value);
  }
  float(value: number): PyObject {
    return this.scalars.float(value);
  }
  bool(value: boolean): PyObject {
    const object = value ? this.true : this.false;
    if (object.refs < IMMORTAL) object.refs++;
    return object;
  }
  str(value: string): PyObject {
    return this.scalars.str(value);
  }
  newStr(value: string): PyObject {
    return this.scalars.newStr(value);
  }
  intern(value: string): PyObject {
    return this.scalars.intern(value);
  }
  bytes(value: Uint8Array): PyObject {
    return this.scalars.bytes(value);
  }
  takeTuple(items: PyObject[]): PyObject {
    return items.length === 0 ? retain(this.emptyTuple) : new PyTuple(this.types.tuple, items);
  }
  takeTupleOfArray(items: PyObject[]): PyObject {
    const tuple = this.takeTuple(items);
    if (this.profile.gc.tracksTuples === "with-content" && !items.some((item) => item.type.isCollected)) this.heap.collector.untrack(tuple);
    return tuple;
  }
  takeList(items: PyObject[]): PyObject {
    return new PyList(this.types.list, items);
  }
  dict(): PyDict {
    return new PyDict(this.types.dict);
  }

  // Operations.
  callSpecial(self: PyObject, name: string, args: readonly PyObject[]): PyObject | null {
    return callSpecial(this.machine, self, name, args);
  }
  callMethod(self: PyObject, name: string, args: readonly PyObject[]): PyObject {
    return callMethod(this.machine, self, name, args);
  }
  getAttribute(object: PyObject, name: string): PyObject {
    return attributes.getAttribute(this.machine, object, name);
  }
  getAttributeOrNull(object: PyObject, name: string): PyObject | null {
    return attributes.getAttributeOrNull(this.machine, object, name);
  }
  setAttribute(object: PyObject, name: string, value: PyObject | null): void {
    attributes.setAttribute(this.machine, object, name, value);
  }
  repr(object: PyObject): PyObject {
    return reprObject(this.machine, object);
  }
  reprText(object: PyObject): string {
    return this.textOf(reprObject(this.machine, object));
  }
  strText(object: PyObject): string {
    return this.textOf(strObject(this.machine, object));
  }
  /** The text of an owned str, which is given up. */
  private textOf(text: PyObject): string {
    const { value } = text as PyStr;
    release(text);
    return value;
  }
  truth(object: PyObject): boolean {
    return truth(this.machine, object);
  }
  hash(object: PyObject): bigint {
    return hash(this.machine, object);
  }
  compare(left: PyObject, right: PyObject, op: CompareOp): PyObject {
    return compare(this.machine, left, right, op);
  }
  equal(left: PyObject, right: PyObject): boolean {
    return equal(this.machine, left, right);
  }
  iter(object: PyObject): PyObject {
    return iter(this.machine, object);
  }
  next(iterator: PyObject): PyObject | null {
    return next(this.machine, iterator);
  }
  index(object: PyObject): bigint {
    return index(this.machine, object);
  }
  length(object: PyObject): number {
    return length(this.machine, object);
  }

  // Objects of types that the machine alone makes, and weak references.
  /** A value that an asynchronous generator yields, marked as one. */
  wrapAsyncValue(value: PyObject): PyObject {
    return new PyAsyncValue(this.machine, value);
  }
  frameLocalsProxy(frame: PyObject): PyObject {
    return new PyFrameLocalsProxy(this.machine, frame as PyFrame);
  }
  clearWeakrefs(object: PyObject): void {
    clearWeakrefs(this.machine, object);
  }
  clearGarbageWeakrefs(objects: readonly PyObject[], garbage: ReadonlySet<PyObject>, which: "all" | "with-callback"): void {
    clearGarbageWeakrefs(this.machine, objects, garbage, which);
  }
}
