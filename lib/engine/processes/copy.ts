import { PyObject } from "../core/object.ts";
import { Waiters } from "../threads/waiters.ts";
import { PyCode } from "../types/code.ts";
import { Machine } from "../vm/machine.ts";
import { RoomObject } from "../vm/process.ts";

/** Fields whose values are the same for all machines of a run: declarations, compiled code, options, and what counts for all. */
const SHARED_FIELDS: ReadonlySet<string> = new Set(["profile", "limits", "handlers", "spec", "specs", "declared", "unwinding", "startingFrame", "coverage", "stackCheck", "processHost", "run", "sight", "def"]);
/** Fields of which a copy starts anew: what the machine works out again when it needs it, and what watches the first process alone. */
const FRESH_FIELDS: ReadonlySet<string> = new Set(["prepared", "process", "observer", "onCollected", "onSwitch", "births"]);

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
    const prototype = Object.getPrototypeOf(value) as object | null;
    let kind = kinds.get(prototype);
    if (kind === undefined) kinds.set(prototype, (kind = kindOf(value, prototype)));
    if (kind.isFilled) this.waiting.push(value);
    return kind.make(value);
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
      if (value === null || (typeof value !== "object" && typeof value !== "function")) to[name] = value;
      else if (FRESH_FIELDS.has(name) && (name !== "prepared" || from instanceof PyCode)) to[name] = null;
      else to[name] = SHARED_FIELDS.has(name) ? value : this.of(value);
    }
  }
}

/** How objects of one prototype are copied: what stands for one at first, and whether it is filled afterwards. */
interface Kind {
  readonly make: (value: object) => object;
  readonly isFilled: boolean;
}

const kinds = new Map<object | null, Kind>();

/**
 * A copy must not only equal its original: where the host keeps both in the same form, the code that it has compiled for one
 * serves the other. So an object is begun as its class begins it, and one written out as a literal by such a literal.
 */
function kindOf(value: object, prototype: object | null): Kind {
  if (value instanceof RoomObject || value instanceof RegExp) return { make: (same) => same, isFilled: false };
  if (value instanceof Waiters) return { make: () => new Waiters(), isFilled: false };
  if (value instanceof WeakMap) return { make: () => new WeakMap(), isFilled: false };
  if (ArrayBuffer.isView(value)) return { make: (view) => (view as Uint8Array).slice(), isFilled: false };
  if (Array.isArray(value)) return { make: () => [], isFilled: true };
  if (value instanceof Map) return { make: () => new Map(), isFilled: true };
  if (value instanceof Set) return { make: () => new Set(), isFilled: true };
  if (value instanceof PyObject) return { make: () => Reflect.construct(PyObject, [null], value.constructor) as object, isFilled: true };
  if (prototype === Object.prototype) return { make: literalLike, isFilled: true };
  return { make: () => Object.create(prototype) as object, isFilled: true };
}

/** The forms that there are thousands of: attributes of instances, and entries of dicts. */
function literalLike(value: object): object {
  if ("values" in value && "dict" in value) return { values: null, dict: null };
  return "hash" in value && "index" in value ? { hash: null, key: null, value: null, index: null } : {};
}
