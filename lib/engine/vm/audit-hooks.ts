import { type PyObject, release, retain } from "../core/object.ts";
import type { Machine } from "./machine.ts";

/** `sys.addaudithook` (PEP 578; Python/sysmodule.c): functions that are told of what the program does, until its end. */
export class AuditHooks {
  /** Owned. */
  private readonly hooks: PyObject[] = [];
  private readonly vm: Machine;

  constructor(vm: Machine) {
    this.vm = vm;
  }

  /** A hook there before may refuse: one that raises an Exception does so in silence. */
  add(hook: PyObject): void {
    try {
      this.tell("sys.addaudithook", () => []);
    } catch (error) {
      if (!this.vm.isGuestError(error, "Exception")) throw error;
      release(error.exception);
      return;
    }
    this.hooks.push(retain(hook));
  }

  /** Tells of an event with arguments, which are taken over and made only if somebody listens. */
  tell(event: string, args: () => PyObject[]): void {
    if (this.hooks.length === 0) return;
    const name = this.vm.temp(this.vm.str(event));
    const tuple = this.vm.temp(this.vm.takeTuple(args()));
    for (const hook of [...this.hooks]) release(this.vm.call(hook, [name, tuple]));
  }

  roots(visit: (object: PyObject) => void): void {
    this.hooks.forEach(visit);
  }
}
