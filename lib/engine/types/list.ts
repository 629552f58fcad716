import { classMethod, defineType, method } from "../core/define.ts";
import { PyObject, releaseAll, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { positionalArguments } from "../protocol/arity.ts";
import { guardedRepr } from "../protocol/repr-guard.ts";
import { compareItems, containsItem, itemTexts, orderOf, repeatItems } from "./item-sequence.ts";
import { extendList, listMethods } from "./list-methods.ts";
import { deleteListItem, getListItem, setListItem } from "./list-items.ts";

/** A growing array of references (Objects/listobject.c). */
export class PyList extends PyObject {
  items: PyObject[];
  /** Slots of the C array behind it; `sys.getsizeof` counts them. */
  allocated: number;

  /** Takes over the references in `items`. */
  constructor(type: PyType, items: PyObject[]) {
    super(null);
    this.type = type;
    this.refs = 1;
    this.size = type.basicSize;
    this.items = items;
    this.allocated = 0;
    this.place = type.rt.heap.allocate(this, this.size);
    if (items.length > 0) this.allocateExactly(items.length);
  }

  /** Accounts for a new number of items, `added` of them new, with room to grow (list_resize). */
  resized(added = 1): void {
    this.makeRoom(this.items.length, added);
  }

  /** The same for items that are still to come. */
  makeRoom(length: number, added: number): void {
    if (this.allocated >= length && length >= this.allocated >> 1) return;
    let room = (length + Math.floor(length / 8) + 6) & ~3;
    if (added > room - length) room = (length + 3) & ~3;
    this.allocateExactly(length === 0 ? 0 : room);
  }

  /** Accounts for the first items of a list: the allocator's blocks hold an even number (list_preallocate_exact). */
  allocateEvenly(count: number): void {
    this.allocateExactly(count + (count & 1));
  }

  /** Appends an item, taking its reference over. */
  takeAppend(_rt: Runtime, item: PyObject): void {
    this.items.push(item);
    this.resized();
  }

  /** Appends all items of an iterable. */
  extend(rt: Runtime, iterable: PyObject): void {
    extendList(rt, this, iterable);
  }

  /** Accounts for an array of exactly so many slots. */
  allocateExactly(slots: number): void {
    this.allocated = slots;
    this.type.rt.heap.resize(this, this.type.basicSize + 8 * slots);
  }

  /** Empties the list, then gives the items up, last first (list_clear). */
  override clear(): void {
    const { items } = this;
    this.items = [];
    if (this.allocated > 0) this.allocateExactly(0);
    releaseAll(items);
  }

  override edges(visit: Visit): void {
    for (let i = this.items.length - 1; i >= 0; i--) visit(this.items[i]);
  }
}

function listInit(rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames): void {
  const [source] = positionalArguments(rt, rt.types.list, self.type, "new", args, kwnames, 0, 1);
  const list = self as PyList;
  if (list.items.length > 0) list.clear();
  if (source) extendList(rt, list, source);
}

function listRepr(rt: Runtime, self: PyObject): PyObject {
  const list = self as PyList;
  if (list.items.length === 0) return rt.str("[]");
  return rt.str(guardedRepr(rt, self, "[...]", () => `[${itemTexts(rt, list).join(", ")}]`));
}

function concatLists(rt: Runtime, left: PyObject, right: PyObject): PyObject {
  if (!(right instanceof PyList)) rt.raise("TypeError", `can only concatenate list (not "${right.type.shownName}") to list`);
  const { items } = left as PyList;
  rt.charge(items.length + right.items.length);
  return rt.takeList([...items, ...right.items].map(retain));
}

function repeatInplace(rt: Runtime, self: PyObject, count: PyObject): PyObject {
  const list = self as PyList;
  const times = rt.index(count);
  if (times <= 0n) list.clear();
  else if (times > 1n) {
    const before = list.items.length;
    for (const item of repeatItems(rt, list.items, times - 1n)) list.items.push(item);
    list.resized(list.items.length - before);
  }
  return retain(self);
}

export const listSpec = defineType({
  name: "list",
  coexisting: ["__getitem__"],
  basicSize: 40,
  collected: true,
  allocate: (type) => new PyList(type, []),
  slots: {
    new: (_rt, type) => new PyList(type, []),
    init: listInit,
    repr: listRepr,
    hash: null,
    richCompare: (rt, self, other, op) => {
      if (!(other instanceof PyList)) return retain(rt.notImplemented);
      const list = self as PyList;
      const sameLength = list.items.length === other.items.length;
      if (!sameLength && (op === "==" || op === "!=")) return rt.bool(orderOf(0, 1, op));
      return compareItems(rt, list, other, op);
    },
    iter: (rt, self) => {
      const type = rt.types.list_iterator;
      const iterator = type.allocateInstance?.(type) as PyObject & { sequence: PyObject | null };
      iterator.sequence = retain(self);
      return iterator;
    },
    length: (_rt, self) => (self as PyList).items.length,
    getItem: getListItem,
    setItem: (rt, self, key, value) => (value ? setListItem(rt, self as PyList, key, value) : deleteListItem(rt, self as PyList, key)),
    contains: (rt, self, item) => containsItem(rt, self as PyList, item),
    concat: concatLists,
    repeat: (rt, self, count) => rt.takeList(repeatItems(rt, (self as PyList).items, rt.index(count))),
    inplaceConcat: (rt, self, other) => {
      extendList(rt, self as PyList, other);
      return retain(self);
    },
    inplaceRepeat: repeatInplace,
  },
  methods: [
    ...listMethods,
    method("__sizeof__(self, /)", (rt, [self]) => rt.int(self.size)),
    classMethod("__class_getitem__(cls, object, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item])),
  ],
});
