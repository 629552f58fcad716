import { defineType, method } from "../core/define.ts";
import { PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { indexAsSize } from "../protocol/number.ts";
import { pythonHalf } from "../python/halves.ts";
import { chargeInt, chargeReading, PyInt } from "../types/int-object.ts";
import { PyTuple } from "../types/tuple.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import { numericLent } from "./numeric-halves.ts";
import { MersenneTwister } from "./mersenne-twister.ts";

class PyRandom extends PyObject {
  readonly generator = new MersenneTwister();
  /** Its numbers follow from the seed of the run. */
  isOfRun = false;
}

/** The generator, for whoever lets the program see what it gives. */
function generatorOf(rt: Runtime, self: PyObject): MersenneTwister {
  const { generator, isOfRun } = self as PyRandom;
  if (isOfRun) rt.heap.seedSeen = true;
  return generator;
}

/** 32-bit words of a non-negative integer, lowest first, at least one. */
function words(value: bigint): number[] {
  const hex = value.toString(16);
  const result: number[] = [];
  for (let end = hex.length; end > 0; end -= 8) result.push(Number.parseInt(hex.slice(Math.max(end - 8, 0), end), 16));
  return result;
}

/** An int counts by its absolute value, anything else by its hash; None takes the seed of the run, so that a run can be repeated. */
function seed(rt: Runtime, [self, value]: PyObject[]): PyObject {
  const random = self as PyRandom;
  random.isOfRun = !(value instanceof PyInt);
  if (value === undefined || value === rt.none) random.generator.seed([...rt.scalars.hashKey.map((word) => word >>> 0), 1]);
  else if (value instanceof PyInt) random.generator.seed(words(value.value < 0n ? -value.value : value.value));
  else random.generator.seed(words(BigInt.asUintN(64, rt.hash(value))));
  if (value instanceof PyInt) chargeReading(rt, value);
  rt.charge(16);
  return retain(rt.none);
}

function randomBits(rt: Runtime, [self, count]: PyObject[]): PyObject {
  const bits = indexAsSize(rt, count, "OverflowError");
  if (bits < 0) rt.raise("ValueError", rt.message("randomNegativeBits"));
  chargeInt(rt, bits);
  rt.charge(bits >> 4);
  return rt.int(generatorOf(rt, self).bits(bits));
}

function getState(rt: Runtime, [self]: PyObject[]): PyObject {
  const { state, index } = generatorOf(rt, self);
  return rt.takeTuple([...Array.from(state, (word) => rt.int(word)), rt.int(index)]);
}

function setState(rt: Runtime, [self, state]: PyObject[]): PyObject {
  const { generator } = self as PyRandom;
  if (!(state instanceof PyTuple)) return rt.raise("TypeError", "state vector must be a tuple");
  if (state.items.length !== generator.state.length + 1) rt.raise("ValueError", "state vector is the wrong size");
  const numbers = state.items.map((item) => Number(BigInt.asUintN(32, rt.index(item))));
  generator.index = numbers.pop() as number;
  if (generator.index > generator.state.length) rt.raise("ValueError", "invalid state");
  generator.state.set(numbers);
  return retain(rt.none);
}

const randomSpec = defineType({
  name: "Random",
  module: "_random",
  basicSize: 2520,
  collected: false,
  allocate: (type) => new PyRandom(type),
  slots: {
    new: (_rt, type) => new PyRandom(type),
  },
  methods: [
    method("random(self, /)", (rt, [self]) => rt.float(generatorOf(rt, self).float())),
    method("seed(self, n=None, /)", seed),
    method("getrandbits(self, k, /)", randomBits),
    method("getstate(self, /)", getState),
    method("setstate(self, state, /)", setState),
  ],
});

export const randomHostModule: ModuleSpec = { name: "_random", names: (vm) => ({ Random: retain(vm.typeOf(randomSpec)) }) };

export const randomModule: ModuleSpec = { name: "random", source: () => pythonHalf("random"), names: numericLent.random };
