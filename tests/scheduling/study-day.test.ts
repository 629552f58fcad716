import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DayRule, dayEnd, dayFromIso, dayStart, dayToIso, isTimeZone, studyDayOf } from "../../lib/scheduling/study-day.ts";
import vectors from "./sm2-vectors.json" with { type: "json" };

const HOUR_MS = 3_600_000;

const rule = (zone: string, rolloverHour: number): DayRule => ({ zone, rolloverHour });
const at = (iso: string): number => Date.parse(iso);

describe("the study day of an answer", () => {
  test("all twelve vectors are there", () => {
    expect(vectors.days).toHaveLength(12);
  });

  test.each(vectors.days)("$reviewed_at in $tz: $note", (vector) => {
    const day = rule(vector.tz, vector.rollover);
    const studyDay = studyDayOf(at(vector.reviewed_at), day);
    expect(dayToIso(studyDay)).toBe(vector.study_day);
    expect(dayToIso(studyDay + vector.interval)).toBe(vector.due_day);
    expect(dayEnd(studyDay, day)).toBe(at(vector.day_ends_utc));
  });

  // Start and length of days as Temporal gives them with "compatible" disambiguation.
  test.each([
    ["Europe/Berlin", 4, "2026-03-28", "2026-03-28T03:00Z", 23, "the clocks go forward"],
    ["Europe/Berlin", 4, "2026-10-24", "2026-10-24T02:00Z", 25, "the clocks go back"],
    ["America/New_York", 1, "2026-11-01", "2026-11-01T05:00Z", 25, "the rollover hour occurs twice"],
    ["Africa/Cairo", 0, "2026-04-24", "2026-04-23T22:00Z", 23, "midnight does not exist"],
    ["Asia/Beirut", 0, "2026-03-29", "2026-03-28T22:00Z", 23, "midnight does not exist"],
    ["America/Santiago", 0, "2026-09-06", "2026-09-06T04:00Z", 23, "midnight does not exist"],
    ["America/Sao_Paulo", 0, "2018-11-04", "2018-11-04T03:00Z", 23, "midnight does not exist"],
    ["Antarctica/Troll", 2, "2026-03-29", "2026-03-29T02:00Z", 22, "the clocks go two hours forward"],
    ["Pacific/Apia", 4, "2011-12-29", "2011-12-29T14:00Z", 24, "the next date is missing"],
    ["Pacific/Apia", 4, "2011-12-30", "2011-12-30T14:00Z", 0, "the date is missing"],
  ])("%s with rollover %i: %s begins at %s and has %i hours, as %s", (zone, hour, iso, start, hours) => {
    const day = dayFromIso(iso);
    expect(dayStart(day, rule(zone, hour))).toBe(at(start));
    expect(dayEnd(day, rule(zone, hour)) - dayStart(day, rule(zone, hour))).toBe(hours * HOUR_MS);
  });

  test.each([
    ["Europe/Berlin", 4, "2026-03-29T01:30Z", "2026-03-28"],
    ["Europe/Berlin", 4, "2026-10-25T02:30Z", "2026-10-24"],
    ["America/New_York", 1, "2026-11-01T06:30Z", "2026-11-01"],
    ["Pacific/Apia", 4, "2011-12-30T10:30Z", "2011-12-29"],
  ])("%s with rollover %i: %s belongs to %s", (zone, hour, instant, iso) => {
    expect(dayToIso(studyDayOf(at(instant), rule(zone, hour)))).toBe(iso);
  });

  test("every instant has exactly one study day, in every zone and with every rollover hour", () => {
    const zones = [...Intl.supportedValuesOf("timeZone"), "UTC"];
    const instants = fc.integer({ min: at("1971-01-02T00:00Z"), max: at("2037-12-30T00:00Z") });
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 23 }), instants, (zone, hour, instant) => {
        const day = studyDayOf(instant, rule(zone, hour));
        expect(dayStart(day, rule(zone, hour))).toBeLessThanOrEqual(instant);
        expect(dayEnd(day, rule(zone, hour))).toBeGreaterThan(instant);
      }),
      { numRuns: 1_000 },
    );
  });

  test("days follow each other without gap or overlap around every change of the clocks of a year", () => {
    for (const zone of ["Europe/Berlin", "America/New_York", "Africa/Cairo", "Antarctica/Troll", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Chatham"]) {
      for (let day = dayFromIso("2026-01-01"); day <= dayFromIso("2026-12-31"); day += 1) {
        for (const hour of [0, 2, 4]) {
          expect(studyDayOf(dayStart(day, rule(zone, hour)), rule(zone, hour))).toBe(day);
          expect(studyDayOf(dayEnd(day, rule(zone, hour)) - 1, rule(zone, hour))).toBe(day);
        }
      }
    }
  });
});

describe("zones and dates as text", () => {
  test.each(["Asia/Calcutta", "Europe/Kiev", "US/Pacific", "EST5EDT", "UTC", "America/Argentina/Buenos_Aires"])("%s is a zone", (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  test.each(["", "GMT+2", "+05:30", "-08:00", "../etc/passwd", "Mars/Olympus", "UTC\u0000", "Europe/Berlin "])("%j is no zone", (name) => {
    expect(isTimeZone(name)).toBe(false);
  });

  test("old and new names of a zone follow the same rules", () => {
    for (const [old, current] of [["Asia/Calcutta", "Asia/Kolkata"], ["Europe/Kiev", "Europe/Kyiv"]] as const) {
      expect(dayStart(20_000, rule(old, 4))).toBe(dayStart(20_000, rule(current, 4)));
    }
  });

  test("a date and its day are the same thing, leap days included", () => {
    expect(dayFromIso("1970-01-01")).toBe(0);
    expect(dayToIso(dayFromIso("2028-02-29") + 1)).toBe("2028-03-01");
    fc.assert(fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => dayFromIso(dayToIso(day)) === day));
  });

  test.each(["2026-02-29", "2026-2-1", "20260201", "2026-13-01", "", "2026-02-01T00:00"])("%j is refused as a date", (text) => {
    expect(() => dayFromIso(text)).toThrow(RangeError);
  });
});
