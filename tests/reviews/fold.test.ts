import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type StoredBody, toLogEvent } from "../../lib/reviews/events.ts";
import { advance, answerKind, buttonOutcomes, foldCard, foldLog, isDrilling, UNTOUCHED } from "../../lib/reviews/fold.ts";
import { progressOf, rowOf } from "../../lib/reviews/state-row.ts";
import { BUTTONS, type Quality, qualityOf } from "../../lib/scheduling/grade.ts";
import { PLAIN } from "../../lib/scheduling/state.ts";
import { studyDayOf } from "../../lib/scheduling/study-day.ts";
import { cramBody, DAY_MS, NOON, UTC4, inLog, livedLog, markBody, mockBody, redrillBody, rescheduleBody, reviewBody, undoBody, uuid } from "./logs.ts";

const DAY = studyDayOf(NOON, UTC4);
const fold = (bodies: readonly StoredBody[]) => foldCard(bodies.map(inLog), PLAIN.setting);
const rowsOf = (bodies: readonly StoredBody[]): string => JSON.stringify([...foldLog(bodies.map(inLog), PLAIN.setting)].map(([id, progress]) => rowOf(id, progress)).sort((a, b) => (a.cardId < b.cardId ? -1 : 1)));

describe("state is a fold of the log", () => {
  test("any order of arrival gives the same state", () => {
    fc.assert(
      fc.property(livedLog.chain((bodies) => fc.tuple(fc.constant(bodies), fc.shuffledSubarray(bodies, { minLength: bodies.length }))), ([lived, arrived]) => {
        expect(rowsOf(arrived)).toBe(rowsOf(lived));
      }),
      { numRuns: 500 },
    );
  });

  test("answering one step after another gives the same as folding the whole, where nothing is undone", () => {
    fc.assert(
      fc.property(livedLog, (bodies) => {
        const own = bodies.filter((body) => body.cardId === "card-a" && body.kind !== "undo").map(inLog);
        expect(own.reduce((before, event) => advance(before, event, PLAIN.setting), UNTOUCHED)).toEqual(foldCard(own, PLAIN.setting));
      }),
    );
  });

  test("a row of the database gives back the progress it was made from", () => {
    fc.assert(
      fc.property(livedLog, (bodies) => {
        for (const [id, progress] of foldLog(bodies.map(inLog), PLAIN.setting)) expect(progressOf(rowOf(id, progress))).toEqual(progress);
      }),
    );
  });

  test("two events of the same moment are read in the order of their ids", () => {
    const again = reviewBody(1, 2, NOON);
    const good = reviewBody(2, 4, NOON);
    expect(fold([good, again])).toEqual(fold([again, good]));
    expect(fold([good, again]).schedule).toMatchObject({ memory: { repetitions: 0 } });
  });
});

describe("undo", () => {
  test("takes back exactly the event that it names", () => {
    fc.assert(
      fc.property(livedLog, fc.nat(), (bodies, pick) => {
        const target = bodies[pick % Math.max(1, bodies.length)];
        // Of events that others refer to, taking one back is more than leaving it out.
        if (target === undefined || target.kind === "undo" || bodies.some((body) => body.kind === "undo" && body.undoes === target.id)) return;
        const place = { cardId: target.cardId, revisionId: target.revisionId };
        const undo = undoBody(900, 0, NOON + 400 * DAY_MS, place);
        const undone = [...bodies, { ...undo, undoes: target.id } as StoredBody].filter((body) => body.cardId === target.cardId);
        const without = bodies.filter((body) => body.id !== target.id && body.cardId === target.cardId);
        expect({ ...fold(undone), lastEventId: null }).toEqual({ ...fold(without), lastEventId: null });
      }),
      { numRuns: 500 },
    );
  });

  test("of an undo restores what was undone", () => {
    const lived = [reviewBody(1, 4, NOON), reviewBody(2, 5, NOON + DAY_MS)];
    const undone = [...lived, undoBody(3, 2, NOON + DAY_MS + 1)];
    const restored = [...undone, undoBody(4, 3, NOON + DAY_MS + 2)];
    expect(fold(undone).schedule).toEqual(fold(lived.slice(0, 1)).schedule);
    expect(fold(restored).schedule).toEqual(fold(lived).schedule);
    expect(fold([...restored, undoBody(5, 4, NOON + DAY_MS + 3)]).schedule).toEqual(fold(undone).schedule);
  });

  test("works although the clock went back before it", () => {
    expect(fold([reviewBody(1, 4, NOON), undoBody(2, 1, NOON - 5_000)]).schedule).toEqual({ status: "new" });
  });

  test("of the same event twice is one undo", () => {
    expect(fold([reviewBody(1, 4, NOON), undoBody(2, 1, NOON + 1), undoBody(3, 1, NOON + 2)]).schedule).toEqual({ status: "new" });
  });

  test("of an event that has not arrived waits for it", () => {
    const undo = undoBody(2, 1, NOON + 1);
    expect(fold([undo]).schedule).toEqual({ status: "new" });
    expect(fold([undo, reviewBody(1, 4, NOON)]).schedule).toEqual({ status: "new" });
  });

  test("in a forged ring, or in a chain of 20,000, ends", () => {
    const ring = [undoBody(1, 2, NOON), undoBody(2, 1, NOON)];
    expect(fold(ring)).toEqual(fold([...ring].reverse()));
    const chain = [reviewBody(0, 4, NOON), ...Array.from({ length: 20_000 }, (_, index) => undoBody(index + 1, index, NOON + index + 1))];
    expect(fold(chain).schedule.status).toBe("learned");
  });

  test("of a suspension resumes the card", () => {
    expect(fold([markBody(1, "suspend", NOON)]).suspended).toBe(true);
    expect(fold([markBody(1, "suspend", NOON), undoBody(2, 1, NOON + 1)]).suspended).toBe(false);
  });
});

describe("the same day never counts twice", () => {
  test("a second review of a study day moves neither easiness, repetitions nor due day", () => {
    const once = fold([reviewBody(1, 4, NOON)]);
    const twice = fold([reviewBody(1, 4, NOON), reviewBody(2, 5, NOON + 60_000)]);
    expect(twice.schedule).toEqual(once.schedule);
    expect(twice.lastAnswer).toEqual({ day: DAY, grade: 5 });
  });

  test("redrills never move the memory", () => {
    fc.assert(
      fc.property(livedLog, (bodies) => {
        const own = bodies.filter((body) => body.cardId === "card-a" && body.kind !== "undo");
        expect(fold(own).schedule).toEqual(fold(own.filter((body) => body.kind !== "redrill")).schedule);
      }),
    );
  });

  test("a day that is lived again after a flight to the west does not count again", () => {
    const auckland = toLogEvent(reviewBody(1, 4, NOON), { zone: "Pacific/Auckland", rolloverHour: 4 });
    const honolulu = toLogEvent(reviewBody(2, 4, NOON + 3_600_000), { zone: "Pacific/Honolulu", rolloverHour: 4 });
    expect(honolulu.studyDay).toBeLessThan(auckland.studyDay);
    expect(foldCard([auckland, honolulu], PLAIN.setting).schedule).toEqual(foldCard([auckland], PLAIN.setting).schedule);
  });

  test("a flight to the east over the date line loses no answer and makes no lapse", () => {
    const honolulu = toLogEvent(reviewBody(1, 4, NOON), { zone: "Pacific/Honolulu", rolloverHour: 4 });
    // The next morning there; in Auckland it is the day after that.
    const auckland = toLogEvent(reviewBody(2, 4, NOON + DAY_MS), { zone: "Pacific/Auckland", rolloverHour: 4 });
    expect(auckland.studyDay).toBe(honolulu.studyDay + 2);
    expect(foldCard([honolulu, auckland], PLAIN.setting).schedule).toMatchObject({ memory: { repetitions: 2, intervalDays: 6 }, reviewedDay: auckland.studyDay, lapses: 0 });
  });

  test("a card graded below Good is drilled on that day only, until Good", () => {
    const missed = fold([reviewBody(1, 2, NOON)]);
    expect(isDrilling(missed, DAY)).toBe(true);
    expect(isDrilling(missed, DAY + 1)).toBe(false);
    expect(isDrilling(fold([reviewBody(1, 2, NOON), redrillBody(2, 3, NOON + 1)]), DAY)).toBe(true);
    expect(isDrilling(fold([reviewBody(1, 2, NOON), redrillBody(2, 4, NOON + 1)]), DAY)).toBe(false);
  });
});

describe("the due day is the one on the button", () => {
  test("every button stores what it shows", () => {
    fc.assert(
      fc.property(livedLog, (bodies) => {
        const own = bodies.filter((body) => body.cardId === "card-a");
        const at = (own.at(-1)?.answeredAt ?? NOON) + 3_600_000;
        const today = studyDayOf(at, UTC4);
        const before = fold(own);
        const kind = answerKind("card-a", before, today, PLAIN);
        for (const button of BUTTONS) {
          const shown = buttonOutcomes("card-a", before, today, PLAIN)[button];
          const body = kind === "review" ? { ...reviewBody(800, qualityOf(button), at), shownDueDay: shown.dueDay } : redrillBody(800, qualityOf(button), at);
          expect(advance(before, inLog(body), PLAIN.setting).schedule).toMatchObject({ status: "learned", dueDay: shown.dueDay });
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a day that turned while the card was open keeps the day shown", () => {
    const first = reviewBody(1, 4, NOON);
    const second = reviewBody(2, 4, NOON + DAY_MS);
    const late = { ...second, answeredAt: NOON + 2 * DAY_MS, shownDueDay: DAY + 1 + 6 };
    expect(fold([first, late]).schedule).toMatchObject({ dueDay: DAY + 7, memory: { intervalDays: 6 } });
  });

  test("a day that no button can have shown is not kept", () => {
    for (const shownDueDay of [DAY, DAY - 3, DAY + 3, DAY + 365]) {
      expect(fold([{ ...reviewBody(1, 4, NOON), shownDueDay }]).schedule).toMatchObject({ dueDay: DAY + 1 });
    }
  });

  test("a new or due card is reviewed, a missed one redrilled, any other only practised", () => {
    const learned = fold([reviewBody(1, 4, NOON)]);
    expect(answerKind("a", UNTOUCHED, DAY, PLAIN)).toBe("review");
    expect(answerKind("a", learned, DAY, PLAIN)).toBe("cram");
    expect(answerKind("a", learned, DAY + 1, PLAIN)).toBe("review");
    expect(answerKind("a", fold([reviewBody(1, 2, NOON)]), DAY, PLAIN)).toBe("redrill");
  });
});

describe("what a drill leaves", () => {
  test("a card that is drilled any number of times keeps its schedule, its day and its place in the day, in any log", () => {
    fc.assert(
      fc.property(livedLog, fc.array(fc.record({ grade: fc.constantFrom(0, 1, 2, 3, 4, 5) as fc.Arbitrary<Quality>, card: fc.constantFrom("card-a", "card-b"), minutes: fc.nat(60_000) }), { maxLength: 8 }), (lived, drilled) => {
        const crams = drilled.map(({ grade, card, minutes }, i) => cramBody(900 + i, grade, NOON + minutes * 60_000, { cardId: card, revisionId: `${card}-1` }));
        const known = (bodies: readonly StoredBody[]) => [...foldLog(bodies.map(inLog), PLAIN.setting)].map(([id, { lastEventId: _, ...progress }]) => [id, progress]);
        const all = new Map(known([...lived, ...crams]) as [string, unknown][]);
        for (const [id, progress] of known(lived)) expect(all.get(id as string)).toEqual(progress);
        for (const [id, progress] of all) if (!lived.some((body) => body.cardId === id)) expect({ ...(progress as object), lastEventId: null }).toEqual(UNTOUCHED);
      }),
    );
  });

  test("a new card that was drilled is new, and one that is due is due", () => {
    const drilled = fold([cramBody(1, 5, NOON)]);
    expect(answerKind("a", drilled, DAY, PLAIN)).toBe("review");
    expect(isDrilling(fold([cramBody(1, 0, NOON)]), DAY)).toBe(false);
    const due = fold([reviewBody(1, 4, NOON), cramBody(2, 5, NOON + DAY_MS)]);
    expect(answerKind("a", due, DAY + 1, PLAIN)).toBe("review");
  });
});

describe("what a mock interview leaves", () => {
  test("an answer given there moves neither memory, due day nor the day's drill, whatever its grade", () => {
    const learned = [reviewBody(1, 4, NOON)];
    for (const grade of [0, 2, 5] as const) {
      const { lastEventId, ...after } = fold([...learned, mockBody(2, grade, NOON + 1)]);
      expect({ ...after, lastEventId: uuid(1) }).toEqual(fold(learned));
      expect(lastEventId).toBe(uuid(2));
    }
  });

  test("a card brought forward is reviewed on that day or later, with its scheduled interval, and that settles it", () => {
    const log = [reviewBody(1, 4, NOON), reviewBody(2, 4, NOON + DAY_MS), rescheduleBody(3, DAY + 3, NOON + 2 * DAY_MS)];
    const waiting = fold(log);
    expect(waiting).toMatchObject({ schedule: { dueDay: DAY + 7 }, brought: { day: DAY + 3, reason: "missed in the mock interview" } });
    expect(answerKind("a", waiting, DAY + 2, PLAIN)).toBe("cram");
    expect(answerKind("a", waiting, DAY + 3, PLAIN)).toBe("review");
    expect(answerKind("a", waiting, DAY + 4, PLAIN)).toBe("review");
    const settled = fold([...log, reviewBody(4, 4, NOON + 3 * DAY_MS)]);
    expect(settled).toMatchObject({ brought: null, schedule: { memory: { repetitions: 3, intervalDays: 15 }, dueDay: DAY + 3 + 15 } });
  });

  test("a review before that day does not settle it, and undo takes the bringing forward back", () => {
    const brought = rescheduleBody(1, DAY + 1, NOON);
    expect(fold([brought, reviewBody(2, 4, NOON + 1)]).brought).not.toBeNull();
    expect(fold([brought, undoBody(2, 1, NOON + 1)]).brought).toBeNull();
  });
});

test("reset makes a card new, and bury hides it for its day", () => {
  expect(fold([reviewBody(1, 4, NOON), markBody(2, "reset", NOON + 1)]).schedule).toEqual({ status: "new" });
  expect(fold([markBody(1, "bury", NOON)]).buriedDay).toBe(DAY);
  expect(fold([markBody(1, "bury", NOON)]).lastEventId).toBe(uuid(1));
});
