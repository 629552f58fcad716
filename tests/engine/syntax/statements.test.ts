import fc from "fast-check";
import { describe, expect, it } from "vitest";
import "../../../lib/engine/chunks/all.ts";
import { profileOf } from "../../../lib/engine/profiles/profiles.ts";
import { parse } from "../../../lib/engine/syntax/parse.ts";
import { SourceError } from "../../../lib/engine/syntax/source-error.ts";
import { isIncomplete, splitStatements } from "../../../lib/engine/syntax/statements.ts";

const profile = profileOf("3.14");

describe("a session is cut into units", () => {
  it("one for each logical line, one for each compound statement", () => {
    const source = "# note\na = 1; b = 2\n\n@d\n@e\ndef f():\n    x\n\n# more\nif a: b\nelse:\n    c\n(1,\n2)\nx = 1; \\\ny = 2\ntry:\n  a\nexcept: b\nz\n";
    expect(splitStatements(source, profile)).toEqual([
      { source: "a = 1; b = 2\n", startLine: 2 },
      { source: "@d\n@e\ndef f():\n    x\n", startLine: 4 },
      { source: "if a: b\nelse:\n    c\n", startLine: 10 },
      { source: "(1,\n2)\n", startLine: 13 },
      { source: "x = 1; \\\ny = 2\n", startLine: 15 },
      { source: "try:\n  a\nexcept: b\n", startLine: 17 },
      { source: "z\n", startLine: 20 },
    ]);
  });

  it("none for a source without statements", () => expect(splitStatements("# only a comment\n\n", profile)).toEqual([]));

  it("or refused as a whole", () => {
    expect(() => splitStatements("a = 1\nb = = 2\n", profile)).toThrow(SourceError);
  });

  it("which each compile alone and hold all statements in order", () => {
    const line = fc.constantFrom(
      "a = 1", "f(\n1,\n2)", "a; b", "if a: b", "if a:\n  b\nelse:\n  c", "while a:\n  b\n\n  c", "@d\nclass C:\n  x = 1", "'''a\nb'''", "# c", "",
      "match a:\n  case 1:\n    b", "with a as b: c", "x = \\\n  1", "async def f():\n  await g",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const source = `${lines.join("\n")}\n`;
        const units = splitStatements(source, profile);
        const single = units.flatMap((unit) => statements(unit.source, "single"));
        expect(single).toEqual(statements(source, "exec"));
        for (const unit of units) expect(source.split("\n")[unit.startLine - 1]).toBe(unit.source.split("\n")[0]);
      }),
      { numRuns: 300, seed: 20260804 },
    );
  });
});

/** The kinds of a source's statements. */
function statements(source: string, mode: "exec" | "single"): string[] {
  const tree = parse(source, profile, mode);
  return tree.mode === "eval" ? [] : tree.body.map((statement) => statement.type);
}

describe("a prompt waits for more", () => {
  // As CPython's codeop.compile_command answers None.
  it.each([
    "if x:", "if x:\n  y", "(1,", "'''a", "@f", "try:\n  a", "try:\n a\nexcept E: pass", "x = \\", "def f(): pass", "f(", "for x in y:\n", "class C:",
    "match x:\n  case 1: pass", "f'''{a", "x = [1,\n2,", "if x:\n", "if x:\n  y\n ", "@f\n", "try:\n  a\n", "if x:\n  y\n\n  z", "while 1:\n pass\nelse:",
  ])("after %j", (source) => expect(isIncomplete(source, profile)).toBe(true));

  it.each([
    "x = 1", "x = ", "if x:\n  y\n", "f(x))", "1 +", "lambda: 1", "x: int", "d[1:2]", "'abc", "def f(): pass\n", "", "# c", "a; b", "(1,\n2)", "x = {1: 2}", "x = 1; def", "for x in y: z\n",
  ])("not after %j", (source) => expect(isIncomplete(source, profile)).toBe(false));
});

describe("the modes", () => {
  const errorOf = (source: string, mode: "single" | "eval"): string | null => {
    try {
      parse(source, profile, mode);
      return null;
    } catch (error) {
      if (error instanceof SourceError) return error.message;
      throw error;
    }
  };

  it.each([["1 + 1", null], ["(1,\n2)", null], ["1\n\n", null], ["x = 1", "invalid syntax"], ["", "invalid syntax"], [" 1", "unexpected indent"]])(
    "eval takes one expression: %j",
    (source, message) => expect(errorOf(source, "eval")).toBe(message),
  );

  it.each([
    ["x = 1; y", null], ["if x:\n  y", null], ["x # c\n\n# d\n", null],
    ["x\ny", "multiple statements found while compiling a single statement"],
  ])("single takes one interactive statement: %j", (source, message) => expect(errorOf(source, "single")).toBe(message));
});
