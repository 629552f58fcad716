import { rootFractions } from "./md.ts";
import { type Digest, MASK, padded, rotateRight64 as rotate } from "./words.ts";

let constants: bigint[] | null = null;
let roots: bigint[] | null = null;

/** SHA-512 and SHA-384: 64-bit words (FIPS 180-4). */
export class Sha512 implements Digest {
  readonly blockSize = 128;
  readonly digestSize: number;
  private state: bigint[];

  constructor(digestSize = 64) {
    this.digestSize = digestSize;
    roots ??= rootFractions(16, 64, false);
    this.state = digestSize === 64 ? roots.slice(0, 8) : roots.slice(8);
  }

  copy(): Sha512 {
    const other = new Sha512(this.digestSize);
    other.state = [...this.state];
    return other;
  }

  block(bytes: Uint8Array, at: number): void {
    constants ??= rootFractions(80, 64, true);
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, 128);
    const words: bigint[] = [];
    for (let i = 0; i < 80; i++) {
      if (i < 16) words.push(view.getBigUint64(8 * i));
      else {
        const x = words[i - 15];
        const y = words[i - 2];
        words.push((words[i - 16] + words[i - 7] + (rotate(x, 1n) ^ rotate(x, 8n) ^ (x >> 7n)) + (rotate(y, 19n) ^ rotate(y, 61n) ^ (y >> 6n))) & MASK);
      }
    }
    let [a, b, c, d, e, f, g, h] = this.state;
    for (let i = 0; i < 80; i++) {
      const first = h + (rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n)) + ((e & f) ^ (~e & MASK & g)) + constants[i] + words[i];
      const second = (rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & MASK, c, b, a, (first + second) & MASK];
    }
    this.state = [a, b, c, d, e, f, g, h].map((word, i) => (word + this.state[i]) & MASK);
  }

  finish(rest: Uint8Array, total: number): Uint8Array {
    const last = this.copy();
    const bytes = padded(rest, total, 128, true);
    for (let at = 0; at < bytes.length; at += 128) last.block(bytes, at);
    const result = new Uint8Array(64);
    const view = new DataView(result.buffer);
    last.state.forEach((word, i) => view.setBigUint64(8 * i, word));
    return result.slice(0, this.digestSize);
  }
}
