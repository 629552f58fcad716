import { letterOf, type Family, type FormatFieldRules } from "../parser/format-fields.ts";

/** CPython's invalid_fstring_replacement_field. */
export function fieldMistakes(p: FormatFieldRules, family: Family): void {
  const letter = letterOf(family);
  p.pos++;
  const first = p.takeAny("=", "!", ":", "}");
  if (first) p.failAt(first, "fstringValidExpression", letter, first.kind);
  if (!p.annotatedValue()) p.failNext("fstringExpectingExpression", letter);
  if (!["=", "!", ":", "}"].includes(p.kind)) p.failNext("fstringExpectingAny", letter);
  if (p.take("=") && !["!", ":", "}"].includes(p.kind)) p.failNext("fstringExpectingAfterEquals", letter);
  if (p.take("!")) {
    if (p.at(":") || p.at("}")) p.failNext("fstringMissingConversion", letter);
    if (!p.take("NAME")) p.failNext("fstringInvalidConversion", letter);
  }
  if (!p.at(":") && !p.at("}")) p.failNext("fstringExpectingColon", letter);
  if (p.take(":")) {
    while (p.take(`${family}_MIDDLE`) || p.field(family, true));
    if (!p.at("}")) p.failNext("fstringExpectingSpec", letter);
  }
  if (!p.at("}")) p.failNext("fstringExpectingBrace", letter);
}
