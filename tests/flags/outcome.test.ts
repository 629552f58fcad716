import { describe, expect, it } from "vitest";
import { outcomeOf, outcomeWords } from "../../lib/flags/outcome.ts";
import { flagSchema, resolveSchema } from "../../lib/flags/schema.ts";

const flagged = { createdAt: 100, word: "", reply: "", seen: 2 };
const revisions = [1, 2, 3, 4].map((number) => ({ number, createdAt: number * 40 })); // 3 and 4 at 120 and 160

describe("a reader is told", () => {
  it.each([
    [{ ...flagged, status: "OPEN" as const }, "waiting for an author"],
    [{ ...flagged, status: "OPEN" as const, reply: "Which build was it?" }, "not decided yet. An author replies: Which build was it?"],
    [{ ...flagged, status: "ACCEPTED" as const }, "corrected in revision 3"],
    [{ ...flagged, status: "ACCEPTED" as const, word: "Thank you." }, "corrected in revision 3. Thank you."],
    [{ ...flagged, status: "ACCEPTED" as const, createdAt: 200 }, "corrected in revision 4"],
    [{ ...flagged, status: "ACCEPTED" as const, seen: 4 }, "accepted, a correction is being written"],
    [{ ...flagged, status: "DISMISSED" as const, word: "It is as PEP 8 says." }, "nothing was changed. It is as PEP 8 says."],
  ])("what became of the flag (%#)", (flag, words) => {
    expect(outcomeWords(outcomeOf(flag, revisions))).toBe(words);
  });
});

describe("a flag", () => {
  const flag = { id: "5ad5d4b2-6b1c-4f3e-9d0a-3a8f9f0c1d2e", cardId: "card-a", revisionId: "r1", reason: "typo", note: " a\nb " };

  it("has a reason and a note of some lines", () => {
    expect(flagSchema.parse(flag).note).toBe("a\nb");
    expect(flagSchema.safeParse({ ...flag, note: "x".repeat(500) }).success).toBe(true);
  });

  it.each([{ id: "1" }, { reason: "bored" }, { note: "x".repeat(501) }, { note: "\u0000" }, { note: null }, { cardId: "No card" }, { revisionId: "" }, { status: "ACCEPTED" }, { reporterId: "another" }, { role: "ADMIN" }])("is refused with %j", (change) => {
    expect(flagSchema.safeParse({ ...flag, ...change }).success).toBe(false);
  });

  it("is dismissed or replied to only with a word to the reader", () => {
    const decide = (decision: string, word: string) => resolveSchema.safeParse({ id: flag.id, decision, word }).success;
    expect([decide("accept", ""), decide("dismiss", " "), decide("dismiss", "No."), decide("delete", "x"), decide("reply", " "), decide("reply", "Which?")]).toEqual([true, false, true, false, false, true]);
  });
});
