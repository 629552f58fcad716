import { codesOf, DISTANCES, FIXED_DISTANCES, FIXED_LITERALS, LENGTH_ORDER, LENGTHS } from "./tables.ts";

/** What is wrong with a stream, in zlib's words; `incomplete` when only more data could tell. */
export class StreamError extends Error {
  readonly incomplete: boolean;
  constructor(message: string, incomplete = false) {
    super(message);
    this.incomplete = incomplete;
  }
}

/** Symbols by code, the code's length in the high bits. */
type Tree = ReadonlyMap<number, number>;

function treeOf(lengths: readonly number[], what: string): Tree {
  const codes = codesOf(lengths);
  const tree = new Map<number, number>();
  let room = 32768;
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    tree.set((length << 16) | codes[symbol], symbol);
    room -= 32768 >> length;
  });
  if (room < 0) throw new StreamError(`invalid ${what} set`);
  return tree;
}

/** Decodes a raw deflate stream. `charge` is told of every stretch of output before it is made. */
export class Inflater {
  private readonly bytes: Uint8Array;
  private readonly charge: (bytes: number) => void;
  at: number;
  private bits = 0;
  private count = 0;
  private output = new Uint8Array(1024);
  private size = 0;

  constructor(bytes: Uint8Array, start: number, charge: (bytes: number) => void) {
    this.bytes = bytes;
    this.at = start;
    this.charge = charge;
  }

  run(): Uint8Array {
    let last = 0;
    while (!last) {
      last = this.take(1);
      const kind = this.take(2);
      if (kind === 0) this.stored();
      else if (kind === 1) this.coded(treeOf(FIXED_LITERALS, "literal/lengths"), treeOf(FIXED_DISTANCES, "distances"));
      else if (kind === 2) this.dynamic();
      else throw new StreamError("invalid block type");
    }
    this.at -= this.count >> 3;
    return this.output.slice(0, this.size);
  }

  private take(count: number): number {
    while (this.count < count) {
      if (this.at >= this.bytes.length) throw new StreamError("incomplete or truncated stream", true);
      this.bits |= this.bytes[this.at++] << this.count;
      this.count += 8;
    }
    const value = this.bits & ((1 << count) - 1);
    this.bits >>>= count;
    this.count -= count;
    return value;
  }

  private symbol(tree: Tree, what: string): number {
    let code = 0;
    for (let length = 1; length <= 15; length++) {
      code = (code << 1) | this.take(1);
      const found = tree.get((length << 16) | code);
      if (found !== undefined) return found;
    }
    throw new StreamError(`invalid ${what} code`);
  }

  private room(more: number): void {
    this.charge(more);
    if (this.size + more <= this.output.length) return;
    const grown = new Uint8Array(Math.max(2 * this.output.length, this.size + more));
    grown.set(this.output);
    this.output = grown;
  }

  private stored(): void {
    this.at -= this.count >> 3;
    this.bits = 0;
    this.count = 0;
    if (this.at + 4 > this.bytes.length) throw new StreamError("incomplete or truncated stream", true);
    const length = this.bytes[this.at] | (this.bytes[this.at + 1] << 8);
    const inverse = this.bytes[this.at + 2] | (this.bytes[this.at + 3] << 8);
    if ((length ^ inverse) !== 0xffff) throw new StreamError("invalid stored block lengths");
    this.at += 4;
    if (this.at + length > this.bytes.length) throw new StreamError("incomplete or truncated stream", true);
    this.room(length);
    this.output.set(this.bytes.subarray(this.at, this.at + length), this.size);
    this.size += length;
    this.at += length;
  }

  private dynamic(): void {
    const literals = this.take(5) + 257;
    const distances = this.take(5) + 1;
    const lengthCodes = this.take(4) + 4;
    if (literals > 286 || distances > 30) throw new StreamError("too many length or distance symbols");
    const own = new Array<number>(19).fill(0);
    for (let i = 0; i < lengthCodes; i++) own[LENGTH_ORDER[i]] = this.take(3);
    const tree = treeOf(own, "code lengths");
    const lengths: number[] = [];
    while (lengths.length < literals + distances) {
      const symbol = this.symbol(tree, "code lengths");
      if (symbol < 16) lengths.push(symbol);
      else {
        if (symbol === 16 && lengths.length === 0) throw new StreamError("invalid bit length repeat");
        const value = symbol === 16 ? lengths[lengths.length - 1] : 0;
        let times = symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7);
        if (lengths.length + times > literals + distances) throw new StreamError("invalid bit length repeat");
        while (times-- > 0) lengths.push(value);
      }
    }
    if (lengths[256] === 0) throw new StreamError("invalid code -- missing end-of-block");
    this.coded(treeOf(lengths.slice(0, literals), "literal/lengths"), treeOf(lengths.slice(literals), "distances"));
  }

  private coded(literals: Tree, distances: Tree): void {
    for (let symbol = this.symbol(literals, "literal/length"); symbol !== 256; symbol = this.symbol(literals, "literal/length")) {
      if (symbol < 256) {
        this.room(1);
        this.output[this.size++] = symbol;
        continue;
      }
      if (symbol > 285) throw new StreamError("invalid literal/length code");
      const [length, extra] = LENGTHS[symbol - 257];
      this.copy(length + this.take(extra), distances);
    }
  }

  private copy(length: number, distances: Tree): void {
    const symbol = this.symbol(distances, "distance");
    if (symbol > 29) throw new StreamError("invalid distance code");
    const [first, extra] = DISTANCES[symbol];
    const distance = first + this.take(extra);
    if (distance > this.size) throw new StreamError("invalid distance too far back");
    this.room(length);
    for (let i = 0; i < length; i++, this.size++) this.output[this.size] = this.output[this.size - distance];
  }
}
