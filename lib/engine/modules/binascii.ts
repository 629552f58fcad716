import { nativeFunction } from "../core/define.ts";
import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { truth } from "../protocol/truth.ts";
import { pythonHalf } from "../python/halves.ts";
import { PyStr } from "../types/str-object.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { asciiArgument, bufferArgument } from "./buffer.ts";
import { crc32 } from "./deflate/checksums.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function fail(rt: Runtime, text: string): never {
  return (rt as Machine).raiseClass(rt.temp(rt.getAttribute(rt.temp(rt.importModule("binascii")), "Error")), text);
}

const latin = (rt: Runtime, text: string) => rt.bytes(Uint8Array.from(text, (character) => character.charCodeAt(0)));

function hexlify(rt: Runtime, [data, separator, every]: PyObject[]): PyObject {
  const bytes = bufferArgument(rt, data);
  rt.heap.reserve(3 * bytes.length);
  const pairs = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"));
  if (!separator) return latin(rt, pairs.join(""));
  const text = separator instanceof PyStr ? separator.value : String.fromCharCode(...bufferArgument(rt, separator));
  if (text.length !== 1) rt.raise("ValueError", "sep must be length 1.");
  const step = every ? Number(rt.index(every)) : 1;
  const size = Math.abs(step) || pairs.length;
  const lead = step > 0 ? pairs.length % size : 0;
  const groups = lead ? [pairs.slice(0, lead).join("")] : [];
  for (let i = lead; i < pairs.length; i += size) groups.push(pairs.slice(i, i + size).join(""));
  return latin(rt, groups.join(text));
}

function unhexlify(rt: Runtime, [data]: PyObject[]): PyObject {
  const bytes = asciiArgument(rt, data);
  if (bytes.length % 2) fail(rt, "Odd-length string");
  rt.heap.reserve(bytes.length);
  const text = String.fromCharCode(...bytes.subarray(0, 0)) + Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  if (!/^[0-9a-fA-F]*$/.test(text)) fail(rt, "Non-hexadecimal digit found");
  return rt.bytes(Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16)));
}

function toBase64(rt: Runtime, [data, newline]: PyObject[]): PyObject {
  const bytes = bufferArgument(rt, data);
  rt.heap.reserve(2 * bytes.length);
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    text += ALPHABET[a >> 2] + ALPHABET[((a & 3) << 4) | ((b ?? 0) >> 4)];
    text += b === undefined ? "==" : ALPHABET[((b & 15) << 2) | ((c ?? 0) >> 6)] + (c === undefined ? "=" : ALPHABET[c & 63]);
  }
  return latin(rt, newline && !truth(rt, newline) ? text : `${text}\n`);
}

/** Characters outside the alphabet are skipped, unless it is strict; padding must complete the last group (binascii_a2b_base64). */
function fromBase64(rt: Runtime, [data, strict]: PyObject[]): PyObject {
  const bytes = asciiArgument(rt, data);
  const isStrict = strict !== undefined && truth(rt, strict);
  rt.heap.reserve(bytes.length);
  const result: number[] = [];
  let group = 0;
  let pads = 0;
  let left = 0;
  let digits = 0;
  if (isStrict && bytes[0] === 61) fail(rt, "Leading padding not allowed");
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 61) {
      if (group >= 2 && group + ++pads >= 4) {
        if (isStrict && i + 1 < bytes.length) fail(rt, "Excess data after padding");
        return rt.bytes(Uint8Array.from(result));
      }
      if (isStrict && group < 2) fail(rt, "Discontinuous padding not allowed");
      continue;
    }
    const value = ALPHABET.indexOf(String.fromCharCode(bytes[i]));
    if (value < 0) {
      if (isStrict) fail(rt, "Only base64 data is allowed");
      continue;
    }
    if (isStrict && pads) fail(rt, "Discontinuous padding not allowed");
    pads = 0;
    digits++;
    if (group > 0) result.push(((left << (2 * group)) | (value >> (6 - 2 * group))) & 255);
    left = value & ((1 << (6 - 2 * group)) - 1);
    group = (group + 1) % 4;
  }
  if (group === 1) fail(rt, `Invalid base64-encoded string: number of data characters (${digits}) cannot be 1 more than a multiple of 4`);
  if (group !== 0) fail(rt, "Incorrect padding");
  return rt.bytes(Uint8Array.from(result));
}

function crcHqx(rt: Runtime, [data, start]: PyObject[]): PyObject {
  let crc = Number(BigInt.asUintN(16, rt.index(start)));
  const bytes = bufferArgument(rt, data);
  rt.charge(bytes.length >> 3);
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return rt.int(crc);
}

const hexFunctions = ["hexlify", "b2a_hex"].map((name) => nativeFunction(`${name}(data, [sep], [bytes_per_sep])`, hexlify));
const unhexFunctions = ["unhexlify", "a2b_hex"].map((name) => nativeFunction(`${name}(hexstr, /)`, unhexlify));

export const binasciiModule: ModuleSpec = {
  name: "binascii",
  source: () => pythonHalf("binascii"),
  functions: [
    ...hexFunctions,
    ...unhexFunctions,
    nativeFunction("b2a_base64(data, /, *, newline=True)", toBase64),
    nativeFunction("a2b_base64(data, /, *, strict_mode=False)", fromBase64),
    nativeFunction("crc32(data, crc=0, /)", (rt, [data, start]) => {
      const bytes = bufferArgument(rt, data);
      rt.charge(bytes.length >> 4);
      return rt.int(crc32(bytes, start ? Number(BigInt.asUintN(32, rt.index(start))) : 0));
    }),
    nativeFunction("crc_hqx(data, crc, /)", crcHqx),
  ],
};
