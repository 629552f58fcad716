import { Waiters } from "../threads/waiters.ts";
import { PyCode } from "../types/code.ts";
import { Machine } from "../vm/machine.ts";
import { RoomObject } from "../vm/process.ts";

/** Fields whose values are the same for all machines of a run: declarations, compiled code, options, and what counts for all. */
const SHARED_FIELDS: ReadonlySet<string> = new Set(["profile", "limits", "handlers", "spec", "specs", "declared", "unwinding", "startingFrame", "coverage", "stackCheck", "processHost", "run", "sight"]);
/** Fields of which a copy starts anew: what the machine works out again when it needs it, and what watches the first process alone. */
const FRESH_FIELDS: ReadonlySet<string> = new Set(["prepared", "process", "observer", "onCollected"]);

type Fields = Record<string, unknown>;

/**
 * The memory of a process once more, as fork makes it: every object that can be reached from the machine, each copied once, with
 * the same addresses and counts. Functions of the host are shared, so none of those that a machine keeps may have closed over
 * parts of it; what belongs to the machine room (RoomObject) is shared too. The machine must stand between two instructions.
 */
export function copyMachine(vm: Machine): Machine {
  const copying = new Copying();
  // Declarations are known by identity.
  copying.shareKeys(vm);
  return copying.whole(vm) as Machine;
}

class Copying {
  private readonly copies = new Map<object, object>();
  private readonly waiting: object[] = [];

  shareKeys(vm: Machine): void {
    for (const declaration of vm.declarations()) this.copies.set(declaration, declaration);
  }

  whole(root: object): object {
    const made = this.of(root);
    for (let object = this.waiting.pop(); object; object = this.waiting.pop()) this.fill(object, this.copies.get(object) as object);
    return made as object;
  }

  private of(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    const known = this.copies.get(value);
    if (known !== undefined) return known;
    const made = this.start(value);
    this.copies.set(value, made);
    return made;
  }

  /** An object of the same kind, to be filled later; or the object itself, where it is shared. */
  private start(value: object): object {
    if (value instanceof RoomObject || value instanceof RegExp) return value;
    if (value instanceof Waiters) return new Waiters();
    if (value instanceof WeakMap) return new WeakMap();
    if (ArrayBuffer.isView(value)) return (value as Uint8Array).slice();
    this.waiting.push(value);
    if (Array.isArray(value)) return new Array<unknown>(value.length);
    if (value instanceof Map) return new Map();
    if (value instanceof Set) return new Set();
    return Object.create(Object.getPrototypeOf(value) as object | null) as object;
  }

  private fill(from: object, to: object): void {
    if (Array.isArray(from)) for (let i = 0; i < from.length; i++) (to as unknown[])[i] = this.of(from[i]);
    else if (from instanceof Map) for (const [key, value] of from) (to as Map<unknown, unknown>).set(this.of(key), this.of(value));
    else if (from instanceof Set) for (const value of from) (to as Set<unknown>).add(this.of(value));
    else this.fillFields(from as Fields, to as Fields);
  }

  private fillFields(from: Fields, to: Fields): void {
    for (const name of Object.keys(from)) {
      const value = from[name];
      if (FRESH_FIELDS.has(name) && (name !== "prepared" || from instanceof PyCode)) to[name] = null;
      else to[name] = SHARED_FIELDS.has(name) ? value : this.of(value);
    }
  }
}
