import { method } from "../../core/define.ts";
import { type PyObject, release, releaseAll, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { iter } from "../../protocol/iterate.ts";
import { binaryOperation } from "../../protocol/number.ts";
import { intArgument, ssizeArgument } from "../../protocol/sequence.ts";
import type { PyInt } from "../../types/int-object.ts";
import { stateParts } from "./reduced.ts";
import { itertool, nextHeld, type PyItertool } from "./iterator.ts";

/** `count`: role 0 is the next number, role 1 the step. */
export const countSpec = itertool({
  size: 40,
  signature: "count(start=0, step=1)",
  start: (rt, self, [start, step]) => {
    for (const part of [start, step]) if (part && !isNumber(part)) rt.raise("TypeError", "a number is required");
    self.held = [start ? retain(start) : rt.int(0), step ? retain(step) : rt.int(1)];
  },
  next: (rt, self) => {
    const [current, step] = self.held;
    if (!current || !step) return null;
    self.held[0] = binaryOperation(rt, "+", current, step);
    return current;
  },
  reduction: {
    reduce: (rt, { held: [current, step] }) => {
      const isPlain = current?.type === rt.types.int && fitsWord(current as PyInt) && isOne(rt, step);
      return { args: [retain(current ?? rt.none), ...(isPlain || !step ? [] : [retain(step)])] };
    },
  },
  repr: (rt, self) => {
    const [current, step] = (self as PyItertool).held;
    const tail = step && !isOne(rt, step) ? `, ${rt.reprText(step)}` : "";
    return rt.str(`count(${rt.reprText(current ?? rt.none)}${tail})`);
  },
});

const isOne = (rt: Runtime, step: PyObject | null): boolean => step?.type === rt.types.int && (step as PyInt).value === 1n;

const fitsWord = ({ value }: PyInt): boolean => BigInt.asIntN(64, BigInt(value)) === BigInt(value);

function isNumber(object: PyObject): boolean {
  const { slots, name } = object.type;
  return slots.int !== undefined || slots.float !== undefined || slots.index !== undefined || name === "complex";
}

/** `cycle`: role 0 is the iterator until it ends; pool 0 keeps its items. `started` marks that all its items were kept before. */
export const cycleSpec = itertool({
  size: 48,
  signature: "cycle(iterable, /)",
  start: (rt, self, [iterable]) => {
    if (iterable) self.held = [iter(rt, iterable)];
    self.pools = [[]];
    self.positions = [0];
  },
  next: (rt, self) => {
    if (self.held[0]) {
      const item = nextHeld(rt, self, 0);
      if (item) {
        if (!self.started) self.pools[0]?.push(retain(item));
        return item;
      }
      self.takeHold(0, null);
    }
    const pool = self.pools[0] ?? [];
    if (pool.length === 0) return null;
    const item = pool[self.positions[0]];
    self.positions[0] = (self.positions[0] + 1) % pool.length;
    return retain(item);
  },
  reduction: {
    reduce: (rt, { held: [iterator], pools: [pool], positions: [position], started }) => {
      const items = rt.takeList((pool ?? []).map(retain));
      if (iterator) return { args: [retain(iterator)], state: rt.takeTuple([items, rt.bool(started)]) };
      const again = iter(rt, items);
      if (position > 0) release(rt.callMethod(again, "__setstate__", [rt.temp(rt.int(position))]));
      return { args: [again], state: rt.takeTuple([items, rt.bool(true)]) };
    },
    setState: (rt, self, state) => {
      const [items, isKept] = stateParts(rt, state, 2);
      if (!items.type.isSubtypeOf(rt.types.list)) rt.raise("TypeError", `argument 1 must be list, not ${items.type.name}`);
      self.started = intArgument(rt, isKept) !== 0;
      const old = self.pools[0] ?? [];
      self.pools = [(items as PyObject & { items: PyObject[] }).items.map(retain)];
      self.positions = [0];
      releaseAll(old);
    },
  },
});

/** `repeat`: role 0 is the object; position 0 how often still, -1 for ever. */
export const repeatSpec = itertool({
  size: 32,
  signature: "repeat(object, [times])",
  start: (rt, self, [object, times]) => {
    self.positions = [times ? Math.max(ssizeArgument(rt, times), 0) : -1];
    if (object) self.held = [retain(object)];
  },
  next: (_rt, self) => {
    const [object] = self.held;
    if (!object || self.positions[0] === 0) return null;
    if (self.positions[0] > 0) self.positions[0]--;
    return retain(object);
  },
  reduction: {
    reduce: (rt, { held: [object], positions: [left] }) => ({ args: [retain(object ?? rt.none), ...(left < 0 ? [] : [rt.int(left)])] }),
  },
  repr: (rt, self) => {
    const { held, positions } = self as PyItertool;
    const tail = positions[0] < 0 ? "" : `, ${positions[0]}`;
    return rt.str(`repeat(${rt.reprText(held[0] ?? rt.none)}${tail})`);
  },
  methods: [
    method("__length_hint__(self, /)", (rt, [self]) => {
      const [left] = (self as PyItertool).positions;
      return left < 0 ? rt.raise("TypeError", "len() of unsized object") : rt.int(left);
    }),
  ],
});
