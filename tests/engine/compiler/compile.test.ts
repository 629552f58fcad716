import { describe, expect, it } from "vitest";
import "../../../lib/engine/chunks/all.ts";
import { compile } from "../../../lib/engine/compiler/compile.ts";
import type { CodeSpec, Const } from "../../../lib/engine/compiler/code.ts";
import { formatListing } from "../../../lib/engine/compiler/listing.ts";
import { profileOf, VERSIONS } from "../../../lib/engine/profiles/profiles.ts";
import type { VersionId } from "../../../lib/engine/profiles/types.ts";
import { SourceError } from "../../../lib/engine/syntax/source-error.ts";
import { parse } from "../../../lib/engine/syntax/parse.ts";

function code(source: string, version: VersionId = "3.14"): CodeSpec {
  const profile = profileOf(version);
  return compile(parse(source, profile, "exec"), { mode: "exec", profile, filename: "<script>", source });
}

function inner(outer: CodeSpec, name: string): CodeSpec {
  const found = outer.consts.flatMap((c) => (c.kind === "code" ? [c.code] : [])).find((c) => c.name === name);
  if (found === undefined) throw new Error(`No code object ${name}.`);
  return found;
}

const opnames = (c: CodeSpec): string[] => c.code.map(({ op }) => op);
const constants = (c: CodeSpec, kind: Const["kind"]): Const[] => c.consts.filter((x) => x.kind === kind);

describe("constants of one compile unit", () => {
  it("are one value across its functions when they are equal and of one type", () => {
    const unit = code("x = 257\ndef f(): return 257\ndef g(): return (257, 'a b')\ndef h(): return (257, 'a b')\n");
    expect(constants(inner(unit, "f"), "int")[0]).toBe(constants(unit, "int")[0]);
    expect(constants(inner(unit, "h"), "tuple")[0]).toBe(constants(inner(unit, "g"), "tuple")[0]);
  });

  it("are different values in two units", () => {
    expect(constants(code("x = 257"), "int")[0]).not.toBe(constants(code("x = 257"), "int")[0]);
  });

  it("keep 1, 1.0 and True, and the zeros of both signs, apart", () => {
    expect(code("f(1, 1.0, True, (1,), (1.0,), (True,), 0.0, -0.0)").consts).toHaveLength(9);
  });

  it("are interned when they look like an identifier", () => {
    const flags = code("f('abc_1', 'a b', '', 'é')").consts.flatMap((c) => (c.kind === "str" ? [[c.value, c.interned]] : []));
    expect(flags).toEqual([["abc_1", true], ["a b", false], ["", true], ["é", false]]);
  });
});

// Messages and places as CPython 3.14 gives them: line, column from 1, end.
describe("a program that cannot be compiled is refused with its place", () => {
  it.each([
    ["return 1", "'return' outside function", [1, 1, 1, 9]],
    ["break", "'break' outside loop", [1, 1, 1, 6]],
    ["continue", "'continue' not properly in loop", [1, 1, 1, 9]],
    ["yield 1", "'yield' outside function", [1, 1, 1, 8]],
    ["await x", "'await' outside function", [1, 1, 1, 8]],
    ["def f(): await x", "'await' outside async function", [1, 10, 1, 17]],
    ["def f(a, a): pass", "duplicate argument 'a' in function definition", [1, 10, 1, 11]],
    ["def f(x):\n  global x\n", "name 'x' is parameter and global", [2, 3, 2, 11]],
    ["def f():\n  x = 1\n  global x\n", "name 'x' is assigned to before global declaration", [3, 3, 3, 11]],
    ["def f():\n  print(x)\n  global x\n", "name 'x' is used prior to global declaration", [3, 3, 3, 11]],
    ["nonlocal x", "nonlocal declaration not allowed at module level", [1, 1, 1, 11]],
    ["def f():\n  nonlocal x\n", "no binding for nonlocal 'x' found", [2, 3, 2, 13]],
    ["*a, *b = c", "multiple starred expressions in assignment", [1, 1, 1, 7]],
    ["[y for x in (z := w)]", "assignment expression cannot be used in a comprehension iterable expression", [1, 14, 1, 20]],
    ["f(a=1, a=2)", "keyword argument repeated: a", [1, 8, 1, 11]],
    ["from __future__ import braces", "not a chance", [1, 24, 1, 30]],
    ["match x:\n  case y: pass\n  case z: pass\n", "name capture 'y' makes remaining patterns unreachable", [2, 8, 2, 9]],
  ] as const)("%j", (source, message, place) => {
    let thrown: unknown = null;
    try {
      code(source);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(SourceError);
    const { type, message: got, position: p } = thrown as SourceError;
    expect([type, got, p && [p.line, p.offset, p.endLine, p.endOffset]]).toEqual(["SyntaxError", message, place]);
  });
});

describe("what the profile says of a version", () => {
  it.each(VERSIONS)("%s: comprehensions run in the frame around them from 3.12 on", (version) => {
    const isFunction = ["3.10", "3.11"].includes(version);
    expect(constants(code("[x for x in y]", version), "code")).toHaveLength(isFunction ? 1 : 0);
  });

  it("annotations are stored at once before 3.14, and made by __annotate__ since", () => {
    expect(opnames(code("x: int = 1", "3.13"))).toContain("SETUP_ANNOTATIONS");
    expect(code("x: int = 1", "3.14").names).toContain("__annotate__");
  });

  it("loads are borrowed from 3.14 on", () => {
    const source = "def f(a): return a.b";
    expect(opnames(inner(code(source, "3.14"), "f"))).toContain("LOAD_FAST_BORROW");
    expect(opnames(inner(code(source, "3.13"), "f"))).not.toContain("LOAD_FAST_BORROW");
  });

  it("a constant slice is a constant from 3.14 on", () => {
    expect(constants(code("x[1:2]", "3.14"), "slice")).toHaveLength(1);
    expect(constants(code("x[1:2]", "3.13"), "slice")).toHaveLength(0);
  });
});

it("the listing is the text of dis.dis()", () => {
  const f = inner(code("def f(x):\n  for i in x:\n    try: g(i)\n    except E: pass\n"), "f");
  // Recorded from CPython 3.14.2.
  expect(formatListing(f, profileOf("3.14"))).toBe(LISTING);
});

const LISTING = [
  "   1           RESUME                   0",
  "",
  "   2           LOAD_FAST_BORROW         0 (x)",
  "               GET_ITER",
  "       L1:     FOR_ITER                14 (to L4)",
  "               STORE_FAST               1 (i)",
  "",
  "   3   L2:     LOAD_GLOBAL              1 (g + NULL)",
  "               LOAD_FAST_BORROW         1 (i)",
  "               CALL                     1",
  "               POP_TOP",
  "       L3:     JUMP_BACKWARD           16 (to L1)",
  "",
  "   2   L4:     END_FOR",
  "               POP_ITER",
  "               LOAD_CONST               0 (None)",
  "               RETURN_VALUE",
  "",
  "  --   L5:     PUSH_EXC_INFO",
  "",
  "   4           LOAD_GLOBAL              2 (E)",
  "               CHECK_EXC_MATCH",
  "               POP_JUMP_IF_FALSE        5 (to L7)",
  "               NOT_TAKEN",
  "               POP_TOP",
  "       L6:     POP_EXCEPT",
  "               JUMP_BACKWARD           34 (to L1)",
  "       L7:     RERAISE                  0",
  "",
  "  --   L8:     COPY                     3",
  "               POP_EXCEPT",
  "               RERAISE                  1",
  "ExceptionTable:",
  "  L2 to L3 -> L5 [1]",
  "  L5 to L6 -> L8 [2] lasti",
  "  L7 to L8 -> L8 [2] lasti",
  "",
].join("\n");
