import type { Runtime } from "../../core/runtime.ts";

export type Alignment = "<" | ">" | "=" | "^";

/** A format specification, taken apart: `[[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]`. */
export interface FormatSpec {
  readonly fill: string;
  readonly align: Alignment;
  readonly fillGiven: boolean;
  /** An empty text when none was given. */
  readonly sign: "" | "+" | "-" | " ";
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  /** -1 when none was given. */
  readonly width: number;
  readonly grouping: "" | "," | "_";
  /** -1 when none was given. */
  readonly precision: number;
  readonly fractionGrouping: "" | "," | "_";
  /** One character, empty when none was given. */
  readonly type: string;
}

const MAX_SIZE = 2 ** 63 - 1;

/** Reads a specification character by character. */
class SpecReader {
  readonly characters: readonly string[];
  position = 0;

  constructor(text: string) {
    this.characters = Array.from(text);
  }

  peek(ahead = 0): string {
    return this.characters[this.position + ahead] ?? "";
  }

  /** The next character if it is one of those, else an empty text. */
  take(accepted: string): string {
    const next = this.peek();
    if (next === "" || !accepted.includes(next)) return "";
    this.position++;
    return next;
  }

  /** A decimal number, -1 when there is none. */
  takeNumber(rt: Runtime): number {
    let digits = "";
    while (/^[0-9]$/.test(this.peek())) digits += this.characters[this.position++];
    if (Number(digits) > MAX_SIZE) rt.raise("ValueError", "Too many decimal digits in format string");
    return digits === "" ? -1 : Number(digits);
  }

  /** One separator; both kinds after each other are an error. */
  takeGrouping(rt: Runtime): "" | "," | "_" {
    const first = this.take(",_") as "" | "," | "_";
    const second = first ? this.peek() : "";
    if ((second === "," || second === "_") && second !== first) rt.raise("ValueError", "Cannot specify both ',' and '_'.");
    return first;
  }

  get rest(): number {
    return this.characters.length - this.position;
  }
}

/** Parses a specification (Python/formatter_unicode.c). ValueError in the version's words. */
export function parseFormatSpec(rt: Runtime, text: string, typeName: string, defaultAlign: "<" | ">", defaultType: string): FormatSpec {
  const reader = new SpecReader(text);
  const isAlignment = (character: string): boolean => character !== "" && "<>=^".includes(character);
  let fill = " ";
  let align: Alignment = defaultAlign;
  let fillGiven = false;
  let alignGiven = true;
  if (isAlignment(reader.peek(1))) {
    fill = reader.peek();
    align = reader.peek(1) as Alignment;
    fillGiven = true;
    reader.position += 2;
  } else if (isAlignment(reader.peek())) align = reader.take("<>=^") as Alignment;
  else alignGiven = false;
  const sign = reader.take("+- ") as FormatSpec["sign"];
  const noNegativeZero = rt.profile.formatting.negativeZeroOption && reader.take("z") !== "";
  const alternate = reader.take("#") !== "";
  if (!fillGiven && reader.take("0")) {
    fill = "0";
    if (!alignGiven && defaultAlign === ">") align = "=";
  }
  const width = reader.takeNumber(rt);
  const grouping = reader.takeGrouping(rt);
  let precision = -1;
  let fractionGrouping: FormatSpec["fractionGrouping"] = "";
  if (reader.take(".")) {
    precision = reader.takeNumber(rt);
    if (rt.profile.formatting.fractionGrouping) fractionGrouping = reader.takeGrouping(rt);
    if (precision < 0 && !fractionGrouping) rt.raise("ValueError", "Format specifier missing precision");
  }
  if (reader.rest > 1) rt.raise("ValueError", rt.message("invalidFormatSpecifier", text, typeName));
  const type = reader.peek() || defaultType;
  checkGrouping(rt, grouping, type, true);
  checkGrouping(rt, fractionGrouping, type, false);
  return { fill, align, fillGiven, sign, noNegativeZero, alternate, width, grouping, precision, fractionGrouping, type };
}

function checkGrouping(rt: Runtime, grouping: "" | "," | "_", type: string, basesAllowed: boolean): void {
  if (!grouping || "defgEG%F".includes(type)) return;
  if (basesAllowed && grouping === "_" && "boxX".includes(type)) return;
  const code = type.codePointAt(0) as number;
  const shown = code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
  rt.raise("ValueError", `Cannot specify '${grouping}' with '${shown}'.`);
}

/** ValueError for a type code that an object does not know. */
export function unknownFormatCode(rt: Runtime, code: string, typeName: string): never {
  const point = code.codePointAt(0) as number;
  const shown = point > 32 && point < 128 ? code : `\\x${point.toString(16)}`;
  return rt.raise("ValueError", `Unknown format code '${shown}' for object of type '${typeName}'`);
}
