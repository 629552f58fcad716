import { nativeFunction } from "../core/define.ts";
import { retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { seatOf } from "../processes/seat.ts";
import { dispose, runHandlers, setAlarm } from "../threads/signal-handlers.ts";
import { toFloat } from "../types/float.ts";
import type { Machine } from "../vm/machine.ts";

const machine = (rt: Runtime) => rt as Machine;

/** What the machine lends to the module `signal`: who handles what, and the alarm. */
export const signalFunctions = [
  nativeFunction("_set(number, how, /)", (rt, [number, how]) => {
    dispose(machine(rt).threads.signals, Number(rt.index(number)), rt.strText(how) as "handled" | "ignored" | "default");
    return retain(rt.none);
  }),
  nativeFunction("_send(number, /)", (rt, [number]) => {
    const own = seatOf(machine(rt));
    own.room.kill(own, own.pid, Number(rt.index(number)));
    runHandlers(machine(rt));
    return retain(rt.none);
  }),
  nativeFunction("_alarm(seconds, interval, /)", (rt, [seconds, interval]) => {
    const after = toFloat(rt, seconds);
    const before = setAlarm(machine(rt), after > 0 ? Math.ceil(after * 1e9) : null, Math.ceil(toFloat(rt, interval) * 1e9));
    return rt.takeTuple([rt.float(before.left / 1e9), rt.float(before.interval / 1e9)]);
  }),
  nativeFunction("default_int_handler(signalnum, frame, /)", (rt) => rt.raiseWith("KeyboardInterrupt", [])),
  nativeFunction("_left()", (rt) => {
    const { threads } = machine(rt);
    const { due, interval } = threads.signals;
    return rt.takeTuple([rt.float(due === null ? 0 : (due - threads.now()) / 1e9), rt.float(interval / 1e9)]);
  }),
];
