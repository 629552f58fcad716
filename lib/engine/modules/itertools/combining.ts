import { classMethod } from "../../core/define.ts";
import { type PyObject, release, releaseAll, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import type { PyType } from "../../core/type.ts";
import { collectItems, iter } from "../../protocol/iterate.ts";
import { ssizeArgument } from "../../protocol/sequence.ts";
import type { PyTuple } from "../../types/tuple.ts";
import { itertool, nextHeld, PyItertool } from "./iterator.ts";
import { statePositions, stateParts, tupleOf, tupleOfNumbers } from "./reduced.ts";

const itemsOf = (tuple: PyObject | undefined): readonly PyObject[] => (tuple as PyTuple | undefined)?.items ?? [];

/** `chain`: role 0 iterates over the iterables, role 1 over the current one. */
export const chainSpec = itertool({
  size: 32,
  signature: "chain(*iterables)",
  start: (rt, self, [iterables]) => {
    if (iterables) self.held = [iter(rt, iterables), null];
  },
  next: (rt, self) => {
    for (;;) {
      rt.charge(1);
      if (self.held[1]) {
        const item = nextHeld(rt, self, 1);
        if (item) return item;
        self.takeHold(1, null);
      }
      const iterable = nextHeld(rt, self, 0);
      if (!iterable) return self.end();
      try {
        self.takeHold(1, iter(rt, iterable));
      } finally {
        release(iterable);
      }
    }
  },
  reduction: {
    reduce: (rt, { held: [source, current] }) => ({ args: [], state: source ? tupleOf(rt, current ? [source, current] : [source]) : undefined }),
    setState: (rt, self, state) => {
      const parts = stateParts(rt, state, 1, 2);
      if (!parts.every((part) => part.type.slots.next)) rt.raise("TypeError", "Arguments must be iterators.");
      self.takeHold(0, retain(parts[0]));
      self.takeHold(1, parts[1] ? retain(parts[1]) : null);
    },
  },
  methods: [
    classMethod("from_iterable(cls, iterable, /)", (rt, [cls, iterable]) => {
      const iterator = iter(rt, iterable);
      const self = new PyItertool(cls as PyType);
      self.held = [iterator, null];
      return self;
    }),
    classMethod("__class_getitem__(cls, object, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item])),
  ],
});

/** `zip_longest`: the roles are the iterators, the last one the fill value. */
export const zipLongestSpec = itertool({
  size: 56,
  signature: "zip_longest(*iterables, fillvalue=None)",
  checkKeywords: (rt, names) => {
    if (names.some((name) => name !== "fillvalue")) rt.raise("TypeError", "zip_longest() got an unexpected keyword argument");
  },
  start: (rt, self, [iterables, fill]) => {
    for (const iterable of itemsOf(iterables)) self.held.push(iter(rt, iterable));
    self.positions = [self.held.length];
    self.held.push(retain(fill ?? rt.none));
  },
  next: (rt, self) => {
    const count = self.held.length - 1;
    if (self.positions[0] <= 0) return null;
    const items: PyObject[] = [];
    try {
      for (let role = 0; role < count; role++) {
        const item = nextHeld(rt, self, role);
        if (!item && self.held[role]) {
          self.positions[0]--;
          if (self.positions[0] === 0) break;
          self.takeHold(role, null);
        }
        items.push(item ?? retain(self.held[count] as PyObject));
      }
    } catch (error) {
      self.positions[0] = 0;
      releaseAll(items);
      throw error;
    }
    if (self.positions[0] > 0) return rt.takeTuple(items);
    releaseAll(items);
    return null;
  },
  reduction: {
    reduce: (rt, { held }) => {
      const iterators = held.slice(0, -1).map((iterator) => retain(iterator ?? rt.emptyTuple));
      return { args: iterators, state: retain(held[held.length - 1] ?? rt.none) };
    },
    setState: (_rt, self, fill) => self.takeHold(self.held.length - 1, retain(fill)),
  },
});

/** `pairwise`: role 0 is the iterator, role 1 the item before. */
export const pairwiseSpec = itertool({
  size: 32,
  signature: "pairwise(iterable, /)",
  start: (rt, self, [iterable]) => {
    if (iterable) self.held = [iter(rt, iterable), null];
  },
  next: (rt, self) => {
    if (!self.held[1]) {
      const first = nextHeld(rt, self, 0);
      if (!first) return self.end();
      self.takeHold(1, first);
    }
    if (!self.held[0] || !self.held[1]) return self.end();
    // Held beyond the next item: its iterator may ask for a pair itself.
    const before = retain(self.held[1]);
    let item: PyObject | null = null;
    try {
      item = nextHeld(rt, self, 0);
    } finally {
      if (!item) release(before);
    }
    if (!item) return self.end();
    self.takeHold(1, retain(item));
    return rt.takeTuple([before, item]);
  },
});

/** `batched`: role 0 is the iterator; position 0 the size. `started` marks strict. */
export const batchedSpec = itertool({
  size: 32,
  signature: "batched(iterable, n, *, strict=False)",
  when: (rt) => rt.profile.containers.batched,
  checkKeywords: (rt, _names, given) => {
    if (given > 2 && !rt.profile.containers.strictBatched) rt.raise("TypeError", `batched() takes at most 2 arguments (${given} given)`);
  },
  start: (rt, self, [iterable, size, strict]) => {
    if (!iterable || !size) return;
    const n = ssizeArgument(rt, size);
    if (n < 1) rt.raise("ValueError", "n must be at least one");
    self.started = strict ? rt.truth(strict) : false;
    self.positions = [n];
    self.held = [iter(rt, iterable)];
  },
  next: (rt, self) => {
    const items: PyObject[] = [];
    const [size] = self.positions;
    try {
      while (items.length < size) {
        const item = nextHeld(rt, self, 0);
        if (!item) break;
        rt.charge(1);
        items.push(item);
      }
      if (items.length > 0 && items.length < size && self.started) rt.raise("ValueError", "batched(): incomplete batch");
    } catch (error) {
      releaseAll(items);
      throw error;
    }
    return items.length > 0 ? rt.takeTuple(items) : self.end();
  },
});

/** A tuple of one item of each pool. */
function pick(rt: Runtime, pools: readonly PyObject[][], positions: readonly number[], pool: (i: number) => number): PyObject {
  rt.charge(positions.length);
  return rt.takeTuple(positions.map((position, i) => retain(pools[pool(i)][position])));
}

/** `product`: one pool for each factor; the last position turns fastest. */
export const productSpec = itertool({
  size: 48,
  signature: "product(*iterables, repeat=1)",
  start: (rt, self, [iterables, repeat]) => {
    const times = repeat ? ssizeArgument(rt, repeat) : 1;
    if (times < 0) rt.raise("ValueError", "repeat argument cannot be negative");
    const factors = times === 0 ? [] : itemsOf(iterables);
    rt.charge(factors.length * times);
    for (const iterable of factors) self.pools.push(collectItems(rt, iterable));
    const once = [...self.pools];
    for (let i = 1; i < times; i++) for (const pool of once) self.pools.push(pool.map(retain));
    self.positions = self.pools.map(() => 0);
  },
  next: (rt, self) => {
    if (self.started) {
      let i = self.positions.length - 1;
      while (i >= 0 && ++self.positions[i] === self.pools[i].length) self.positions[i--] = 0;
      if (i < 0) return self.end();
    } else if (self.pools.some((pool) => pool.length === 0)) return self.end();
    self.started = true;
    return pick(rt, self.pools, self.positions, (i) => i);
  },
  reduction: {
    reduce: (rt, self) => {
      if (self.finished) return { args: [retain(rt.emptyTuple)] };
      return { args: self.pools.map((pool) => tupleOf(rt, pool)), state: self.started ? tupleOfNumbers(rt, self.positions) : undefined };
    },
    setState: (rt, self, state) => {
      const positions = statePositions(rt, state, self.pools.map((pool) => [0, pool.length - 1] as const));
      if (self.pools.some((pool) => pool.length === 0)) return void self.end();
      self.positions = positions;
      self.started = true;
    },
  },
});

/** Starts over one pool with `r` positions; `limit` says whether `r` may not pass the pool's length. */
function startOverPool(rt: Runtime, self: PyItertool, iterable: PyObject | undefined, length: number | null, distinct: boolean, repeated: boolean, negative = rt.message("negativeChoice")): void {
  const pool = iterable ? collectItems(rt, iterable) : [];
  self.pools = [pool];
  const r = length ?? pool.length;
  if (r < 0) rt.raise("ValueError", negative);
  self.length = r;
  self.finished = distinct ? r > pool.length : pool.length === 0 && r > 0;
  if (self.finished) return;
  rt.charge(r);
  self.positions = Array.from({ length: r }, (_, i) => (repeated ? 0 : i));
}

/** The pool and the length; with what was given last, once there was something. */
function reducedPool(rt: Runtime, self: PyItertool, state: () => PyObject): { args: PyObject[]; state?: PyObject } {
  const isOver = self.finished && self.started;
  return { args: [tupleOf(rt, isOver ? [] : self.pools[0]), rt.int(self.length)], state: self.started && !isOver ? state() : undefined };
}

export const combinationsSpec = itertool({
  size: 56,
  signature: "combinations(iterable, r)",
  start: (rt, self, [iterable, r]) => startOverPool(rt, self, iterable, r ? ssizeArgument(rt, r) : null, true, false),
  next: (rt, self) => {
    const { positions } = self;
    const n = self.pools[0].length;
    if (self.started) {
      let i = positions.length - 1;
      while (i >= 0 && positions[i] === i + n - positions.length) i--;
      if (i < 0) return self.end();
      positions[i]++;
      for (let j = i + 1; j < positions.length; j++) positions[j] = positions[j - 1] + 1;
    }
    self.started = true;
    return pick(rt, self.pools, positions, () => 0);
  },
  reduction: {
    reduce: (rt, self) => reducedPool(rt, self, () => tupleOfNumbers(rt, self.positions)),
    setState: (rt, self, state) => {
      const n = self.pools[0]?.length ?? 0;
      self.positions = statePositions(rt, state, Array.from({ length: self.length }, (_, i) => [0, Math.max(i + n - self.length, 0)] as const));
      self.started = true;
    },
  },
});

export const combinationsWithReplacementSpec = itertool({
  size: 56,
  signature: "combinations_with_replacement(iterable, r)",
  start: (rt, self, [iterable, r]) => startOverPool(rt, self, iterable, r ? ssizeArgument(rt, r) : null, false, true),
  next: (rt, self) => {
    const { positions } = self;
    const n = self.pools[0].length;
    if (self.started) {
      let i = positions.length - 1;
      while (i >= 0 && positions[i] === n - 1) i--;
      if (i < 0) return self.end();
      positions.fill(positions[i] + 1, i);
    }
    self.started = true;
    return pick(rt, self.pools, positions, () => 0);
  },
  reduction: {
    reduce: (rt, self) => reducedPool(rt, self, () => tupleOfNumbers(rt, self.positions)),
    setState: (rt, self, state) => {
      const n = self.pools[0]?.length ?? 0;
      self.positions = statePositions(rt, state, Array.from({ length: self.length }, () => [0, n - 1] as const));
      self.started = true;
    },
  },
});

/** `permutations`: positions are the whole arrangement followed by the cycle counters, as the documentation's recipe has them. */
export const permutationsSpec = itertool({
  size: 64,
  signature: "permutations(iterable, r=None)",
  start: (rt, self, [iterable, r]) => {
    if (r && r !== rt.none && !r.type.isSubtypeOf(rt.types.int)) rt.raise("TypeError", "Expected int as r");
    startOverPool(rt, self, iterable, r && r !== rt.none ? ssizeArgument(rt, r) : null, true, false, "r must be non-negative");
    const n = self.pools[0].length;
    const length = self.positions.length;
    self.positions = [length, ...Array.from({ length: n }, (_, i) => i), ...Array.from({ length }, (_, i) => n - i)];
  },
  next: (rt, self) => {
    const [length] = self.positions;
    const n = self.pools[0].length;
    if (self.started && !nextArrangement(self.positions, n, length)) return self.end();
    self.started = true;
    return pick(rt, self.pools, self.positions.slice(1, 1 + length), () => 0);
  },
  reduction: {
    reduce: (rt, self) => reducedPool(rt, self, () => {
      const behind = 1 + self.pools[0].length;
      return rt.takeTuple([tupleOfNumbers(rt, self.positions.slice(1, behind)), tupleOfNumbers(rt, self.positions.slice(behind))]);
    }),
    setState: (rt, self, state) => {
      const parts = stateParts(rt, state, 2);
      parts.forEach((part, i) => {
        if (!part.type.isSubtypeOf(rt.types.tuple)) rt.raise("TypeError", `argument ${i + 1} must be tuple, not ${part.type.name}`);
      });
      const n = self.pools[0]?.length ?? 0;
      if (itemsOf(parts[1]).length !== self.length) rt.raise("ValueError", "invalid arguments");
      const indices = statePositions(rt, parts[0], Array.from({ length: n }, () => [0, n - 1] as const));
      const cycles = statePositions(rt, parts[1], Array.from({ length: self.length }, (_, i) => [1, n - i] as const));
      self.positions = [self.length, ...indices, ...cycles];
      self.started = true;
    },
  },
});

/** Steps to the next arrangement; false after the last. Indices begin at 1, cycles behind them. */
function nextArrangement(state: number[], n: number, length: number): boolean {
  for (let i = length - 1; i >= 0; i--) {
    const cycle = 1 + n + i;
    state[cycle]--;
    if (state[cycle] > 0) {
      const j = 1 + n - state[cycle];
      [state[1 + i], state[j]] = [state[j], state[1 + i]];
      return true;
    }
    const [moved] = state.splice(1 + i, 1);
    state.splice(n, 0, moved);
    state[cycle] = n - i;
  }
  return false;
}
