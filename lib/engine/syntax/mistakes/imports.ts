import { expressionName } from "../parser/cursor.ts";
import type { ImportRules } from "../parser/imports.ts";

export function targetMistakes(p: ImportRules): void {
  const pos = p.pos;
  if (p.separated(() => p.alias()).length > 0 && p.take(",") && p.take("NEWLINE")) p.failLast("SyntaxError", "importTrailingComma");
  p.pos = pos;
  const newline = p.take("NEWLINE");
  if (newline) p.failFrom(newline, "importNames");
  p.pos = pos;
}

/** `import a as b.c` (CPython's invalid_dotted_as_name, invalid_import_from_as_name). */
export function aliasMistakes(p: ImportRules, name: () => unknown): void {
  if (!p.knows("importTarget")) return;
  const pos = p.pos;
  if (name() && p.take("as")) {
    const fine = p.follows(() => p.take("NAME") && p.takeAny(",", ")", ";", "NEWLINE"));
    const target = fine ? null : p.expression();
    if (target) p.failAt(target, "importTarget", expressionName(target));
  }
  p.pos = pos;
}

export function importMistakes(p: ImportRules): void {
  const pos = p.pos;
  const start = p.take("import");
  if (start) {
    const names = p.separated(() => p.moduleName());
    if (names.length > 0 && p.take("from") && p.moduleName()) p.failFrom(start, "importFrom");
    p.pos = pos + 1;
    const newline = p.take("NEWLINE");
    if (newline) p.failFrom(newline, "importNames");
  }
  p.pos = pos;
}
