import { type PyObject, release, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { truthOfResult } from "../../protocol/compare.ts";
import { collectItems, iter } from "../../protocol/iterate.ts";
import { binaryOperation } from "../../protocol/number.ts";
import { clipToNumber } from "../../protocol/sequence.ts";
import { givenPosition } from "../../types/iterator-state.ts";
import { chainSpec } from "./combining.ts";
import { itertool, nextHeld, type PyItertool, withItem } from "./iterator.ts";

type Arguments = readonly (PyObject | undefined)[];

/** Roles of what has a function and an iterator. */
const FUNCTION = 0;
const SOURCE = 1;

function startWithFunction(rt: Runtime, self: PyItertool, [callable, iterable]: Arguments): void {
  if (callable && iterable) self.held = [retain(callable), iter(rt, iterable)];
}

function holds(rt: Runtime, self: PyItertool, item: PyObject): boolean {
  const predicate = self.held[FUNCTION];
  if (!predicate || predicate === rt.none || predicate === rt.types.bool) return rt.truth(item);
  return truthOfResult(rt, rt.call(predicate, [item]));
}

/** The test of an owned item, which is given up when the test raises. */
function tested(rt: Runtime, self: PyItertool, item: PyObject): boolean {
  let done = false;
  try {
    const result = holds(rt, self, item);
    done = true;
    return result;
  } finally {
    if (!done) release(item);
  }
}

export const takewhileSpec = itertool({
  size: 40,
  signature: "takewhile(predicate, iterable, /)",
  start: startWithFunction,
  next: (rt, self) => {
    const item = nextHeld(rt, self, SOURCE);
    if (!item) return null;
    if (tested(rt, self, item)) return item;
    self.finished = true;
    release(item);
    return null;
  },
  reduction: {
    reduce: (rt, { held, finished }) => ({ args: held.map((part) => retain(part ?? rt.none)), state: rt.int(Number(finished)) }),
    setState: (rt, self, state) => {
      self.finished = rt.truth(state);
    },
  },
});

export const dropwhileSpec = itertool({
  size: 40,
  signature: "dropwhile(predicate, iterable, /)",
  start: startWithFunction,
  next: (rt, self) => {
    for (;;) {
      rt.charge(1);
      const item = nextHeld(rt, self, SOURCE);
      if (!item || self.started) return item;
      if (!tested(rt, self, item)) {
        self.started = true;
        return item;
      }
      release(item);
    }
  },
  reduction: {
    reduce: (rt, { held, started }) => ({ args: held.map((part) => retain(part ?? rt.none)), state: rt.int(Number(started)) }),
    setState: (rt, self, state) => {
      self.started = rt.truth(state);
    },
  },
});

export const filterfalseSpec = itertool({
  size: 32,
  signature: "filterfalse(function, iterable, /)",
  start: startWithFunction,
  next: (rt, self) => {
    for (;;) {
      rt.charge(1);
      const item = nextHeld(rt, self, SOURCE);
      if (!item || !tested(rt, self, item)) return item;
      release(item);
    }
  },
  reduction: { reduce: (rt, { held }) => ({ args: held.map((part) => retain(part ?? rt.none)) }) },
});

export const starmapSpec = itertool({
  size: 32,
  signature: "starmap(function, iterable, /)",
  start: startWithFunction,
  next: (rt, self) => {
    const item = nextHeld(rt, self, SOURCE);
    const callable = self.held[FUNCTION];
    if (!item || !callable) return null;
    const args = withItem(item, (source) => collectItems(rt, source));
    try {
      return rt.call(callable, args);
    } finally {
      for (const arg of args) release(arg);
    }
  },
  reduction: { reduce: (rt, { held }) => ({ args: held.map((part) => retain(part ?? rt.none)) }) },
});

/** `compress`: role 0 are the data, role 1 the selectors. */
export const compressSpec = itertool({
  size: 32,
  signature: "compress(data, selectors)",
  start: (rt, self, [data, selectors]) => {
    if (!data || !selectors) return;
    self.held = [iter(rt, data)];
    self.held.push(iter(rt, selectors));
  },
  next: (rt, self) => {
    for (;;) {
      rt.charge(1);
      const item = nextHeld(rt, self, 0);
      if (!item) return null;
      let keep = false;
      try {
        const selector = nextHeld(rt, self, 1);
        if (!selector) return null;
        keep = withItem(selector, (value) => rt.truth(value));
        if (keep) return item;
      } finally {
        if (!keep) release(item);
      }
    }
  },
  reduction: { reduce: (rt, { held }) => ({ args: held.map((part) => retain(part ?? rt.none)) }) },
});

/** `accumulate`: role 0 is the function or null, 1 the iterator, 2 the total so far or the initial value. */
export const accumulateSpec = itertool({
  size: 48,
  signature: "accumulate(iterable, func=None, *, initial=None)",
  start: (rt, self, [iterable, func, initial]) => {
    if (!iterable) return;
    const given = (part: PyObject | undefined): PyObject | null => (part && part !== rt.none ? retain(part) : null);
    const iterator = iter(rt, iterable);
    self.held = [given(func), iterator, given(initial)];
    self.started = self.held[2] === null;
  },
  next: (rt, self) => {
    if (!self.started) {
      self.started = true;
      return self.held[2] && retain(self.held[2]);
    }
    const item = nextHeld(rt, self, SOURCE);
    if (!item) return null;
    const total = self.held[2];
    if (!total) {
      self.takeHold(2, retain(item));
      return item;
    }
    const func = self.held[FUNCTION];
    const sum = withItem(item, (value) => (func ? rt.call(func, [total, value]) : binaryOperation(rt, "+", total, value)));
    self.takeHold(2, retain(sum));
    return sum;
  },
  reduction: {
    reduce: (rt, self) => {
      const [func, source, total] = self.held as [PyObject | null, PyObject, PyObject | null];
      const callable = (): PyObject => retain(func ?? rt.none);
      // What a total of None, or an initial value that was not given yet, cannot say as a state.
      const behind = (first: PyObject): PyObject => rt.call(rt.typeOf(chainSpec), [rt.temp(rt.takeTuple([retain(first)])), source]);
      if (total && !self.started) return { args: [behind(total), callable()], state: retain(rt.none) };
      if (total !== rt.none) return { args: [retain(source), callable()], state: retain(total ?? rt.none) };
      const again = rt.call(self.type, [rt.temp(behind(total)), rt.temp(callable())]);
      return { maker: retain(rt.typeOf(isliceSpec)), args: [again, rt.int(1), retain(rt.none)] };
    },
    setState: (_rt, self, total) => {
      self.started = true;
      self.takeHold(2, retain(total));
    },
  },
});

/** A bound of islice: null for None; ValueError for anything but None and integers that are not negative. What is no index or too large counts as -1 (islice_new). */
function bound(rt: Runtime, value: PyObject | undefined, text: string, textBelow = text): number | null {
  if (!value || value === rt.none) return null;
  const index = value.type.slots.index ? rt.index(value) : -1n;
  const number = BigInt.asIntN(64, index) === index ? clipToNumber(index) : -1;
  return number < 0 ? rt.raise("ValueError", number === -1 ? text : textBelow) : number;
}

const STOP_TEXT = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
const INDICES_TEXT = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
const STEP_TEXT = "Step for islice() must be a positive integer or None.";

/** `islice`: positions are the next wanted index, the stop (-1: none), the step and the index of what comes next. */
export const isliceSpec = itertool({
  size: 56,
  signature: "islice(iterable, stop, [step_or_stop], [step], /)",
  start: (rt, self, [iterable, first, second, third]) => {
    if (!iterable) return;
    const start = second ? (bound(rt, first, INDICES_TEXT) ?? 0) : 0;
    const stop = bound(rt, second ?? first, STOP_TEXT, INDICES_TEXT) ?? -1;
    const step = bound(rt, third, STEP_TEXT) ?? 1;
    if (step < 1) rt.raise("ValueError", STEP_TEXT);
    self.held = [iter(rt, iterable)];
    self.positions = [start, stop, step, 0];
  },
  next: (rt, self) => {
    const [wanted, stop, step] = self.positions;
    while (self.positions[3] < wanted) if (!readOn(rt, self)) return self.end();
    if (stop >= 0 && self.positions[3] >= stop) return self.end();
    const item = nextHeld(rt, self, 0);
    if (!item) return self.end();
    self.positions[3]++;
    self.positions[0] = stop >= 0 ? Math.min(wanted + step, stop) : wanted + step;
    return item;
  },
  reduction: {
    reduce: (rt, { held: [source], positions: [wanted, stop, step, count] }) => {
      if (!source) return { args: [iter(rt, rt.temp(rt.takeList([]))), rt.int(0)], state: rt.int(0) };
      return { args: [retain(source), rt.int(wanted), stop < 0 ? retain(rt.none) : rt.int(stop), rt.int(step)], state: rt.int(count) };
    },
    setState: (rt, self, state) => {
      self.positions[3] = givenPosition(rt, state, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    },
  },
});

function readOn(rt: Runtime, self: PyItertool): boolean {
  rt.charge(1);
  const item = nextHeld(rt, self, 0);
  if (!item) return false;
  self.positions[3]++;
  release(item);
  return true;
}
