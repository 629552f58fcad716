import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyInt } from "./int-object.ts";
import { bytesOf } from "./bytes-object.ts";

/** Whether two runs of bytes are equal. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, i) => byte === right[i]);
}

/** -1, 0 or 1: lexicographic order. */
export function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) if (left[i] !== right[i]) return left[i] < right[i] ? -1 : 1;
  return Math.sign(left.length - right.length);
}

/** Where `part` first (or last) occurs between two positions; -1 when it does not. */
export function findBytes(rt: Runtime, bytes: Uint8Array, part: Uint8Array, start: number, end: number, fromRight = false): number {
  const last = end - part.length;
  const step = fromRight ? -1 : 1;
  let work = 0;
  for (let at = fromRight ? last : start; at >= start && at <= last; at += step) {
    let i = 0;
    while (i < part.length && bytes[at + i] === part[i]) i++;
    if (i === part.length) return at;
    work += i + 1;
    if (work >= WORK_PER_CHARGE) {
      rt.charge(work >> 4);
      work = 0;
    }
  }
  return -1;
}

/** Bytes compared before they are paid for. */
const WORK_PER_CHARGE = 4096;

/** All occurrences without overlap; an empty part occurs nowhere here. */
export function occurrencesOf(rt: Runtime, bytes: Uint8Array, part: Uint8Array): number[] {
  const found: number[] = [];
  if (part.length === 0) return found;
  for (let at = findBytes(rt, bytes, part, 0, bytes.length); at >= 0; at = findBytes(rt, bytes, part, at + part.length, bytes.length)) found.push(at);
  return found;
}

/** The parts together, with a separator between them. */
export function joinBytes(parts: readonly Uint8Array[], separator: Uint8Array = new Uint8Array(0)): Uint8Array {
  const size = parts.reduce((sum, part) => sum + part.length, separator.length * Math.max(parts.length - 1, 0));
  const result = new Uint8Array(size);
  let at = 0;
  parts.forEach((part, i) => {
    if (i > 0) {
      result.set(separator, at);
      at += separator.length;
    }
    result.set(part, at);
    at += part.length;
  });
  return result;
}

/** What can be looked for in bytes: bytes, or the number of one. */
export function searchedBytes(rt: Runtime, object: PyObject): Uint8Array {
  const bytes = bytesOf(object);
  if (bytes) return bytes;
  if (!(object instanceof PyInt)) return rt.raise("TypeError", `argument should be integer or bytes-like object, not '${object.type.shownName}'`);
  return Uint8Array.of(byteValue(rt, object.value, "byte must be in range(0, 256)"));
}

/** A number as a byte; ValueError with that text when it is none. */
export function byteValue(rt: Runtime, value: bigint, message: string): number {
  if (value < 0n || value > 255n) rt.raise("ValueError", message);
  return Number(value);
}

/** A bytes-like argument. TypeError naming its type. */
export function bytesArgument(rt: Runtime, object: PyObject): Uint8Array {
  return bytesOf(object) ?? rt.raise("TypeError", `a bytes-like object is required, not '${object.type.shownName}'`);
}
