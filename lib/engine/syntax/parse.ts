import type { Module } from "./ast.ts";
import type { Profile } from "../profiles/types.ts";
import { checkDepth } from "./depth.ts";
import { type LexicalWarning, lexicalWarnings } from "./lexical-warnings.ts";
import { syntaxMessage } from "./messages.ts";
import { interactiveInput, Parser, parserOf } from "./parser/parser.ts";
import { SourceError } from "./source-error.ts";
import type { TokenError } from "./tokens/token.ts";

/**
 * The tree of a source. Throws a `SourceError`, and nothing else, if the source is wrong in the profile's version.
 * `single` takes one interactive statement. `warn` is told of what is only doubtful.
 */
export function parse(source: string, profile: Profile, mode: Module["mode"], warn?: (warning: LexicalWarning) => void, maxDigits = 4300): Module {
  const parser = open(source, profile, mode);
  parser.maxDigits = maxDigits;
  const error = parser.tokenError;
  let firstFill = 0;
  try {
    const tree = parser.module(mode);
    if (tree) {
      const finished = finish(tree, parser);
      if (warn) lexicalWarnings(parser.tokens, profile).forEach(warn);
      return finished;
    }
    firstFill = parser.fill;
    parser.startDiagnosis();
    parser.module(mode);
  } catch (problem) {
    if (!(problem instanceof SourceError)) throw problem;
    throw problem === error?.error ? problem : later(quoted(problem, parser), error, parser);
  }
  const problem = quoted(parser.invalidSyntax(firstFill), parser);
  throw problem.type === "IndentationError" ? problem : later(problem, error, parser);
}

/** Whether a source is wrong only at its very end: more lines could make it right. */
export function reachesEnd(source: string, profile: Profile, mode: "exec" | "eval" = "exec"): boolean {
  const parser = open(source, profile, mode);
  try {
    return parser.module(mode) === null && parser.fill === parser.tokens.length;
  } catch (problem) {
    if (problem instanceof SourceError) return parser.fill === parser.tokens.length;
    throw problem;
  }
}

function open(source: string, profile: Profile, mode: Module["mode"]): Parser {
  if (source.includes("\0")) throw new SourceError("SyntaxError", syntaxMessage(profile, "nullBytes", []) ?? "", null, null, null);
  return parserOf(Parser, source, profile, mode);
}

function finish(tree: Module, parser: Parser): Module {
  checkDepth(tree, parser.tokens, parser.profile);
  if (tree.mode === "single") interactiveInput.get().refuseRest(parser);
  return tree;
}

/**
 * A mistake of the tokenizer further on comes before a mistake of the grammar (Parser/pegen_errors.c,
 * _PyPegen_tokenize_full_source_to_check_for_errors).
 */
function later(problem: SourceError, error: TokenError | null, parser: Parser): SourceError {
  if (!error || error.inFormatString || problem.position === null) return problem;
  if (error.eager) return error.error;
  const line = parser.tokens[parser.fill - 1]?.line ?? 0;
  return error.unclosed && line > error.unclosedLine ? error.unclosed : problem;
}

/** The line of an error ends where it does only while no later line has been read (get_error_line_from_tokenizer_buffers). */
function quoted(problem: SourceError, parser: Parser): SourceError {
  const lastRead = parser.tokens[parser.fill - 1];
  const lineRead = lastRead ? Math.min(lastRead.endLine, parser.source.lineCount) : 0;
  return problem.position && lineRead > problem.position.line ? problem.withoutLineEnd() : problem;
}
