import { defineType, nativeFunction } from "../core/define.ts";
import { PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { mapAgain, sharedMemorySpec } from "../processes/memory.ts";
import { makePipe, makeSocketPair, OpenEnd } from "../processes/pipe.ts";
import { waitUntil } from "../processes/queue.ts";
import type { ForkTicket, GuestProcess } from "../processes/guest.ts";
import { parentPidOf, pidOf, seatOf } from "../processes/seat.ts";
import { SEM_VALUE_MAX, semLockSpec } from "../processes/semaphore.ts";
import { runHandlers } from "../threads/signal-handlers.ts";
import { deadlineOf } from "../threads/timeout.ts";
import { bytesOf } from "../types/bytes-object.ts";
import type { PyDict } from "../types/dict.ts";
import type { PyList } from "../types/list.ts";
import type { PyModule } from "../types/module.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { ProcessExit } from "../vm/process.ts";
import { compileUnit } from "../vm/source-errors.ts";

const machine = (rt: Runtime) => rt as Machine;
const seat = (rt: Runtime): GuestProcess => seatOf(machine(rt));
const number = (rt: Runtime, value: PyObject) => Number(rt.index(value));

/** What a fork is asked for with; see ForkTicket. */
class PyForkTicket extends PyObject implements ForkTicket {
  pid: number | null = null;
}

const ticketSpec = defineType({
  name: "ForkTicket",
  module: "_processes",
  baseType: false,
  slots: {
    new: (rt, type) => {
      if (seat(rt).interpreter > 0) rt.raise("RuntimeError", "fork not supported for isolated subinterpreters");
      return new PyForkTicket(type as PyType);
    },
  },
  getset: [{ name: "pid", get: (rt, self) => ((self as PyForkTicket).pid === null ? retain(rt.none) : rt.int((self as PyForkTicket).pid as number)) }],
});

function fail(rt: Runtime, code: number, text: string): never {
  return rt.raiseWith("OSError", [rt.int(code), rt.str(text)]);
}

/** The open end of a number, as the process has it. */
function endOf(rt: Runtime, fd: PyObject): OpenEnd {
  return seat(rt).files.get(number(rt, fd)) ?? fail(rt, 9, "Bad file descriptor");
}

function pairOf(rt: Runtime, [first, second]: [OpenEnd, OpenEnd]): PyObject {
  const { files } = seat(rt);
  return rt.takeTuple([rt.int(files.add(first)), rt.int(files.add(second))]);
}

function read(rt: Runtime, [fd, size]: PyObject[]): PyObject {
  const { in: pipe } = endOf(rt, fd);
  if (pipe === null) return fail(rt, 9, "Bad file descriptor");
  const most = number(rt, size);
  const bytes = waitUntil(machine(rt), [pipe.readable], { kind: "pipe", object: null }, null, () => pipe.read(machine(rt), most));
  return rt.bytes(bytes as Uint8Array);
}

function write(rt: Runtime, [fd, data]: PyObject[]): PyObject {
  const { out: pipe } = endOf(rt, fd);
  const bytes = bytesOf(data) ?? rt.raise("TypeError", `a bytes-like object is required, not '${data.type.shownName}'`);
  if (pipe === null) return fail(rt, 9, "Bad file descriptor");
  const taken = waitUntil(machine(rt), [pipe.writable], { kind: "pipe", object: null }, null, () => (pipe.readers === 0 ? -1 : pipe.write(machine(rt), bytes)));
  if (taken === -1) return fail(rt, 32, "Broken pipe");
  return rt.int(taken as number);
}

/** Waits for one of several things: files that can be read from, and children that have ended. Gives those that are ready. */
function poll(rt: Runtime, [things, timeout]: PyObject[]): PyObject {
  const { room, files } = seat(rt);
  const rows = (things as PyList).items.map((thing) => {
    const value = number(rt, thing);
    const child = value < 0 ? room.find(-value) : null;
    const pipe = value < 0 ? null : (files.get(value)?.in ?? fail(rt, 9, "Bad file descriptor"));
    return { thing, line: child?.ending ?? pipe?.readable ?? null, isReady: () => (pipe ? pipe.isReadable : child === null || child.exitStatus !== null) };
  });
  const deadline = timeout === rt.none ? null : deadlineOf(rt, undefined, timeout);
  const lines = rows.flatMap(({ line }) => (line ? [line] : []));
  const ready = waitUntil(machine(rt), lines, { kind: "process", object: null }, deadline, () => {
    const found = rows.filter(({ isReady }) => isReady());
    return found.length > 0 ? found : null;
  });
  return rt.takeList((ready ?? []).map(({ thing }) => retain(thing)));
}

/** The number and the exit status of a child that has ended; None when none has in time. The pid -1 means any child. */
function waitFor(rt: Runtime, [pid, timeout]: PyObject[]): PyObject {
  const parent = seat(rt);
  const wanted = number(rt, pid);
  const children = parent.room.childrenOf(parent).filter((child) => wanted === -1 || child.pid === wanted);
  if (children.length === 0) return rt.raiseWith("ChildProcessError", [rt.int(10), rt.str("No child processes")]);
  const deadline = timeout === rt.none ? null : deadlineOf(rt, undefined, timeout);
  const lines = children.map((child) => child.ending);
  const ended = waitUntil(machine(rt), lines, { kind: "process", object: null }, deadline, () => children.find((child) => child.exitStatus !== null) ?? null);
  if (ended === null) return retain(rt.none);
  parent.room.reap(ended);
  return rt.takeTuple([rt.int(ended.pid), rt.int(ended.exitStatus as number)]);
}

/** A fresh interpreter that runs a program, which finds bytes under the name `_data`; it begins after the time that `spawn` takes, or another one. */
function spawn(rt: Runtime, [program, data, microseconds]: PyObject[]): PyObject {
  const parent = seat(rt);
  const bytes = (bytesOf(data) as Uint8Array).slice();
  const child = parent.room.spawn(parent, (vm) => {
    vm.importer.addSourcesOf(machine(rt).importer);
    const code = vm.temp(compileUnit(vm, rt.strText(program), "exec", "<string>"));
    const globals = (vm.main as PyModule).dict as PyDict;
    globals.setName("_data", vm.temp(vm.bytes(bytes)));
    vm.importer.pushCode(code, globals).isEntry = true;
    vm.enterNative();
  }, microseconds === undefined ? undefined : number(rt, microseconds) * 1_000);
  return rt.int(child.pid);
}

const functions = [
  nativeFunction("_fork(ticket, /)", (rt, [ticket]) => {
    seat(rt).ticket = ticket as PyForkTicket;
    machine(rt).updateNextCheck();
    return retain(rt.none);
  }),
  nativeFunction("_spawn(program, data, [microseconds], /)", spawn),
  nativeFunction("_exit(status)", (rt, [status]) => {
    seat(rt);
    throw new ProcessExit(number(rt, status) & 255);
  }),
  nativeFunction("getpid()", (rt) => rt.int(pidOf(machine(rt)))),
  nativeFunction("getppid()", (rt) => rt.int(parentPidOf(machine(rt)))),
  nativeFunction("_kill(pid, signal, /)", (rt, [pid, signal]) => {
    if (!seat(rt).room.kill(seat(rt), number(rt, pid), number(rt, signal))) rt.raiseWith("ProcessLookupError", [rt.int(3), rt.str("No such process")]);
    // One's own signal is met at once.
    runHandlers(machine(rt));
    return retain(rt.none);
  }),
  nativeFunction("_wait_for(pid, timeout, /)", waitFor),
  nativeFunction("pipe()", (rt) => pairOf(rt, makePipe())),
  nativeFunction("_socketpair()", (rt) => pairOf(rt, makeSocketPair())),
  nativeFunction("read(fd, length, /)", read),
  nativeFunction("write(fd, data, /)", write),
  nativeFunction("close(fd)", (rt, [fd]) => {
    if (!seat(rt).files.close(machine(rt), number(rt, fd))) fail(rt, 9, "Bad file descriptor");
    return retain(rt.none);
  }),
  nativeFunction("_poll(things, timeout, /)", poll),
  nativeFunction("_hand_over(fd, /)", (rt, [fd]) => {
    const end = endOf(rt, fd);
    // It stays open until somebody takes it.
    end.hold();
    return rt.int(seat(rt).room.keep(end));
  }),
  nativeFunction("_take_over(handle, /)", (rt, [handle]) => {
    const end = seat(rt).room.kept(number(rt, handle));
    if (!(end instanceof OpenEnd)) return rt.raise("ValueError", "no such file");
    const fd = seat(rt).files.add(end);
    end.letGo(machine(rt));
    return rt.int(fd);
  }),
  nativeFunction("_map_again(handle, /)", (rt, [handle]) => mapAgain(rt, handle)),
  nativeFunction("_publish(name, handle, /)", (rt, [name, handle]) => {
    const { published } = seat(rt).room;
    const text = rt.strText(name);
    if (published.has(text)) return rt.bool(false);
    published.set(text, number(rt, handle));
    return rt.bool(true);
  }),
  nativeFunction("_published(name, /)", (rt, [name]) => {
    const handle = seat(rt).room.published.get(rt.strText(name));
    return handle === undefined ? retain(rt.none) : rt.int(handle);
  }),
  nativeFunction("_unpublish(name, /)", (rt, [name]) => rt.bool(seat(rt).room.published.delete(rt.strText(name)))),
  nativeFunction("_main_source()", (rt) => {
    const source = machine(rt).importer.mainSource();
    return source === null ? retain(rt.none) : rt.takeTuple([rt.str(source.filename), rt.str(source.text)]);
  }),
];

/** Processes at their lowest: fork, pipes, waiting; the modules os and multiprocessing are made of it. */
export const processesModule: ModuleSpec = {
  name: "_processes",
  functions,
  names: (vm) => ({ ForkTicket: retain(vm.typeOf(ticketSpec)), SharedPages: retain(vm.typeOf(sharedMemorySpec)) }),
};

export const semaphoresModule: ModuleSpec = {
  name: "_multiprocessing",
  names: (vm) => ({ SemLock: retain(vm.typeOf(semLockSpec)), SEM_VALUE_MAX: vm.int(SEM_VALUE_MAX) }),
};
