import type { PyObject } from "../core/object.ts";
import { retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { type StructSequence, structSequence, takeStruct } from "../types/struct-sequence.ts";
import { PyTextStream, type StreamNumber, textStreamSpec } from "../types/text-stream.ts";
import type { Machine } from "../vm/machine.ts";

const versionInfo = structSequence("sys", "version_info", ["major", "minor", "micro", "releaselevel", "serial"]);
const hashInfo = structSequence("sys", "hash_info", ["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"]);
const floatInfo = structSequence("sys", "float_info", [
  "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds",
]);
const intInfo = structSequence("sys", "int_info", ["bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"]);
const threadInfo = structSequence("sys", "thread_info", ["name", "lock", "version"]);

/** One type of `sys.flags` for each set of names that versions have. */
const flagTypes = new Map<readonly (readonly [string, number | boolean])[], StructSequence>();

/** Fields that came after the tuple's length was fixed are attributes only (Python/sysmodule.c, SYSFLAG_NUM). */
const SHOWN_FLAGS = 18;

/** What a free-threaded build says instead. */
const FREE_FLAGS: Readonly<Partial<Record<string, number>>> = { gil: 0, thread_inherit_context: 1, context_aware_warnings: 1 };

function flags(vm: Machine): PyObject {
  const rows = vm.profile.library.systemFlags;
  let declared = flagTypes.get(rows);
  if (!declared) {
    declared = structSequence("sys", "flags", rows.map(([name]) => name), Math.min(rows.length, SHOWN_FLAGS));
    flagTypes.set(rows, declared);
  }
  return takeStruct(vm, declared, rows.map(([name, value]) => plain(vm, vm.run.isFree ? (FREE_FLAGS[name] ?? value) : value)));
}

function plain(rt: Runtime, value: string | number | bigint | boolean | null): PyObject {
  if (value === null) return retain(rt.none);
  if (typeof value === "string") return rt.str(value);
  return typeof value === "boolean" ? rt.bool(value) : rt.int(value);
}

function struct(rt: Runtime, declared: StructSequence, values: readonly (string | number | bigint | null)[]): PyObject {
  return takeStruct(rt, declared, values.map((value) => plain(rt, value)));
}

/** DBL_MAX and its neighbours (IEEE 754 binary64). */
function floats(rt: Runtime): PyObject {
  const real = (value: number) => rt.float(value);
  const whole = (value: number) => rt.int(value);
  return takeStruct(rt, floatInfo, [
    real(Number.MAX_VALUE), whole(1024), whole(308), real(2.2250738585072014e-308), whole(-1021), whole(-307), whole(15), whole(53),
    real(Number.EPSILON), whole(2), whole(1),
  ]);
}

/** The number that `sys.hexversion` shows for a final release. */
export function hexVersion([major, minor, micro]: readonly [number, number, number]): number {
  return (major << 24) | (minor << 16) | (micro << 8) | 0xf0;
}

function implementation(vm: Machine, version: PyObject): PyObject {
  const [major, minor] = vm.profile.release;
  const fields: Record<string, PyObject> = {
    name: vm.str("cpython"),
    cache_tag: vm.str(`cpython-${major}${minor}`),
    version: retain(version),
    hexversion: vm.int(hexVersion(vm.profile.release)),
    _multiarch: vm.str("x86_64-linux-gnu"),
  };
  const values = Object.values(fields).map((value) => vm.temp(value));
  return vm.call(vm.types.SimpleNamespace, values, Object.keys(fields));
}

function streams(vm: Machine): Record<string, PyObject> {
  const made: Record<string, PyObject> = {};
  const numbers: readonly (readonly [string, StreamNumber])[] = [["stdin", 0], ["stdout", 1], ["stderr", 2]];
  for (const [name, number] of numbers) {
    const stream = new PyTextStream(vm.typeOf(textStreamSpec), number);
    made[name] = stream;
    made[`__${name}__`] = retain(stream);
  }
  return made;
}

/** What `sys` tells about the interpreter, as tuples with names; and the standard streams. */
export function systemInfo(vm: Machine): Record<string, PyObject> {
  const version = struct(vm, versionInfo, [...vm.profile.release, "final", 0]);
  return {
    version_info: version,
    implementation: implementation(vm, version),
    flags: flags(vm),
    hash_info: struct(vm, hashInfo, [64, 2n ** 61n - 1n, 314159, 0, 1000003, vm.profile.strings.hashRounds[0] === 2 ? "siphash24" : "siphash13", 64, 128, 0]),
    int_info: struct(vm, intInfo, [30, 4, 4300, 640]),
    thread_info: struct(vm, threadInfo, ["pthread", "semaphore", null]),
    float_info: floats(vm),
    ...streams(vm),
  };
}
