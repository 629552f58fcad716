import type { Module } from "./ast.ts";
import type { Profile } from "../profiles/types.ts";
import { checkDepth } from "./depth.ts";
import { syntaxMessage } from "./messages.ts";
import { Parser } from "./parser/parser.ts";
import { SourceError } from "./source-error.ts";
import { SourceText } from "./source-text.ts";
import type { TokenError } from "./tokens/token.ts";
import { tokenize } from "./tokens/tokenizer.ts";

/**
 * The tree of a source. Throws a `SourceError`, and nothing else, if the source is wrong in the profile's version.
 * `single` takes one interactive statement.
 */
export function parse(source: string, profile: Profile, mode: Module["mode"]): Module {
  const text = new SourceText(source, mode !== "eval");
  const { tokens, error } = tokenize(text, profile);
  const parser = new Parser(text, tokens, error, profile);
  const nul = text.text.indexOf("\0");
  if (nul >= 0) throw new SourceError("SyntaxError", syntaxMessage(profile, "nullBytes", []) ?? "", null, null, null);
  let firstFill = 0;
  try {
    const tree = parser.module(mode);
    if (tree) {
      checkDepth(tree, tokens, profile);
      if (mode === "single" && !restIsBlank(text.text, tokens[parser.fill - 1]?.end ?? 0)) throw parser.multipleStatements();
      return tree;
    }
    firstFill = parser.fill;
    parser.startDiagnosis();
    parser.module(mode);
  } catch (problem) {
    if (!(problem instanceof SourceError)) throw problem;
    throw problem === error?.error ? problem : later(problem, error, parser);
  }
  throw later(parser.invalidSyntax(firstFill), error, parser);
}

/**
 * A mistake of the tokenizer further on comes before a mistake of the grammar (Parser/pegen_errors.c,
 * _PyPegen_tokenize_full_source_to_check_for_errors).
 */
function later(problem: SourceError, error: TokenError | null, parser: Parser): SourceError {
  if (!error || problem.position === null) return problem;
  if (error.eager) return error.error;
  const line = parser.tokens[parser.fill - 1]?.line ?? 0;
  return error.unclosed && line > error.unclosedLine ? error.unclosed : problem;
}

function restIsBlank(text: string, from: number): boolean {
  return /^(?:[ \t\n\f]|#[^\n]*)*$/.test(text.slice(from));
}
