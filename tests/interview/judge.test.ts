import { describe, expect, test } from "vitest";
import { askedVersion, expectedOutput } from "../../lib/cards/answer.ts";
import { isSound } from "../../lib/cards/card.ts";
import { libraryCardOf } from "../../lib/content/card-view.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { run } from "../../lib/engine/index.ts";
import { rungsOf } from "../../lib/interview/ladder.ts";
import { awaitsVerdict, judgeOutcome, judgeOutput, judgeShown, runsOf } from "../../lib/interview/judge.ts";
import { questionOf } from "../../lib/interview/stage.ts";
import { cardFile } from "../content-sync/library.ts";
import { promptOf } from "./builders.ts";
import { shipped } from "./shipped.ts";

const BROKEN = "x = 1";
const OPENING = promptOf();

function repairCard(): LibraryCard {
  const { card } = cardFile("to-repair", {
    "kind: recall": "kind: fix",
    "What does `is` compare?": "This program should bind x to 2. Repair it.\n\n```python\nx = 1\n```",
    "One line that could be said aloud.": "Bind it to 2.\n\n```python\nx = 2\n```",
    "assert 1 + 1 == 2": "assert x == 2",
  });
  if (!isSound(card)) throw new Error(card.problems[0]?.message);
  return libraryCardOf(card, "revision", []);
}

function judged(program: string): ReturnType<typeof judgeOutcome> {
  const runs = runsOf(repairCard(), OPENING, program, "3.14");
  return judgeOutcome(runs, { kind: "answered", reply: runs.map(({ source, version, mode }) => run(source, { version, mode })) });
}

describe("a program that is handed in", () => {
  test("passes when it passes the card's checks, and is told where it fails", () => {
    expect(judged("x = 2")).toEqual({ objective: "pass", verdict: "It passes all checks of the card." });
    expect(judged(BROKEN)).toMatchObject({ objective: "fail", verdict: expect.stringContaining("AssertionError") });
    expect(judged("x = y")).toMatchObject({ objective: "fail", verdict: expect.stringMatching(/NameError.* in line 1/) });
  });

  test("fails where it does not come to an end within the engine's limits", () => {
    expect(judged("while True: pass")).toMatchObject({ objective: "fail" });
  });

  test("is not held to have failed where the process that ran it had to be ended", () => {
    expect(judgeOutcome(runsOf(repairCard(), OPENING, "x = 2", "3.14"), { kind: "killed", message: "It had not ended after 30 seconds." })).toMatchObject({ objective: null });
  });

  test("cannot end the checks by ending itself", () => {
    expect(judged("raise SystemExit(0)").objective).not.toBe("pass");
  });
});

describe("a program that is to prove something", () => {
  const shown = (program: string) => {
    const [first] = runsOf(repairCard(), { ask: "prove" }, program, "3.14");
    if (first === undefined) throw new Error("It is not run.");
    return judgeShown(program, first.version, { kind: "answered", reply: [run(first.source, { version: first.version, mode: first.mode })] });
  };

  test("is run by itself: its asserts hold, or it says where it ends; one that shows nothing fails", () => {
    expect(shown("x = []\nassert x is not []")).toEqual({ objective: null, verdict: "It runs to its end in Python 3.14; its asserts hold." });
    expect(shown("x = 1\nassert x == 2")).toEqual({ objective: "fail", verdict: "The program ends with AssertionError in line 2." });
    expect(shown("print(1 is 1)")).toMatchObject({ objective: null, verdict: expect.stringContaining('prints "True"') });
    expect(shown("x = 1")).toMatchObject({ objective: "fail", verdict: expect.stringContaining("shows nothing") });
    expect(shown("while True: pass")).toMatchObject({ objective: "fail", verdict: expect.stringContaining("stopped") });
  });
});

describe("each prediction of the library", () => {
  const predictions = shipped.filter((card) => card.prediction !== null);

  test("is right as the version prints it, and wrong with a line more", () => {
    expect(predictions.length).toBeGreaterThan(20);
    for (const card of predictions) {
      const expected = card.prediction === null ? null : expectedOutput(card.prediction, askedVersion(card, "3.14"));
      if (expected === null) continue;
      expect([card.id, judgeOutput(card, OPENING, expected, "3.14")?.objective]).toEqual([card.id, "pass"]);
      expect([card.id, judgeOutput(card, OPENING, `${expected}\none more`, "3.14")?.objective]).toEqual([card.id, "fail"]);
      expect(awaitsVerdict(card, OPENING, "3.14")).toBe(true);
    }
  });
});

describe("a follow-up about another version", () => {
  test("is judged by what that version prints, on every card of the library that has one", () => {
    let judged = 0;
    for (const card of shipped) {
      const { prediction } = card;
      if (prediction === null) continue;
      const [ask] = rungsOf({ kind: card.kind, versions: card.versions, outputs: prediction.outputs.map((output) => output.versions), names: [] }, "3.14");
      if (ask === undefined || !ask.startsWith("version:")) continue;
      const here = expectedOutput(prediction, askedVersion(card, "3.14")) ?? "";
      const there = prediction.outputs.find((output) => output.versions.some((version) => ask === `version:${version}`))?.text ?? "";
      expect([card.id, judgeOutput(card, { ask }, there, "3.14")?.objective, judgeOutput(card, { ask }, here, "3.14")?.objective]).toEqual([card.id, "pass", "fail"]);
      expect(judgeOutput(card, { ask: "why" }, here, "3.14")).toBeNull();
      judged += 1;
    }
    expect(judged).toBeGreaterThan(5);
  });
});

describe("the question of each card of the library", () => {
  test("has nothing of its answer: no title, no answer, no reasons, no rubric, no check, no output", () => {
    expect(shipped.length).toBeGreaterThan(100);
    const told: string[] = [];
    for (const card of shipped) {
      const shown = questionOf(card, "3.14", OPENING);
      expect(Object.keys(shown).sort()).toEqual(["ask", "form", "lead", "names", "program", "question", "topic", "version"]);
      // What the question itself says, the answer may say again.
      const asked = JSON.stringify(card.question);
      const secret = [card.title, card.answerLine, ...card.rubric, ...card.answer.map((block) => JSON.stringify(block)), ...card.why.map((block) => JSON.stringify(block))];
      const text = JSON.stringify(shown);
      for (const one of secret) if (text.includes(one) && !asked.includes(one)) told.push(`${card.id}: ${one}`);
    }
    expect(told).toEqual([]);
  });
});
