import { describe, expect, test } from "vitest";
import { idOf, qualityOfScore } from "../../lib/interview/log-events.ts";
import { calibrationByTopic, calibrationOf, criterionScores, overtimeSeconds, type ScoredCard, scoreOf, verdictOf } from "../../lib/interview/score.ts";
import { promptOf } from "./builders.ts";

const PROMPT = promptOf({ shownAt: 1_000, deadlineAt: 61_000, submittedAt: 50_000 });
const CARD: ScoredCard = { kind: "recall", rubric: ["a", "b", "c", "d"] };

describe("the score of a prompt", () => {
  test("is what a program said, else the share of points that were said, else nothing yet", () => {
    expect(scoreOf({ ...PROMPT, objective: "pass", points: [] }, CARD)).toBe(1);
    expect(scoreOf({ ...PROMPT, objective: "fail", points: [0, 1] }, CARD)).toBe(0);
    expect(scoreOf({ ...PROMPT, points: [0, 2] }, CARD)).toBe(0.5);
    expect(scoreOf(PROMPT, CARD)).toBeNull();
    expect(scoreOf({ ...PROMPT, submittedAt: null, points: [0] }, CARD)).toBeNull();
  });

  test("an answer after the deadline is noted as overtime and takes nothing away", () => {
    const late = { ...PROMPT, submittedAt: 75_400, objective: "pass" as const };
    expect(overtimeSeconds(late)).toBe(15);
    expect(scoreOf(late, CARD)).toBe(1);
    expect(overtimeSeconds({ ...late, deadlineAt: null })).toBe(0);
    expect(overtimeSeconds(PROMPT)).toBe(0);
  });

  test("gives a verdict by the published rule", () => {
    expect([1, 0.85, 0.84, 0.65, 0.64, 0.4, 0.39, 0].map((score) => verdictOf(score))).toEqual(["strong yes", "strong yes", "yes", "yes", "no", "no", "strong no", "strong no"]);
  });
});

describe("what is judged by criteria", () => {
  // By hand: two of four points are 1/2; levels 3, 2 and 1 of 3 are 2/3 on average; together (1/2 + 2/3) / 2 = 7/12.
  test("counts as much as the key points, and alone where there are none", () => {
    expect(scoreOf({ ...PROMPT, points: [0, 1], levels: [3, 2, null, 1] }, CARD)).toBeCloseTo(7 / 12);
    expect(scoreOf({ ...PROMPT, points: [], ask: "prove", levels: [null, null, 2, null] }, CARD)).toBeCloseTo(2 / 3);
    expect(scoreOf({ ...PROMPT, points: [], ask: "own", levels: [3, 3, 3, 3] }, CARD)).toBe(1);
    expect(scoreOf({ ...PROMPT, points: [], ask: "prove", levels: [null, null, null, null] }, CARD)).toBeNull();
    expect(scoreOf({ ...PROMPT, points: [0, 1, 2, 3], levels: [null, null, null, null] }, CARD)).toBe(1);
  });

  test("gives each criterion its mean, and what a program judged is correctness", () => {
    const judged = [promptOf({ points: [], levels: [3, 1, null, 2] }), promptOf({ points: [], objective: "fail" }), promptOf({ points: [], levels: [0, 2, null, null] }), promptOf({ submittedAt: null, levels: [3, 3, 3, 3] })];
    expect(criterionScores(judged)).toEqual([
      { criterion: "correctness", answers: 3, score: (1 + 0 + 0) / 3 },
      { criterion: "depth", answers: 2, score: (1 / 3 + 2 / 3) / 2 },
      { criterion: "communication", answers: 1, score: 2 / 3 },
    ]);
  });

  test("holds the verdict back: wrong answers to no, one weak criterion to yes; it never lifts it", () => {
    expect(verdictOf(0.95, [{ criterion: "correctness", answers: 4, score: 0.49 }])).toBe("no");
    expect(verdictOf(0.95, [{ criterion: "depth", answers: 4, score: 0.3 }])).toBe("yes");
    expect(verdictOf(0.95, [{ criterion: "correctness", answers: 4, score: 0.5 }, { criterion: "depth", answers: 4, score: 0.34 }])).toBe("strong yes");
    expect(verdictOf(0.1, [{ criterion: "correctness", answers: 4, score: 1 }])).toBe("strong no");
  });
});

describe("confidence", () => {
  test("is told by topic with its count, and says nothing of a topic with few answers", () => {
    const pairs = [...Array.from({ length: 20 }, () => ({ topic: "gil", confidence: 50, score: 1 })), { topic: "del", confidence: 100, score: 0 }];
    expect(calibrationByTopic(pairs)).toEqual([{ topic: "gil", answers: 20, calibration: { answers: 20, said: 0.5, was: 1, brier: 0.25 } }, { topic: "del", answers: 1, calibration: null }]);
  });

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
