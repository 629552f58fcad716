import type { Machine } from "../vm/machine.ts";
import { FIRST_PID } from "../vm/process.ts";
import type { GuestProcess } from "./guest.ts";
import { Room } from "./room.ts";

/** The machine's place among the processes; the first who asks makes the room. */
export function seatOf(vm: Machine): GuestProcess {
  if (vm.process === null) new Room(vm);
  return vm.process as GuestProcess;
}

/** The number of the process: no reason to make the room. */
export function pidOf(vm: Machine): number {
  return vm.process === null ? FIRST_PID : seatOf(vm).pid;
}

export function parentPidOf(vm: Machine): number {
  return vm.process === null ? FIRST_PID - 1 : seatOf(vm).parentPid;
}
