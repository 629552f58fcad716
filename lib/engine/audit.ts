import { IMMORTAL, type PyObject, traverse } from "./core/object.ts";
import type { Leak } from "./types.ts";
import type { Machine } from "./vm/machine.ts";

/** Objects shown at most: one fault usually shows many times. */
const MOST = 20;

/**
 * Recounts every reference by walking from the roots and through all live objects, and names each object whose stored
 * count differs. The machine must have been made with a registry, and must stand between two instructions.
 */
export function audit(machine: Machine): Leak[] {
  const { live } = machine.heap;
  if (!live) throw new Error("An audit needs the registry of live objects.");
  const found = new Map<PyObject, number>();
  const count = (object: PyObject) => found.set(object, (found.get(object) ?? 0) + 1);
  machine.roots(count);
  for (const object of live) {
    traverse(object, count);
    const dict = object.attributes?.dict;
    if (!dict?.isEmbedded) continue;
    count(dict);
    dict.visitKeys(count);
  }
  const leaks: Leak[] = [];
  for (const object of live) {
    const counted = object.refs;
    const seen = found.get(object) ?? 0;
    if (counted >= IMMORTAL || counted === seen || isHugeCount(machine, counted)) continue;
    leaks.push({ address: object.id, type: object.type.name, repr: describe(object), counted, found: seen });
    if (leaks.length === MOST) return leaks;
  }
  for (const object of found.keys()) {
    if (live.has(object)) continue;
    leaks.push({ address: object.id, type: object.type.name, repr: `${describe(object)} (freed, but referred to)`, counted: object.refs, found: found.get(object) as number });
    if (leaks.length === MOST) return leaks;
  }
  return leaks;
}

/** Objects that a version starts at a huge count and goes on counting cannot be compared. */
function isHugeCount(machine: Machine, counted: number): boolean {
  return machine.profile.immortality.kind === "static-large-count" && counted > machine.profile.immortality.shownCount / 2;
}

/** A text from the engine's own structures: no guest code runs. */
function describe(object: PyObject): string {
  const fields = object as unknown as { value?: unknown; name?: unknown; items?: readonly unknown[] };
  if (typeof fields.value === "string" || typeof fields.value === "bigint") return String(fields.value).slice(0, 60);
  if (typeof fields.name === "string") return fields.name;
  if (Array.isArray(fields.items)) return `${fields.items.length} items`;
  return "";
}
