import { error } from "./problem.ts";
import type { Problem } from "./problem.ts";

/*
 * The grammar of a ```model block: one statement a line, `#` begins a comment.
 *
 *   a -> int 257                     a refers to an int that shows as 257
 *   a -> list                        a refers to a list
 *   a is b          a is not b       the two names refer to one object, to two objects
 *   a is unbound                     the name is not bound
 *   refcount(a) == 2                 the stored count (also !=, <, <=, >, >=)
 *   immortal(a)                      the object is immortal, its count means nothing
 *   objects(int, 257) == 2           live objects of a type that show as a text; `objects(list)` of a type alone
 *   frame f: fast locals a b         the function's fast locals, in slot order
 *   frame f: cells x                 its cell variables
 *   frame f: free variables x        its free variables; `none` for an empty list
 *   opcodes(f) has LOAD_FAST         the listing has the instruction; `has no LOAD_FAST`
 *   alive(big)                       the object that big was last bound to still lives (sessions only)
 *
 * `not` before any of them turns it round. A path is a name with attributes: `f.__closure__`.
 */

export type Operator = "==" | "!=" | "<" | "<=" | ">" | ">=";

export type Claim =
  | { readonly kind: "refers"; readonly path: string; readonly type: string; readonly text: string | null }
  | { readonly kind: "same"; readonly left: string; readonly right: string }
  | { readonly kind: "unbound"; readonly path: string }
  | { readonly kind: "refcount"; readonly path: string; readonly operator: Operator; readonly count: number }
  | { readonly kind: "immortal"; readonly path: string }
  | { readonly kind: "objects"; readonly type: string; readonly text: string | null; readonly operator: Operator; readonly count: number }
  | { readonly kind: "frame"; readonly path: string; readonly part: FramePart; readonly names: readonly string[] }
  | { readonly kind: "opcodes"; readonly path: string; readonly opcode: string }
  | { readonly kind: "alive"; readonly path: string };

export type FramePart = "fast locals" | "cells" | "free variables";

export interface ModelStatement {
  readonly line: number;
  /** As written, for messages. */
  readonly source: string;
  /** The claim must hold (true) or must not hold. */
  readonly holds: boolean;
  readonly claim: Claim;
}

const NAME = "[A-Za-z_]\\w*";
const PATH = `${NAME}(?:\\.${NAME})*`;
const COUNT = "(==|!=|<=|>=|<|>)\\s*(\\d{1,9})";

interface Form {
  readonly pattern: RegExp;
  /** Null when the words fit no claim. */
  readonly read: (match: RegExpExecArray) => { readonly claim: Claim; readonly holds: boolean } | null;
}

function form(pattern: string, read: (part: (index: number) => string) => Claim, negated?: (part: (index: number) => string) => boolean): Form {
  return {
    pattern: new RegExp(`^${pattern}$`),
    read: (match) => {
      const part = (index: number): string => match[index] ?? "";
      return { claim: read(part), holds: !(negated?.(part) ?? false) };
    },
  };
}

const FORMS: readonly Form[] = [
  form(`(${PATH})\\s+is\\s+(not\\s+)?unbound`, (part) => ({ kind: "unbound", path: part(1) }), (part) => part(2) !== ""),
  form(`(${PATH})\\s+is\\s+(not\\s+)?(${PATH})`, (part) => ({ kind: "same", left: part(1), right: part(3) }), (part) => part(2) !== ""),
  form(`(${PATH})\\s*->\\s*(${NAME})(?:\\s+(\\S.*))?`, (part) => ({
    kind: "refers",
    path: part(1),
    type: part(2),
    text: part(3) === "" ? null : part(3),
  })),
  form(`refcount\\(\\s*(${PATH})\\s*\\)\\s*${COUNT}`, (part) => ({
    kind: "refcount",
    path: part(1),
    operator: part(2) as Operator,
    count: Number(part(3)),
  })),
  form(`immortal\\(\\s*(${PATH})\\s*\\)`, (part) => ({ kind: "immortal", path: part(1) })),
  form(`objects\\(\\s*(${NAME})\\s*(?:,\\s*(.*\\S)\\s*)?\\)\\s*${COUNT}`, (part) => ({
    kind: "objects",
    type: part(1),
    text: part(2) === "" ? null : part(2),
    operator: part(3) as Operator,
    count: Number(part(4)),
  })),
  form(`frame\\s+(${PATH})\\s*:\\s*(fast locals|cells|free variables)\\s+(${NAME}(?:[\\s,]+${NAME})*)`, (part) => ({
    kind: "frame",
    path: part(1),
    part: part(2) as FramePart,
    names: part(3) === "none" ? [] : part(3).split(/[\s,]+/),
  })),
  form(
    `opcodes\\(\\s*(${PATH})\\s*\\)\\s+has\\s+(no\\s+)?([A-Z][A-Z0-9_]*)`,
    (part) => ({ kind: "opcodes", path: part(1), opcode: part(3) }),
    (part) => part(2) !== "",
  ),
  form(`alive\\(\\s*(${PATH})\\s*\\)`, (part) => ({ kind: "alive", path: part(1) })),
];

const EXAMPLES =
  "write for example: a -> int 257 · a is not b · refcount(a) == 1 · immortal(a) · objects(int, 257) == 2 · frame f: fast locals a b · opcodes(f) has LOAD_FAST · alive(big)";

/** Reads one statement; null when it fits none of the forms. */
export function parseModelStatement(source: string, line: number): ModelStatement | null {
  const negation = /^not\s+/.exec(source);
  const text = negation === null ? source : source.slice(negation[0].length);
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(text);
    const found = match === null ? null : read(match);
    if (found !== null) return { line, source, claim: found.claim, holds: found.holds === (negation === null) };
  }
  return null;
}

/** Reads a ```model block. `firstLine` is the file's line of the block's first line of text. */
export function parseModel(text: string, firstLine: number): { readonly statements: readonly ModelStatement[]; readonly problems: readonly Problem[] } {
  const statements: ModelStatement[] = [];
  const problems: Problem[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const source = raw.replace(/(^|\s)#.*$/, "").trim();
    if (source === "") continue;
    const statement = parseModelStatement(source, firstLine + index);
    if (statement === null) {
      const column = raw.length - raw.trimStart().length + 1;
      problems.push(error("model-statement", `"${source}" is not a statement about the model: ${EXAMPLES}`, { line: firstLine + index, column }));
    } else {
      statements.push(statement);
    }
  }
  return { statements, problems };
}
