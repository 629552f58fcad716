import type { Stmt } from "../ast.ts";
import type { Token } from "../tokens/token.ts";
import type { Parser } from "./parser.ts";

/**
 * The tokens of what is typed: where the source ends, a line does too, and all blocks with it (Parser/pegen.c,
 * _PyPegen_fill_token). It ends but once after each token, so `def f(): pass` has no empty line behind it.
 */
function impliedLineEnds(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.at(-1);
  if (end?.kind !== "ENDMARKER" || tokens.length === 1) return tokens;
  const lineEnd: Token = { ...end, kind: "NEWLINE" };
  const dedents: Token[] = [];
  for (const { kind } of tokens) {
    if (kind === "INDENT") dedents.push({ ...end, kind: "DEDENT" });
    else if (kind === "DEDENT") dedents.pop();
  }
  return [...tokens.slice(0, -1), lineEnd, ...dedents, ...(dedents.length > 0 ? [lineEnd] : []), end];
}

/** One statement: a line of simple ones, or one with a block and an empty line. */
function interactiveStatement(p: Parser): Stmt[] | null {
  const { pos } = p;
  const compound = p.compoundStatement();
  if (compound && p.take("NEWLINE")) return [compound];
  p.back(pos);
  const simple = p.simpleStatements();
  if (simple) return simple;
  const newline = p.take("NEWLINE");
  return newline && [{ type: "Pass", span: p.spanOf(newline) }];
}

/** Refuses what follows the statement, if it is more than comments (Parser/pegen.c, bad_single_statement). */
function refuseRest(p: Parser): void {
  const rest = p.source.text.slice(p.tokens[p.fill - 1]?.end ?? 0);
  if (!/^(?:[ \t\n\f]|#[^\n]*)*$/.test(rest)) p.failLast("SyntaxError", "multipleStatements");
}

/** What is special about the mode `single`. */
export const interactive = { impliedLineEnds, interactiveStatement, refuseRest };
