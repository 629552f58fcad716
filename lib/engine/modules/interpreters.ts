import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { type CrossData, crossDataSpec, globalNames, handle, isShareable, PyCrossData, returnsOnlyNone, shared } from "../processes/cross-data.ts";
import type { CrossQueue } from "../processes/interpreters.ts";
import type { GuestProcess } from "../processes/guest.ts";
import { seatOf } from "../processes/seat.ts";
import { pythonHalf } from "../python/halves.ts";
import { bytesOf } from "../types/bytes-object.ts";
import type { PyCode } from "../types/code.ts";
import { PyTuple } from "../types/tuple.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";

const machine = (rt: Runtime) => rt as Machine;
const seat = (rt: Runtime): GuestProcess => seatOf(machine(rt));
const number = (rt: Runtime, value: PyObject) => Number(rt.index(value));

/** The interpreter of a number that the Python half has looked up. */
function known(rt: Runtime, id: PyObject): GuestProcess {
  return seat(rt).interpreters.find(number(rt, id)) ?? rt.raise("ValueError", "no such interpreter");
}

function dataOf(parts: PyObject): CrossData[] {
  return (parts as PyTuple).items.map((part) => (part as PyCrossData).data);
}

/** What stands for an object elsewhere; null where nothing does. With `fallsBack`, the Python half is asked for what the type does not bring. */
function sharedOrNull(vm: Machine, object: PyObject, fallsBack: boolean): CrossData | null {
  const other = (item: PyObject): CrossData | null => {
    if (!fallsBack) return null;
    const found = vm.temp(vm.call(vm.importer.peekName("_interpreters", "_other_form"), [item]));
    return found instanceof PyCrossData ? found.data : null;
  };
  return shared(vm, object, other) ?? other(object);
}

const answerOf = (rt: Runtime, data: CrossData | null): PyObject => (data === null ? retain(rt.none) : handle(machine(rt), data));

const functions = [
  nativeFunction("_create(needs_refs, /)", (rt, [needsRefs]) => {
    const made = seat(rt).interpreters.create(seat(rt));
    made.needsRefs = rt.truth(needsRefs);
    return rt.int(made.interpreter);
  }),
  nativeFunction("_ids()", (rt) => rt.takeList(seat(rt).interpreters.all().map((guest) => rt.int(guest.interpreter)))),
  nativeFunction("_current()", (rt) => rt.int(machine(rt).process === null ? 0 : seat(rt).interpreter)),
  nativeFunction("_exists(id, /)", (rt, [id]) => rt.bool(seat(rt).interpreters.find(number(rt, id)) !== null)),
  nativeFunction("_is_running(id, /)", (rt, [id]) => rt.bool(known(rt, id).interpreter === 0 || known(rt, id).isRunningMain)),
  nativeFunction("_enter(id, task, parts, is_main, /)", (rt, [id, task, parts, isMain]) => {
    const vm = machine(rt);
    const answer = seat(rt).interpreters.enter(vm, known(rt, id), rt.strText(task), dataOf(parts), rt.truth(isMain));
    return rt.takeTuple(answer.map((data) => handle(vm, data)));
  }),
  nativeFunction("_answer(parts, /)", (rt, [parts]) => {
    seat(rt).interpreters.answer(machine(rt).thread, dataOf(parts));
    return retain(rt.none);
  }),
  nativeFunction("_end(id, /)", (rt, [id]) => {
    // Made again when it has waited: then there is no such interpreter any more.
    const guest = seat(rt).interpreters.find(number(rt, id)) ?? seat(rt).interpreters.ending(machine(rt));
    if (guest) seat(rt).interpreters.end(machine(rt), guest);
    return retain(rt.none);
  }),
  nativeFunction("_incref(id, /)", (rt, [id]) => {
    known(rt, id).idRefs++;
    return retain(rt.none);
  }),
  /** Whether it shall end now. */
  nativeFunction("_decref(id, /)", (rt, [id]) => {
    const guest = known(rt, id);
    return rt.bool(--guest.idRefs === 0 && guest.needsRefs && guest !== seat(rt));
  }),
  nativeFunction("_share(object, falls_back, /)", (rt, [object, fallsBack]) => answerOf(rt, sharedOrNull(machine(rt), object, rt.truth(fallsBack)))),
  nativeFunction("_share_code(code, /)", (rt, [code]) => handle(machine(rt), { kind: "code", code: (code as PyCode).spec })),
  nativeFunction("_share_function(code, /)", (rt, [code]) => handle(machine(rt), { kind: "function", code: (code as PyCode).spec })),
  nativeFunction("_share_pickle(data, /)", (rt, [data]) => handle(machine(rt), { kind: "pickle", value: (bytesOf(data) as Uint8Array).slice() })),
  nativeFunction("is_shareable(obj)", (rt, [object]) => rt.bool(isShareable(machine(rt), object))),
  nativeFunction("_returns_only_none(code, /)", (rt, [code]) => rt.bool(returnsOnlyNone(rt, code as PyCode))),
  nativeFunction("_global_names(code, /)", (rt, [code]) => globalNames(rt, code)),
];

/** Interpreters of one process at their lowest; `concurrent.interpreters` is made of it. */
const interpretersModule: ModuleSpec = {
  name: "_interpreters",
  functions,
  names: (vm) => ({ _Data: retain(vm.typeOf(crossDataSpec)) }),
  source: () => pythonHalf("_interpreters"),
  when: (vm) => vm.profile.dataModules.hasInterpreters,
};

function queueOf(rt: Runtime, id: PyObject): CrossQueue | null {
  return seat(rt).interpreters.queues.get(number(rt, id)) ?? null;
}

const queueFunctions = [
  nativeFunction("_create(maxsize, unbound, /)", (rt, [maxSize, unbound]) => rt.int(seat(rt).interpreters.createQueue(number(rt, maxSize), number(rt, unbound)))),
  nativeFunction("_ids()", (rt) => rt.takeList([...seat(rt).interpreters.queues.keys()].map((id) => rt.int(id)))),
  /** Its most items, those that it has, and what becomes of items whose interpreter has ended; None when there is no such queue. */
  nativeFunction("_state(id, /)", (rt, [id]) => {
    const queue = queueOf(rt, id);
    return queue === null ? retain(rt.none) : rt.takeTuple([rt.int(queue.maxSize), rt.int(queue.items.length), rt.int(queue.unbound)]);
  }),
  nativeFunction("_bind(id, by, /)", (rt, [id, by]) => {
    seat(rt).interpreters.bindQueue(number(rt, id), number(rt, by));
    return retain(rt.none);
  }),
  nativeFunction("_put(id, object, unbound, /)", (rt, [id, object, unbound]) => {
    const data = sharedOrNull(machine(rt), object, true);
    if (data === null) return rt.bool(false);
    queueOf(rt, id)?.items.push({ data, from: seat(rt), unbound: number(rt, unbound), sentAt: machine(rt).threads.now() });
    return rt.bool(true);
  }),
  /** The first item and None, or None and what stands for it since its interpreter has ended. */
  nativeFunction("_get(id, /)", (rt, [id]) => {
    const item = queueOf(rt, id)?.items.shift();
    if (!item) return retain(rt.none);
    machine(rt).threads.notBefore(item.sentAt);
    const isBound = item.from.exitStatus === null;
    const data = handle(machine(rt), isBound ? item.data : { kind: "none" });
    return rt.takeTuple([data, isBound ? retain(rt.none) : rt.int(item.unbound)]);
  }),
];

const queuesModule: ModuleSpec = {
  name: "_interpqueues",
  functions: queueFunctions,
  source: () => pythonHalf("_interpqueues"),
  when: (vm) => vm.profile.dataModules.hasInterpreters,
};

const pythonNames = ["concurrent.interpreters", "concurrent.interpreters._crossinterp", "concurrent.interpreters._queues", "concurrent.futures.interpreter"];

export const interpreterModules: readonly ModuleSpec[] = [
  interpretersModule,
  queuesModule,
  ...pythonNames.map((name): ModuleSpec => ({ name, source: () => pythonHalf(name), when: (vm) => vm.profile.dataModules.hasInterpreters })),
];
