import { NamesOfDict } from "./names-of-dict.ts";
import { type NameSpace, PyObject, release, releaseAll, retain, type Visit } from "./object.ts";
import type { Runtime } from "./runtime.ts";
import type { SharedKeys } from "./shared-keys.ts";
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
  /** Borrowed from the tuple below, where a program made the class. */
  bases: PyType[];
  /** Method resolution order, this type first. It owns its entries, itself included, so only the collector ends a class. */
  mro: PyType[];
  /** Its slots: those of a built-in type are the same table in all runtimes, and never change. */
  slots = NO_SLOTS;
  /** What classes have that derive from this built-in type and add nothing; null until there is one. */
  slotsForHeirs: SlotTable | null = null;
  /** A built-in type whose namespace is filled when somebody looks. */
  isLate = false;

  /** Bytes of an instance without its items, and of each item. */
  basicSize = 16;
  itemSize = 0;
  /** Instances take part in cyclic collection. */
  isCollected = false;
  /** Instances have a `__dict__`. */
  hasDict = false;
  /** Instances can be weakly referenced. */
  hasWeakrefs = false;
  /** Instances keep their attributes by keys that the class has for all of them, and reach them through a pointer before the object (Py_TPFLAGS_MANAGED_DICT). */
  hasManagedDict = false;
  /** The keys that it keeps for dicts of its instances; `countsInstances` says that each instance is made with room for values (inline values). */
  sharedKeys: SharedKeys | null = null;
  countsInstances = false;
  /** Two pointers, to attributes and weak references, lie before each instance (Py_TPFLAGS_PREHEADER). */
  hasPreHeader = false;
  /** Classes may derive from it. */
  isBaseType = true;
  /** Attributes of the type itself cannot be set. */
  isImmutable = false;
  /** What error texts call a class of a Python half that stands for one which CPython writes in C; null for all others. */
  sealedName: string | null = null;
  /** What a pattern takes its instances for (`types/type-flags.ts`), where that is not inherited. */
  collection = 0;
  /** `__abstractmethods__` is not empty. */
  isAbstract = false;
  /** Number of `__slots__` values of an instance, those of the bases included. */
  slotCount = 0;
  /** A function that makes an instance of this layout without arguments; inherited from the built-in base. */
  allocateInstance: ((type: PyType) => PyObject) | null = null;

  /** The namespace of a built-in type. */
  private names: Map<string, PyObject> | null = null;
  /** The namespace of a class that a program made, a dict that the collector sees; and the same by name. */
  private space: NameSpace | null = null;
  private namesOfSpace: NamesOfDict | null = null;
  /** `__bases__` and `__mro__`: from the start for a class that a program made, else from when somebody asks. Owned. */
  private basesTuple: PyObject | null = null;
  private mroTuple: PyObject | null = null;
  private derived: Set<PyType> | null = null;
  private cache: Map<string, PyObject | null> | null = null;
  private cacheEpoch = -1;
  /** Some look-up has come through here: a change must be told to the caches (a valid tp_version_tag). */
  private isAsked = false;

  /** `metatype` null is for the first type of all, `type`, whose type is itself. */
  constructor(rt: Runtime, metatype: PyType | null, name: string, bases: PyType[], isHeapType: boolean, spec: TypeSpec | null) {
    super(metatype ?? { rt, basicSize: 0 }, isHeapType ? rt.types.type.basicSize : rt.profile.classes.staticSize);
    this.rt = rt;
    if (metatype === null) this.type = this;
    this.name = name;
    this.qualname = name;
    this.isHeapType = isHeapType;
    this.spec = spec;
    this.bases = bases;
    this.base = bases[0] ?? null;
    this.mro = [this];
    if (isHeapType) {
      this.space = rt.dict() as NameSpace;
      this.namesOfSpace = new NamesOfDict(this.space);
      this.basesTuple = rt.takeTuple(bases.map(retain));
      if (this.base) retain(this.base);
      // The statement may still fail: its class is told to the bases when it has its order (type_ready_add_subclasses).
    } else {
      retain(this);
      for (const base of bases) {
        retain(base);
        base.addSubclass(this);
      }
      rt.heap.collector.untrack(this);
    }
  }

  /** The name as error texts show it (tp_name): built-in types outside `builtins` carry their module. */
  get shownName(): string {
    if (this.sealedName !== null) return this.sealedName;
    const module = this.spec?.module;
    return module && module !== "builtins" ? `${module}.${this.name}` : this.name;
  }

  /** Whether CPython makes it anew in each interpreter, as a class statement does (Py_TPFLAGS_HEAPTYPE): so are the types of most modules that it writes in C. */
  get isOnHeap(): boolean {
    if (this.isHeapType && this.sealedName === null) return true;
    const { shownName, spec } = this;
    const { heapTypes } = this.rt.profile;
    return spec?.asClass === true || heapTypes.has(shownName) || heapTypes.has(shownName.slice(0, Math.max(0, shownName.lastIndexOf("."))));
  }

  /** The class namespace, in order of definition. Change it through `set` and `delete`, which drop the look-up caches. */
  get dict(): ReadonlyMap<string, PyObject> {
    return this.namesOfSpace ?? this.names ?? this.makeNames();
  }

  /** The dict of a class that a program made, borrowed; null for a built-in type. */
  get namespace(): NameSpace | null {
    return this.space;
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
    if (this.space) {
      this.modified();
      this.space.setName(name, value);
      return;
    }
    retain(value);
    const names = this.names ?? this.makeNames();
    const old = names.get(name);
    names.set(name, value);
    this.modified();
    if (old) release(old);
  }

  /** Unbinds a name in the class namespace; false when it was not there. */
  delete(name: string): boolean {
    if (this.space) {
      this.modified();
      return this.space.deleteName(name);
    }
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

  /** Sets the resolution order. The tuple of a class that a program made contains the class itself, which makes every class a cycle. */
  setMro(mro: PyType[]): void {
    const { mro: old, mroTuple } = this;
    for (const type of mro) retain(type);
    this.mro = mro;
    this.mroTuple = this.isHeapType ? this.rt.takeTuple([...mro]) : null;
    this.modified();
    if (mroTuple) release(mroTuple);
    if (!this.isHeapType) releaseAll(old);
  }

  /** Gives a class that a program made other bases, and the one whose layout its instances have. */
  setBases(bases: PyType[], base: PyType | null): void {
    const { basesTuple, base: oldBase } = this;
    if (base) retain(base);
    this.basesTuple = this.rt.takeTuple(bases.map(retain));
    this.bases = bases;
    this.base = base;
    if (basesTuple) release(basesTuple);
    if (oldBase) release(oldBase);
  }

  /** `__bases__`, owned. */
  takeBases(): PyObject {
    this.basesTuple ??= this.rt.takeTuple(this.bases.map(retain));
    return retain(this.basesTuple);
  }

  /** `__mro__`, owned; None while the class is made. */
  takeMro(): PyObject {
    if (!this.isHeapType) this.mroTuple ??= this.rt.takeTuple(this.mro.map(retain));
    return retain(this.mroTuple ?? this.rt.none);
  }

  override edges(visit: Visit): void {
    if (this.space) visit(this.space);
    if (this.names) for (const value of this.names.values()) visit(value);
    if (this.mroTuple) visit(this.mroTuple);
    if (this.basesTuple) visit(this.basesTuple);
    if (this.isHeapType) {
      if (this.base) visit(this.base);
      return;
    }
    for (const base of this.bases) visit(base);
    for (const type of this.mro) visit(type);
  }

  override clear(): void {
    const { names, space, mro, bases, base, mroTuple, basesTuple, isHeapType } = this;
    const values = [...(names?.values() ?? [])];
    this.names = null;
    this.space = null;
    this.namesOfSpace = null;
    this.mro = [];
    this.bases = [];
    this.base = null;
    this.mroTuple = null;
    this.basesTuple = null;
    this.modified();
    for (const each of bases) each.removeSubclass(this);
    for (const owned of [space, mroTuple, basesTuple]) if (owned) release(owned);
    if (isHeapType) {
      if (base) release(base);
      return;
    }
    releaseAll(values);
    releaseAll(mro);
    releaseAll(bases);
  }
}
