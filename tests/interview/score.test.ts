import { describe, expect, test } from "vitest";
import { idOf, qualityOfScore } from "../../lib/interview/log-events.ts";
import { calibrationOf, overtimeSeconds, scoreOf, verdictOf } from "../../lib/interview/score.ts";
import type { Prompt } from "../../lib/interview/types.ts";

const PROMPT: Prompt = { position: 0, cardId: "a", revisionId: "a-1", follows: null, seconds: 60, shownAt: 1_000, deadlineAt: 61_000, draft: "", draftNumber: 0, submittedAt: 50_000, answer: "x", confidence: null, objective: null, verdict: null, points: null };

describe("the score of a prompt", () => {
  test("is what a program said, else the share of points that were said, else nothing yet", () => {
    expect(scoreOf({ ...PROMPT, objective: "pass", points: [] }, 4)).toBe(1);
    expect(scoreOf({ ...PROMPT, objective: "fail", points: [0, 1] }, 4)).toBe(0);
    expect(scoreOf({ ...PROMPT, points: [0, 2] }, 4)).toBe(0.5);
    expect(scoreOf(PROMPT, 4)).toBeNull();
    expect(scoreOf({ ...PROMPT, submittedAt: null, points: [0] }, 4)).toBeNull();
  });

  test("an answer after the deadline is noted as overtime and takes nothing away", () => {
    const late = { ...PROMPT, submittedAt: 75_400, objective: "pass" as const };
    expect(overtimeSeconds(late)).toBe(15);
    expect(scoreOf(late, 4)).toBe(1);
    expect(overtimeSeconds({ ...late, deadlineAt: null })).toBe(0);
    expect(overtimeSeconds(PROMPT)).toBe(0);
  });

  test("gives a verdict by the published rule", () => {
    expect([1, 0.85, 0.84, 0.65, 0.64, 0.4, 0.39, 0].map(verdictOf)).toEqual(["strong yes", "strong yes", "yes", "yes", "no", "no", "strong no", "strong no"]);
  });
});

describe("confidence", () => {
  test("says nothing below twenty answers, and Brier's score from there on", () => {
    const pairs = Array.from({ length: 20 }, (_, i) => ({ confidence: 100, score: i < 15 ? 1 : 0 }));
    expect(calibrationOf(pairs.slice(1))).toBeNull();
    expect(calibrationOf(pairs)).toEqual({ answers: 20, said: 1, was: 0.75, brier: 0.25 });
  });
});

test("the ids of an interview's events are UUIDs, the same for the same deed", () => {
  expect(idOf("one")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(idOf("one")).toBe(idOf("one"));
  expect(idOf("one")).not.toBe(idOf("two"));
  expect([1, 0.5, 0.2, 0].map(qualityOfScore)).toEqual([4, 3, 2, 1]);
});
