import { release } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import { load } from "../threads/switch.ts";
import { drive } from "../vm/loop.ts";
import { ProcessExit } from "../vm/process.ts";
import type { GuestProcess } from "./guest.ts";

/** What a process does from its start to its end, told in one step after the other: each call goes on until it must be left. */
export type Life = (guest: GuestProcess) => void;

/**
 * The life of a child that was forked in the middle of a built-in function, of which nothing was copied but the objects: it must
 * end before that function would go on, as the children of multiprocessing do.
 */
export function liveOnHere({ machine }: GuestProcess): void {
  try {
    release(drive(machine, machine.thread, null));
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
  }
  machine.stop("unsupported", "A forked child comes back to the middle of a built-in function, which this machine cannot copy");
}

/** The life of a forked child: it goes on where its parent was. */
export function liveOn({ machine }: GuestProcess): void {
  const [thread] = machine.threads.live();
  try {
    release(drive(machine, thread, null));
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    throw new ProcessExit(machine.processHost.finish(machine, error));
  }
  throw new ProcessExit(machine.processHost.finish(machine, null));
}

/** Thrown by an interpreter that has nothing left to run and shall end. */
export class InterpreterEnds {}

/** The life of an interpreter besides the first of its process: its threads come from others. */
export function serve({ machine }: GuestProcess): void {
  try {
    drive(machine, null, null);
  } catch (error) {
    if (!(error instanceof InterpreterEnds)) throw error;
    // The first thread, which has done nothing yet, gives up the modules.
    const [first] = machine.threads.live();
    first.state = "running";
    machine.threads.isTurning = false;
    load(machine, first);
    machine.processHost.finish(machine, null);
    throw error;
  }
}
