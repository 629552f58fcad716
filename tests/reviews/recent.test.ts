import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterAnswer, afterDeed, afterUndo, answerBody, type CardDeed, deedBody, type Judgement, reveal, shownCard, type SittingState, startState, undoBody } from "../../components/review/sitting-state.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { todayAt } from "../../lib/reviews/day-plan.ts";
import { type EventBody, toLogEvent } from "../../lib/reviews/events.ts";
import { type CardProgress, foldLog, UNTOUCHED } from "../../lib/reviews/fold.ts";
import { recentDeeds } from "../../lib/reviews/recent.ts";
import { BUTTONS, type Button } from "../../lib/scheduling/grade.ts";
import { PLAIN } from "../../lib/scheduling/state.ts";
import { DAY_MS, NOON, UTC4, inLog, livedLog, reviewBody, undoBody as undoOf, uuid } from "./logs.ts";

const IDS = ["one", "two", "three"];
const UNSAID: Judgement = { objective: null, confidence: null };

const card = (id: string): LibraryCard => ({
  id, topic: "identity", title: id, kind: "recall", level: 1, evidence: "sourced", revisionId: `revision-${id}`, seconds: 30, versions: ["3.14"], tags: [], sources: [], rubric: [], myth: null,
  reviewedOn: "2026-11-22", prerequisites: [], followups: [], question: [], answerLine: "", answer: [], why: [], proof: [], prediction: null, repair: null, proofs: [], matrix: { versions: [], modes: [], cells: [] },
});

type Deed = Button | CardDeed;
const isButton = (deed: Deed): deed is Button => (BUTTONS as readonly string[]).includes(deed);
const deed = fc.constantFrom<Deed>(...BUTTONS, ...BUTTONS, "skip", "suspend", "reset", "tomorrow");

/** What a log says of each card, without the name of its last event, which every undo changes. */
const told = (progress: Iterable<readonly [string, CardProgress]>): Record<string, CardProgress> =>
  Object.fromEntries([...progress].map(([id, one]) => [id, { ...one, lastEventId: null }] as const).filter(([, one]) => JSON.stringify(one) !== JSON.stringify(UNTOUCHED)).sort(([a], [b]) => (a < b ? -1 : 1)));

const logged = (log: readonly EventBody[]) => log.map((body) => ({ ...toLogEvent(body, UTC4), revisionId: body.revisionId }));

/** The page as it is opened anew, or on another device: from the log and nothing else. */
function opened(log: readonly EventBody[], now: number): SittingState {
  const today = todayAt(now, UTC4);
  const events = logged(log);
  const progress = foldLog(events, PLAIN.setting);
  return startState({ cards: IDS.map(card), cardIds: IDS, progress, today, planning: PLAIN, now, earlier: recentDeeds(events, new Set(events.map((event) => event.id)), PLAIN.setting, 1_000) });
}

/** Does one thing after another, a second apart; what cannot be done, as no card is on the screen, is left out. */
function done(from: SittingState, deeds: readonly Deed[], at: number): { readonly state: SittingState; readonly log: readonly EventBody[] } {
  let state = from;
  const log: EventBody[] = [];
  for (const [index, one] of deeds.entries()) {
    const moment = { id: uuid(index), now: at + index * 1_000 };
    const body = isButton(one) ? answerBody(reveal(state), one, UNSAID, moment) : deedBody(state, one, moment);
    if (body === null) continue;
    log.push(body);
    state = "grade" in body ? afterAnswer(reveal(state), body) : afterDeed(state, body);
  }
  return { state, log };
}

/** Takes everything back that can be taken back. */
function undone(from: SittingState, at: number, first: number): { readonly state: SittingState; readonly log: readonly EventBody[] } {
  let state = from;
  const log: EventBody[] = [];
  for (let body = undoBody(state, { id: uuid(first), now: at }); body !== null; body = undoBody(state, { id: uuid(first + log.length), now: at + log.length * 1_000 })) {
    log.push(body);
    state = afterUndo(state, body);
  }
  return { state, log };
}

describe("as many undos as deeds", () => {
  test("bring the sitting back to where it began, at any depth", () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
        const start = opened([], NOON);
        const { state, log } = done(start, deeds, NOON);
        const back = undone(state, NOON + 60_000, 100);
        expect(back.log).toHaveLength(log.length);
        expect(told(Object.entries(back.state.progress))).toEqual({});
        expect(back.state.sitting).toEqual(start.sitting);
        expect(shownCard(back.state)?.id).toBe(shownCard(start)?.id);
        expect(told(foldLog([...log, ...back.log].map(inLog), PLAIN.setting))).toEqual({});
      }),
      { numRuns: 60 },
    );
  });

  test("take back what was done before a reload or on another device, each time to what was before it", () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 20 }), fc.array(deed, { maxLength: 6 }), (before, after) => {
        const first = done(opened([], NOON), before, NOON);
        // The second page knows the first one's deeds from the log alone.
        const second = done(opened(first.log, NOON + 120_000), after, NOON + 120_000);
        const renamed = second.log.map((body, index) => ({ ...body, id: uuid(50 + index) }) as EventBody);
        const log = [...first.log, ...renamed];
        const third = opened(log, NOON + 240_000);
        const back = undone(third, NOON + 240_000, 100);
        expect(back.log).toHaveLength(log.length);
        expect(told(Object.entries(back.state.progress))).toEqual({});
        for (let step = 0; step <= back.log.length; step += 1) {
          const folded = told(foldLog([...log, ...back.log.slice(0, step)].map(inLog), PLAIN.setting));
          expect(folded).toEqual(told(foldLog(log.slice(0, log.length - step).map(inLog), PLAIN.setting)));
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("what was done last", () => {
  test("holds for each deed what folding the log without it and all later ones gives", () => {
    fc.assert(
      fc.property(livedLog, (bodies) => {
        const events = logged(bodies as readonly EventBody[]);
        const deeds = recentDeeds(events, new Set(events.map((event) => event.id)), PLAIN.setting, 1_000);
        for (const [place, one] of deeds.entries()) {
          const undos = deeds.slice(place).reverse().map((later, index) => ({ ...inLog(undoOf(900 + index, 0, NOON + 400 * DAY_MS + index, { cardId: later.cardId, revisionId: later.revisionId })), undoes: later.id }) as ReturnType<typeof inLog>);
          const folded = foldLog([...events, ...undos].filter((event) => event.cardId === one.cardId), PLAIN.setting).get(one.cardId);
          expect({ ...folded, lastEventId: null }).toEqual({ ...one.before, lastEventId: null });
        }
      }),
      { numRuns: 60 },
    );
  });

  test("leaves out what was taken back, what may not be taken back, and more than was asked for", () => {
    const log = [reviewBody(1, 4, NOON), reviewBody(2, 5, NOON + 1), undoOf(3, 2, NOON + 2), reviewBody(4, 3, NOON + 3)];
    const deeds = (ids: readonly number[], most?: number) => recentDeeds(logged(log), new Set(ids.map(uuid)), PLAIN.setting, most).map(({ id }) => id);
    expect(deeds([1, 2, 4])).toEqual([uuid(1), uuid(4)]);
    expect(deeds([4])).toEqual([uuid(4)]);
    expect(deeds([1, 2, 4], 1)).toEqual([uuid(4)]);
  });
});
