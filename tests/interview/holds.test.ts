import { describe, expect, test } from "vitest";
import { holdsOf } from "../../lib/interview/holds.ts";
import type { Prompt } from "../../lib/interview/types.ts";
import { foldCard } from "../../lib/reviews/fold.ts";
import { DEFAULT_SETTING } from "../../lib/scheduling/scheduler.ts";
import { DAY_MS, inLog, NOON, reviewBody } from "../reviews/logs.ts";
import { interviewOf, promptOf } from "./builders.ts";

const CATALOGUE = ["a", "b", "c"].map((id) => ({ id, topic: id }));

const PROMPT = promptOf({ points: [] });

const interview = (...prompts: readonly Prompt[]) => interviewOf(prompts);

const progressOfGrades = (...grades: readonly (0 | 2 | 3 | 4)[]) => foldCard(grades.map((grade, place) => inLog(reviewBody(place + 1, grade, NOON + place * 20 * DAY_MS))), DEFAULT_SETTING);

const weakness = (catalogue: typeof CATALOGUE, progress: Parameters<typeof holdsOf>[1], interviews: Parameters<typeof holdsOf>[2]): number[] => CATALOGUE.map(({ id }) => holdsOf(catalogue, progress, interviews, new Map()).get(id)?.weakness ?? -1);

describe("how weak a card is", () => {
  test("grows with lapses, with a low easiness and with a last answer that failed; never seen lies above what is firm", () => {
    const firm = progressOfGrades(4, 4, 4);
    const hard = progressOfGrades(3, 3, 3);
    const lapsed = progressOfGrades(4, 4, 2, 4, 4, 2);
    const [a = 0, b = 0, c = 0] = weakness(CATALOGUE, new Map([["a", firm], ["b", hard], ["c", lapsed]]), []);
    expect(a).toBeLessThan(b);
    expect(b).toBeLessThan(c);
    const [seen = 0, unseen = 0] = weakness(CATALOGUE, new Map([["a", firm]]), []);
    expect(seen).toBeLessThan(unseen);
  });

  test("counts what failed in an earlier interview, until a later one went well", () => {
    const firm = progressOfGrades(4, 4, 4);
    const known = new Map(CATALOGUE.map(({ id }) => [id, firm]));
    const [after = 0, other = 0] = weakness(CATALOGUE, known, [interview(PROMPT)]);
    expect(after).toBeGreaterThan(other);
    // Newest first, as they are read.
    const [mended = 0] = weakness(CATALOGUE, known, [interview({ ...PROMPT, points: [0] }), interview(PROMPT)]);
    expect(mended).toBe(other);
    const [wrong = 0] = weakness(CATALOGUE, known, [interview({ ...PROMPT, objective: "fail", points: [] })]);
    expect(wrong).toBe(after);
  });

  test("counts how often it was asked in any interview", () => {
    expect(["a", "b"].map((id) => holdsOf(CATALOGUE, new Map(), [], new Map([["a", 3]])).get(id)?.asked)).toEqual([3, 0]);
  });

  test("a follow-up that failed counts against its card, whatever its opening question came to", () => {
    const known = new Map(CATALOGUE.map(({ id }) => [id, progressOfGrades(4, 4, 4)]));
    const opened = promptOf({ objective: "pass", points: [] });
    const [fine = 0, other = 0] = weakness(CATALOGUE, known, [interview(opened)]);
    const [failed = 0] = weakness(CATALOGUE, known, [interview(opened, promptOf({ position: 1, follows: 0, ask: "why", points: [], levels: [0, 0, null, 0] }))]);
    expect(fine).toBe(other);
    expect(failed).toBeGreaterThan(fine);
  });
});
