import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lintCard } from "../../lib/cards/lint.ts";
import type { ClaimRecord } from "../../lib/cards/lint.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import { assertions, logicalLines, splitCommas } from "../../lib/cards/python-lines.ts";
import { formatVersions, parseVersions, VERSIONS } from "../../lib/cards/versions.ts";
import { cardText, fenced } from "./card-text.ts";
import type { Parts } from "./card-text.ts";

function rules(changes: Readonly<Record<string, string>>, parts: Parts = {}, claims?: readonly ClaimRecord[]): string[] {
  return lintCard(parseCard(cardText(changes, parts)), claims === undefined ? {} : { claims }).map((problem) => problem.rule);
}

function script(body: string): string[] {
  return rules({}, { proof: fenced("python", body) });
}

describe("M25 assertions that cannot fail", () => {
  test.each(["assert True", "assert (x == 1, 'message')", "assert x == x", "assert x is x", "assert 'no'", "assert 1", "assert not False", "assert not None", "assert lambda: 0", "assert (True)", "assert a[0] == a[0], 'm'"])("%s is refused", (body) => {
    expect(script(body)).toEqual(["cannot-fail"]);
  });

  test.each(["assert x == 1", "assert (x == 1), 'message'", "assert (x, y) == (1, 2)", "assert nan != nan", "assert not x", "assert x", "assert 'a' in x", "assert f(x) == f(y)", "assert (a) == (b)"])("%s is accepted", (body) => {
    expect(script(body)).toEqual([]);
  });

  test("a program needs an assert that always runs", () => {
    expect(script("x = 1")).toEqual(["no-assert"]);
    expect(script("if x:\n    assert y")).toEqual(["no-assert"]);
    expect(script("x = '''\nassert y\n'''")).toEqual(["no-assert"]);
    expect(rules({}, { proof: fenced("python", ">>> x = 1") })).toEqual(["no-assert"]);
  });

  test("the place of a fault is its line in the file", () => {
    const text = cardText({}, { proof: fenced("python", "x = 1\nassert True") });
    const [problem] = lintCard(parseCard(text));
    expect(text.split("\n")[(problem?.line ?? 0) - 1]).toBe("assert True");
  });
});

describe("advice", () => {
  test("a good card gets none", () => {
    expect(rules({})).toEqual([]);
  });

  test.each([
    ["long-question", {}, { question: `What ${"word ".repeat(61)}?` }],
    ["long-code", {}, { question: `What?\n\n${fenced("python", "x = 1\n".repeat(26))}` }],
    ["long-answer", {}, { answer: "word ".repeat(46) }],
    ["list-answer", {}, { answer: "So:\n\n- a\n- b\n- c\n- d\n- e" }],
    ["and-or", {}, { question: "What and/or why?" }],
    ["two-questions", {}, { question: "What? And why?" }],
    ["yes-no", {}, { question: "Is it so?" }],
    ["answer-in-title", { title: "An example of spam" }, { answer: "spam" }],
    ["answer-in-tags", { tags: "[spam]" }, { answer: "`spam`." }],
    ["old-review", { reviewed_on: "2026-09-30" }, {}],
    ["long-float", {}, { proof: fenced("python", ">>> x\n0.30000000000000004") }],
    ["long-number", {}, { proof: fenced("python", ">>> x\n140234866534752") }],
    ["set-order", {}, { proof: fenced("python", ">>> x\n{'a', 'b'}") }],
    ["unstable-output", {}, { proof: fenced("python", ">>> x\n<object object at 0x7f001122aabb>") }],
  ] as const)("%s", (rule, changes, parts) => {
    expect(rules(changes, parts)).toEqual([rule]);
  });

  test("a claim whose record differs between versions wants versions in the card", () => {
    const claims = [{ id: "identity-01", verdict: "true", expect: { "3.10,3.11": "a", "3.12,3.13,3.14,3.15": "b" } }];
    expect(rules({}, {}, claims)).toEqual(["versions"]);
    expect(rules({ versions: "3.12-3.15" }, {}, claims)).toEqual([]);
    expect(rules({}, { why: "Since 3.12 it is so." }, claims)).toEqual([]);
  });

  test("a claim that is wrong wants a myth, and an unknown claim is an error", () => {
    expect(rules({}, {}, [{ id: "identity-01", verdict: "wrong" }])).toEqual(["myth"]);
    expect(rules({}, {}, [])).toEqual(["unknown-claim"]);
  });
});

describe("Python read by lines", () => {
  test("strings, comments, brackets and backslashes do not end a statement", () => {
    const source = "x = [1,  # one\n  2]\ny = '''a\nassert z\n'''\nw = 1 + \\\n  2\nif x:\n    assert x, \"a # b\"  # why\n";
    expect(logicalLines(source).map((one) => [one.line, one.indent, one.text])).toEqual([
      [1, 0, "x = [1,  # one\n  2]"],
      [3, 0, "y = '''a\nassert z\n'''"],
      [6, 0, "w = 1 + \\\n  2"],
      [8, 0, "if x:"],
      [9, 4, 'assert x, "a # b"'],
    ]);
    expect(assertions(source)).toMatchObject([{ line: 9, condition: "x", message: '"a # b"' }]);
  });

  test("commas inside brackets and strings do not split", () => {
    expect(splitCommas("f(a, b), 'c, d', [e, {f: g, h: i}]")).toEqual(["f(a, b)", "'c, d'", "[e, {f: g, h: i}]"]);
  });

  test("any text is read, and the pieces lie where they say", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("assert ", "'", '"""', "(", ")", "\n", "\\", "#", ",", "x", " ") }), (source) => {
        for (const one of logicalLines(source)) expect(source.startsWith(one.text, one.start)).toBe(true);
      }),
    );
  });
});

describe("sets of versions", () => {
  test("are read and written back", () => {
    fc.assert(
      fc.property(fc.subarray([...VERSIONS], { minLength: 1 }), (versions) => {
        expect(parseVersions(formatVersions(versions))).toEqual({ versions });
      }),
    );
  });

  test("that make no sense are refused with the reason", () => {
    for (const text of ["", "3.9", "3.1", "3.12-3.10", "3.10-3.11-3.12", "3.10,,3.11", "all"]) expect(parseVersions(text)).toHaveProperty("reason");
  });
});
