import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstLines, shownText, turnsText } from "../../lib/lab/shown-text.ts";

describe("what a program printed, on a page", () => {
  it("shows control characters instead of obeying them", () => {
    expect(shownText("\x1b[31mred\x07\r\n\ttab\0")).toBe("␛[31mred␇␍\n\ttab␀");
    expect(shownText("a\u202eb\u200bc")).toBe("a⟨U+202E⟩b⟨U+200B⟩c");
    expect(shownText("\x9b1m")).toBe("⟨U+009B⟩1m");
  });

  it("cuts a tower of combining marks, and leaves accents alone", () => {
    expect(shownText(`e${"\u0301".repeat(10_000)}x`)).toBe(`e${"\u0301".repeat(8)}…x`);
    expect(shownText("e\u0301 ñ 中 𝒳")).toBe("e\u0301 ñ 中 𝒳");
  });

  it("has no character left that acts", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(shownText(text)).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    }));
  });

  it("ends after a number of lines and says how many there are more", () => {
    expect(firstLines("1\n2\n3\n", 3)).toEqual({ text: "1\n2\n3\n", left: 0 });
    expect(firstLines("1\n2\n3\n4\n5", 3)).toEqual({ text: "1\n2\n3", left: 2 });
  });
});

describe("a source", () => {
  it("is pointed out when it turns the direction of its text", () => {
    expect(turnsText('access = "user\u202e ⁦# only admins⁩ ⁦"')).toBe(true);
    expect(turnsText("name = 'שלום'")).toBe(false);
  });
});
