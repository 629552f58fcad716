import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import "../../../lib/engine/chunks/all.ts";
import { profileOf, VERSIONS } from "../../../lib/engine/profiles/profiles.ts";
import type { VersionId } from "../../../lib/engine/profiles/types.ts";
import type { Module } from "../../../lib/engine/syntax/ast.ts";
import { parse } from "../../../lib/engine/syntax/parse.ts";
import { SourceError } from "../../../lib/engine/syntax/source-error.ts";
import { isIncomplete, splitStatements } from "../../../lib/engine/syntax/statements.ts";

const CASES = path.join(import.meta.dirname, "../../conformance/cases");

function cases(): readonly (readonly [name: string, source: string])[] {
  const names = readdirSync(CASES, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".py"));
  return names.sort().map((name) => [name, readFileSync(path.join(CASES, name), "utf8")]);
}

/** The error of a source, or null. Anything but a SourceError escapes and fails the test. */
function errorOf(source: string, version: VersionId, mode: Module["mode"] = "exec"): SourceError | null {
  try {
    parse(source, profileOf(version), mode);
    return null;
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
}

describe("every source is parsed, or refused with a SourceError", () => {
  const fragments = fc.constantFrom(
    "(", ")", "[", "]", "{", "}", "'", '"', '"""', "f'", "f'{", "t'{", "b'", "rb'", "\\", "\n", "\n  ", "\n\t", " ", "#", ":", ":=", "=", "==", ",", ".", "...", "*", "**",
    "/", "@", "->", ";", "!", "if ", "else ", "elif ", "for ", "in ", "not ", "def ", "class ", "lambda ", "yield ", "await ", "async ", "match ", "case ", "type ", "lazy ",
    "import ", "from ", "try", "except", "finally", "with ", "as ", "x", "é", "😀", "1", "0x", "0_", "1e", "1j", "\\N{", "\\x", "\u00a0", "\u200b", "\ud800", "\f", "$",
  );
  const source = fc.oneof(fc.array(fragments, { maxLength: 30 }).map((parts) => parts.join("")), fc.string({ unit: "binary", maxLength: 60 }));

  it("whatever it is made of, in every version and mode", () => {
    fc.assert(
      fc.property(source, fc.constantFrom(...VERSIONS), fc.constantFrom<Module["mode"]>("exec", "single", "eval"), (text, version, mode) => {
        errorOf(text, version, mode);
      }),
      { numRuns: 3000, seed: 20260801 },
    );
  });

  it("also as the input of a prompt", () => {
    fc.assert(
      fc.property(source, (text) => {
        isIncomplete(text, profileOf("3.14"));
        try {
          splitStatements(text, profileOf("3.14"));
        } catch (error) {
          if (!(error instanceof SourceError)) throw error;
        }
      }),
      { numRuns: 1000, seed: 20260802 },
    );
  });

  it("when a real program is cut anywhere", () => {
    const sources = cases().map(([, text]) => text);
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.nat(), fc.nat(), fc.constantFrom(...VERSIONS), (text, from, length, version) => {
        const at = from % text.length;
        errorOf(text.slice(0, at) + text.slice(at + (length % 20)), version);
      }),
      { numRuns: 1000, seed: 20260803 },
    );
  });
});

describe("the recorded programs", () => {
  it.each(cases())("%s parses", (_, source) => expect(errorOf(source, "3.15")).toBeNull());
});

describe("a source that nests too deeply is refused, not a crash", () => {
  const repeat = (text: string, times: number, end = ""): string => text.repeat(times) + end;

  it.each([
    ["brackets", repeat("(", 201, repeat(")", 201))], ["brackets of all kinds", repeat("([{", 67, repeat("}])", 67))],
  ])("%s: CPython's limit of 200", (_, text) => expect(errorOf(text, "3.14")?.message).toBe("too many nested parentheses"));

  it.each([["groups", repeat("(", 200, `1${repeat(")", 200)}`)], ["lists", repeat("[", 200, repeat("]", 200))], ["calls", repeat("f(", 200, repeat(")", 200))]])(
    "200 %s are taken",
    (_, text) => expect(errorOf(text, "3.14")).toBeNull(),
  );

  it.each([
    ["signs", repeat("-", 10_000, "1")], ["not", repeat("not ", 10_000, "1")], ["powers", repeat("2**", 10_000, "1")],
    ["lambdas", repeat("lambda: ", 10_000, "1")], ["conditionals", repeat("1 if x else ", 10_000, "1")], ["defaults", repeat("lambda x=", 10_000, "1")],
    ["elif", `if x: y\n${repeat("elif x: y\n", 10_000)}`],
  ])("%s", (_, text) => {
    expect(errorOf(text, "3.14")).toMatchObject({ type: "MemoryError", message: "Parser stack overflowed - Python source too complex to parse", position: null });
    expect(errorOf(text, "3.11")).toMatchObject({ type: "MemoryError", message: "" });
  });

  it.each([["sums", repeat("1+", 10_000, "1")], ["attributes", repeat("a.", 5000, "a")], ["calls", `f${repeat("()", 5000)}`], ["items", `a${repeat("[0]", 5000)}`]])(
    "long chains of %s",
    (_, text) => expect(errorOf(text, "3.14")).toMatchObject({ type: "RecursionError", message: "maximum recursion depth exceeded during compilation" }),
  );

  it.each([
    ["groups", repeat("(", 190, `x y${repeat(")", 190)}`)], ["dicts", repeat("{1: ", 190, `x y${repeat("}", 190)}`)], ["calls", repeat("f(", 190, `x y${repeat(")", 190)}`)],
    ["comprehensions", repeat("[x for x in ", 190, `1 1${repeat("]", 190)}`)], ["targets", `for ${repeat("(", 190)}x y${repeat(")", 190)} in z: pass`],
    ["deletions", `del ${repeat("(", 190)}x y${repeat(")", 190)}`], ["patterns", `match x:\n case ${repeat("(", 190)}a b${repeat(")", 190)}: pass`],
    ["with items", `with ${repeat("(", 190)}x y${repeat(")", 190)}: pass`], ["print", repeat("print ", 390)],
  ])("%s with a mistake at the bottom take no time worth naming", (_, text) => {
    const start = performance.now();
    expect(errorOf(text, "3.14")?.type).toBe("SyntaxError");
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it("a very long flat program is taken", () => {
    expect(errorOf(`x = [${repeat("a.b + 1, ", 20_000)}]\n`, "3.14")).toBeNull();
    expect(errorOf(repeat("x = f(a, b=1)\n", 20_000), "3.14")).toBeNull();
  });
});
