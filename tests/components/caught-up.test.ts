import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caughtUp } from "../../components/review/caught-up.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { planDay, reviewCardOf, todayAt } from "../../lib/reviews/day-plan.ts";
import { type EventBody, toLogEvent } from "../../lib/reviews/events.ts";
import { foldLog, UNTOUCHED } from "../../lib/reviews/fold.ts";
import { recentDeeds } from "../../lib/reviews/recent.ts";
import type { StudySession } from "../../lib/reviews/types.ts";
import type { Quality } from "../../lib/scheduling/grade.ts";
import { PLAIN } from "../../lib/scheduling/state.ts";
import { cramBody, DAY_MS, markBody, NOON, redrillBody, reviewBody, UTC4, undoBody, uuid } from "../reviews/logs.ts";

const IDS = ["one", "two", "three"];
const WISH = { newPerDay: 2, reviewsPerDay: 10 };
const place = (cardId: string) => ({ cardId, revisionId: `revision-${cardId}` });

const card = (id: string): LibraryCard => ({
  id, topic: "identity", title: id, kind: "recall", level: 1, evidence: "sourced", revisionId: `revision-${id}`, seconds: 30, versions: ["3.14"], tags: [], sources: [], rubric: [], myth: null,
  reviewedOn: "2026-11-22", prerequisites: [], followups: [], question: [], answerLine: "", answer: [], why: [], proof: [], prediction: null, repair: null, proofs: [], matrix: { versions: [], modes: [], cells: [] },
});

/** What the server would send at an instant to somebody with this log. */
function session(log: readonly EventBody[], now: number): StudySession {
  const today = todayAt(now, UTC4);
  const events = log.map((body) => ({ ...toLogEvent(body, UTC4), revisionId: body.revisionId }));
  const progress = foldLog(events, PLAIN.setting);
  return {
    today,
    queue: planDay(IDS.map(card), progress, WISH, today.day, PLAIN, "seed"),
    nextDueDay: null,
    cards: IDS.map((id) => reviewCardOf(card(id), progress.get(id) ?? UNTOUCHED, today.day, PLAIN)),
    recent: recentDeeds(events, new Set(events.filter((event) => event.studyDay >= today.day).map(({ id }) => id)), PLAIN.setting),
    wish: WISH,
    planning: PLAIN,
  };
}

describe("a plan with what this device did since", () => {
  it("is the plan itself where nothing was done", () => {
    const plan = session([reviewBody(1, 4, NOON - DAY_MS, place("one"))], NOON);
    const { cardIds, today, earlier } = caughtUp(plan, [], NOON);
    expect({ cardIds, today, earlier }).toEqual({ cardIds: plan.queue.cardIds, today: plan.today, earlier: plan.recent });
  });

  it("does not ask again what was answered well, skipped or suspended, and drills what was missed", () => {
    const plan = session([], NOON);
    const [first = "", second = ""] = plan.queue.cardIds;
    expect(caughtUp(plan, [reviewBody(1, 4, NOON, place(first))], NOON).cardIds).toEqual([second]);
    expect(caughtUp(plan, [markBody(1, "suspend", NOON, place(first))], NOON).cardIds).toEqual([second]);
    expect(caughtUp(plan, [markBody(1, "bury", NOON, place(first))], NOON).cardIds).toEqual([second]);
    expect(caughtUp(plan, [reviewBody(1, 2, NOON, place(first))], NOON).cardIds).toEqual([first, second]);
    expect(caughtUp(plan, [reviewBody(1, 2, NOON, place(first)), redrillBody(2, 4, NOON + 1, place(first))], NOON).cardIds).toEqual([second]);
    expect(caughtUp(plan, [reviewBody(1, 4, NOON, place(first)), undoBody(2, 1, NOON + 1, place(first))], NOON).cardIds).toEqual([first, second]);
  });

  it("leaves a card out until the server has been asked where it cannot know its state", () => {
    const plan = session([reviewBody(1, 4, NOON - 9 * DAY_MS, place("one"))], NOON);
    expect(plan.queue.cardIds).toContain("one");
    expect(caughtUp(plan, [undoBody(2, 1, NOON, place("one"))], NOON).cardIds).not.toContain("one");
  });

  it("asks what was drilled as if it had not been, and does not ask what the day does not ask", () => {
    const plan = session([reviewBody(1, 4, NOON - 9 * DAY_MS, place("one")), reviewBody(2, 4, NOON - 9 * DAY_MS + 1, place("two")), reviewBody(3, 4, NOON, place("two"))], NOON + 1_000);
    const drilled = IDS.map((id, i) => cramBody(10 + i, i === 0 ? 0 : 5, NOON + 2_000 + i, place(id)));
    const caught = caughtUp(plan, drilled, NOON + 60_000);
    expect(caught.cardIds).toEqual(plan.queue.cardIds);
    expect(caught.earlier.slice(-3).map(({ kind }) => kind)).toEqual(["cram", "cram", "cram"]);
    expect(caughtUp(plan, [...drilled, undoBody(20, 10, NOON + 3_000, place("one"))], NOON + 60_000).cardIds).toEqual(plan.queue.cardIds);
  });

  it("counts nothing twice that the server had before it planned", () => {
    const answer = reviewBody(1, 2, NOON, place("one"));
    const plan = session([answer], NOON + 1_000);
    expect(caughtUp(plan, [answer], NOON + 1_000)).toMatchObject({ earlier: plan.recent, cardIds: plan.queue.cardIds });
  });

  it("plans the next study day from the cards at hand", () => {
    const plan = session([], NOON);
    const [first = ""] = plan.queue.cardIds;
    const next = caughtUp(plan, [reviewBody(1, 4, NOON, place(first))], NOON + DAY_MS);
    expect(next.today.day).toBe(plan.today.day + 1);
    expect(next.cardIds).toContain(first);
    expect(next.cardIds).toHaveLength(3);
    expect(next.earlier).toEqual([]);
  });

  it("comes to the states and deeds that the server has once all is sent", () => {
    const deed = fc.record({ card: fc.constantFrom(...IDS), kind: fc.constantFrom("review" as const, "redrill" as const, "bury" as const, "suspend" as const, "reset" as const, "undo" as const), grade: fc.constantFrom<Quality>(1, 3, 4, 5), on: fc.boolean() });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 20 }), (deeds) => {
        const log: EventBody[] = [];
        const undone = new Set<string>();
        for (const [index, one] of deeds.entries()) {
          const at = NOON + index * 1_000;
          const last = log.findLast((body) => body.cardId === one.card && body.kind !== "undo" && !undone.has(body.id));
          if (one.kind === "undo") {
            if (last === undefined) continue;
            undone.add(last.id);
            log.push({ id: uuid(index), kind: "undo", ...place(one.card), undoes: last.id, answeredAt: at, baseEventId: null });
          } else log.push(one.kind === "review" ? reviewBody(index, one.grade, at, place(one.card)) : one.kind === "redrill" ? redrillBody(index, one.grade, at, place(one.card)) : markBody(index, one.kind, at, place(one.card)));
        }
        const cut = Math.floor(log.length / 2);
        const whole = session(log, NOON + 60_000);
        const caught = caughtUp(session(log.slice(0, cut), NOON + 60_000), log.slice(cut), NOON + 60_000);
        for (const own of whole.cards) expect(caught.progress.get(own.id)).toEqual(own.progress);
        expect(caught.earlier.map(({ id }) => id)).toEqual(whole.recent.map(({ id }) => id));
      }),
      { numRuns: 80 },
    );
  });
});
