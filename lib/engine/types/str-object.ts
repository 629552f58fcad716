import { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { sipHash } from "./hash/siphash.ts";

/** What a character costs the host in an array of characters. */
const BYTES_PER_POINT = 16;
/** Texts up to this length are read at no cost beyond the step. */
const SHORT = 256;

/** Bytes per character in memory (PEP 393), ASCII told apart because its header is shorter. */
export type StrKind = "ascii" | "latin1" | "bmp" | "astral";

const WIDTH: Readonly<Record<StrKind, 1 | 2 | 4>> = { ascii: 1, latin1: 1, bmp: 2, astral: 4 };

/** Texts up to here are looked at without the host's regular expressions, which cost more to enter. */
const PLAIN = 32;

function isShortAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** The narrowest kind that holds a text. */
export function kindOf(text: string): StrKind {
  if (text.length <= PLAIN && isShortAscii(text)) return "ascii";
  if (/^[\x00-\x7f]*$/.test(text)) return "ascii";
  if (/^[\x00-\xff]*$/.test(text)) return "latin1";
  return /[\ud800-\udbff][\udc00-\udfff]/.test(text) ? "astral" : "bmp";
}

/**
 * A text. `value` is UTF-16; positions that guests see count code points, so strings with surrogate pairs go through
 * `points`.
 * Differs: two lone surrogates side by side become one code point, because UTF-16 cannot tell them from a pair.
 */
export class PyStr extends PyObject {
  readonly value: string;
  readonly kind: StrKind;
  /** Number of code points. */
  readonly length: number;
  /** The table that this str is the interned one of. */
  private table: Map<string, PyStr> | null;
  private hashValue: bigint | null;
  private characters: readonly string[] | null;

  constructor(type: PyType, value: string) {
    const kind = kindOf(value);
    const length = kind === "astral" ? codePointCount(value) : value.length;
    const size = sizeOf(type, kind, length);
    super(null);
    this.type = type;
    this.refs = 1;
    this.size = size;
    this.value = value;
    this.kind = kind;
    this.length = length;
    this.table = null;
    this.hashValue = null;
    this.characters = null;
    const { heap } = type.rt;
    this.place = type.isHeapType ? heap.allocate(this, size) : heap.allocatePlain(this, size);
  }

  override die(): void {
    const { type } = this;
    if (type.isHeapType) {
      type.rt.heap.deallocate(this);
      return;
    }
    this.refs = 0;
    if (this.table !== null) this.clear();
    type.rt.heap.freePlain(this, this.size, this.place);
  }

  get isInterned(): boolean {
    return this.table !== null;
  }

  /** Becomes the interned str of its value; the table does not own it. */
  internIn(table: Map<string, PyStr>): void {
    table.set(this.value, this);
    this.table = table;
  }

  override clear(): void {
    const table = this.table;
    this.table = null;
    if (table?.get(this.value) === this) table.delete(this.value);
  }

  /** The code point at a position, as a text. */
  at(position: number): string {
    return this.kind === "astral" ? this.points()[position] : this.value[position];
  }

  /** Characters from `start` up to `stop`, both within the length. */
  slice(start: number, stop: number): string {
    return this.kind === "astral" ? this.points().slice(start, stop).join("") : this.value.slice(start, stop);
  }

  /** The characters, one code point each. */
  points(): readonly string[] {
    if (this.characters) return this.characters;
    this.type.rt.heap.reserve(BYTES_PER_POINT * this.length);
    this.characters = this.kind === "astral" ? Array.from(this.value) : this.value.split("");
    return this.characters;
  }

  /** Where a position counted in code points lies in `value`. */
  unitOffset(position: number): number {
    if (this.kind !== "astral") return position;
    let offset = 0;
    for (let i = 0; i < position; i++) offset += (this.value.codePointAt(offset) as number) > 0xffff ? 2 : 1;
    return offset;
  }

  /** The position in code points of an offset in `value`. */
  positionOf(offset: number): number {
    return this.kind === "astral" ? codePointCount(this.value.slice(0, offset)) : offset;
  }

  /** The keyed hash of the characters as they lie in memory, kept (Objects/unicodeobject.c, unicode_hash). */
  hash(rt: Runtime): bigint {
    if (this.hashValue !== null) return this.hashValue;
    chargeText(rt, this.length, 1);
    this.hashValue = sipHash(memoryOf(this.value, this.kind), rt.scalars.hashKey, rt.profile.strings.hashRounds);
    return this.hashValue;
  }
}

/** Charges for going through a text: a step for 2 ** `shift` characters, nothing for a short one. */
export function chargeText(rt: Runtime, length: number, shift: number): void {
  if (length > SHORT) rt.charge(length >> shift);
}

/** Number of code points; a lone surrogate is one. */
export function codePointCount(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xd800 && code < 0xdc00 && i + 1 < text.length && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++;
    count++;
  }
  return count;
}

function sizeOf(type: PyType, kind: StrKind, length: number): number {
  const { asciiHeader, header, ownHeader, singletonsHoldUtf8 } = type.rt.profile.strings;
  const characters = (length + 1) * WIDTH[kind];
  if (type.isHeapType) return ownHeader + characters;
  if (kind === "ascii") return asciiHeader + characters;
  return header + characters + (singletonsHoldUtf8 && kind === "latin1" && length === 1 ? UTF8_BYTES : 0);
}

/** A character of U+0080 to U+00FF in UTF-8, with the zero at its end. */
const UTF8_BYTES = 3;

function memoryOf(text: string, kind: StrKind): Uint8Array {
  const width = WIDTH[kind];
  if (width === 1) {
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  }
  if (width === 2) {
    const bytes = new Uint8Array(text.length * 2);
    for (let i = 0; i < text.length; i++) {
      bytes[2 * i] = text.charCodeAt(i) & 0xff;
      bytes[2 * i + 1] = text.charCodeAt(i) >> 8;
    }
    return bytes;
  }
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    bytes.push(code & 0xff, (code >> 8) & 0xff, code >> 16, 0);
  }
  return Uint8Array.from(bytes);
}
