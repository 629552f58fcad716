import { type FunctionSpec, nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { UPTIME_SECONDS } from "../threads/clock.ts";
import { PyFloat } from "../types/float-object.ts";
import { toFloat } from "../types/float.ts";
import { PyInt } from "../types/int-object.ts";
import { PyStr } from "../types/str-object.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { type Civil, civilFromSeconds, daysFromCivil } from "./time/civil.ts";
import { strftime } from "./time/strftime.ts";
import { readNumbers, readTime, structTime, takeTime } from "./time/struct-time.ts";

/** 2026-01-01 00:00:00 UTC, when every virtual day begins. */
const EPOCH = 1_767_225_600n * 1_000_000_000n;
const UPTIME = BigInt(UPTIME_SECONDS) * 1_000_000_000n;

const threads = (rt: Runtime) => (rt as Machine).threads;
const whole = (nanoseconds: number) => BigInt(Math.trunc(nanoseconds));

/** Work costs virtual time by the unit, sleep costs what it says and takes none: a run gives the same times on every machine. */
function elapsed(rt: Runtime): bigint {
  return whole(threads(rt).computed());
}

function elapsedInThread(rt: Runtime): bigint {
  return whole(threads(rt).computedBy((rt as Machine).thread));
}

function now(rt: Runtime): bigint {
  return whole(threads(rt).now());
}

function sleep(rt: Runtime, [argument]: PyObject[]): PyObject {
  if (!(argument instanceof PyFloat || argument instanceof PyInt) && !argument.type.slots.index) {
    rt.raise("TypeError", rt.message("sleepArgument", argument.type.shownName));
  }
  const seconds = toFloat(rt, argument);
  if (Number.isNaN(seconds)) rt.raise("ValueError", "Invalid value NaN (not a number)");
  if (seconds < 0) rt.raise("ValueError", "sleep length must be non-negative");
  if (seconds > 9_223_372_036) rt.raise("OverflowError", rt.profile.threads.timestampText);
  if (threads(rt).takeOutcome() === null) threads(rt).wait({ kind: "sleep", object: null }, threads(rt).now() + Math.ceil(seconds * 1e9));
  return retain(rt.none);
}

/** A clock in seconds, and its twin in nanoseconds. */
function clock(name: string, read: (rt: Runtime) => bigint): FunctionSpec[] {
  return [
    nativeFunction(`${name}()`, (rt) => rt.float(Number(read(rt)) / 1e9)),
    nativeFunction(`${name}_ns()`, (rt) => rt.int(read(rt))),
  ];
}

/** Seconds since 1970 that an argument says, whole; without one, now (_PyTime_ObjectToTime_t). */
function secondsOf(rt: Runtime, argument: PyObject | undefined): number {
  if (!argument || argument === rt.none) return Number((EPOCH + now(rt)) / 1_000_000_000n);
  if (!(argument instanceof PyFloat) && !argument.type.slots.index) rt.raise("TypeError", `'${argument.type.shownName}' object cannot be interpreted as an integer`);
  const seconds = argument instanceof PyFloat ? argument.value : Number(rt.index(argument));
  if (Number.isNaN(seconds)) rt.raise("ValueError", "Invalid value NaN (not a number)");
  if (Math.abs(seconds) > 9.3e18) rt.raise("OverflowError", "timestamp out of range for platform time_t");
  if (Math.abs(seconds) > 6.7e16) rt.raiseWith("OSError", [rt.int(75), rt.str("Value too large for defined data type")]);
  return Math.floor(seconds);
}

function momentOf(rt: Runtime, argument: PyObject | undefined, where: string): Civil {
  return argument && argument !== rt.none ? readTime(rt, argument, where) : civilFromSeconds(secondsOf(rt, undefined));
}

function format(rt: Runtime, [format_, argument]: PyObject[]): PyObject {
  if (!(format_ instanceof PyStr)) return rt.raise("TypeError", `strftime() argument 1 must be str, not ${format_.type.shownName}`);
  rt.heap.reserve(40 * format_.length);
  return rt.str(strftime(format_.value, momentOf(rt, argument, "strftime")));
}

/** The inverse of localtime: fields beyond their bounds carry over. */
function makeTime(rt: Runtime, [argument]: PyObject[]): PyObject {
  const [year, month, day, hour, minute, second] = readNumbers(rt, argument, "mktime");
  const months = year * 12 + month - 1;
  const days = daysFromCivil(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1) + day - 1;
  return rt.float(days * 86_400 + hour * 3600 + minute * 60 + second);
}

/** `asctime` and `ctime` show the day with two places. */
const LONG = "%a %b %e %H:%M:%S %Y";

/** What `clock_gettime` reads, by number as Linux has them. */
const CLOCKS: readonly (readonly [name: string, id: number, read: (rt: Runtime) => bigint])[] = [
  ["CLOCK_REALTIME", 0, (rt) => EPOCH + now(rt)],
  ["CLOCK_MONOTONIC", 1, (rt) => UPTIME + now(rt)],
  ["CLOCK_PROCESS_CPUTIME_ID", 2, elapsed],
  ["CLOCK_THREAD_CPUTIME_ID", 3, elapsedInThread],
  ["CLOCK_MONOTONIC_RAW", 4, (rt) => UPTIME + now(rt)],
  ["CLOCK_BOOTTIME", 7, (rt) => UPTIME + now(rt)],
  ["CLOCK_TAI", 11, (rt) => EPOCH + now(rt)],
];

function clockOf(rt: Runtime, id: PyObject): bigint {
  const found = CLOCKS.find(([, number]) => BigInt(number) === rt.index(id));
  if (!found) return rt.raiseWith("OSError", [rt.int(22), rt.str("Invalid argument")]);
  return found[2](rt);
}

const CLOCK_INFO: Readonly<Record<string, readonly [implementation: string, monotonic: boolean, adjustable: boolean]>> = {
  time: ["clock_gettime(CLOCK_REALTIME)", false, true],
  monotonic: ["clock_gettime(CLOCK_MONOTONIC)", true, false],
  perf_counter: ["clock_gettime(CLOCK_MONOTONIC)", true, false],
  process_time: ["clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false],
  thread_time: ["clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false],
};

function clockInfo(rt: Runtime, [name]: PyObject[]): PyObject {
  const key = rt.strText(name);
  if (!Object.hasOwn(CLOCK_INFO, key)) rt.raise("ValueError", "unknown clock");
  const [implementation, monotonic, adjustable] = CLOCK_INFO[key];
  const values = [rt.str(implementation), rt.bool(monotonic), rt.bool(adjustable), rt.float(1e-9)].map((value) => rt.temp(value));
  return rt.call(rt.types.SimpleNamespace, values, ["implementation", "monotonic", "adjustable", "resolution"]);
}

/** `strptime` is written in Python. */
function parse(rt: Runtime, args: PyObject[]): PyObject {
  const reader = (rt as Machine).importer.peekName("_strptime", "_strptime_time");
  return rt.call(reader, args.filter((argument) => argument !== undefined));
}

/** The clocks and calendars of a virtual machine room, where it is UTC. */
export const functions: readonly FunctionSpec[] = [
  ...clock("time", (rt) => EPOCH + now(rt)),
  ...clock("monotonic", (rt) => UPTIME + now(rt)),
  ...clock("perf_counter", (rt) => UPTIME + now(rt)),
  ...clock("process_time", elapsed),
  ...clock("thread_time", elapsedInThread),
  nativeFunction("sleep(object, /)", sleep),
  nativeFunction("gmtime([seconds], /)", (rt, [seconds]) => takeTime(rt, civilFromSeconds(secondsOf(rt, seconds)))),
  nativeFunction("localtime([seconds], /)", (rt, [seconds]) => takeTime(rt, civilFromSeconds(secondsOf(rt, seconds)))),
  nativeFunction("mktime(tuple, /)", makeTime),
  nativeFunction("strftime(format, [tuple], /)", format),
  nativeFunction("strptime(string, [format], /)", parse),
  nativeFunction("asctime([tuple], /)", (rt, [moment]) => rt.str(strftime(LONG, momentOf(rt, moment, "asctime")))),
  nativeFunction("ctime([seconds], /)", (rt, [seconds]) => rt.str(strftime(LONG, civilFromSeconds(secondsOf(rt, seconds))))),
  nativeFunction("clock_gettime(clk_id, /)", (rt, [id]) => rt.float(Number(clockOf(rt, id)) / 1e9)),
  nativeFunction("clock_gettime_ns(clk_id, /)", (rt, [id]) => rt.int(clockOf(rt, id))),
  nativeFunction("clock_getres(clk_id, /)", (rt, [id]) => (clockOf(rt, id), rt.float(1e-9))),
  nativeFunction("get_clock_info(name, /)", clockInfo),
];

export const timeModule: ModuleSpec = {
  name: "time",
  functions,
  names: (vm) => ({
    struct_time: retain(vm.typeOf(structTime.type)),
    timezone: vm.int(0),
    altzone: vm.int(0),
    daylight: vm.int(0),
    tzname: vm.takeTuple([vm.str("UTC"), vm.str("UTC")]),
    _STRUCT_TM_ITEMS: vm.int(structTime.fields.length),
    ...Object.fromEntries(CLOCKS.map(([name, id]) => [name, vm.int(id)])),
  }),
};
