import type { Const } from "../code.ts";
import { strConst } from "./const-cache.ts";

/** The item or slice of a constant string, bytes or tuple; null when it raises. */
export function foldSubscript(container: Const, index: Const): Const | null {
  if (container.kind === "str") {
    const characters = Array.from(container.value);
    return pick(characters, index, (c) => strConst(c), (cs) => strConst(cs.join("")));
  }
  if (container.kind === "bytes") {
    return pick([...container.value], index, (byte) => ({ kind: "int", value: BigInt(byte) }), (bytes) => ({ kind: "bytes", value: Uint8Array.from(bytes) }));
  }
  if (container.kind !== "tuple") return null;
  return pick(container.items, index, (item) => item, (items) => ({ kind: "tuple", items }));
}

function pick<T>(items: readonly T[], index: Const, one: (item: T) => Const, many: (items: T[]) => Const): Const | null {
  if (index.kind === "slice") {
    const positions = sliceIndices(index, items.length);
    return positions === null ? null : many(positions.flatMap((i) => items.slice(i, i + 1)));
  }
  if (index.kind !== "int" && index.kind !== "bool") return null;
  const n = BigInt(index.value);
  const item = items[Number(n < 0n ? n + BigInt(items.length) : n)];
  return n < -BigInt(items.length) || item === undefined ? null : one(item);
}

/** The positions that a slice selects (Objects/sliceobject.c `PySlice_AdjustIndices`); null for bounds that are no integers. */
function sliceIndices(slice: Extract<Const, { kind: "slice" }>, length: number): number[] | null {
  const step = bound(slice.step, 1);
  if (step === null || step === 0) return null;
  const backward = step < 0;
  const clamp = (value: number): number => Math.min(Math.max(value < 0 ? value + length : value, backward ? -1 : 0), backward ? length - 1 : length);
  const start = bound(slice.start, backward ? length - 1 : 0);
  const stop = slice.stop.kind === "none" ? (backward ? -1 : length) : bound(slice.stop, 0);
  if (start === null || stop === null) return null;
  const last = slice.stop.kind === "none" ? stop : clamp(stop);
  const found: number[] = [];
  for (let i = slice.start.kind === "none" ? start : clamp(start); backward ? i > last : i < last; i += step) found.push(i);
  return found;
}

function bound(c: Const, whenNone: number): number | null {
  if (c.kind === "none") return whenNone;
  return c.kind === "int" || c.kind === "bool" ? Number(c.value) : null;
}
