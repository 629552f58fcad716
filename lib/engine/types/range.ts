import { defineType, method, type TypeSpec } from "../core/define.ts";
import { PyObject, release, releaseAll, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { expectNoKeywords, expectPositional } from "../protocol/arity.ts";
import { equal } from "../protocol/compare.ts";
import { sliceOf } from "../protocol/sequence.ts";
import { PyInt } from "./int-object.ts";
import { PySlice } from "./slice-object.ts";
import { hashOfHashes } from "./tuple.ts";
import { iterFunction } from "./iterator-state.ts";

/** The integers from `start` up to `stop`, never stored (Objects/rangeobject.c). */
export class PyRange extends PyObject {
  start: PyObject;
  stop: PyObject;
  step: PyObject;
  readonly first: bigint;
  readonly stride: bigint;
  readonly length: bigint;

  /** Takes over the three references, which are ints; the step is not zero. */
  constructor(type: PyType, start: PyObject, stop: PyObject, step: PyObject) {
    super(type);
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.first = (start as PyInt).value;
    this.stride = (step as PyInt).value;
    this.length = rangeLength(this.first, (stop as PyInt).value, this.stride);
  }

  at(position: bigint): bigint {
    return this.first + position * this.stride;
  }

  override edges(visit: Visit): void {
    visit(this.start);
    visit(this.stop);
    visit(this.step);
  }

  override clear(): void {
    releaseAll([this.start, this.stop, this.step]);
  }
}

/** Walks a range. Differs: one class for CPython's machine-sized and big iterators; the type tells them apart. */
export class PyRangeIterator extends PyObject {
  /** Numbers while the host counts exactly so far, else bigints. */
  current: number | bigint = 0;
  stride: number | bigint = 1;
  left: number | bigint = 0;
  /** How many it was when it began. */
  whole: number | bigint = 0;

  get taken(): bigint {
    return BigInt(this.whole) - BigInt(this.left);
  }
}

const SSIZE_MAX = (1n << 63n) - 1n;
const SSIZE_MIN = -(1n << 63n);
const EXACT = BigInt(Number.MAX_SAFE_INTEGER);

function rangeLength(start: bigint, stop: bigint, step: bigint): bigint {
  if (step > 0n) return stop > start ? (stop - start - 1n) / step + 1n : 0n;
  return stop < start ? (start - stop - 1n) / -step + 1n : 0n;
}

function makeRange(rt: Runtime, start: bigint, stop: bigint, step: bigint): PyRange {
  return new PyRange(rt.types.range, rt.int(start), rt.int(stop), rt.int(step));
}

function rangeNew(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  expectNoKeywords(rt, "range", kwnames);
  expectPositional(rt, "range", args, null, 1, 3);
  const parts: PyObject[] = [];
  try {
    if (args.length === 1) parts.push(rt.int(0));
    for (const arg of args) parts.push(rt.int(rt.index(arg)));
    if (parts.length < 3) parts.push(rt.int(1));
    if ((parts[2] as PyInt).value === 0n) rt.raise("ValueError", "range() arg 3 must not be zero");
  } catch (error) {
    releaseAll(parts);
    throw error;
  }
  return new PyRange(type, parts[0], parts[1], parts[2]);
}

function rangeRepr(rt: Runtime, self: PyObject): PyObject {
  const { start, stop, step, stride } = self as PyRange;
  const tail = stride === 1n ? "" : `, ${rt.reprText(step)}`;
  return rt.str(`range(${rt.reprText(start)}, ${rt.reprText(stop)}${tail})`);
}

function getRangeItem(rt: Runtime, self: PyObject, key: PyObject): PyObject {
  const range = self as PyRange;
  if (key instanceof PySlice) return sliceRange(rt, range, key);
  if (!key.type.slots.index) rt.raise("TypeError", `range indices must be integers or slices, not ${key.type.shownName}`);
  let position = rt.index(key);
  if (position < 0n) position += range.length;
  if (position < 0n || position >= range.length) rt.raise("IndexError", "range object index out of range");
  return rt.int(range.at(position));
}

function sliceRange(rt: Runtime, range: PyRange, slice: PySlice): PyObject {
  const parts = [slice.start, slice.stop, slice.step];
  if (range.length <= BigInt(Number.MAX_SAFE_INTEGER) && parts.every((part) => part === rt.none || part.type.slots.index)) {
    const { start, stop, step } = sliceOf(rt, slice, Number(range.length));
    return makeRange(rt, range.at(BigInt(start)), range.at(BigInt(stop)), range.stride * BigInt(step));
  }
  const length = rt.temp(rt.int(range.length));
  const indices = rt.temp(rt.callMethod(slice, "indices", [length])) as PyObject & { items: PyInt[] };
  const [start, stop, step] = indices.items.map((item) => item.value);
  return makeRange(rt, range.at(start), range.at(stop), range.stride * step);
}

/** Where an exact int lies in the range, or -1. */
function positionOf(range: PyRange, value: bigint): bigint {
  const distance = value - range.first;
  if (distance % range.stride !== 0n) return -1n;
  const position = distance / range.stride;
  return position >= 0n && position < range.length ? position : -1n;
}

function isExactInt(rt: Runtime, object: PyObject): object is PyInt {
  return object.type === rt.types.int || object.type === rt.types.bool;
}

/** Positions of the items that equal something other than an int, found by comparison. */
function* search(rt: Runtime, range: PyRange, item: PyObject): Generator<bigint> {
  for (let position = 0n; position < range.length; position++) {
    rt.charge(1);
    const candidate = rt.int(range.at(position));
    let same: boolean;
    try {
      same = equal(rt, candidate, item);
    } finally {
      release(candidate);
    }
    if (same) yield position;
  }
}

function indexInRange(rt: Runtime, range: PyRange, item: PyObject): bigint {
  if (isExactInt(rt, item)) return positionOf(range, item.value);
  return search(rt, range, item).next().value ?? -1n;
}

function countInRange(rt: Runtime, range: PyRange, item: PyObject): number {
  if (isExactInt(rt, item)) return positionOf(range, item.value) < 0n ? 0 : 1;
  return [...search(rt, range, item)].length;
}

function equalRanges(left: PyRange, right: PyRange): boolean {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  if (left.length === 0n) return true;
  if (left.first !== right.first) return false;
  return left.length === 1n || left.stride === right.stride;
}

function rangeHash(rt: Runtime, self: PyObject): bigint {
  const range = self as PyRange;
  const parts = [
    rt.int(range.length),
    range.length === 0n ? retain(rt.none) : retain(range.start),
    range.length <= 1n ? retain(rt.none) : retain(range.step),
  ];
  try {
    return hashOfHashes(parts.map((part) => rt.hash(part)));
  } finally {
    releaseAll(parts);
  }
}

/** Whether machine integers hold the range and the step behind its end (fast_range_iter); backwards, the step before its start (range_reverse). */
function fitsMachine({ first, stop, stride, length }: PyRange, backwards: boolean): boolean {
  const end = (stop as PyInt).value;
  const beyond = backwards ? first - stride : end + stride - (stride > 0n ? 1n : -1n);
  return [first, end, stride, backwards ? -stride : stride, length, length > 0n || backwards ? beyond : first].every((value) => value <= SSIZE_MAX && value >= SSIZE_MIN);
}

function iterate(rt: Runtime, range: PyRange, backwards: boolean): PyObject {
  const iterator = new PyRangeIterator(fitsMachine(range, backwards) ? rt.types.range_iterator : rt.types.longrange_iterator);
  const current = backwards ? range.at(range.length - 1n) : range.first;
  const stride = backwards ? -range.stride : range.stride;
  const isExact = [range.first, (range.stop as PyInt).value, stride, range.length].every((value) => value <= EXACT && value >= -EXACT);
  iterator.current = isExact ? Number(current) : current;
  iterator.stride = isExact ? Number(stride) : stride;
  iterator.left = isExact ? Number(range.length) : range.length;
  iterator.whole = iterator.left;
  return iterator;
}

export const rangeSpec = defineType({
  name: "range",
  basicSize: 48,
  baseType: false,
  slots: {
    new: rangeNew,
    repr: rangeRepr,
    hash: rangeHash,
    richCompare: (rt, self, other, op) => {
      if (!(other instanceof PyRange) || (op !== "==" && op !== "!=")) return retain(rt.notImplemented);
      return rt.bool(equalRanges(self as PyRange, other) === (op === "=="));
    },
    iter: (rt, self) => iterate(rt, self as PyRange, false),
    bool: (_rt, self) => (self as PyRange).length !== 0n,
    length: (rt, self) => {
      const { length } = self as PyRange;
      if (length > SSIZE_MAX) rt.raise("OverflowError", "Python int too large to convert to C ssize_t");
      return Number(length);
    },
    getItem: getRangeItem,
    contains: (rt, self, item) => indexInRange(rt, self as PyRange, item) >= 0n,
  },
  methods: [
    method("__reversed__(self, /)", (rt, [self]) => iterate(rt, self as PyRange, true)),
    method("__reduce__(self, /)", (rt, [self]) => {
      const { start, stop, step } = self as PyRange;
      return rt.takeTuple([retain(rt.types.range), rt.takeTuple([retain(start), retain(stop), retain(step)])]);
    }),
    method("count(self, value, /)", (rt, [self, item]) => rt.int(countInRange(rt, self as PyRange, item))),
    method("index(self, value, /)", (rt, [self, item]) => {
      const position = indexInRange(rt, self as PyRange, item);
      if (position >= 0n) return rt.int(position);
      if (!isExactInt(rt, item)) rt.raise("ValueError", "sequence.index(x): x not in sequence");
      return rt.raise("ValueError", rt.message("notInRange", rt.reprText(item)));
    }),
  ],
  getset: [
    { name: "start", isMember: true, get: (_rt, self) => retain((self as PyRange).start) },
    { name: "stop", isMember: true, get: (_rt, self) => retain((self as PyRange).stop) },
    { name: "step", isMember: true, get: (_rt, self) => retain((self as PyRange).step) },
  ],
});

export function nextInRange(rt: Runtime, self: PyObject): PyObject | null {
  const iterator = self as PyRangeIterator;
  const { current, left } = iterator;
  if (left <= 0) return null;
  if (typeof current === "number") {
    iterator.current = current + (iterator.stride as number);
    iterator.left = (left as number) - 1;
  } else {
    iterator.current = current + (iterator.stride as bigint);
    iterator.left = (left as bigint) - 1n;
  }
  return rt.int(current);
}

/** A range of what is left; until 3.11 the whole range, and the position in it. */
function reduceRangeIterator(rt: Runtime, self: PyRangeIterator): PyObject {
  const fromHere = rt.profile.memberRules.iterators.rangeCountsFromHere;
  const [current, stride, left, taken] = [self.current, self.stride, self.left, fromHere ? 0 : self.taken].map(BigInt);
  const start = current - taken * stride;
  const rest = makeRange(rt, start, start + (left + taken) * stride, stride);
  return rt.takeTuple([retain(iterFunction(rt)), rt.takeTuple([rest]), fromHere ? retain(rt.none) : rt.int(taken)]);
}

function setRangePosition(rt: Runtime, self: PyRangeIterator, state: PyObject): PyObject {
  const { rangeCountsFromHere, longStateText, exactLongState } = rt.profile.memberRules.iterators;
  const isLong = self.type === rt.types.longrange_iterator;
  if (isLong && (exactLongState ? state.type !== rt.types.int : !(state instanceof PyInt))) rt.raise("TypeError", longStateText.replace("{0}", state.type.shownName));
  const wanted = rt.index(state);
  if (!isLong && BigInt.asIntN(64, wanted) !== wanted) rt.raise("OverflowError", "Python int too large to convert to C long");
  const back = rangeCountsFromHere ? 0n : self.taken;
  const most = BigInt(self.left) + back;
  const by = (wanted < 0n ? 0n : wanted > most ? most : wanted) - back;
  const isExact = typeof self.current === "number";
  const convert = (value: bigint): number | bigint => (isExact ? Number(value) : value);
  self.current = convert(BigInt(self.current) + by * BigInt(self.stride));
  self.left = convert(BigInt(self.left) - by);
  return retain(rt.none);
}

function rangeIterator(name: string): TypeSpec {
  return defineType({
    name,
    basicSize: 48,
    baseType: false,
    allocate: (type) => new PyRangeIterator(type),
    slots: { iter: (_rt, self) => retain(self), next: nextInRange },
    methods: [
      method("__length_hint__(self, /)", (rt, [self]) => rt.int((self as PyRangeIterator).left)),
      method("__reduce__(self, /)", (rt, [self]) => reduceRangeIterator(rt, self as PyRangeIterator)),
      method("__setstate__(self, object, /)", (rt, [self, state]) => setRangePosition(rt, self as PyRangeIterator, state)),
    ],
  });
}

export const rangeIteratorSpec = rangeIterator("range_iterator");
export const longRangeIteratorSpec = rangeIterator("longrange_iterator");
