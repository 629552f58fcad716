import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weekdayOf } from "../../lib/pace/pace.ts";
import { answersOf, type MeasuredEvent } from "../../lib/progress/answers.ts";
import { calibrationOf } from "../../lib/progress/calibration.ts";
import { daysOfStudy, daysStudied, firstDayOfWeeks, heatOf } from "../../lib/progress/days.ts";
import { forecastOf } from "../../lib/progress/forecast.ts";
import { slippingCards } from "../../lib/progress/leeches.ts";
import { byNeed, readinessOf } from "../../lib/progress/readiness.ts";
import { retentionIn, retentionTable } from "../../lib/progress/retention.ts";
import { estimate } from "../../lib/progress/share.ts";
import { type CardProgress, foldLog, UNTOUCHED } from "../../lib/reviews/fold.ts";
import type { StoredBody } from "../../lib/reviews/events.ts";
import { DEFAULT_SETTING } from "../../lib/scheduling/scheduler.ts";
import { dayFromIso } from "../../lib/scheduling/study-day.ts";
import { inLog, livedLog } from "../reviews/logs.ts";
import { answer, LOG, TODAY, undo } from "./fixture.ts";

const answers = answersOf(LOG);
const counts = ({ hits, total }: { hits: number; total: number }) => [hits, total];
const measured = (bodies: readonly StoredBody[]): MeasuredEvent[] => bodies.map((body) => ({ ...inLog(body), durationMs: null, confidence: null, objective: null }));

describe("the answers of a log", () => {
  it("are those that stand, with the days that the card had been put off by", () => {
    const of = (id: string) => answers.filter(({ cardId }) => cardId === id).map(({ studyDay, kind, grade, first, intervalDays }) => [TODAY - studyDay, kind, grade, first, intervalDays]);
    expect(of("a")).toEqual([[70, "review", 4, true, null], [69, "review", 4, true, 1], [63, "review", 4, true, 6], [48, "review", 4, true, 15], [10, "review", 4, true, 38]]);
    expect(of("b")).toEqual([[70, "review", 4, true, null], [69, "review", 4, true, 1], [63, "review", 2, true, 6], [63, "redrill", 4, false, 1], [62, "review", 3, true, 1], [3, "review", 4, true, 1]]);
    expect(of("c")).toEqual([[70, "review", 1, true, null], [70, "redrill", 2, false, 1], [70, "redrill", 4, false, 1], [1, "cram", 4, true, 1], [1, "review", 4, false, 1]]);
  });

  it("are the same in whatever order the events arrive", () => {
    fc.assert(
      fc.property(livedLog, fc.func(fc.integer()), (bodies, place) => {
        const events = measured(bodies);
        const shuffled = events.map((event) => ({ event, at: place(event.id) })).sort((a, b) => a.at - b.at).map(({ event }) => event);
        const sorted = (all: MeasuredEvent[]) => answersOf(all).map((one) => JSON.stringify(one)).sort();
        expect(sorted(shuffled)).toEqual(sorted(events));
      }),
    );
  });

  it("do not hold one that was taken back, and hold it again when that was taken back", () => {
    fc.assert(
      fc.property(livedLog, (bodies) => {
        const before = measured(bodies);
        const slip = answer("card-a", -40, "review", 0);
        const back = undo(slip);
        const redone = { ...undo(back), answeredAt: back.answeredAt + 1 };
        expect(answersOf([...before, slip, back])).toEqual(answersOf(before));
        expect(answersOf([...before, slip, back, redone])).toEqual(answersOf([...before, slip]));
      }),
    );
  });
});

describe("true retention", () => {
  it("counts the first answer of a card and day to a scheduled review, young and mature", () => {
    // Young: a at 1, 6, 15; b at 1, 6 (missed), 1, 1. Mature: a at 38. The cram before c's review was the first look.
    const { young, mature, all } = retentionIn(answers, TODAY - 365, TODAY);
    expect([young, mature, all].map(counts)).toEqual([[6, 7], [1, 1], [7, 8]]);
  });

  it("is told for the last 7, 30, 90 and 365 days", () => {
    expect(retentionTable(answers, TODAY).map(({ days, retention }) => [days, ...[retention.young, retention.mature].map(counts)])).toEqual([[7, [1, 1], [0, 0]], [30, [1, 1], [1, 1]], [90, [6, 7], [1, 1]], [365, [6, 7], [1, 1]]]);
  });

  it("has the interval of Wilson's score, as Newcombe (1998, table I, method 3) prints it for 95 %", () => {
    const printed: readonly [number, number, number, number][] = [[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]];
    for (const [hits, total, low, high] of printed) {
      const got = estimate({ hits, total }, 1.959963984540054);
      expect([hits, total, got.low.toFixed(4), got.high.toFixed(4)]).toEqual([hits, total, low.toFixed(4), high.toFixed(4)]);
    }
    expect(estimate({ hits: 0, total: 0 })).toEqual({ hits: 0, total: 0, value: null, low: 0, high: 1 });
  });
});

describe("days", () => {
  it("hold their answers and their time, where no answer counts for more than two minutes", () => {
    const days = daysOfStudy(answers, TODAY - 70, TODAY);
    expect(days).toHaveLength(71);
    expect(days.filter((day) => day.answers > 0).map(({ day, answers: count, timeMs }) => [TODAY - day, count, timeMs / 1_000])).toEqual([
      [70, 5, 45], [69, 2, 20], [63, 3, 0], [62, 1, 0], [48, 1, 0], [10, 1, 120], [3, 1, 5], [1, 2, 15],
    ]);
  });

  it("are counted of the last thirty", () => {
    expect(daysStudied(answers, TODAY, 30)).toBe(3);
    expect(daysStudied(answers, TODAY, 1)).toBe(0);
  });

  it("stand in weeks from Monday on, also over a leap day and before 1970", () => {
    expect(["2026-06-15", "2026-06-21", "2028-02-29", "1969-12-31"].map((iso) => weekdayOf(dayFromIso(iso)))).toEqual([0, 6, 1, 2]);
    expect(firstDayOfWeeks(dayFromIso("2026-06-21"), 26)).toBe(dayFromIso("2025-12-22"));
    expect([0, 1, 9, 10, 24, 25, 49, 50, 900].map(heatOf)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
  });
});

describe("the forecast", () => {
  it("has each card on its day, what is overdue today, and neither new nor suspended cards", () => {
    // Due by hand: a 10 days ago + 95 (38 * 2.50); b 3 days ago + 6; c 1 day ago + 1, since only its review moved it.
    const folded = foldLog(LOG, DEFAULT_SETTING);
    const { days, overdue } = forecastOf(folded, TODAY, 90, null);
    expect(days.flatMap(({ day, due }) => (due === 0 ? [] : [[day - TODAY, due]]))).toEqual([[0, 1], [3, 1], [85, 1]]);
    expect(overdue).toBe(0);
    expect(forecastOf(folded, TODAY + 4, 2, null)).toEqual({ days: [{ day: TODAY + 4, due: 2 }, { day: TODAY + 5, due: 0 }], overdue: 2 });
    const held = [...folded].map(([id, card]) => [id, { ...card, suspended: true }] as const);
    expect(forecastOf([...held, ["new", UNTOUCHED], ["brought", { ...UNTOUCHED, brought: { day: TODAY + 1, reason: "" } }]], TODAY, 3, null).days.map(({ due }) => due)).toEqual([0, 1, 0]);
  });
});

describe("the forecast before an interview", () => {
  it("has each card that the last pass takes on its day of it, and the others on their own", () => {
    const folded = foldLog(LOG, DEFAULT_SETTING);
    // By hand: those due in 3 and in 85 days are taken into the pass of days 2 to 5; the one due today comes as it is.
    const { days } = forecastOf(folded, TODAY, 90, { firstDay: TODAY + 2, interviewDay: TODAY + 6 });
    expect(days.slice(6).every(({ due }) => due === 0)).toBe(true);
    expect(days.reduce((sum, { due }) => sum + due, 0)).toBe(3);
    expect(days[0]?.due).toBe(1);
  });
});

describe("calibration", () => {
  const said = (confidence: number, grade: 2 | 4, index: number) => answer(`k${index}`, index, "review", grade, { confidence });

  it("is silent under twenty answers", () => {
    expect(calibrationOf(answersOf(Array.from({ length: 19 }, (_, i) => said(80, 4, i))))).toBeNull();
    expect(calibrationOf(answersOf(Array.from({ length: 20 }, (_, i) => said(80, 4, i))))).not.toBeNull();
  });

  it("compares what was said with what came of it", () => {
    // Ten times 90 % with 6 right, ten times 50 % with 5 right, by hand: said 70, right 55, Brier (6*.01 + 4*.81 + 10*.25) / 20 = .29
    const log = [...Array.from({ length: 10 }, (_, i) => said(90, i < 6 ? 4 : 2, i)), ...Array.from({ length: 10 }, (_, i) => said(50, i < 5 ? 4 : 2, 10 + i))];
    const { brier, groups, ...means } = calibrationOf(answersOf(log)) ?? { brier: Number.NaN, groups: [] };
    expect(means).toEqual({ answers: 20, said: 70, right: 55 });
    expect(brier).toBeCloseTo(0.29, 12);
    expect(groups.map(({ from, to, said: mean, hits, total }) => [from, to, mean, hits, total])).toEqual([[0, 20, null, 0, 0], [20, 40, null, 0, 0], [40, 60, 50, 5, 10], [60, 80, null, 0, 0], [80, 100, 90, 6, 10]]);
  });

  it("takes a program's word before the learner's, and only the first answer of a day", () => {
    const log = Array.from({ length: 20 }, (_, i) => answer(`k${i}`, i, "review", 4, { confidence: 100, objective: "fail" }));
    const again = Array.from({ length: 20 }, (_, i) => answer(`k${i}`, i, "redrill", 4, { confidence: 0 }));
    expect(calibrationOf(answersOf([...log, ...again]))).toMatchObject({ answers: 20, said: 100, right: 0, brier: 1 });
  });
});

describe("topics", () => {
  const cards = [...["a", "b", "d", "e"].map((id) => ({ id, topic: "names" })), { id: "c", topic: "gil" }, { id: "f", topic: "async" }];

  it("are as ready as the cards met are recalled, with the interval of that", () => {
    // names: 2 of 4 met, 7 of 8 recalled. Wilson at 90 %, by hand: (0.8750 + 0.1691 ± 0.2561) / 1.3382 = 0.5889 to 0.9716
    const [names, gil, async] = readinessOf(cards, foldLog(LOG, DEFAULT_SETTING), answers);
    expect(names).toMatchObject({ topic: "names", cards: 4, met: 2, sure: false, retention: { hits: 7, total: 8 }, ready: { value: 0.4375 } });
    expect([names?.retention.low, names?.retention.high, names?.ready.low, names?.ready.high].map((one) => one?.toFixed(3))).toEqual(["0.589", "0.972", "0.294", "0.486"]);
    expect(gil).toMatchObject({ met: 1, retention: { total: 0, value: null }, ready: { value: null, low: 0, high: 1 } });
    expect(async).toMatchObject({ met: 0, ready: { value: null, low: 0, high: 0 } });
  });

  it("come in the order of need: what is known to be weak, what was just begun, what was not begun", () => {
    expect(byNeed(readinessOf(cards, foldLog(LOG, DEFAULT_SETTING), answers).toReversed()).map(({ topic }) => topic)).toEqual(["names", "gil", "async"]);
  });
});

describe("cards that slip", () => {
  const lapsed = (lapses: number): CardProgress => ({ ...UNTOUCHED, schedule: { status: "learned", memory: { repetitions: 0, easiness: 250, intervalDays: 1 }, dueDay: TODAY, reviewedDay: TODAY - 1, introducedDay: TODAY - 90, lapses } });

  it("are named from the fourth lapse, and are leeches from the eighth", () => {
    const cards = new Map([["three", lapsed(3)], ["four", lapsed(4)], ["eight", lapsed(8)], ["new", UNTOUCHED]]);
    expect(slippingCards(cards).map(({ cardId, leech }) => [cardId, leech])).toEqual([["eight", true], ["four", false]]);
  });
});
