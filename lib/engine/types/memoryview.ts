import { classMethod, defineType, type GetSetSpec, method } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { lazySignature } from "../core/signature.ts";
import type { CompareOp, KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { bindArguments } from "../protocol/binding.ts";
import { itemPosition, sliceOf } from "../protocol/sequence.ts";
import { equalBytes } from "./bytes-search.ts";
import { FULL_READ_ONLY } from "./bytes-object.ts";
import { giveBack, lendNatively, lendsByMethod, releaseView } from "./buffers.ts";
import { classGetItem } from "./iterator-state.ts";
import { cast } from "./memory-cast.ts";
import { itemAt, listItems, writeAt } from "./memory-items.ts";
import { eachPlace, isContiguous, itemCount, makeView, memoryOf, type MemoryLayout, nativeFormat, open, PyMemoryView, transposed, wholeLayout } from "./memory-object.ts";
import { rareMembers } from "./rare-members.ts";
import { PySlice } from "./slice-object.ts";
import { argumentTypeName } from "./str-range.ts";
import { PyStr } from "./str-object.ts";
import { PyTuple } from "./tuple.ts";

const signature = lazySignature("memoryview(object)");

function newView(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const [object] = bindArguments(rt, signature(), "memoryview", args, kwnames, 0);
  if (object instanceof PyMemoryView) {
    const { source, layout } = open(rt, object);
    return makeView(type, source, layout);
  }
  if (lendsByMethod(object)) return object.type.slots.getBuffer!(rt, object, FULL_READ_ONLY);
  const layout = wholeLayout(object);
  if (!layout) return rt.raise("TypeError", `memoryview: a bytes-like object is required, not '${object.type.shownName}'`);
  return makeView(type, object, layout);
}

/** The place of one item of a view of one dimension. */
function placeAt(rt: Runtime, { start, shape, strides }: MemoryLayout, key: PyObject, dimension: number): number {
  const out = `index out of bounds on dimension ${dimension + 1}`;
  return (dimension === 0 ? start : 0) + itemPosition(rt, key, shape[dimension], "memoryview", out) * strides[dimension];
}

/** What a key means: a place, or a view of a stretch. */
function find(rt: Runtime, layout: MemoryLayout, key: PyObject, what = "multi-dimensional sub-views"): number | MemoryLayout {
  const { shape, strides, start } = layout;
  if (shape.length === 0) {
    if (key === rt.ellipsis) return layout;
    return key instanceof PyTuple && key.items.length === 0 ? start : rt.raise("TypeError", "invalid indexing of 0-dim memory");
  }
  if (key.type.slots.index) return shape.length > 1 ? rt.raise("NotImplementedError", `${what} are not implemented`) : placeAt(rt, layout, key, 0);
  if (key instanceof PySlice) {
    const range = sliceOf(rt, key, shape[0]);
    return { ...layout, start: start + range.start * strides[0], shape: [range.count, ...shape.slice(1)], strides: [strides[0] * range.step, ...strides.slice(1)] };
  }
  if (key instanceof PyTuple && key.items.every((item) => item.type.slots.index)) {
    const { items } = key;
    if (items.length > shape.length) rt.raise("TypeError", `cannot index ${shape.length}-dimension view with ${items.length}-element tuple`);
    if (items.length < shape.length) rt.raise("NotImplementedError", "sub-views are not implemented");
    return items.reduce((place, item, i) => place + placeAt(rt, layout, item, i), 0);
  }
  if (key instanceof PyTuple && key.items.every((item) => item instanceof PySlice)) rt.raise("NotImplementedError", "multi-dimensional slicing is not implemented");
  return rt.raise("TypeError", "memoryview: invalid slice key");
}

function getViewItem(rt: Runtime, self: PyObject, key: PyObject): PyObject {
  const { source, bytes, layout } = open(rt, self);
  const found = find(rt, layout, key);
  return typeof found === "number" ? itemAt(rt, layout, bytes, found) : makeView(self.type, source, found);
}

function setViewItem(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): void {
  const { bytes, layout } = open(rt, self);
  if (layout.isReadOnly) rt.raise("TypeError", "cannot modify read-only memory");
  if (!value) return rt.raise("TypeError", "cannot delete memory");
  const found = find(rt, layout, key, "sub-views");
  if (typeof found === "number") return writeAt(rt, layout, bytes, found, value);
  if (layout.shape.length > 1) rt.raise("NotImplementedError", "memoryview slice assignments are currently restricted to ndim = 1");
  const lent = value.lend(FULL_READ_ONLY);
  if (!lent) return rt.raise("TypeError", `a bytes-like object is required, not '${value.type.shownName}'`);
  const size = itemCount(found) * found.itemSize;
  if (lent.format.replace("@", "") !== found.format.replace("@", "") || lent.bytes.length !== size) rt.raise("ValueError", "memoryview assignment: lvalue and rvalue have different structures");
  const copy = lent.bytes.slice();
  let at = 0;
  eachPlace(rt, found, (place) => {
    bytes.set(copy.subarray(at, at + found.itemSize), place);
    at += found.itemSize;
  });
}

/** Whether two memories have the same shape and equal items, whatever their formats (memory_richcompare). */
function equalViews(rt: Runtime, self: PyObject, other: PyObject): boolean | null {
  if (self === other) return true;
  const view = self as PyMemoryView;
  if (!view.source || (other instanceof PyMemoryView && !other.source)) return false;
  const layout = other instanceof PyMemoryView ? other.layout : wholeLayout(other);
  if (!layout) return null;
  const left = view.layout;
  if (left.shape.length !== layout.shape.length || left.shape.some((length, i) => length !== layout.shape[i])) return false;
  const [mine, theirs] = [nativeFormat(left.format), nativeFormat(layout.format)];
  if (!mine || !theirs) return false;
  const [ours, its] = [memoryOf(rt, self), other instanceof PyMemoryView ? memoryOf(rt, other) : (other.lend()?.bytes ?? new Uint8Array(0))];
  rt.charge(ours.length >> 2);
  if (mine.code === theirs.code && mine.kind !== "float") return equalBytes(ours, its);
  for (let i = 0; i < itemCount(left); i++) {
    const [a, b] = [rt.temp(itemAt(rt, left, ours, i * mine.size)), rt.temp(itemAt(rt, layout, its, i * theirs.size))];
    const same = rt.truth(rt.temp(rt.compare(a, b, "==")));
    if (!same) return false;
  }
  return true;
}

function compareViews(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  const same = op === "==" || op === "!=" ? equalViews(rt, self, other) : null;
  return same === null ? retain(rt.notImplemented) : rt.bool(same === (op === "=="));
}

/** The hash of what a view shows, which it keeps beyond its release (memory_hash). */
function viewHash(rt: Runtime, self: PyObject): bigint {
  const view = self as PyMemoryView;
  view.hash ??= hashOfMemory(rt, view);
  return view.hash;
}

function hashOfMemory(rt: Runtime, self: PyMemoryView): bigint {
  const { source, layout } = open(rt, self);
  if (!layout.isReadOnly) rt.raise("ValueError", "cannot hash writable memoryview object");
  if (!"bBc".includes(layout.format.replace("@", ""))) rt.raise("ValueError", "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  rt.hash(source);
  const bytes = rt.bytes(memoryOf(rt, self).slice());
  try {
    return rt.hash(bytes);
  } finally {
    release(bytes);
  }
}

function viewLength(rt: Runtime, self: PyObject): number {
  const { layout } = open(rt, self);
  return layout.shape[0] ?? (rt.profile.memberRules.memory.pointHasNoLength ? rt.raise("TypeError", "0-dim memory has no length") : 1);
}

/** An iterator over the items of a view of one dimension (memoryiter_next). */
class PyMemoryIterator extends PyObject {
  view: PyMemoryView | null = null;
  position = 0;

  override edges(visit: Visit): void {
    if (this.view) visit(this.view);
  }

  override clear(): void {
    const { view } = this;
    this.view = null;
    releaseIfAny(view);
  }
}

function iterate(rt: Runtime, self: PyObject): PyObject {
  const { layout } = open(rt, self);
  if (layout.shape.length === 0) rt.raise("TypeError", "invalid indexing of 0-dim memory");
  if (layout.shape.length > 1) rt.raise("NotImplementedError", "multi-dimensional sub-views are not implemented");
  if (!nativeFormat(layout.format)) rt.raise("NotImplementedError", `memoryview: format ${layout.format} not supported`);
  const iterator = new PyMemoryIterator(rt.types.memory_iterator);
  iterator.view = retain(self as PyMemoryView);
  return iterator;
}

function nextInView(rt: Runtime, self: PyObject): PyObject | null {
  const iterator = self as PyMemoryIterator;
  if (!iterator.view) return null;
  const { bytes, layout } = open(rt, iterator.view);
  if (iterator.position < layout.shape[0]) return itemAt(rt, layout, bytes, layout.start + iterator.position++ * layout.strides[0]);
  iterator.clear();
  return null;
}

export const memoryIteratorSpec = defineType({
  name: "memory_iterator",
  basicSize: 48,
  collected: true,
  baseType: false,
  allocate: (type) => new PyMemoryIterator(type),
  slots: { iter: (_rt, self) => retain(self), next: nextInView },
});

function toBytes(rt: Runtime, [self, order]: PyObject[]): PyObject {
  if (order && order !== rt.none && !(order instanceof PyStr)) rt.raise("TypeError", `tobytes() argument 'order' must be str or None, not ${argumentTypeName(rt, order)}`);
  const { layout } = open(rt, self);
  const wanted = order instanceof PyStr ? order.value : "C";
  if (wanted !== "C" && wanted !== "F" && wanted !== "A") rt.raise("ValueError", "order must be 'C', 'F' or 'A'");
  const isTurned = wanted === "F" || (wanted === "A" && !isContiguous(layout) && isContiguous(transposed(layout)));
  return rt.bytes(memoryOf(rt, self, isTurned ? "F" : "C").slice());
}

/** Where an item is, or how often (3.14): by equality, the same object first. */
function occurrences(rt: Runtime, self: PyObject, value: PyObject, from: number, to: number, stopAtFirst: boolean): number[] {
  const places: number[] = [];
  for (let i = from; i < to; i++) {
    rt.charge(1);
    const { bytes, layout } = open(rt, self);
    if (!rt.equal(rt.temp(itemAt(rt, layout, bytes, layout.start + i * layout.strides[0])), value)) continue;
    places.push(i);
    if (stopAtFirst) break;
  }
  return places;
}

function lineOf(rt: Runtime, self: PyObject, what: string): number {
  const { shape } = open(rt, self).layout;
  if (shape.length === 0) rt.raise("TypeError", "invalid lookup on 0-dim memory");
  return shape.length === 1 ? shape[0] : rt.raise("NotImplementedError", `multi-dimensional ${what} is not implemented`);
}

function indexOf(rt: Runtime, [self, value, start, stop]: PyObject[]): PyObject {
  const length = lineOf(rt, self, "lookup");
  const bound = (object: PyObject | undefined, fallback: number) => {
    if (object === undefined) return fallback;
    const position = Number(BigInt.asIntN(64, rt.index(object)));
    return Math.max(Math.min(position < 0 ? position + length : position, length), 0);
  };
  const [place] = occurrences(rt, self, value, bound(start, 0), bound(stop, length), true);
  return place === undefined ? rt.raise("ValueError", "memoryview.index(x): x not found") : rt.int(place);
}

/** An attribute of the layout, refused once the view is released. */
function attribute(name: string, get: (rt: Runtime, layout: MemoryLayout) => PyObject): GetSetSpec {
  return { name, get: (rt, self) => get(rt, open(rt, self).layout) };
}

const numbers = (rt: Runtime, items: readonly number[]) => rt.takeTuple(items.map((item) => rt.int(item)));

export const memoryViewSpec = defineType({
  name: "memoryview",
  basicSize: 144,
  itemSize: 8,
  collected: true,
  hasWeakrefs: true,
  baseType: false,
  allocate: (type) => new PyMemoryView(type),
  slots: {
    new: newView,
    repr: (rt, self) => rt.str(`<${(self as PyMemoryView).source ? "memory" : "released memory"} at 0x${self.id.toString(16)}>`),
    hash: viewHash,
    iter: iterate,
    richCompare: compareViews,
    length: viewLength,
    getItem: getViewItem,
    setItem: setViewItem,
    getBuffer: lendNatively,
    releaseBuffer: giveBack,
  },
  methods: [
    method("tobytes(self, /, order='C')", toBytes),
    method("tolist(self, /)", (rt, [self]) => listItems(rt, self)),
    method("hex(self, /, [sep], bytes_per_sep=1)", (rt, [self, ...rest]) => rareMembers.get().toHex(rt, memoryOf(rt, self), rest)),
    method("cast(self, /, format, [shape])", cast),
    method("toreadonly(self, /)", (rt, [self]) => {
      const { source, layout } = open(rt, self);
      return makeView(self.type, source, { ...layout, isReadOnly: true });
    }),
    method("release(self, /)", (rt, [self]) => (releaseView(rt, self), retain(rt.none))),
    method("count(self, value, /)", (rt, [self, value]) => rt.int(occurrences(rt, self, value, 0, lineOf(rt, self, "sub-views are not implemented"), false).length)),
    method("index(self, value, start=0, stop=9223372036854775807, /)", indexOf),
    method("__enter__(self, /)", (rt, [self]) => (open(rt, self), retain(self))),
    method("__exit__(self, /, *args)", (rt, [self]) => (releaseView(rt, self), retain(rt.none))),
    classGetItem,
    classMethod("_from_flags(cls, object, flags)", (rt, [cls, object]) => rt.call(cls, [object])),
  ],
  getset: [
    { name: "obj", get: (rt, self) => retain(open(rt, self).source) },
    attribute("nbytes", (rt, layout) => rt.int(itemCount(layout) * layout.itemSize)),
    attribute("readonly", (rt, { isReadOnly }) => rt.bool(isReadOnly)),
    attribute("itemsize", (rt, { itemSize }) => rt.int(itemSize)),
    attribute("format", (rt, { format }) => rt.str(format)),
    attribute("ndim", (rt, { shape }) => rt.int(shape.length)),
    attribute("shape", (rt, { shape }) => numbers(rt, shape)),
    attribute("strides", (rt, { strides }) => numbers(rt, strides)),
    attribute("suboffsets", (rt) => retain(rt.emptyTuple)),
    attribute("c_contiguous", (rt, layout) => rt.bool(isContiguous(layout))),
    attribute("f_contiguous", (rt, layout) => rt.bool(isContiguous(transposed(layout)))),
    attribute("contiguous", (rt, layout) => rt.bool(isContiguous(layout) || isContiguous(transposed(layout)))),
  ],
});
