import { PyObject, release, releaseAll, retain, type Visit } from "./object.ts";
import type { Runtime } from "./runtime.ts";
import { SlotTable } from "./slots.ts";
import type { TypeSpec } from "./define.ts";

const NO_SLOTS = new SlotTable();
const NO_TYPES: ReadonlySet<PyType> = new Set();

/** A class: its name, its bases, its method resolution order, its namespace and its slots (Objects/typeobject.c). */
export class PyType extends PyObject {
  readonly rt: Runtime;
  name: string;
  /** `__qualname__`: the dotted path in the module. */
  qualname: string;
  /** Made by a class statement or by `type(...)`; instances of such a type own a reference to it. */
  readonly isHeapType: boolean;
  /** The declaration of a built-in type, null for heap types. */
  readonly spec: TypeSpec | null;
  /** The base whose layout instances have. */
  base: PyType | null;
  bases: PyType[];
  /** Method resolution order, this type first. It owns its entries, itself included, so only the collector ends a class. */
  mro: PyType[];
  /** Its slots: those of a built-in type are the same table in all runtimes, and never change. */
  slots = NO_SLOTS;
  /** What classes have that derive from this built-in type and add nothing; null until there is one. */
  slotsForHeirs: SlotTable | null = null;
  /** A built-in type whose namespace is filled when somebody looks. */
  isLate = false;

  /** Bytes of an instance without its items. */
  basicSize = 16;
  /** Instances take part in cyclic collection. */
  isCollected = false;
  /** Instances have a `__dict__`. */
  hasDict = false;
  /** Instances can be weakly referenced. */
  hasWeakrefs = false;
  /** Two pointers, to attributes and weak references, lie before each instance (Py_TPFLAGS_PREHEADER). */
  hasPreHeader = false;
  /** Classes may derive from it. */
  isBaseType = true;
  /** Attributes of the type itself cannot be set. */
  isImmutable = false;
  /** What error texts call a class of a Python half that stands for one which CPython writes in C; null for all others. */
  sealedName: string | null = null;
  /** `__abstractmethods__` is not empty. */
  isAbstract = false;
  /** Number of `__slots__` values of an instance, those of the bases included. */
  slotCount = 0;
  /** A function that makes an instance of this layout without arguments; inherited from the built-in base. */
  allocateInstance: ((type: PyType) => PyObject) | null = null;

  private names: Map<string, PyObject> | null = null;
  private derived: Set<PyType> | null = null;
  private cache: Map<string, PyObject | null> | null = null;
  private cacheEpoch = -1;
  /** Some look-up has come through here: a change must be told to the caches (a valid tp_version_tag). */
  private isAsked = false;

  /** `metatype` null is for the first type of all, `type`, whose type is itself. */
  constructor(rt: Runtime, metatype: PyType | null, name: string, bases: PyType[], isHeapType: boolean, spec: TypeSpec | null) {
    super(metatype ?? { rt, basicSize: 0 }, 1064);
    this.rt = rt;
    if (metatype === null) this.type = this;
    this.name = name;
    this.qualname = name;
    this.isHeapType = isHeapType;
    this.spec = spec;
    this.bases = bases;
    this.base = bases[0] ?? null;
    this.mro = [retain(this)];
    for (const base of bases) {
      retain(base);
      // A class statement may still fail: its class is told to the bases when it has its order (type_ready_add_subclasses).
      if (!isHeapType) base.addSubclass(this);
    }
    if (!isHeapType) rt.heap.collector.untrack(this);
  }

  /** The name as error texts show it (tp_name): built-in types outside `builtins` carry their module. */
  get shownName(): string {
    if (this.sealedName !== null) return this.sealedName;
    const module = this.spec?.module;
    return module && module !== "builtins" ? `${module}.${this.name}` : this.name;
  }

  /** The class namespace, in order of definition. Change it through `set` and `delete`, which drop the look-up caches. */
  get dict(): ReadonlyMap<string, PyObject> {
    return this.names ?? this.makeNames();
  }

  private makeNames(): Map<string, PyObject> {
    this.names = new Map();
    if (this.isLate) this.rt.fillLate(this);
    return this.names;
  }

  /** Direct subclasses, not owned. */
  get subclasses(): ReadonlySet<PyType> {
    return this.derived ?? NO_TYPES;
  }

  addSubclass(type: PyType): void {
    this.derived ??= new Set();
    this.derived.add(type);
  }

  removeSubclass(type: PyType): void {
    this.derived?.delete(type);
  }

  /** The attribute found along the method resolution order, borrowed, or null (_PyType_Lookup). */
  peek(name: string): PyObject | null {
    let { cache } = this;
    if (cache === null) {
      cache = new Map();
      this.cache = cache;
    } else if (this.cacheEpoch !== this.rt.heap.typeEpoch) cache.clear();
    this.cacheEpoch = this.rt.heap.typeEpoch;
    const known = cache.get(name);
    if (known !== undefined) return known;
    let found: PyObject | null = null;
    for (const type of this.mro) {
      type.isAsked = true;
      const value = type.dict.get(name);
      if (value !== undefined) {
        found = value;
        break;
      }
    }
    cache.set(name, found);
    return found;
  }

  /** What look-ups found may hold no more (PyType_Modified). */
  private modified(): void {
    if (this.isAsked) this.rt.heap.typeEpoch++;
  }

  /** Binds a name in the class namespace; retains the value. Slots are the caller's business. */
  set(name: string, value: PyObject): void {
    retain(value);
    const names = this.names ?? this.makeNames();
    const old = names.get(name);
    names.set(name, value);
    this.modified();
    if (old) release(old);
  }

  /** Unbinds a name in the class namespace; false when it was not there. */
  delete(name: string): boolean {
    const names = this.names ?? this.makeNames();
    const old = names.get(name);
    if (!old) return false;
    names.delete(name);
    this.modified();
    release(old);
    return true;
  }

  /** Whether this type is `other` or derives from it. */
  isSubtypeOf(other: PyType): boolean {
    return this === other || this.mro.includes(other);
  }

  /** Sets the resolution order and owns every entry, the type itself included. */
  setMro(mro: PyType[]): void {
    const old = this.mro;
    for (const type of mro) retain(type);
    this.mro = mro;
    this.modified();
    releaseAll(old);
  }

  override edges(visit: Visit): void {
    if (this.names) for (const value of this.names.values()) visit(value);
    for (const base of this.bases) visit(base);
    // CPython's tp_mro is a tuple that contains the type itself: that self-reference is what makes every class a cycle.
    for (const type of this.mro) visit(type);
  }

  override clear(): void {
    const values = [...(this.names?.values() ?? [])];
    const mro = this.mro;
    const bases = this.bases;
    this.names?.clear();
    this.mro = [];
    this.bases = [];
    this.modified();
    for (const base of bases) base.removeSubclass(this);
    releaseAll(values);
    releaseAll(mro);
    releaseAll(bases);
  }
}
