import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { SharedKeys } from "../core/shared-keys.ts";
import type { PyInt } from "./int-object.ts";
import type { PyStr } from "./str-object.ts";

/** One key with its value. `hash` is null for a plain key until someone needs it. */
export interface Entry {
  hash: bigint | null;
  readonly key: PyObject;
  value: PyObject;
  /** Position among the entries; -1 once removed. */
  index: number;
}

/**
 * What the host can find a key by without asking it: the text of an exact str, the number of an exact int. Null for all
 * others, which are found by hash.
 */
export function plainKeyOf(rt: Runtime, key: PyObject): string | number | null {
  const { type } = key;
  if (type === rt.types.str) return (key as PyStr).value;
  if (type !== rt.types.int) return null;
  const { form } = key as PyInt;
  return typeof form === "number" ? form : null;
}

/** PyDict_MINSIZE. */
const MINIMUM_SLOTS = 8;

/** Entries that a table of so many slots holds (USABLE_FRACTION). */
export function usableFraction(slots: number): number {
  return Math.floor((slots * 2) / 3);
}

/** The table for so many slots: twice as large as need be for one to seven (calculate_log2_keysize). */
export function tableSize(minimum: number): number {
  const bits = (minimum | MINIMUM_SLOTS) - 1;
  let slots = MINIMUM_SLOTS;
  while (slots <= bits) slots *= 2;
  return slots;
}

/** The table in which so many entries fit (estimate_log2_keysize). */
export function tableSizeFor(entries: number): number {
  return tableSize(Math.floor((entries * 3 + 1) / 2));
}

/**
 * Bytes of a keys object (_PyDict_KeysSize): a header, the index with the narrowest integers that can number the slots,
 * and the entries, which need no hash when all keys are plain strings.
 */
export function tableBytes(slots: number, strings: boolean, layout: { readonly header: number; readonly narrowStrings: boolean }): number {
  if (slots === 0) return 0;
  const indexBytes = slots <= 128 ? 1 : slots <= 32768 ? 2 : slots <= 2147483648 ? 4 : 8;
  return layout.header + slots * indexBytes + usableFraction(slots) * (strings && layout.narrowStrings ? 16 : 24);
}

/** The keys that a new class keeps for its instances. */
export function newSharedKeys(which: "any-dict" | "managed-dict"): SharedKeys {
  return new SharedKeys(which === "any-dict" ? "in-order" : "by-slot", MINIMUM_SLOTS, usableFraction(MINIMUM_SLOTS));
}

/** Files an entry under its hash. */
export function addToBucket(index: Map<bigint, Entry[]>, hash: bigint, entry: Entry): void {
  const bucket = index.get(hash);
  if (bucket) bucket.push(entry);
  else index.set(hash, [entry]);
}

/** Takes an entry out of the index by hash. */
export function removeFromBucket(index: Map<bigint, Entry[]>, hash: bigint, entry: Entry): void {
  const bucket = index.get(hash);
  if (!bucket) return;
  if (bucket.length === 1) index.delete(hash);
  else bucket.splice(bucket.indexOf(entry), 1);
}
