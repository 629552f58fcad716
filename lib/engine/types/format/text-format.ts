import type { Runtime } from "../../core/runtime.ts";
import { padText } from "./layout.ts";
import { parseFormatSpec, unknownFormatCode } from "./spec.ts";

/** `format(str, text)` (format_string_internal). `points` are the characters of the string. */
export function formatText(rt: Runtime, points: readonly string[], text: string, typeName: string): string {
  const spec = parseFormatSpec(rt, text, typeName, "<", "s");
  if (spec.type !== "s") unknownFormatCode(rt, spec.type, typeName);
  if (spec.sign) {
    rt.raise("ValueError", `${spec.sign === " " ? "Space" : "Sign"} not allowed in string format specifier`);
  }
  if (spec.noNegativeZero) rt.raise("ValueError", "Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) rt.raise("ValueError", "Alternate form (#) not allowed in string format specifier");
  if (spec.align === "=") rt.raise("ValueError", "'=' alignment not allowed in string format specifier");
  const kept = spec.precision >= 0 && spec.precision < points.length ? points.slice(0, spec.precision) : points;
  return padText(rt, kept.join(""), kept.length, spec);
}
