import { asyncHookFunctions } from "./async-hooks.ts";
import { type FunctionSpec, nativeFunction } from "../core/define.ts";
import { IMMORTAL, type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyDict } from "../types/dict.ts";
import { PyException } from "../types/exception.ts";
import type { Frame } from "../types/frame.ts";
import { frameObject, visibleFrame } from "../types/frame-object.ts";
import { toFloat } from "../types/float.ts";
import { makeModule } from "../types/module.ts";
import { PyType } from "../core/type.ts";
import { PyStr } from "../types/str-object.ts";
import { argumentTypeName } from "../types/str-range.ts";
import type { PyTuple } from "../types/tuple.ts";
import { AuditHooks } from "../vm/audit-hooks.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { writeToStderr } from "../vm/standard-error.ts";
import { formatException } from "../vm/traceback-text.ts";
import { unraisableTitle, writeUnraisable } from "../vm/unraisable.ts";
import { hexVersion, systemInfo } from "./sys-info.ts";
import { internalFunctions } from "./sys-internals.ts";
import { monitoringNamespace } from "./sys-monitoring.ts";

const machine = (rt: Runtime) => rt as Machine;

/** What the object's header says; immortal objects show the version's constant (Python/sysmodule.c). */
function shownCount(rt: Runtime, object: PyObject): PyObject {
  return rt.int(object.refs >= IMMORTAL ? rt.profile.immortality.shownCount : object.refs);
}

function getFrame(rt: Runtime, depth: number): PyObject {
  let frame: Frame | null = visibleFrame(machine(rt).frame);
  for (let i = 0; i < depth && frame; i++) frame = visibleFrame(frame.back);
  if (!frame) return rt.raise("ValueError", "call stack is not deep enough");
  const object = frameObject(rt, frame);
  rt.audit("sys._getframe", () => [retain(object)]);
  return object;
}

function excInfo(rt: Runtime): PyObject {
  const handled = machine(rt).peekHandled();
  if (!handled) return rt.takeTuple([retain(rt.none), retain(rt.none), retain(rt.none)]);
  const traceback = handled instanceof PyException && handled.traceback ? handled.traceback : rt.none;
  return rt.takeTuple([retain(handled.type), retain(handled), retain(traceback)]);
}

/** Bytes of two pointers: the collector's header, and what lies before it. */
const POINTERS = 16;

/** Bytes as CPython's 64-bit builds give them for built-in types, with the collector's 16-byte header where there is one. */
function sizeOf(rt: Runtime, object: PyObject, fallback: PyObject | undefined): PyObject {
  const own = rt.callSpecial(object, "__sizeof__", []);
  if (!own) return fallback ? retain(fallback) : rt.raise("TypeError", `Type ${object.type.name} doesn't define __sizeof__`);
  const size = rt.index(rt.temp(own));
  if (size < 0n) rt.raise("ValueError", "__sizeof__() should return >= 0");
  const header = object instanceof PyType && !object.isOnHeap ? rt.profile.classes.staticHeader : object.type.isCollected ? POINTERS : 0;
  return rt.int(size + BigInt(header + (object.type.hasPreHeader ? POINTERS : 0)));
}

function displayHook(rt: Runtime, value: PyObject): PyObject {
  if (value === rt.none) return retain(rt.none);
  const vm = machine(rt);
  vm.builtins.setName("_", rt.none);
  vm.write(`${rt.reprText(value)}\n`);
  vm.builtins.setName("_", value);
  return retain(rt.none);
}

function intern(rt: Runtime, value: PyObject): PyObject {
  if (!(value instanceof PyStr)) return rt.raise("TypeError", `intern() argument must be str, not ${argumentTypeName(rt, value)}`);
  if (value.type !== rt.types.str) return rt.raise("TypeError", `can't intern ${value.type.name}`);
  return rt.scalars.internObject(value);
}

function audit(rt: Runtime, [event, ...args]: readonly PyObject[]): PyObject {
  if (!event) return rt.raise("TypeError", rt.message("auditNeedsEvent"));
  if (!(event instanceof PyStr)) return rt.raise("TypeError", rt.message("auditEvent", event.type.shownName));
  machine(rt).auditHooks?.tell(event.value, () => args.map(retain));
  return retain(rt.none);
}

function setRecursionLimit(rt: Runtime, value: PyObject): PyObject {
  const vm = machine(rt);
  const limit = rt.index(value);
  if (limit < 1n) rt.raise("ValueError", "recursion limit must be greater or equal than 1");
  const depth = vm.depth + (vm.profile.frames.builtinsAddDepth ? 1 : 0);
  if (limit <= BigInt(depth)) {
    rt.raise("RecursionError", `cannot set the recursion limit to ${limit} at the recursion depth ${depth}: the limit is too low`);
  }
  vm.recursionLimit = limit > BigInt(vm.limits.frames) ? vm.limits.frames : Number(limit);
  return retain(rt.none);
}

/** Seconds, kept in whole microseconds (sys_setswitchinterval_impl). */
function setSwitchInterval(rt: Runtime, interval: PyObject): PyObject {
  if (!interval.type.slots.float && !interval.type.slots.index) rt.raise("TypeError", `must be real number, not ${interval.type.shownName}`);
  const seconds = toFloat(rt, interval);
  if (!(seconds > 0)) rt.raise("ValueError", "switch interval must be strictly positive");
  machine(rt).switchInterval = Math.trunc(seconds * 1e6) / 1e6;
  return retain(rt.none);
}

const functions = [
  nativeFunction("getrefcount(object, /)", (rt, [object]) => shownCount(rt, object)),
  nativeFunction("getsizeof(object, [default])", (rt, [object, fallback]) => sizeOf(rt, object, fallback)),
  nativeFunction("addaudithook(hook)", (rt, [hook]) => {
    const vm = machine(rt);
    vm.auditHooks ??= new AuditHooks(vm);
    vm.auditHooks.add(hook);
    return retain(rt.none);
  }),
  nativeFunction("audit(*args)", (rt, [args]) => audit(rt, (args as PyTuple).items), "(event, /, *args)"),
  nativeFunction("intern(string, /)", (rt, [value]) => intern(rt, value)),
  nativeFunction("_is_interned(string, /)", (rt, [value]) => rt.bool(value instanceof PyStr && rt.scalars.interned.get(value.value) === value)),
  nativeFunction("_getframe(depth=0, /)", (rt, [depth]) => getFrame(rt, depth ? Number(rt.index(depth)) : 0)),
  nativeFunction("exc_info()", (rt) => excInfo(rt)),
  nativeFunction("getrecursionlimit()", (rt) => rt.int(machine(rt).recursionLimit)),
  nativeFunction("setrecursionlimit(limit, /)", (rt, [limit]) => setRecursionLimit(rt, limit)),
  nativeFunction("displayhook(object, /)", (rt, [value]) => displayHook(rt, value)),
  nativeFunction("settrace(function, /)", (rt, [callable]) => {
    rt.audit("sys.settrace", () => []);
    machine(rt).tracer.setFunction(callable === rt.none ? null : callable);
    return retain(rt.none);
  }),
  nativeFunction("gettrace()", (rt) => retain(machine(rt).tracer.peekFunction() ?? rt.none)),
  nativeFunction("setprofile(function, /)", (rt, [callable]) => {
    rt.audit("sys.setprofile", () => []);
    machine(rt).tracer.setProfile(callable === rt.none ? null : callable);
    return retain(rt.none);
  }),
  nativeFunction("getprofile()", (rt) => retain(machine(rt).tracer.peekProfile() ?? rt.none)),
  nativeFunction("excepthook(exctype, value, traceback, /)", (rt, [, value]) => {
    writeToStderr(machine(rt), formatException(machine(rt), value));
    return retain(rt.none);
  }),
  nativeFunction("unraisablehook(unraisable, /)", (rt, [args]) => {
    const value = rt.temp(rt.getAttribute(args, "exc_value"));
    const object = rt.temp(rt.getAttribute(args, "object"));
    const told = rt.temp(rt.getAttribute(args, "err_msg"));
    writeUnraisable(machine(rt), value, unraisableTitle(machine(rt), told === rt.none ? null : rt.strText(told), object));
    return retain(rt.none);
  }),
  nativeFunction("exit(status=None, /)", (rt, [status]) => rt.raiseWith("SystemExit", status && status !== rt.none ? [retain(status)] : [])),
  nativeFunction("is_finalizing()", (rt) => rt.bool(false)),
  nativeFunction("getdefaultencoding()", (rt) => rt.str("utf-8")),
  nativeFunction("getfilesystemencoding()", (rt) => rt.str("utf-8")),
  nativeFunction("getallocatedblocks()", (rt) => rt.int(Math.round(machine(rt).heap.bytes / 64))),
  nativeFunction("get_int_max_str_digits()", (rt) => rt.int(rt.scalars.intMaxStrDigits)),
  nativeFunction("set_int_max_str_digits(maxdigits)", (rt, [digits]) => {
    const wanted = rt.index(digits);
    if (wanted !== 0n && wanted < 640n) rt.raise("ValueError", "maxdigits must be 0 or larger than 640");
    rt.scalars.intMaxStrDigits = Number(wanted);
    return retain(rt.none);
  }),
  ...asyncHookFunctions,
  nativeFunction("getswitchinterval()", (rt) => rt.float(1e-6 * Math.round(machine(rt).switchInterval * 1e6))),
  nativeFunction("setswitchinterval(interval, /)", (rt, [interval]) => setSwitchInterval(rt, interval)),
];

const immortalFunction = nativeFunction("_is_immortal(op, /)", (rt, [object]) => rt.bool(object.refs >= IMMORTAL));
const exceptionFunction = nativeFunction("exception()", (rt) => retain(machine(rt).peekHandled() ?? rt.none));
const gilFunction = nativeFunction("_is_gil_enabled()", (rt) => rt.bool(!(rt as Machine).run.isFree));

/** `sys._jit`: what the program asks of a compiler to machine code that this build does not have (Python/sysmodule.c). */
function jitNamespace(vm: Machine): PyObject {
  const namespace = makeModule(vm, "sys._jit");
  for (const question of ["is_available", "is_enabled", "is_active"]) {
    const made = vm.importer.makeFunction(nativeFunction(`${question}()`, (rt) => rt.bool(false)), "sys._jit");
    (namespace.dict as PyDict).setName(question, made);
    release(made);
  }
  return namespace;
}

function names(vm: Machine): Record<string, PyObject> {
  const monitoring = monitoringNamespace(vm);
  const [major, minor, micro] = vm.profile.release;
  const version = `${major}.${minor}.${micro}`;
  const text = (value: string) => vm.str(value);
  return {
    version: text(`${version} (Heapwise model of CPython)`),
    hexversion: vm.int(hexVersion(vm.profile.release)),
    api_version: vm.int(1013),
    copyright: text("Copyright (c) Python Software Foundation."),
    platform: text("linux"),
    byteorder: text("little"),
    maxsize: vm.int(9223372036854775807n),
    maxunicode: vm.int(0x10ffff),
    modules: retain(vm.modules),
    argv: vm.takeList([text("<script>")]),
    orig_argv: vm.takeList([text("python3"), text("<script>")]),
    path: vm.takeList([]),
    meta_path: vm.takeList([]),
    path_hooks: vm.takeList([]),
    executable: text("/usr/bin/python3"),
    prefix: text("/usr"),
    base_prefix: text("/usr"),
    exec_prefix: text("/usr"),
    dont_write_bytecode: vm.bool(false),
    float_repr_style: text("short"),
    builtin_module_names: vm.takeTuple(["builtins", "sys", "gc", "time", "itertools"].map((name) => vm.intern(name))),
    ...systemInfo(vm),
    ...originals(vm),
    ps1: text(">>> "),
    ps2: text("... "),
    ...(monitoring ? { monitoring } : {}),
    ...(vm.profile.library.jitNamespace ? { _jit: jitNamespace(vm) } : {}),
    ...(vm.profile.freeThreading !== null ? { _is_gil_enabled: vm.importer.makeFunction(gilFunction, "sys") } : {}),
    ...(vm.profile.immortality.hasIsImmortal ? { _is_immortal: vm.importer.makeFunction(immortalFunction, "sys") } : {}),
  };
}

const isHook = ({ signature }: FunctionSpec) => /^(except|unraisable|display)hook$/.test(signature.name);

/** Hooks that a program may replace: their first values stay under another name. */
function originals(vm: Machine): Record<string, PyObject> {
  return Object.fromEntries(functions.filter(isHook).flatMap((hook) => {
    const made = vm.importer.makeFunction(hook, "sys");
    return [[hook.signature.name, made], [`__${hook.signature.name}__`, retain(made)]];
  }));
}

export const sysModule: ModuleSpec = { name: "sys", functions: [...functions.filter((each) => !isHook(each)), ...internalFunctions, exceptionFunction], names };
