/** A 128-bit key as four 32-bit words: k0 low, k0 high, k1 low, k1 high. */
export type SipKey = readonly [number, number, number, number];

/** The key that `PYTHONHASHSEED=seed` makes; seed 0 is the zero key (Python/bootstrap_hash.c, lcg_urandom). */
export function sipKeyOf(seed: number): SipKey {
  const words: [number, number, number, number] = [0, 0, 0, 0];
  if (seed === 0) return words;
  let x = seed >>> 0;
  for (let i = 0; i < 16; i++) {
    x = (Math.imul(x, 214013) + 2531011) >>> 0;
    words[i >> 2] |= ((x >>> 16) & 0xff) << (8 * (i & 3));
  }
  return words;
}

/** The four 64-bit words of the state, each as low and high half. */
class SipState {
  readonly v = new Int32Array(8);

  constructor(key: SipKey) {
    const v = this.v;
    v[0] = key[0] ^ 0x70736575;
    v[1] = key[1] ^ 0x736f6d65;
    v[2] = key[2] ^ 0x6e646f6d;
    v[3] = key[3] ^ 0x646f7261;
    v[4] = key[0] ^ 0x6e657261;
    v[5] = key[1] ^ 0x6c796765;
    v[6] = key[2] ^ 0x79746573;
    v[7] = key[3] ^ 0x74656462;
  }

  absorb(low: number, high: number, rounds: number): void {
    this.v[6] ^= low;
    this.v[7] ^= high;
    this.rounds(rounds);
    this.v[0] ^= low;
    this.v[1] ^= high;
  }

  rounds(count: number): void {
    for (let i = 0; i < count; i++) {
      this.addRotateXor(0, 2, 13);
      this.swapHalves(0);
      this.addRotateXor(4, 6, 16);
      this.addRotateXor(0, 6, 21);
      this.addRotateXor(4, 2, 17);
      this.swapHalves(4);
    }
  }

  /** `a += b; b = rotl(b, bits) ^ a` on 64-bit words. */
  private addRotateXor(a: number, b: number, bits: number): void {
    const v = this.v;
    const low = (v[a] >>> 0) + (v[b] >>> 0);
    v[a + 1] = v[a + 1] + v[b + 1] + (low > 0xffffffff ? 1 : 0);
    v[a] = low;
    const bLow = v[b];
    const bHigh = v[b + 1];
    v[b] = ((bLow << bits) | (bHigh >>> (32 - bits))) ^ v[a];
    v[b + 1] = ((bHigh << bits) | (bLow >>> (32 - bits))) ^ v[a + 1];
  }

  /** Rotation by 32. */
  private swapHalves(a: number): void {
    const low = this.v[a];
    this.v[a] = this.v[a + 1];
    this.v[a + 1] = low;
  }
}

/**
 * SipHash-c-d of a byte string as a signed 64-bit hash; -1 becomes -2 and the empty string hashes to 0
 * (Python/pyhash.c; Aumasson and Bernstein, "SipHash: a fast short-input PRF").
 */
export function sipHash(bytes: Uint8Array, key: SipKey, rounds: readonly [number, number]): bigint {
  if (bytes.length === 0) return 0n;
  const state = new SipState(key);
  const blocks = bytes.length >> 3;
  for (let i = 0; i < blocks * 8; i += 8) state.absorb(wordAt(bytes, i, 4), wordAt(bytes, i + 4, 4), rounds[0]);
  const rest = bytes.length & 7;
  const low = wordAt(bytes, blocks * 8, Math.min(rest, 4));
  const high = wordAt(bytes, blocks * 8 + 4, Math.max(rest - 4, 0)) | (bytes.length << 24);
  state.absorb(low, high, rounds[0]);
  const v = state.v;
  v[4] ^= 0xff;
  state.rounds(rounds[1]);
  const hash = BigInt.asIntN(64, (BigInt((v[1] ^ v[3] ^ v[5] ^ v[7]) >>> 0) << 32n) | BigInt((v[0] ^ v[2] ^ v[4] ^ v[6]) >>> 0));
  return hash === -1n ? -2n : hash;
}

function wordAt(bytes: Uint8Array, offset: number, count: number): number {
  let word = 0;
  for (let i = 0; i < count; i++) word |= bytes[offset + i] << (8 * i);
  return word;
}
