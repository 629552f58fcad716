import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterAnswer, afterUndo, answerBody, putOff, reveal, shownCard, shownOutcomes, type SittingState, startState, summaryOf, undoBody } from "../../components/review/sitting-state.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { todayAt } from "../../lib/reviews/day-plan.ts";
import { type EventBody, toLogEvent } from "../../lib/reviews/events.ts";
import { foldLog, UNTOUCHED } from "../../lib/reviews/fold.ts";
import { BUTTONS, type Button } from "../../lib/scheduling/grade.ts";
import { PLAIN } from "../../lib/scheduling/state.ts";

const NOON = Date.UTC(2026, 10, 23, 12);
const RULE = { zone: "UTC", rolloverHour: 4 };

const card = (id: string): LibraryCard => ({
  id, topic: "identity", title: id, kind: "recall", level: 1, evidence: "sourced", revisionId: `revision-${id}`, seconds: 30, versions: ["3.14"], tags: [], sources: [], rubric: [], myth: null,
  reviewedOn: "2026-11-22", prerequisites: [], followups: [], question: [], answerLine: "", answer: [], why: [], proof: [], prediction: null, repair: null, proofs: [], matrix: { versions: [], modes: [], cells: [] },
});

const start = (ids: readonly string[], now = NOON): SittingState => startState({ cards: ids.map(card), cardIds: ids, progress: new Map(), today: todayAt(now, RULE), planning: PLAIN, now });

const UNSAID = { objective: null, confidence: null };

const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** Plays deeds a second apart and keeps what a log would hold. */
function play(state: SittingState, deeds: readonly (Button | "undo")[]): { readonly state: SittingState; readonly log: readonly EventBody[] } {
  const log: EventBody[] = [];
  for (const [index, deed] of deeds.entries()) {
    const moment = { id: idOf(index), now: NOON + (index + 1) * 1_000 };
    if (deed === "undo") {
      const body = undoBody(state, moment);
      if (body === null) continue;
      log.push(body);
      state = afterUndo(state, body);
    } else {
      const body = answerBody(reveal(state), deed, UNSAID, moment);
      if (body === null) continue;
      log.push(body);
      state = afterAnswer(reveal(state), body);
    }
  }
  return { state, log };
}

describe("a drill", () => {
  const drill = (ids: readonly string[], earlier: SittingState["earlier"] = []): SittingState => startState({ cards: ids.map(card), cardIds: ids, progress: new Map(), today: todayAt(NOON, RULE), planning: PLAIN, now: NOON, outOfTurn: ids, earlier });

  it("asks again what was missed, and none of its answers names a day or moves one", () => {
    const { state, log } = play(drill(["one", "two"]), ["again", "good", "good"]);
    expect(log.map((body) => [body.cardId, body.kind])).toEqual([["one", "cram"], ["two", "cram"], ["one", "cram"]]);
    expect(log).toMatchObject([{ shownDueDay: null }, { shownDueDay: null }, { shownDueDay: null }]);
    expect(shownCard(state)).toBeNull();
    expect(state.progress.one?.schedule.status).toBe("new");
    expect(state.planning).toEqual(PLAIN);
    expect(summaryOf(state)).toMatchObject({ answers: 3, cards: 2, dueTomorrow: 0, slips: [{ id: "one" }] });
  });

  it("puts a card off to its end, which is no deed and leaves nothing in the log", () => {
    const later = putOff(reveal(drill(["one", "two"])), NOON + 1_000);
    expect(shownCard(later)?.id).toBe("two");
    expect(later).toMatchObject({ revealed: false, steps: [], sitting: { upcoming: ["two", "one"] } });
    expect(shownCard(putOff(drill(["one"]), NOON))?.id).toBe("one");
  });

  it("takes back an answer of the review as one of the review, and the review one of a drill as one of a drill", () => {
    const deed = (kind: "review" | "cram") => ({ id: idOf(90), cardId: "two", revisionId: "revision-two", kind, grade: 4 as const, answeredAt: NOON - 1_000, before: UNTOUCHED });
    const again = (state: SittingState) => play(state, ["undo", "good"]).log.at(-1);
    expect(again(drill(["one", "two"], [deed("review")]))).toMatchObject({ cardId: "two", kind: "review" });
    expect(again({ ...start(["one"]), cards: drill(["one", "two"]).cards, earlier: [deed("cram")] })).toMatchObject({ cardId: "two", kind: "cram" });
  });
});

describe("a sitting", () => {
  it("takes no grade before the answer is shown", () => {
    expect(answerBody(start(["one"]), "good", UNSAID, { id: idOf(1), now: NOON })).toBeNull();
  });

  it("stores the due day that the button showed", () => {
    const state = reveal(start(["one", "two"]));
    const shown = shownOutcomes(state, "one").easy;
    const body = answerBody(state, "easy", { objective: "pass", confidence: 65 }, { id: idOf(1), now: NOON + 5_000 });
    expect(body).toMatchObject({ cardId: "one", kind: "review", grade: 5, objective: "pass", confidence: 65, shownDueDay: shown.dueDay, durationMs: 5_000, baseEventId: null });
    expect(shown.dueDay).toBe(state.today.day + 1);
  });

  it("asks a card that was missed again, as a redrill that moves no due day", () => {
    const { state } = play(start(["one"]), ["again"]);
    expect(shownCard(state)?.id).toBe("one");
    expect(answerBody(reveal(state), "good", UNSAID, { id: idOf(9), now: NOON + 9_000 })).toMatchObject({ kind: "redrill", shownDueDay: null, baseEventId: idOf(0) });
  });

  it("notes two minutes for a card that was left open for an hour", () => {
    expect(answerBody(reveal(start(["one"])), "good", UNSAID, { id: idOf(1), now: NOON + 3_600_000 })?.durationMs).toBe(120_000);
  });

  it("goes on with the next study day when the hour has come", () => {
    const late = Date.UTC(2026, 10, 24, 3, 59, 59);
    const before = start(["one", "two"], late);
    const body = answerBody(reveal(before), "good", UNSAID, { id: idOf(1), now: late + 2_000 });
    expect(body).not.toBeNull();
    if (body !== null) expect(afterAnswer(reveal(before), body).today.day).toBe(before.today.day + 1);
  });

  it("has nothing to take back at its start", () => {
    expect(undoBody(start(["one"]), { id: idOf(1), now: NOON })).toBeNull();
  });

  it("holds, after any deeds, the progress that folding the log gives, and no more cards than there are", () => {
    const deed = fc.constantFrom<Button | "undo">(...BUTTONS, "undo");
    fc.assert(fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      const { state, log } = play(start(["one", "two", "three"]), deeds);
      const folded = foldLog(log.map((body) => toLogEvent(body, RULE)), PLAIN.setting);
      for (const [id, progress] of folded) expect(state.progress[id]).toEqual(progress);
      const undone = log.filter((body) => body.kind === "undo").length;
      expect(state.steps).toHaveLength(log.length - 2 * undone);
    }));
  });

  it("sums up answers, cards and slips, those taken back left out", () => {
    const { state } = play(start(["one", "two"]), ["again", "undo", "hard", "good", "good"]);
    expect(summaryOf(state)).toMatchObject({ answers: 3, cards: 2, dueTomorrow: 2 });
    expect(summaryOf(state).slips.map((slip) => slip.id)).toEqual(["one"]);
    expect(shownCard(state)).toBeNull();
  });
});
