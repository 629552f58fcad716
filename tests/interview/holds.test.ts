import { describe, expect, test } from "vitest";
import { holdsOf } from "../../lib/interview/holds.ts";
import type { Interview, Prompt } from "../../lib/interview/types.ts";
import { foldCard } from "../../lib/reviews/fold.ts";
import { DEFAULT_SETTING } from "../../lib/scheduling/scheduler.ts";
import { DAY_MS, inLog, NOON, reviewBody } from "../reviews/logs.ts";

const CATALOGUE = ["a", "b", "c"].map((id) => ({ id, topic: id }));

const PROMPT: Prompt = { position: 0, cardId: "a", revisionId: "a-1", follows: null, seconds: 60, shownAt: 1, deadlineAt: 60_001, draft: "", draftNumber: 0, submittedAt: 2, answer: "x", confidence: null, objective: null, verdict: null, points: [] };

const interview = (...prompts: readonly Prompt[]): Interview => ({ id: "i", setup: { lengthMinutes: 10, level: 4, topics: [], timePercent: 100, targetVersion: "3.14" }, createdAt: 0, finishedAt: 1, prompts });

const progressOfGrades = (...grades: readonly (0 | 2 | 3 | 4)[]) => foldCard(grades.map((grade, place) => inLog(reviewBody(place + 1, grade, NOON + place * 20 * DAY_MS))), DEFAULT_SETTING);

const weakness = (...args: Parameters<typeof holdsOf>): number[] => CATALOGUE.map(({ id }) => holdsOf(...args).get(id)?.weakness ?? -1);

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

  test("a prompt that was never shown was not asked", () => {
    const holds = holdsOf(CATALOGUE, new Map(), [interview(PROMPT, { ...PROMPT, position: 1, cardId: "b", shownAt: null, deadlineAt: null, submittedAt: null, answer: null, points: null })]);
    expect(["a", "b", "c"].map((id) => holds.get(id)?.asked)).toEqual([1, 0, 0]);
  });
});
