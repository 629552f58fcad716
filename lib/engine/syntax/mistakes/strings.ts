import type { Expr } from "../ast.ts";
import type { StringRules } from "../parser/strings.ts";

export function mixedTemplates(p: StringRules): void {
  const pos = p.pos;
  const strings = p.manyStrings();
  const templates = p.manyTemplates();
  const last = strings.at(-1);
  const first = templates[0];
  if (last && first) p.failRange(last, first, "mixedTemplates");
  const after = !last && first && p.manyStrings()[0];
  if (after) p.failRange(templates.at(-1) as Expr, after, "mixedTemplates");
  p.pos = pos;
}
