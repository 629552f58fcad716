import type { Expr, FormattedValue, Interpolation, JoinedStr, TemplateStr } from "../../syntax/ast.ts";
import { emitCallOf, loadMethod } from "./call-shapes.ts";
import { STACK_GUIDELINE } from "./emitter.ts";
import type { Emitter } from "./emitter.ts";

/** The number of a conversion (`!s`, `!r`, `!a`) in CONVERT_VALUE and BUILD_INTERPOLATION. */
const CONVERSIONS: Readonly<Record<number, number>> = { 115: 1, 114: 2, 97: 3 };

/** FORMAT_VALUE's bit: the specification lies on the stack. */
const HAS_SPEC = 4;

export function emitJoinedStr(c: Emitter, e: JoinedStr): void {
  const { span, values } = e;
  if (values.length > STACK_GUIDELINE) return emitJoin(c, e);
  c.visitAll(values);
  if (values.length > 1 || (values.length === 0 && c.recipes.format === "format-value")) c.op(span, "BUILD_STRING", values.length);
  else if (values.length === 0) c.loadName(span, "");
}

/** Many pieces are gathered in a list and joined. */
function emitJoin(c: Emitter, e: JoinedStr): void {
  c.loadName(e.span, "");
  loadMethod(c, e.span, "join");
  c.op(e.span, "BUILD_LIST", 0);
  for (const value of e.values) {
    c.visit(value);
    c.op(e.span, "LIST_APPEND", 1);
  }
  emitCallOf(c, e.span, 1, false, true);
}

export function emitFormattedValue(c: Emitter, e: FormattedValue): void {
  c.visit(e.value);
  if (c.recipes.format === "format-value") return emitFormatValue(c, e);
  if (e.conversion !== -1) c.op(e.span, "CONVERT_VALUE", CONVERSIONS[e.conversion] ?? 0);
  if (e.formatSpec === null) return c.op(e.span, "FORMAT_SIMPLE");
  c.visit(e.formatSpec);
  c.op(e.span, "FORMAT_WITH_SPEC");
}

/** One instruction whose argument says what is done. */
function emitFormatValue(c: Emitter, e: FormattedValue): void {
  if (e.formatSpec !== null) c.visit(e.formatSpec);
  c.op(e.span, "FORMAT_VALUE", (e.conversion === -1 ? 0 : (CONVERSIONS[e.conversion] ?? 0)) | (e.formatSpec === null ? 0 : HAS_SPEC));
}

/** A t-string: a tuple of strings, one more than there are interpolations, and a tuple of interpolations (PEP 750). */
export function emitTemplate(c: Emitter, e: TemplateStr): void {
  const { span, values } = e;
  const isInterpolation = (value: Expr | undefined): boolean => value?.type === "Interpolation";
  let strings = 0;
  values.forEach((value, i) => {
    if (value.type !== "Interpolation") c.visit(value);
    else if (i === 0 || isInterpolation(values[i - 1])) c.loadName(span, "");
    else return;
    strings++;
  });
  if (values.length === 0 || isInterpolation(values[values.length - 1])) {
    c.loadName(span, "");
    strings++;
  }
  c.op(span, "BUILD_TUPLE", strings);
  const interpolations = values.filter(isInterpolation);
  c.visitAll(interpolations);
  c.op(span, "BUILD_TUPLE", interpolations.length);
  c.op(span, "BUILD_TEMPLATE");
}

export function emitInterpolation(c: Emitter, e: Interpolation): void {
  c.visit(e.value);
  c.loadLiteral(e.span, { kind: "str", value: e.str });
  if (e.formatSpec !== null) c.visit(e.formatSpec);
  const conversion = e.conversion === -1 ? 0 : (CONVERSIONS[e.conversion] ?? 0);
  c.op(e.span, "BUILD_INTERPOLATION", (e.formatSpec === null ? 2 : 3) | (conversion << 2));
}
