import type { Profile } from "../profiles/types.ts";
import type { Module, Span, Stmt } from "./ast.ts";
import { Parser, parserOf } from "./parser/parser.ts";
import { SourceError } from "./source-error.ts";

/** Notes the furthest statement with a block that was read, functions aside (_PyPegen_register_stmts). */
class NotingParser extends Parser {
  last: Span | null = null;

  override compoundStatement(): Stmt | null {
    const made = super.compoundStatement();
    if (made && !made.type.endsWith("FunctionDef") && (this.last === null || this.last.line <= made.span.line)) this.last = made.span;
    return made;
  }
}

/** The statement with a block that was read last of a source that is wrong, and the source as the parser read it. */
export function lastStatement(source: string, profile: Profile, mode: Module["mode"]): { readonly span: Span | null; readonly text: string } {
  const parser = parserOf(NotingParser, source, profile, mode);
  const { text } = parser.source;
  try {
    parser.module(mode);
  } catch (problem) {
    if (!(problem instanceof SourceError)) throw problem;
    // CPython's tokenizer raises most of what it finds before anything is noted.
    if (problem.message !== "invalid syntax") return { span: null, text };
  }
  return { span: parser.last, text };
}
