import { sha256 } from "../cards/sha256.ts";
import type { LogDigest } from "./types.ts";

const HALF = 8;

/** What stands for a set of events, in whatever order they come: their number, and the exclusive or of the first 64 bits of each id's SHA-256. */
export function digestOf(ids: Iterable<string>): LogDigest {
  let count = 0;
  let high = 0;
  let low = 0;
  for (const id of ids) {
    const hash = sha256(id);
    count += 1;
    high ^= Number.parseInt(hash.slice(0, HALF), 16);
    low ^= Number.parseInt(hash.slice(HALF, 2 * HALF), 16);
  }
  const hex = (half: number): string => (half >>> 0).toString(16).padStart(HALF, "0");
  return { count, xor: hex(high) + hex(low) };
}

export const sameDigest = (a: LogDigest, b: LogDigest): boolean => a.count === b.count && a.xor === b.xor;
