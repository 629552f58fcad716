import { codesOf, DISTANCES, FIXED_DISTANCES, FIXED_LITERALS, LENGTHS } from "./tables.ts";

const LONGEST = 258;
const WINDOW = 32768;
/** How many earlier places of the same three bytes are looked at. */
const TRIES = 32;

class BitWriter {
  readonly bytes: number[] = [];
  private bits = 0;
  private count = 0;

  write(value: number, count: number): void {
    this.bits |= value << this.count;
    this.count += count;
    while (this.count >= 8) {
      this.bytes.push(this.bits & 255);
      this.bits >>>= 8;
      this.count -= 8;
    }
  }

  /** A Huffman code: most significant bit first. */
  code(value: number, length: number): void {
    let reversed = 0;
    for (let i = 0; i < length; i++) reversed |= ((value >> i) & 1) << (length - 1 - i);
    this.write(reversed, length);
  }

  finish(): Uint8Array {
    if (this.count > 0) this.write(0, 8 - this.count);
    return Uint8Array.from(this.bytes);
  }
}

const literalCodes = codesOf(FIXED_LITERALS);
const distanceCodes = codesOf(FIXED_DISTANCES);

function lastAtMost(table: readonly (readonly [number, number])[], value: number): number {
  let at = table.length - 1;
  while (table[at][0] > value) at--;
  return at;
}

/** One block of fixed codes, with repetitions found greedily. Differs: zlib chooses its codes by block, so its streams are other bytes. */
export function deflate(bytes: Uint8Array, compresses: boolean, charge: (units: number) => void): Uint8Array {
  const out = new BitWriter();
  const places = new Map<number, number[]>();
  out.write(1, 1);
  out.write(1, 2);
  const literal = (symbol: number) => out.code(literalCodes[symbol], FIXED_LITERALS[symbol]);
  const remember = (at: number) => {
    if (at + 2 >= bytes.length) return;
    const key = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
    const list = places.get(key);
    if (list) list.push(at);
    else places.set(key, [at]);
  };
  for (let at = 0; at < bytes.length; ) {
    charge(1);
    const found = compresses ? longestMatch(bytes, at, places) : null;
    if (!found) {
      literal(bytes[at]);
      remember(at++);
      continue;
    }
    const lengthCode = found.length === LONGEST ? LENGTHS.length - 1 : lastAtMost(LENGTHS, found.length);
    literal(257 + lengthCode);
    out.write(found.length - LENGTHS[lengthCode][0], LENGTHS[lengthCode][1]);
    const distanceCode = lastAtMost(DISTANCES, found.distance);
    out.code(distanceCodes[distanceCode], 5);
    out.write(found.distance - DISTANCES[distanceCode][0], DISTANCES[distanceCode][1]);
    for (let i = 0; i < found.length; i++) remember(at++);
  }
  literal(256);
  return out.finish();
}

function longestMatch(bytes: Uint8Array, at: number, places: ReadonlyMap<number, number[]>): { readonly length: number; readonly distance: number } | null {
  if (at + 2 >= bytes.length) return null;
  const list = places.get((bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2]);
  if (!list) return null;
  let best = 0;
  let from = 0;
  for (let i = list.length - 1; i >= 0 && i >= list.length - TRIES && at - list[i] <= WINDOW; i--) {
    let length = 3;
    while (length < LONGEST && at + length < bytes.length && bytes[list[i] + length] === bytes[at + length]) length++;
    if (length > best) [best, from] = [length, list[i]];
    if (best === LONGEST) break;
  }
  return best >= 3 ? { length: best, distance: at - from } : null;
}
