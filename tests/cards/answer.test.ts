import { describe, expect, test } from "vitest";
import { expectedOutput, judgePrediction, judgeRepair, repairRuns } from "../../lib/cards/answer.ts";
import { isSound } from "../../lib/cards/card.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import { cardText, fenced } from "./card-text.ts";
import { done, raised, stopped } from "./fake-prover.ts";

describe("a predicted output", () => {
  test("is right when it differs only in line ends and blanks at the ends of lines", () => {
    for (const typed of ["True\nFalse", "True  \r\nFalse\r\n", "True\nFalse\n\n"]) expect(judgePrediction("True\nFalse", typed)).toEqual({ correct: true });
  });

  test("is wrong at the first line that differs", () => {
    expect(judgePrediction("True\nFalse", "True\nTrue")).toEqual({ correct: false, difference: { line: 2, expected: "False", actual: "True" } });
    expect(judgePrediction("True", "True\n1")).toEqual({ correct: false, difference: { line: 2, expected: null, actual: "1" } });
    expect(judgePrediction("a\n\nb", "a\nb")).toMatchObject({ correct: false, difference: { line: 2 } });
    expect(judgePrediction("True", "true")).toMatchObject({ correct: false });
    expect(judgePrediction(" a", "a")).toMatchObject({ correct: false });
  });

  test("is compared with the output of its version", () => {
    const text = cardText({ kind: "predict", versions: "3.14-3.15" }, { question: `What?\n\n${fenced("python", "print(1)")}`, answer: `So.\n\n${fenced("output versions=3.14", "a")}\n\n${fenced("output versions=3.15", "b")}` });
    const { prediction } = parseCard(text);
    if (prediction === null) throw new Error("no prediction");
    expect(expectedOutput(prediction, "3.14")).toBe("a");
    expect(expectedOutput(prediction, "3.15")).toBe("b");
    expect(expectedOutput(prediction, "3.10")).toBeNull();
  });
});

describe("a repair", () => {
  const card = parseCard(cardText({ kind: "fix" }, { question: `Repair.\n\n${fenced("python", "x = 1")}`, answer: `Two.\n\n${fenced("python", "x = 2")}`, proof: fenced("python", "y = x\nassert y == 2") }));
  if (!isSound(card)) throw new Error("the card has errors");
  const run = repairRuns(card, "# mine\r\nx = 2\r\n\r\n", "3.14")[0];
  if (run === undefined) throw new Error("nothing to run");

  test("is the learner's program followed by the card's check", () => {
    expect(run).toEqual({ source: "# mine\nx = 2\ny = x\nassert y == 2", version: "3.14", mode: "script", programLines: 2 });
    expect(repairRuns({ ...card, proofs: [] }, "x = 2", "3.14")).toEqual([]);
  });

  test("is judged by how the run ends, and the failing part is named", () => {
    expect(judgeRepair(run, done())).toEqual({ outcome: "fixed" });
    expect(judgeRepair(run, raised("AssertionError", 4))).toEqual({ outcome: "broken", part: "check", line: 2, message: "AssertionError" });
    expect(judgeRepair(run, raised("NameError: name 'z' is not defined", 2))).toMatchObject({ part: "program", line: 2 });
    expect(judgeRepair(run, stopped("steps"))).toEqual({ outcome: "unjudged", message: "stopped by steps" });
  });
});
