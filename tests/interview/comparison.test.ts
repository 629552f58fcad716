import { describe, expect, test } from "vitest";
import { comparisonOf } from "../../lib/interview/comparison.ts";
import { pastOf } from "./builders.ts";

const topic = (name: string, score: number) => ({ topic: name, prompts: 1, score });

describe("interviews over time", () => {
  test("say nothing before two were judged", () => {
    expect(comparisonOf([])).toBeNull();
    expect(comparisonOf([pastOf("a", 0.5), pastOf("b", null)])).toBeNull();
  });

  test("stand side by side, the oldest first, with the change of the last two that judged the same", () => {
    const comparison = comparisonOf([
      pastOf("new", 0.75, { byTopic: [topic("gil", 1), topic("del", 0)], byCriterion: [{ criterion: "depth", answers: 1, score: 0.6 }] }),
      pastOf("mid", 0.5, { byTopic: [topic("hashing", 0.5)] }),
      pastOf("old", 0.25, { byTopic: [topic("gil", 0.5)], byCriterion: [{ criterion: "depth", answers: 1, score: 0.4 }] }),
    ]);
    expect(comparison?.interviews.map((one) => one.id)).toEqual(["old", "mid", "new"]);
    expect(comparison?.rows).toEqual([
      { followed: { kind: "whole" }, scores: [0.25, 0.5, 0.75], change: 0.25 },
      { followed: { kind: "criterion", criterion: "depth" }, scores: [0.4, null, 0.6], change: expect.closeTo(0.2) },
      { followed: { kind: "topic", topic: "gil" }, scores: [0.5, null, 1], change: 0.5 },
    ]);
  });

  test("are the last six", () => {
    expect(comparisonOf(Array.from({ length: 9 }, (_, i) => pastOf(`n${i}`, 0.5)))?.interviews.map((one) => one.id)).toEqual(["n5", "n4", "n3", "n2", "n1", "n0"]);
  });
});
