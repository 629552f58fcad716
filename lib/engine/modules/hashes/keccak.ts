import { type Digest, MASK } from "./words.ts";

const ROUNDS = 24;

/** The round constants: bits of a linear feedback shift register (FIPS 202, 3.2.5). */
const CONSTANTS: bigint[] = (() => {
  const result: bigint[] = [];
  let register = 1;
  for (let round = 0; round < ROUNDS; round++) {
    let constant = 0n;
    for (let j = 0; j < 7; j++) {
      if (register & 1) constant |= 1n << BigInt(2 ** j - 1);
      register = register & 0x80 ? (register << 1) ^ 0x171 : register << 1;
    }
    result.push(constant);
  }
  return result;
})();

const rotate = (word: bigint, by: number) => (by === 0 ? word : ((word << BigInt(by)) | (word >> BigInt(64 - by))) & MASK);

/** SHA-3 and SHAKE: the Keccak sponge (FIPS 202). */
export class Keccak implements Digest {
  readonly blockSize: number;
  readonly digestSize: number;
  private readonly suffix: number;
  private lanes: bigint[] = new Array<bigint>(25).fill(0n);

  constructor(blockSize: number, digestSize: number, suffix: number) {
    this.blockSize = blockSize;
    this.digestSize = digestSize;
    this.suffix = suffix;
  }

  copy(): Keccak {
    const other = new Keccak(this.blockSize, this.digestSize, this.suffix);
    other.lanes = [...this.lanes];
    return other;
  }

  block(bytes: Uint8Array, at: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, this.blockSize);
    for (let i = 0; i < this.blockSize / 8; i++) this.lanes[i] ^= view.getBigUint64(8 * i, true);
    this.permute();
  }

  private permute(): void {
    const a = this.lanes;
    for (let round = 0; round < ROUNDS; round++) {
      const columns = [0, 1, 2, 3, 4].map((x) => a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20]);
      for (let i = 0; i < 25; i++) a[i] ^= columns[(i + 4) % 5] ^ rotate(columns[(i + 1) % 5], 1);
      let [x, y] = [1, 0];
      let carried = a[1];
      for (let t = 0; t < 24; t++) {
        [x, y] = [y, (2 * x + 3 * y) % 5];
        const place = x + 5 * y;
        [carried, a[place]] = [a[place], rotate(carried, (((t + 1) * (t + 2)) / 2) % 64)];
      }
      for (let row = 0; row < 25; row += 5) {
        const old = a.slice(row, row + 5);
        for (let i = 0; i < 5; i++) a[row + i] = old[i] ^ (~old[(i + 1) % 5] & MASK & old[(i + 2) % 5]);
      }
      a[0] ^= CONSTANTS[round];
    }
  }

  finish(rest: Uint8Array, _total: number, size = this.digestSize): Uint8Array {
    const last = this.copy();
    const bytes = new Uint8Array(this.blockSize);
    bytes.set(rest);
    bytes[rest.length] ^= this.suffix;
    bytes[this.blockSize - 1] ^= 0x80;
    last.block(bytes, 0);
    const result = new Uint8Array(size);
    for (let done = 0; done < size; done += this.blockSize) {
      if (done > 0) last.permute();
      for (let i = 0; i < this.blockSize && done + i < size; i++) result[done + i] = Number((last.lanes[i >> 3] >> BigInt(8 * (i & 7))) & 0xffn);
    }
    return result;
  }
}
