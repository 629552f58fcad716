import { rootFractions } from "./md.ts";
import type { Digest } from "./words.ts";

const SIGMA = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4], [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13], [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11], [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5], [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];
const MIXES = [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15], [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]];

/** What BLAKE2b and BLAKE2s differ in (RFC 7693). */
interface Variant {
  readonly bits: number;
  readonly rounds: number;
  readonly rotations: readonly [number, number, number, number];
}

const VARIANTS: Readonly<Record<"blake2b" | "blake2s", Variant>> = {
  blake2b: { bits: 64, rounds: 12, rotations: [32, 24, 16, 63] },
  blake2s: { bits: 32, rounds: 10, rotations: [16, 12, 8, 7] },
};

const starts = new Map<number, readonly bigint[]>();

/** The start of the state: square roots, as SHA-2 has them. */
function startOf(bits: number): readonly bigint[] {
  const known = starts.get(bits) ?? rootFractions(8, bits, false);
  starts.set(bits, known);
  return known;
}

export class Blake2 implements Digest {
  readonly name: "blake2b" | "blake2s";
  readonly digestSize: number;
  readonly blockSize: number;
  private state: bigint[];
  private done = 0;

  constructor(name: "blake2b" | "blake2s", digestSize: number, keySize = 0) {
    this.name = name;
    this.digestSize = digestSize;
    const { bits } = VARIANTS[name];
    this.blockSize = 2 * bits;
    this.state = [...startOf(bits)];
    this.state[0] ^= BigInt(0x01010000 ^ (keySize << 8) ^ digestSize);
  }

  copy(): Blake2 {
    const other = new Blake2(this.name, this.digestSize);
    other.state = [...this.state];
    other.done = this.done;
    return other;
  }

  block(bytes: Uint8Array, at: number): void {
    this.done += this.blockSize;
    this.compress(bytes, at, this.done, false);
  }

  private compress(bytes: Uint8Array, at: number, total: number, last: boolean): void {
    const { bits, rounds, rotations } = VARIANTS[this.name];
    const width = BigInt(bits);
    const mask = (1n << width) - 1n;
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, this.blockSize);
    const words = Array.from({ length: 16 }, (_, i) => (bits === 64 ? view.getBigUint64(8 * i, true) : BigInt(view.getUint32(4 * i, true))));
    const v = [...this.state, ...startOf(bits)];
    v[12] ^= BigInt(total) & mask;
    v[13] ^= (BigInt(total) >> width) & mask;
    if (last) v[14] ^= mask;
    const turned = (word: bigint, by: number) => ((word >> BigInt(by)) | (word << (width - BigInt(by)))) & mask;
    for (let round = 0; round < rounds; round++) {
      const order = SIGMA[round % 10];
      MIXES.forEach(([a, b, c, d], i) => {
        v[a] = (v[a] + v[b] + words[order[2 * i]]) & mask;
        v[d] = turned(v[d] ^ v[a], rotations[0]);
        v[c] = (v[c] + v[d]) & mask;
        v[b] = turned(v[b] ^ v[c], rotations[1]);
        v[a] = (v[a] + v[b] + words[order[2 * i + 1]]) & mask;
        v[d] = turned(v[d] ^ v[a], rotations[2]);
        v[c] = (v[c] + v[d]) & mask;
        v[b] = turned(v[b] ^ v[c], rotations[3]);
      });
    }
    this.state = this.state.map((word, i) => word ^ v[i] ^ v[i + 8]);
  }

  finish(rest: Uint8Array, total: number): Uint8Array {
    const other = this.copy();
    const bytes = new Uint8Array(this.blockSize);
    bytes.set(rest);
    other.compress(bytes, 0, total, true);
    const size = this.blockSize / 16;
    const result = new Uint8Array(8 * size);
    other.state.forEach((word, i) => {
      for (let k = 0; k < size; k++) result[i * size + k] = Number((word >> BigInt(8 * k)) & 0xffn);
    });
    return result.slice(0, this.digestSize);
  }
}
