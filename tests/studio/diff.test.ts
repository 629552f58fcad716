import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffLines } from "../../lib/studio/diff.ts";

const side = (lines: ReturnType<typeof diffLines>, other: "added" | "removed") => lines.filter((line) => line.kind !== other).map((line) => line.text).join("\n");

describe("a comparison of two texts", () => {
  test("says which lines went and which came", () => {
    expect(diffLines("a\nb\nc\nd", "a\nx\nc\nd\ne")).toEqual([
      { kind: "same", text: "a" },
      { kind: "removed", text: "b" },
      { kind: "added", text: "x" },
      { kind: "same", text: "c" },
      { kind: "same", text: "d" },
      { kind: "added", text: "e" },
    ]);
  });

  test("holds both texts whole, whatever they are", () => {
    const text = fc.array(fc.constantFrom("a", "b", "", "  c"), { maxLength: 30 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        expect(side(lines, "added")).toBe(before);
        expect(side(lines, "removed")).toBe(after);
      }),
    );
  });

  test("of texts that are the same has no change", () => {
    fc.assert(fc.property(fc.string(), (text) => diffLines(text, text).every((line) => line.kind === "same")));
  });

  test("keeps as many lines as the two have in common", () => {
    expect(diffLines("1\n2\n3\n4\n5", "2\n4\n1\n3\n5").filter((line) => line.kind === "same")).toHaveLength(3);
  });
});
