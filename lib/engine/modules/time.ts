import { type FunctionSpec, nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyFloat } from "../types/float-object.ts";
import { toFloat } from "../types/float.ts";
import { PyInt } from "../types/int-object.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";

/** What one unit of work takes, about an instruction of CPython 3.14 on a current machine. */
const NANOSECONDS_PER_UNIT = 20n;
/** 2026-01-01 00:00:00 UTC, when every virtual day begins. */
const EPOCH = 1_767_225_600n * 1_000_000_000n;
/** Since the machine was switched on. */
const UPTIME = 1_000n * 1_000_000_000n;

/** Nanoseconds that a runtime has slept. */
const slept = new WeakMap<Runtime, bigint>();

/** Work costs virtual time by the unit, sleep costs what it says and takes none: a run gives the same times on every machine. */
function elapsed(rt: Runtime): bigint {
  const units = rt.limits.steps - (rt as Machine).budget;
  return BigInt(Math.max(Math.trunc(units), 0)) * NANOSECONDS_PER_UNIT;
}

function now(rt: Runtime): bigint {
  return elapsed(rt) + (slept.get(rt) ?? 0n);
}

function sleep(rt: Runtime, [argument]: PyObject[]): PyObject {
  if (!(argument instanceof PyFloat || argument instanceof PyInt) && !argument.type.slots.index) {
    rt.raise("TypeError", rt.message("sleepArgument", argument.type.shownName));
  }
  const seconds = toFloat(rt, argument);
  if (Number.isNaN(seconds)) rt.raise("ValueError", "Invalid value NaN (not a number)");
  if (seconds < 0) rt.raise("ValueError", "sleep length must be non-negative");
  if (seconds > 9_223_372_036) rt.raise("OverflowError", "timestamp too large to convert to C PyTime_t");
  slept.set(rt, (slept.get(rt) ?? 0n) + BigInt(Math.ceil(seconds * 1e9)));
  return retain(rt.none);
}

/** A clock in seconds, and its twin in nanoseconds. */
function clock(name: string, read: (rt: Runtime) => bigint): FunctionSpec[] {
  return [
    nativeFunction(`${name}()`, (rt) => rt.float(Number(read(rt)) / 1e9)),
    nativeFunction(`${name}_ns()`, (rt) => rt.int(read(rt))),
  ];
}

/** The clocks of a virtual machine room. Differs: no calendar functions yet. */
export const functions: readonly FunctionSpec[] = [
  ...clock("time", (rt) => EPOCH + now(rt)),
  ...clock("monotonic", (rt) => UPTIME + now(rt)),
  ...clock("perf_counter", (rt) => UPTIME + now(rt)),
  ...clock("process_time", elapsed),
  ...clock("thread_time", elapsed),
  nativeFunction("sleep(object, /)", sleep),
];

export const timeModule: ModuleSpec = { name: "time", functions };
