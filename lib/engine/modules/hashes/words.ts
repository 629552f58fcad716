/** Rotates a 32-bit word to the left. */
export const rotateLeft = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** Rotates a 64-bit word to the right. */
export const rotateRight64 = (word: bigint, by: bigint): bigint => ((word >> by) | (word << (64n - by))) & MASK;

export const MASK = 0xffff_ffff_ffff_ffffn;

/** One running digest: it takes blocks, and gives its value without ending. */
export interface Digest {
  readonly blockSize: number;
  readonly digestSize: number;
  block(bytes: Uint8Array, at: number): void;
  /** The digest when `rest`, less than a block, is all that is left of `total` bytes. */
  finish(rest: Uint8Array, total: number): Uint8Array;
  copy(): Digest;
}

/** The rest of a message with the padding of the MD family: a 1 bit, zeros, the length in bits. */
export function padded(rest: Uint8Array, total: number, blockSize: number, bigEndian: boolean): Uint8Array {
  const lengthSize = blockSize / 8;
  const size = Math.ceil((rest.length + 1 + lengthSize) / blockSize) * blockSize;
  const bytes = new Uint8Array(size);
  bytes.set(rest);
  bytes[rest.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(bigEndian ? size - 8 : size - lengthSize, BigInt(total) * 8n, !bigEndian);
  return bytes;
}
