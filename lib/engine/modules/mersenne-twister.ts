const N = 624;
const M = 397;

/** MT19937 (Matsumoto and Nishimura 1998), with CPython's ways to seed it and to make numbers (Modules/_randommodule.c). */
export class MersenneTwister {
  readonly state = new Uint32Array(N);
  index = N;

  /** `init_by_array`: a key of one or more 32-bit words. */
  seed(key: readonly number[]): void {
    const { state } = this;
    state[0] = 19650218;
    for (let i = 1; i < N; i++) state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    let i = 1;
    let j = 0;
    for (let k = Math.max(N, key.length); k > 0; k--) {
      state[i] = (state[i] ^ Math.imul(state[i - 1] ^ (state[i - 1] >>> 30), 1664525)) + key[j] + j;
      i = this.following(i);
      j = (j + 1) % key.length;
    }
    for (let k = N - 1; k > 0; k--) {
      state[i] = (state[i] ^ Math.imul(state[i - 1] ^ (state[i - 1] >>> 30), 1566083941)) - i;
      i = this.following(i);
    }
    state[0] = 0x80000000;
    this.index = N;
  }

  private following(i: number): number {
    if (i + 1 < N) return i + 1;
    this.state[0] = this.state[N - 1];
    return 1;
  }

  /** The next 32 bits. */
  next(): number {
    if (this.index >= N) this.twist();
    let y = this.state[this.index++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  private twist(): void {
    const { state } = this;
    for (let i = 0; i < N; i++) {
      const y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7fffffff);
      state[i] = state[(i + M) % N] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.index = 0;
  }

  /** A float in [0, 1) with 53 random bits. */
  float(): number {
    const high = this.next() >>> 5;
    return (high * 67108864 + (this.next() >>> 6)) / 9007199254740992;
  }

  /** An integer of so many random bits. */
  bits(count: number): bigint {
    // Word by word in hexadecimal: adding them up one by one would take quadratic time.
    const words: string[] = [];
    for (let shift = 0; shift < count; shift += 32) {
      const left = count - shift;
      words.push((left < 32 ? this.next() >>> (32 - left) : this.next()).toString(16).padStart(8, "0"));
    }
    return words.length === 0 ? 0n : BigInt(`0x${words.reverse().join("")}`);
  }
}
