import { describe, expect, test } from "vitest";
import { isSound } from "../../lib/cards/card.ts";
import { libraryCardOf } from "../../lib/content/card-view.ts";
import type { CatalogueCard, LibraryCard } from "../../lib/content/library-card.ts";
import { reportOf } from "../../lib/interview/report.ts";
import type { Prompt } from "../../lib/interview/types.ts";
import { dayFromIso } from "../../lib/scheduling/study-day.ts";
import { cardFile } from "../content-sync/library.ts";
import { interviewOf, promptOf } from "./builders.ts";

function card(id: string, prerequisites: readonly string[] = []): LibraryCard {
  const file = cardFile(id, { "prerequisites: []": `prerequisites: [${prerequisites.join(", ")}]` });
  if (!isSound(file.card)) throw new Error(file.card.problems[0]?.message);
  return libraryCardOf(file.card, `${id}-1`, []);
}

const CARDS = [card("first", ["before"]), card("second"), card("before")];
const CATALOGUE: CatalogueCard[] = CARDS.map(({ id, revisionId, title, topic, kind, level, seconds, followups, prerequisites, versions }) => ({ id, revisionId, title: id === "before" ? "Names and namespaces" : title, topic, kind, level, seconds, followups, prerequisites, versions, outputs: [], names: [] }));

const prompt = (position: number, cardId: string, about: Partial<Prompt> = {}): Prompt => promptOf({ position, cardId, revisionId: `${cardId}-1`, points: [], ...about });

function report(...prompts: readonly Prompt[]) {
  return reportOf(interviewOf(prompts), new Map(CARDS.map((one) => [one.revisionId, one])), CATALOGUE, dayFromIso("2026-11-28"));
}

describe("the report", () => {
  test("says of each rubric point whether it was said, and how many of all", () => {
    const { prompts, points, score } = report(prompt(0, "first", { points: [1] }), prompt(1, "second", { points: [0, 1] }));
    expect(prompts[0]?.rubric?.map((one) => one.said)).toEqual([false, true]);
    expect(points).toEqual({ said: 3, of: 4 });
    expect(score).toBe(0.75);
  });

  test("drills what was missed with the day and the point, and what comes before only where the prompt failed", () => {
    expect(report(prompt(0, "first", { points: [1] })).drill).toEqual([
      { cardId: "first", title: expect.any(String), reason: "Missed in the mock interview of 28 November: The first thing that a good answer says" },
    ]);
    const failed = report(prompt(0, "first")).drill;
    expect(failed.map((item) => item.cardId)).toEqual(["first", "before"]);
    expect(failed[0]?.reason).toBe("Missed in the mock interview of 28 November: The first thing that a good answer says; and 1 more");
  });

  test("drills a program or an output that was wrong with what was said of it, and counts no points there", () => {
    const { drill, points, prompts } = report(prompt(0, "second", { objective: "fail", verdict: "Line 1 differs." }));
    expect(drill.map((item) => item.reason)).toEqual(["Failed in the mock interview of 28 November: Line 1 differs."]);
    expect(points).toEqual({ said: 0, of: 0 });
    expect(prompts[0]?.rubric).toBeNull();
  });

  test("drills nothing where all was said, nor what was not reached", () => {
    const unreached = prompt(1, "first", { shownAt: null, deadlineAt: null, submittedAt: null, answer: null, points: null });
    expect(report(prompt(0, "second", { points: [0, 1] }), unreached)).toMatchObject({ drill: [], score: 1, verdict: "strong yes" });
  });

  test("names follow-ups that lacked something, in the words in which they were asked", () => {
    const { followUps, byCriterion } = report(prompt(0, "first", { points: [0, 1] }), prompt(1, "first", { follows: 0, ask: "prove", levels: [null, null, 1, null] }), prompt(2, "second", { follows: 0, points: [0, 1] }));
    expect(followUps.answered).toBe(2);
    expect(followUps.missed.map((one) => [one.prompt.position, one.part.lead])).toEqual([[1, expect.stringMatching(/^Prove it/)]]);
    expect(byCriterion).toEqual([{ criterion: "evidence", answers: 1, score: 1 / 3 }]);
  });

  test("leads each missed point to its card and to others that are about it, and drills them with the point", () => {
    const teacher: CatalogueCard = { ...(CATALOGUE[2] as CatalogueCard), id: "teacher", title: "The second thing a good answer says" };
    const { prompts, drill } = reportOf(interviewOf([prompt(0, "first", { points: [0] })]), new Map(CARDS.map((one) => [one.revisionId, one])), [...CATALOGUE, teacher], dayFromIso("2026-11-28"));
    expect(prompts[0]?.rubric?.map((point) => point.cards.map((one) => one.id))).toEqual([[], ["first", "teacher"]]);
    expect(drill.find((item) => item.cardId === "teacher")?.reason).toMatch(/^Teaches what was missed in the mock interview of 28 November: /);
  });

  test("does not drill a card that is no longer in the library", () => {
    expect(reportOf(interviewOf([prompt(0, "second")]), new Map(CARDS.map((one) => [one.revisionId, one])), [], dayFromIso("2026-11-28"))).toMatchObject({ drill: [], score: 0 });
  });
});
