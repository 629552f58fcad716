import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffLines, newWords } from "../../lib/studio/diff.ts";

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

describe("the new words of a text", () => {
  test("are told apart with the gaps between them, and no others", () => {
    expect(newWords("It ends in time.", "It often ends at the wrong time.")).toEqual([
      { text: "It ", isNew: false },
      { text: "often", isNew: true },
      { text: " ends ", isNew: false },
      { text: "at the wrong", isNew: true },
      { text: " time.", isNew: false },
    ]);
    expect(newWords("a b", "a  b")).toEqual([{ text: "a  b", isNew: false }]);
    expect(newWords("", "a")).toEqual([{ text: "a", isNew: true }]);
  });

  test("leave the text whole, whatever it is, and a text is not new against itself", () => {
    const text = fc.array(fc.constantFrom("a", "b", " ", "\n", "  ", "c"), { maxLength: 30 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(newWords(before, after).map((run) => run.text).join("")).toBe(after);
        expect(newWords(after, after).every((run) => !run.isNew)).toBe(true);
      }),
    );
  });
});
