import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Choice, mergedText, mergeTexts } from "../../lib/upgrades/merge.ts";

const text = (letters: string): string => letters.split("").join("\n");
const whole = (base: string, mine: string, theirs: string, choices: readonly Choice[] = []) => mergedText(mergeTexts(text(base), text(mine), text(theirs)), choices)?.replaceAll("\n", "");
const conflicts = (base: string, mine: string, theirs: string) => mergeTexts(base, mine, theirs).filter(({ kind }) => kind === "conflict");
const lines = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 }).map((all) => all.join("\n"));

describe("two texts that began from one", () => {
  it("are merged where they changed different lines, and asked about where they changed the same", () => {
    expect(whole("abcdef", "aXcdef", "abcdYf")).toBe("aXcdYf");
    expect(whole("abc", "ac", "abcd")).toBe("acd");
    expect(whole("abc", "axc", "ayc")).toBeUndefined();
    expect((["mine", "theirs", "both"] as const).map((choice) => whole("abc", "axc", "ayc", [choice]))).toEqual(["axc", "ayc", "axyc"]);
  });

  it("need no choice where both made the same change", () => {
    expect(whole("abc", "axc", "axc")).toBe("axc");
  });

  it("are conflicts with all three texts at hand", () => {
    expect(conflicts("a\nb\nc", "a\nx\nc", "a\ny\nz\nc")).toEqual([{ kind: "conflict", base: ["b"], mine: ["x"], theirs: ["y", "z"] }]);
  });

  it("give the side that alone changed, whole", () => {
    fc.assert(fc.property(lines, lines, (base, changed) => {
      expect(mergedText(mergeTexts(base, changed, base), [])).toBe(changed);
      expect(mergedText(mergeTexts(base, base, changed), [])).toBe(changed);
      expect(mergedText(mergeTexts(base, changed, changed), [])).toBe(changed);
    }));
  });

  it("lose nothing: with all conflicts decided for one side, and nothing changed by the other elsewhere, each line of that side is there", () => {
    fc.assert(fc.property(lines, lines, lines, (base, mine, theirs) => {
      const pieces = mergeTexts(base, mine, theirs);
      // The pieces are the texts cut up: read for one side alone they give that side.
      const side = (of: "mine" | "theirs") => pieces.flatMap((piece) => (piece.kind === "conflict" ? piece[of] : piece.from === "both" || piece.from === of ? piece.lines : [])).length;
      expect(side("mine")).toBeLessThanOrEqual(mine.split("\n").length);
      expect(side("theirs")).toBeLessThanOrEqual(theirs.split("\n").length);
      expect(mergedText(pieces, pieces.map(() => "mine" as const))).not.toBeNull();
    }));
  });
});
