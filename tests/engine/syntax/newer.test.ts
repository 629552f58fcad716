import { describe, expect, it } from "vitest";
import "../../../lib/engine/chunks/all.ts";
import { profileOf } from "../../../lib/engine/profiles/profiles.ts";
import type { VersionId } from "../../../lib/engine/profiles/types.ts";
import type { Stmt } from "../../../lib/engine/syntax/ast.ts";
import { parse } from "../../../lib/engine/syntax/parse.ts";
import { SourceError } from "../../../lib/engine/syntax/source-error.ts";
import { dump } from "./dump.ts";

function body(source: string, version: VersionId): readonly Stmt[] {
  const tree = parse(source, profileOf(version), "exec");
  if (tree.mode === "eval") throw new Error("exec gives statements");
  return tree.body;
}

function message(source: string, version: VersionId): string | null {
  try {
    parse(source, profileOf(version), "exec");
    return null;
  } catch (error) {
    if (error instanceof SourceError) return error.message;
    throw error;
  }
}

/** The place of the only statement's only value, and what is in it. */
function shown(source: string, version: VersionId): string {
  return dump(parse(source, profileOf(version), "exec")).replace(/^Module\(body=\[Expr@[\d:-]+\(value=(.*)\)\]\)$/, "$1");
}

// Grammar of PEP 750, 758, 798, 810 and of Grammar/python.gram; places follow the rules that the recorded versions show.
describe("syntax of 3.14", () => {
  it("takes t-strings, whose parts carry the text of their expressions", () => {
    expect(shown("t'a{x!r:>{w}}{ y = }b'\n", "3.14")).toBe(
      'TemplateStr@1:0-1:22(values=[Constant@1:2-1:3(value=str "a") ' +
        "Interpolation@1:3-1:13(value=Name@1:4-1:5(id=x ctx=Load) str=x conversion=114 format_spec=JoinedStr@1:7-1:12(values=[" +
        'Constant@1:8-1:9(value=str ">") FormattedValue@1:9-1:12(value=Name@1:10-1:11(id=w ctx=Load) conversion=-1 format_spec=-)])) ' +
        'Constant@1:14-1:19(value=str " y = ") Interpolation@1:13-1:20(value=Name@1:15-1:16(id=y ctx=Load) str= y conversion=114 format_spec=-) ' +
        'Constant@1:20-1:21(value=str "b")])',
    );
    expect(message("t'{x}'\n", "3.13")).toBe("invalid syntax");
  });

  it("joins t-strings with t-strings only", () => {
    expect(shown("t'a' t'{b}'\n", "3.14")).toContain("TemplateStr@1:0-1:11");
    expect(message("t'a' 'b'\n", "3.14")).toBe("cannot mix t-string literals with string or bytes literals");
  });

  it("takes several exception types without parentheses, unless they are named", () => {
    const [statement] = body("try: a\nexcept B, C: d\n", "3.14");
    expect(statement).toMatchObject({ handlers: [{ excType: { type: "Tuple", span: { line: 2, col: 7, endLine: 2, endCol: 11 } } }] });
    expect(message("try: a\nexcept B, C: d\n", "3.13")).toBe("multiple exception types must be parenthesized");
    expect(message("try: a\nexcept B, C as e: d\n", "3.14")).toBe("multiple exception types must be parenthesized when using 'as'");
  });
});

describe("syntax of 3.15", () => {
  it.each(["[*x for x in y]", "{*x for x in y}", "{**x for x in y}", "(*x for x in y)", "f(*x for x in y)"])("unpacks in %s", (source) => {
    expect(message(`${source}\n`, "3.15")).toBeNull();
    expect(message(`${source}\n`, "3.14")).toMatch(/unpacking cannot be used in/);
  });

  it("marks a dict comprehension that unpacks with a key of its own kind", () => {
    expect(shown("{**x for x in y}\n", "3.15")).toBe(
      "DictComp@1:0-1:16(key=- value=Name@1:3-1:4(id=x ctx=Load) generators=[comprehension(target=Name@1:9-1:10(id=x ctx=Store) iter=Name@1:14-1:15(id=y ctx=Load) ifs=[] is_async=0)])",
    );
  });

  it("takes lazy imports, and lazy as a name", () => {
    expect(body("lazy import a.b as c, d\nlazy from . import e\nimport f\nlazy = lazy.lazy\n", "3.15")).toMatchObject([
      { type: "Import", lazy: true, span: { col: 0, endCol: 23 } },
      { type: "ImportFrom", lazy: true, level: 1 },
      { type: "Import", lazy: false },
      { type: "Assign" },
    ]);
    expect(message("lazy import a\n", "3.14")).toBe("invalid syntax");
  });
});

// Messages: tests/conformance (recorded on 3.14 and 3.15) and the rules of Grammar/python.gram.
describe("messages of the newer versions", () => {
  it.each<[VersionId, string, string]>([
    ["3.14", "x = 1 if 1 else pass", "expected expression after 'else', but statement is given"],
    ["3.14", "x = pass if 1 else 1", "expected expression before 'if', but statement is given"],
    ["3.14", "raise from x", "did you forget an expression between 'raise' and 'from'?"],
    ["3.14", "raise x from", "did you forget an expression after 'from'?"],
    ["3.14", "if a:\n  b\nelse:\n  c\nelif d:\n  e", "'elif' block follows an 'else' block"],
    ["3.14", '"The "important" word"', "invalid syntax. Is this intended to be part of the string?"],
    ["3.14", "import a as b.c", "cannot use attribute as import target"],
    ["3.14", "try: a\nexcept B as c.d: e", "cannot use except statement with attribute"],
    ["3.14", "ub''", "'u' and 'b' prefixes are incompatible"],
    ["3.14", "def f(*): pass", "named arguments must follow bare *"],
    ["3.15", "def f(*): pass", "named parameters must follow bare *"],
    ["3.14", "match v:\n  case {**r, 'k': 1}: pass", "invalid syntax"],
    ["3.15", "match v:\n  case {**r, 'k': 1}: pass", "double star pattern must be the last (right-most) subpattern in the mapping pattern"],
    ["3.15", "def f(**k, a): pass", "parameters cannot follow var-keyword parameter"],
  ])("%s on %j", (version, source, text) => expect(message(`${source}\n`, version)).toBe(text));
});
