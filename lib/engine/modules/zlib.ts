import { nativeFunction } from "../core/define.ts";
import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { pythonHalf } from "../python/halves.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { bufferArgument } from "./buffer.ts";
import { adler32, crc32 } from "./deflate/checksums.ts";
import { deflate } from "./deflate/deflate.ts";
import { Inflater, StreamError } from "./deflate/inflate.ts";

function fail(rt: Runtime, text: string): never {
  return (rt as Machine).raiseClass(rt.temp(rt.getAttribute(rt.temp(rt.importModule("zlib")), "error")), text);
}

function number(rt: Runtime, object: PyObject | undefined, otherwise: number): number {
  return object ? Number(rt.index(object)) : otherwise;
}

/** Checksums of more than this are made without the GIL (Modules/zlibmodule.c). */
const RELEASED_BYTES = 5_120;

/** The two bytes before a zlib stream: method, window and level. */
const HEADS: readonly number[] = [0x01, 0x01, 0x5e, 0x5e, 0x5e, 0x5e, 0x9c, 0xda, 0xda, 0xda];

function compress(rt: Runtime, [data, level, window]: PyObject[]): PyObject {
  const bytes = bufferArgument(rt, data);
  const wanted = number(rt, level, -1);
  if (wanted < -1 || wanted > 9) fail(rt, "Bad compression level");
  const bits = number(rt, window, 15);
  const raw = (rt as Machine).threads.released(() => {
    rt.heap.reserve(bytes.length * 2);
    return deflate(bytes, wanted !== 0, (units) => rt.charge(units));
  });
  if (bits < 0) return rt.bytes(raw);
  if (bits > 15) return rt.bytes(gzipped(bytes, raw));
  const sum = adler32(bytes);
  return rt.bytes(Uint8Array.of(0x78, HEADS[wanted < 0 ? 6 : wanted], ...[], ...raw, sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255));
}

function gzipped(bytes: Uint8Array, raw: Uint8Array): Uint8Array {
  const result = new Uint8Array(18 + raw.length);
  result.set([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
  result.set(raw, 10);
  const view = new DataView(result.buffer);
  view.setUint32(10 + raw.length, crc32(bytes), true);
  view.setUint32(14 + raw.length, bytes.length, true);
  return result;
}

/** Where the deflate stream begins, and which checksum follows it. */
function headOf(rt: Runtime, bytes: Uint8Array, bits: number): { readonly start: number; readonly sum: "adler" | "crc" | "none" } {
  if (bits < 0) return { start: 0, sum: "none" };
  if (bits >= 24 && bytes[0] === 0x1f && bytes[1] === 0x8b) return { start: gzipStart(bytes), sum: "crc" };
  if (bytes.length < 2) fail(rt, "Error -5 while decompressing data: incomplete or truncated stream");
  if (((bytes[0] << 8) | bytes[1]) % 31 !== 0 || bits >= 24 && bits < 32) fail(rt, "Error -3 while decompressing data: incorrect header check");
  if ((bytes[0] & 15) !== 8) fail(rt, "Error -3 while decompressing data: unknown compression method");
  return { start: 2, sum: "adler" };
}

function gzipStart(bytes: Uint8Array): number {
  const flags = bytes[3];
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at] | (bytes[at + 1] << 8));
  for (const flag of [8, 16]) if (flags & flag) at = bytes.indexOf(0, at) + 1;
  return flags & 2 ? at + 2 : at;
}

/** What a stream holds, and how many bytes of it were read; null where it is not complete. */
function inflate(rt: Runtime, bytes: Uint8Array, bits: number): { readonly output: Uint8Array; readonly end: number } | null {
  const { start, sum } = headOf(rt, bytes, bits);
  const inflater = new Inflater(bytes, start, (more) => {
    rt.charge(1);
    if (more > 1) rt.heap.reserve(more);
  });
  try {
    const output = inflater.run();
    const end = inflater.at + (sum === "adler" ? 4 : sum === "crc" ? 8 : 0);
    if (end > bytes.length) return null;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const correct = sum === "none" || (sum === "adler" ? view.getUint32(inflater.at) === adler32(output) : view.getUint32(inflater.at, true) === crc32(output));
    if (!correct) fail(rt, "Error -3 while decompressing data: incorrect data check");
    return { output, end };
  } catch (error) {
    if (!(error instanceof StreamError)) throw error;
    if (error.incomplete) return null;
    return fail(rt, `Error -3 while decompressing data: ${error.message}`);
  }
}

function decompress(rt: Runtime, [data, window]: PyObject[]): PyObject {
  const bytes = bufferArgument(rt, data);
  const found = (rt as Machine).threads.released(() => inflate(rt, bytes, number(rt, window, 15)));
  return found ? rt.bytes(found.output) : fail(rt, "Error -5 while decompressing data: incomplete or truncated stream");
}

function checksum(name: string, initial: number, sum: (bytes: Uint8Array, start: number) => number) {
  return nativeFunction(`${name}(data, value=${initial}, /)`, (rt, [data, start]) => {
    const bytes = bufferArgument(rt, data);
    const from = start ? Number(BigInt.asUintN(32, rt.index(start))) : initial;
    const work = () => {
      rt.charge(bytes.length >> 4);
      return sum(bytes, from);
    };
    return rt.int(bytes.length > RELEASED_BYTES ? (rt as Machine).threads.released(work) : work());
  });
}

export const zlibModule: ModuleSpec = {
  name: "zlib",
  source: () => pythonHalf("zlib"),
  functions: [
    nativeFunction("compress(data, /, level=-1, wbits=15)", compress),
    nativeFunction("decompress(data, /, wbits=15, bufsize=16384)", decompress),
    nativeFunction("_inflate(data, wbits, /)", (rt, [data, window]) => {
      const found = inflate(rt, bufferArgument(rt, data), number(rt, window, 15));
      return found ? rt.takeTuple([rt.bytes(found.output), rt.int(found.end)]) : rt.takeTuple([]);
    }),
    checksum("crc32", 0, crc32),
    checksum("adler32", 1, adler32),
  ],
};
