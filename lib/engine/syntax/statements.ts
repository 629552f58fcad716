import type { Profile } from "../profiles/types.ts";
import type { Stmt } from "./ast.ts";
import { parse } from "./parse.ts";
import { SourceError } from "./source-error.ts";

/** One unit of an interactive session: a compound statement, or the simple statements of one logical line. */
export interface StatementUnit {
  readonly source: string;
  /** Line of the whole source where it begins, from 1. */
  readonly startLine: number;
}

function firstLine(statement: Stmt): number {
  const decorators = "decorators" in statement ? statement.decorators : [];
  return decorators.length > 0 ? decorators[0].span.line : statement.span.line;
}

/** Cuts a source into what the prompt would be given piece by piece. Throws SourceError when the whole does not parse. */
export function splitStatements(source: string, profile: Profile): readonly StatementUnit[] {
  const tree = parse(source, profile, "exec");
  if (tree.mode === "eval") return [];
  const lines = source.split("\n");
  const units: { start: number; end: number }[] = [];
  for (const statement of tree.body) {
    const start = firstLine(statement);
    const last = units.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, statement.span.endLine);
    else units.push({ start, end: statement.span.endLine });
  }
  return units.map(({ start, end }) => ({ source: `${lines.slice(start - 1, end).join("\n")}\n`, startLine: start }));
}

/** Whether more lines are wanted: an open bracket, an open string, or a block that only a blank line ends. */
export function isIncomplete(source: string, profile: Profile): boolean {
  if (source.trim() === "") return false;
  try {
    const tree = parse(source, profile, "exec");
    const last = tree.mode === "eval" ? undefined : tree.body.at(-1);
    const isBlock = last !== undefined && "body" in last;
    return isBlock && last.span.endLine > last.span.line && !/\n[ \t]*\n?$/.test(source);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return /never closed|unterminated triple-quoted|expected an indented block|unexpected EOF/.test(error.message);
  }
}
