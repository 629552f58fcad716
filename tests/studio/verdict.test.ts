import { describe, expect, test } from "vitest";
import { isSound, type SoundCard } from "../../lib/cards/card.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import type { Outcome, ProofResult } from "../../lib/cards/prove.ts";
import type { ProvenSource } from "../../lib/lab/process-messages.ts";
import { brokenProofs, judge } from "../../lib/studio/verdict.ts";
import { cardText } from "../cards/card-text.ts";

const result = (version: "3.13" | "3.14", outcome: Outcome): ProofResult => ({ proof: "proof 1", kind: "script", line: 20, version, mode: "script", outcome, failure: outcome === "held" ? null : { line: 21, message: "the assertion does not hold", expected: "assert a", actual: "AssertionError" } });
const proven = (text: string, results: readonly ProofResult[]): ProvenSource => {
  const card = parseCard(text);
  return { card, problems: card.problems, results, engineHash: "e" };
};
const sound = (text: string): SoundCard => {
  const card = parseCard(text);
  if (!isSound(card)) throw new Error(card.problems[0]?.message);
  return card;
};
const first = { cardId: null, editClass: null, others: [] } as const;
const reasons = (verdict: ReturnType<typeof judge>) => ("reasons" in verdict ? verdict.reasons.map((reason) => reason.message) : []);

describe("whether a text may be published", () => {
  test("it may when every run held", () => {
    expect(judge(proven(cardText(), [result("3.13", "held")]), first)).toMatchObject({ card: { front: { id: "sample-card" } } });
  });

  test.each(["failed", "stopped", "unsupported"] as const)("it may not when one %s, nor when nothing ran", (outcome) => {
    expect(reasons(judge(proven(cardText(), [result("3.13", "held"), result("3.14", outcome)]), first))).toEqual([expect.stringContaining("in Python 3.14: the assertion does not hold")]);
    expect(reasons(judge(proven(cardText(), []), first))).toEqual(["Nothing was proven."]);
  });

  test("it may not with an error in the text, which is named with its line", () => {
    expect(judge(proven(cardText({ level: "9" }), []), first)).toMatchObject({ reasons: [{ line: 6, message: expect.stringContaining("level") }] });
  });

  test("a card of sources alone needs no run", () => {
    expect(judge(proven(cardText({ evidence: "sourced" }, { proof: "" }), []), first)).toHaveProperty("card");
  });

  test("M19 M31 a published card keeps its id, and a replacement has another", () => {
    const held = [result("3.14", "held")];
    expect(reasons(judge(proven(cardText(), held), { ...first, cardId: "another-card", editClass: "TYPO" }))).toEqual([expect.stringContaining("stays")]);
    expect(reasons(judge(proven(cardText(), held), { ...first, cardId: "sample-card", editClass: "REPLACE" }))).toEqual([expect.stringContaining("another id")]);
    expect(reasons(judge(proven(cardText(), held), { ...first, cardId: "sample-card", editClass: null }))).toEqual([expect.stringContaining("what kind of change")]);
    expect(judge(proven(cardText(), held), { ...first, cardId: "sample-card", editClass: "CLARIFY" })).toHaveProperty("card");
  });

  test("M35 missing cards and circles of prerequisites are against it, a like question is pointed out", () => {
    const other = sound(cardText({ id: "other-card", prerequisites: "[sample-card]" }));
    const held = [result("3.14", "held")];
    expect(reasons(judge(proven(cardText({ followups: "[no-card]" }), held), { ...first, others: [other] }))).toEqual([expect.stringContaining('no card "no-card"')]);
    expect(reasons(judge(proven(cardText({ prerequisites: "[other-card]" }), held), { ...first, others: [other] }))).toEqual([expect.stringContaining("sample-card -> other-card -> sample-card")]);
    const like = judge(proven(cardText(), held), { ...first, others: [sound(cardText({ id: "other-card" }))] });
    expect("advice" in like ? like.advice.map((one) => one.message) : []).toContainEqual(expect.stringContaining("nearly that of identity/other-card.md"));
  });

  test("what failed alike in several versions is said once", () => {
    expect(brokenProofs([result("3.13", "failed"), result("3.14", "failed")])).toEqual([{ line: 21, message: "proof 1 does not hold in Python 3.13-3.14: the assertion does not hold; expected assert a; got AssertionError" }]);
  });
});
