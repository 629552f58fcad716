import type { Profile } from "../profiles/types.ts";
import { parse, reachesEnd } from "./parse.ts";
import { SourceError } from "./source-error.ts";
import { SourceText } from "./source-text.ts";
import type { Token } from "./tokens/token.ts";
import { tokenize } from "./tokens/tokenizer.ts";

/** What an interactive prompt compiles at once. */
export interface StatementUnit {
  readonly source: string;
  /** The line of the whole source on which the unit starts, from 1. */
  readonly startLine: number;
}

interface TokenUnit {
  readonly first: Token;
  readonly last: Token;
  readonly compound: boolean;
}

/** Words that go on with a compound statement. */
const CONTINUES = new Set(["elif", "else", "except", "finally"]);

/**
 * Cuts a source as an interactive prompt reads it: each logical line at the left margin is one unit, `a = 1; b = 2` too, and
 * each compound statement with its blocks and decorators. Throws a `SourceError` if the source as a whole is wrong.
 */
export function splitStatements(source: string, profile: Profile): StatementUnit[] {
  parse(source, profile, "exec");
  const text = new SourceText(source, true);
  const { tokens } = tokenize(text, profile);
  return units(tokens).map(({ first, last }) => {
    const start = text.lineStarts[first.line - 1] ?? 0;
    return { source: text.text.slice(start, text.lineStarts[last.endLine] ?? text.text.length), startLine: first.line };
  });
}

function units(tokens: readonly Token[]): TokenUnit[] {
  const found: TokenUnit[] = [];
  let first: Token | null = null;
  let last: Token | null = null;
  let lineKind = "";
  let depth = 0;
  let compound = false;
  tokens.forEach((token, index) => {
    const { kind } = token;
    if (kind === "ENDMARKER") return;
    if (kind === "INDENT") {
      depth++;
      compound = true;
    } else if (kind === "DEDENT") depth--;
    else {
      first ??= token;
      last = token;
      if (depth === 0 && lineKind === "") lineKind = kind;
      if (depth === 0 && kind === ":" && token.level === 0 && startsCompound(first)) compound = true;
    }
    if (depth > 0 || (kind !== "NEWLINE" && kind !== "DEDENT")) return;
    const decorator = lineKind === "@";
    lineKind = "";
    const next = tokens[index + 1]?.kind ?? "";
    if (decorator || next === "INDENT" || CONTINUES.has(next) || !first || !last) return;
    found.push({ first, last, compound });
    first = null;
    compound = false;
  });
  return found;
}

function startsCompound(token: Token): boolean {
  return ["if", "while", "for", "try", "with", "def", "class", "async", "@"].includes(token.kind);
}

/**
 * Whether a prompt should wait for more lines, as CPython's `codeop` decides: a bracket, a string or a block is open, or no
 * empty line has ended a compound statement. As a whole module a source needs no such line; as an expression it has no statements.
 */
export function isIncomplete(source: string, profile: Profile, mode: "single" | "exec" | "eval" = "single"): boolean {
  const text = new SourceText(source, true);
  const { tokens, error } = tokenize(text, profile);
  if (mode === "eval") return error?.incomplete === true && reachesEnd(source, profile, mode);
  if (tokens[0]?.kind === "INDENT") return false;
  if (error) return error.incomplete;
  if (reachesEnd(source, profile)) return true;
  return !source.endsWith("\n") && units(tokens).at(-1)?.compound === true && (mode === "single" || !isModule(source, profile));
}

function isModule(source: string, profile: Profile): boolean {
  try {
    parse(source, profile, "exec");
    return true;
  } catch (problem) {
    if (problem instanceof SourceError) return false;
    throw problem;
  }
}
