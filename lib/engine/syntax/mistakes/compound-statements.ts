import type { Token } from "../tokens/token.ts";
import type { CompoundStatementRules } from "../parser/compound-statements.ts";
import { expectedColon } from "./blocks.ts";

/** CPython's invalid_def_raw. */
export function functionMistakes(p: CompoundStatementRules): void {
  const pos = p.pos;
  const header = (forced: boolean): Token | null => {
    p.pos = pos;
    p.take("async");
    const word = p.take("def");
    if (!word || !p.take("NAME")) return null;
    p.typeParameters();
    if (!(forced ? p.force("(") : p.take("("))) return null;
    p.parameters();
    if (!p.take(")")) return null;
    p.returnAnnotation();
    return (forced ? p.force(":") : p.take(":")) && word;
  };
  const word = header(false);
  if (word) p.failWithoutBlock("blockAfterFunction", word);
  if (p.knows("rule.forceFunctionLate")) header(true);
  p.pos = pos;
}

export function classMistakes(p: CompoundStatementRules): void {
  const pos = p.pos;
  const start = p.next();
  if (p.take("NAME")) {
    p.typeParameters();
    p.classArguments();
    if (p.at("NEWLINE")) expectedColon(p);
    if (p.take(":")) p.failWithoutBlock("blockAfterClass", start);
  }
  p.pos = pos;
}

/** `if x` without its colon or its block; `while` and `elif` alike. */
export function headerMistakes(p: CompoundStatementRules, word: "if" | "elif" | "while"): void {
  const pos = p.pos;
  const start = p.take(word);
  const test = start && p.namedExpression();
  if (start && test) {
    if (p.at("NEWLINE")) expectedColon(p);
    // CPython points at the line of the condition, not of the word, for `if`.
    if (p.take(":")) p.failWithoutBlock("blockAfterWord", word === "if" ? test : start, word);
  }
  p.pos = pos;
}

export function forStatementMistakes(p: CompoundStatementRules): void {
  const pos = p.pos;
  p.take("async");
  const word = p.take("for");
  const iter = word && p.starTargets() && p.take("in") && p.starExpressions();
  if (word && iter) {
    if (p.at("NEWLINE")) expectedColon(p);
    if (p.take(":")) p.failWithoutBlock("blockAfterWord", word, "for");
  }
  p.pos = pos;
}

export function withItemMistake(p: CompoundStatementRules, pos: number): void {
  p.pos = pos;
  const target = p.expression() && p.take("as") && p.expression();
  if (target && (p.at(",") || p.at(")") || p.at(":"))) p.failTarget("star", target);
}

/** CPython's invalid_with_stmt_indent (`indent`) and invalid_with_stmt. */
export function withMistakes(p: CompoundStatementRules, indent: boolean): void {
  const pos = p.pos;
  for (const parentheses of [false, true]) {
    p.pos = pos;
    p.take("async");
    const word = p.take("with");
    if (!word || !looseItems(p, parentheses)) continue;
    if (!indent && !parentheses && p.knows("withTrailingComma")) {
      const mark = p.pos;
      const comma = p.take(",");
      if (comma && p.take(":")) p.failAt(comma, "withTrailingComma");
      p.pos = mark;
    }
    if (indent && p.take(":")) p.failWithoutBlock("blockAfterWord", word, "with");
    if (indent) continue;
    if (p.at("NEWLINE")) expectedColon(p);
  }
  p.pos = pos;
}

function looseItems(p: CompoundStatementRules, parentheses: boolean): boolean {
  if (parentheses && !p.take("(")) return false;
  const items = p.separated(() => {
    const item = parentheses ? p.expressions() : p.expression();
    if (!item) return null;
    const mark = p.pos;
    if (!(p.take("as") && p.starTarget())) p.pos = mark;
    return item;
  });
  if (items.length === 0) return false;
  if (!parentheses) return true;
  p.take(",");
  return p.take(")") !== null;
}
