import { IMMORTAL, type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyBool } from "./bool.ts";
import { PyBytes } from "./bytes-object.ts";
import { PyEllipsis } from "./ellipsis.ts";
import { PyFloat } from "./float-object.ts";
import { sipKeyOf, type SipKey } from "./hash/siphash.ts";
import { PyInt } from "./int.ts";
import { PyNone } from "./none.ts";
import { PyNotImplemented } from "./not-implemented.ts";
import { PyStr } from "./str-object.ts";
import type { PyType } from "../core/type.ts";

/** So many dead ints wait at most. */
const SPARE_INTS = 64;

/** Objects that exist once: which ones, and since when, is the interpreter state's business (Python/pylifecycle.c, Objects/unicodeobject.c). */
type Singleton = "none" | "true" | "false" | "ellipsis" | "notImplemented";

/**
 * What the scalar types share in one runtime: the singletons, the cache of small ints, strings of one Latin-1 character,
 * the table of interned strings, the key of string hashes, the limit on digits. Everything is made on first use, so the
 * types may be built afterwards. Makers return owned references.
 */
export class Scalars {
  /** The key of string hashes, from the seed as `PYTHONHASHSEED` gives it; seed 0 is the zero key. */
  readonly hashKey: SipKey;
  /** `sys.get_int_max_str_digits()`; 0 means no limit. */
  intMaxStrDigits = 4300;
  /** Interned strings, not owned: one that dies leaves the table (Objects/unicodeobject.c, unicode_dealloc). */
  readonly interned = new Map<string, PyStr>();

  private readonly rt: Runtime;
  /** The cached ints. */
  private readonly smallest: number;
  private readonly largest: number;
  private readonly singletons = new Map<Singleton, PyObject>();
  private smallInts: PyInt[] | null = null;
  /** The type of ints once it is made, and dead ints that serve again. */
  private intType: PyType | null = null;
  private readonly spareInts: PyInt[] = [];
  /** None where each object is told apart from those before it: a spare int would be taken for the dead one. */
  private readonly mostSpares: number;
  private emptyStr: PyStr | null = null;
  private readonly latin1: (PyStr | undefined)[] = new Array<PyStr | undefined>(256).fill(undefined);
  private emptyBytes: PyBytes | null = null;
  private readonly oneByte: (PyBytes | undefined)[] = new Array<PyBytes | undefined>(256).fill(undefined);

  constructor(rt: Runtime, seed: number) {
    this.rt = rt;
    this.hashKey = sipKeyOf(seed);
    this.smallest = rt.profile.ints.cached.min;
    this.largest = rt.profile.ints.cached.max;
    this.mostSpares = rt.heap.live === null ? SPARE_INTS : 0;
  }

  get none(): PyObject {
    return this.singletons.get("none") ?? this.makeSingleton("none", new PyNone(this.rt.types.NoneType));
  }

  get true(): PyObject {
    return this.singletons.get("true") ?? this.makeSingleton("true", new PyBool(this.rt.types.bool, 1));
  }

  get false(): PyObject {
    return this.singletons.get("false") ?? this.makeSingleton("false", new PyBool(this.rt.types.bool, 0));
  }

  get ellipsis(): PyObject {
    return this.singletons.get("ellipsis") ?? this.makeSingleton("ellipsis", new PyEllipsis(this.rt.types.ellipsis));
  }

  get notImplemented(): PyObject {
    return this.singletons.get("notImplemented") ?? this.makeSingleton("notImplemented", new PyNotImplemented(this.rt.types.NotImplementedType));
  }

  /** An exact int: the cached one where the version has a cache for it. */
  int(value: bigint | number): PyInt {
    return typeof value === "number" ? this.intOfNumber(value) : this.intOfBigint(value);
  }

  /** The int of a number that is an integer. */
  intOfNumber(value: number): PyInt {
    if (value >= this.smallest && value <= this.largest) {
      // Counted here: `retain` has to look up where objects of any class have their count.
      const cached = this.cachedInt(value);
      if (cached.refs < IMMORTAL) cached.refs++;
      return cached;
    }
    if (!Number.isSafeInteger(value)) return new PyInt(this.typeOfInts(), value);
    const spare = this.spareInts.pop();
    if (spare === undefined) return new PyInt(this.typeOfInts(), value);
    spare.beginAgain(value);
    return spare;
  }

  private intOfBigint(value: bigint): PyInt {
    if (value >= this.smallest && value <= this.largest) return retain(this.cachedInt(Number(value)));
    return new PyInt(this.typeOfInts(), value);
  }

  private typeOfInts(): PyType {
    this.intType ??= this.rt.types.int;
    return this.intType;
  }

  /**
   * One reference less of an int of which nobody but the running instruction may know: one that dies serves again, as
   * CPython's free list has it since 3.14 and as costs least in the host.
   */
  giveUpInt(int: PyInt): void {
    const { refs } = int;
    if (refs >= IMMORTAL) return;
    if (refs > 1) {
      int.refs = refs - 1;
      return;
    }
    int.refs = 0;
    int.die();
    if (int.type === this.intType && this.spareInts.length < this.mostSpares) this.spareInts.push(int);
  }

  private cachedInt(value: number): PyInt {
    this.smallInts ??= this.makeSmallInts(this.smallest, this.largest);
    return this.smallInts[value - this.smallest];
  }

  float(value: number): PyFloat {
    return new PyFloat(this.rt.types.float, value);
  }

  /** An exact str: `''` and strings of one Latin-1 character are shared. */
  str(value: string): PyStr {
    if (value.length > 1) return new PyStr(this.rt.types.str, value);
    if (value.length === 0) {
      this.emptyStr ??= this.keepStr(value);
      return retain(this.emptyStr);
    }
    const code = value.charCodeAt(0);
    if (code > 255) return new PyStr(this.rt.types.str, value);
    const known = this.latin1[code];
    if (known) return retain(known);
    const made = this.keepStr(value);
    this.latin1[code] = made;
    return retain(made);
  }

  /** A str that shares nothing but the empty one. */
  newStr(value: string): PyStr {
    return value.length === 0 ? this.str(value) : new PyStr(this.rt.types.str, value);
  }

  bytes(value: Uint8Array): PyBytes {
    if (value.length > 1) return new PyBytes(this.rt.types.bytes, value);
    if (value.length === 0) {
      this.emptyBytes ??= this.keep(new PyBytes(this.rt.types.bytes, value), true);
      return retain(this.emptyBytes);
    }
    const known = this.oneByte[value[0]];
    if (known) return retain(known);
    const made = this.keep(new PyBytes(this.rt.types.bytes, value), true);
    this.oneByte[value[0]] = made;
    return retain(made);
  }

  /** The interned str of this value, made when there is none. */
  intern(value: string): PyStr {
    const known = this.interned.get(value);
    if (known) return retain(known);
    const made = this.isApart(value) ? this.keep(new PyStr(this.rt.types.str, value), true) : this.str(value);
    made.internIn(this.interned);
    return made;
  }

  private isApart(value: string): boolean {
    return value.length === 1 && this.rt.profile.strings.internedApart.includes(value);
  }

  /** `sys.intern`: the interned str equal to this exact str, which becomes the interned one when there is none. */
  internObject(object: PyStr): PyStr {
    const known = this.interned.get(object.value);
    if (known) return retain(known);
    if (object.value.length <= 1 && object.value <= "\xff") return this.intern(object.value);
    object.internIn(this.interned);
    return retain(object);
  }

  /** Constants of all code by kind and value in a free-threaded build, where equal ones are one object; else null. */
  constants: Map<string, PyObject> | null = null;

  /** The interned str of a constant or name of a code object: immortal where the version says so. */
  internConstant(value: string): PyStr {
    const object = this.intern(value);
    if (this.rt.profile.immortality.internedConstants) object.refs = IMMORTAL;
    return object;
  }

  /** The references that this cache holds. */
  roots(visit: (object: PyObject) => void): void {
    for (const [name, object] of this.singletons) for (let i = this.heldAtStart(name); i >= 0; i--) visit(object);
    for (const object of this.smallInts ?? []) visit(object);
    if (this.emptyStr) visit(this.emptyStr);
    for (const object of this.latin1) if (object) visit(object);
    if (this.emptyBytes) visit(this.emptyBytes);
    for (const object of this.oneByte) if (object) visit(object);
  }

  private makeSmallInts(min: number, max: number): PyInt[] {
    const ints: PyInt[] = [];
    for (let i = min; i <= max; i++) ints.push(this.keep(new PyInt(this.rt.types.int, i), true));
    return ints;
  }

  private makeSingleton(name: Singleton, object: PyObject): PyObject {
    this.singletons.set(name, this.keep(object));
    object.refs += this.heldAtStart(name);
    return object;
  }

  private heldAtStart(name: Singleton): number {
    const { heldAtStart } = this.rt.profile.immortality;
    return name in heldAtStart ? (heldAtStart[name as keyof typeof heldAtStart] ?? 0) : 0;
  }

  private keepStr(value: string): PyStr {
    const made = this.keep(new PyStr(this.rt.types.str, value), true);
    if (!this.interned.has(value) && !this.isApart(value)) made.internIn(this.interned);
    return made;
  }

  /** Marks an object that the caller keeps as long as the runtime lives, e.g. the empty tuple. */
  keepForever(object: PyObject): void {
    this.keep(object, true);
  }

  /** Marks an object that the interpreter keeps as this version does: immortal, with a large count, or plainly counted. */
  private keep<T extends PyObject>(object: T, largeCount = false): T {
    const { kind, shownCount } = this.rt.profile.immortality;
    if (kind === "immortal") object.refs = IMMORTAL;
    else if (kind === "static-large-count" && largeCount) object.refs = shownCount;
    return object;
  }

  /** Gives the kept objects back, for a runtime that ends. */
  clear(): void {
    const kept: PyObject[] = [];
    this.roots((object) => kept.push(object));
    this.singletons.clear();
    this.smallInts = null;
    this.emptyStr = null;
    this.emptyBytes = null;
    this.latin1.fill(undefined);
    this.oneByte.fill(undefined);
    for (const object of kept) release(object);
  }
}
