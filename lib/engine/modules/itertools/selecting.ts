import { type PyObject, release, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { truthOfResult } from "../../protocol/compare.ts";
import { collectItems, iter } from "../../protocol/iterate.ts";
import { binaryOperation } from "../../protocol/number.ts";
import { clipToNumber } from "../../protocol/sequence.ts";
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
    if (stop >= 0 && wanted >= stop) {
      // What lies before the stop is still read (islice_next).
      while (self.positions[3] < stop && self.held[0] && readOn(rt, self));
      return self.end();
    }
    while (self.positions[3] < wanted) if (!readOn(rt, self)) return self.end();
    const item = nextHeld(rt, self, 0);
    if (!item) return self.end();
    self.positions[3]++;
    self.positions[0] = stop >= 0 ? Math.min(wanted + step, Math.max(stop, wanted + 1)) : wanted + step;
    return item;
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
