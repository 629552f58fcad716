import { type Digest, padded, rotateLeft } from "./words.ts";

/** floor(2^32 * |sin(i + 1)|), RFC 1321. */
const SINES = Array.from({ length: 64 }, (_, i) => Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))) | 0);
const MD5_SHIFTS = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];

/** State of 32-bit words. */
abstract class WordDigest implements Digest {
  readonly blockSize = 64;
  abstract readonly digestSize: number;
  state: Int32Array;

  constructor(state: ArrayLike<number>) {
    this.state = Int32Array.from(state);
  }

  abstract readonly bigEndian: boolean;
  abstract block(bytes: Uint8Array, at: number): void;
  abstract fresh(): WordDigest;

  copy(): WordDigest {
    const other = this.fresh();
    other.state.set(this.state);
    return other;
  }

  finish(rest: Uint8Array, total: number): Uint8Array {
    const last = this.copy();
    const bytes = padded(rest, total, this.blockSize, this.bigEndian);
    for (let at = 0; at < bytes.length; at += this.blockSize) last.block(bytes, at);
    const result = new Uint8Array(4 * last.state.length);
    const view = new DataView(result.buffer);
    last.state.forEach((word, i) => view.setInt32(4 * i, word, !this.bigEndian));
    return result.slice(0, this.digestSize);
  }
}

export class Md5 extends WordDigest {
  readonly digestSize = 16;
  readonly bigEndian = false;

  constructor() {
    super([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
  }

  fresh(): Md5 {
    return new Md5();
  }

  block(bytes: Uint8Array, at: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, 64);
    let [a, b, c, d] = this.state;
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      let mixed: number;
      let word: number;
      if (round === 0) [mixed, word] = [(b & c) | (~b & d), i];
      else if (round === 1) [mixed, word] = [(d & b) | (~d & c), (5 * i + 1) & 15];
      else if (round === 2) [mixed, word] = [b ^ c ^ d, (3 * i + 5) & 15];
      else [mixed, word] = [c ^ (b | ~d), (7 * i) & 15];
      const sum = (a + mixed + SINES[i] + view.getInt32(4 * word, true)) | 0;
      [a, d, c, b] = [d, c, b, (b + rotateLeft(sum, MD5_SHIFTS[round][i & 3])) | 0];
    }
    [a, b, c, d].forEach((word, i) => (this.state[i] += word));
  }
}

const SHA1_CONSTANTS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

export class Sha1 extends WordDigest {
  readonly digestSize = 20;
  readonly bigEndian = true;

  constructor() {
    super([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  }

  fresh(): Sha1 {
    return new Sha1();
  }

  block(bytes: Uint8Array, at: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, 64);
    const words = new Int32Array(80);
    for (let i = 0; i < 80; i++) words[i] = i < 16 ? view.getInt32(4 * i) : rotateLeft(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    let [a, b, c, d, e] = this.state;
    for (let i = 0; i < 80; i++) {
      const round = Math.floor(i / 20);
      const mixed = round === 0 ? (b & c) | (~b & d) : round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
      const sum = (rotateLeft(a, 5) + mixed + e + SHA1_CONSTANTS[round] + words[i]) | 0;
      [e, d, c, b, a] = [d, c, rotateLeft(b, 30), a, sum];
    }
    [a, b, c, d, e].forEach((word, i) => (this.state[i] += word));
  }
}

/** The first so many bits of the fraction of a root of each prime: cube roots give the constants, square roots the start (FIPS 180-4). */
export function rootFractions(count: number, bits: number, cube: boolean): bigint[] {
  const primes: bigint[] = [];
  for (let n = 2n; primes.length < count; n++) if (primes.every((p) => n % p !== 0n)) primes.push(n);
  return primes.map((prime) => {
    const degree = cube ? 3n : 2n;
    const wanted = prime << (BigInt(bits) * degree);
    let low = 0n;
    let high = 1n << BigInt(bits + 6);
    while (low < high) {
      const middle = (low + high + 1n) >> 1n;
      if (middle ** degree <= wanted) low = middle;
      else high = middle - 1n;
    }
    return BigInt.asUintN(bits, low);
  });
}

let sha2Constants: Int32Array | null = null;
const START_256 = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
const START_224 = [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4];

export class Sha256 extends WordDigest {
  readonly digestSize: number;
  readonly bigEndian = true;

  constructor(digestSize = 32) {
    super(digestSize === 32 ? START_256 : START_224);
    this.digestSize = digestSize;
  }

  fresh(): Sha256 {
    return new Sha256(this.digestSize);
  }

  block(bytes: Uint8Array, at: number): void {
    sha2Constants ??= Int32Array.from(rootFractions(64, 32, true), (word) => Number(BigInt.asIntN(32, word)));
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, 64);
    const words = new Int32Array(64);
    for (let i = 0; i < 64; i++) {
      if (i < 16) words[i] = view.getInt32(4 * i);
      else {
        const x = words[i - 15];
        const y = words[i - 2];
        words[i] = words[i - 16] + words[i - 7] + (rotateLeft(x, 25) ^ rotateLeft(x, 14) ^ (x >>> 3)) + (rotateLeft(y, 15) ^ rotateLeft(y, 13) ^ (y >>> 10));
      }
    }
    let [a, b, c, d, e, f, g, h] = this.state;
    for (let i = 0; i < 64; i++) {
      const first = (h + (rotateLeft(e, 26) ^ rotateLeft(e, 21) ^ rotateLeft(e, 7)) + ((e & f) ^ (~e & g)) + sha2Constants[i] + words[i]) | 0;
      const second = ((rotateLeft(a, 30) ^ rotateLeft(a, 19) ^ rotateLeft(a, 10)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (this.state[i] += word));
  }
}
