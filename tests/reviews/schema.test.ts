import { describe, expect, test } from "vitest";
import { clampAnsweredAt } from "../../lib/reviews/events.ts";
import { readCardIds, readEvent, requestSchema } from "../../lib/reviews/schema.ts";
import { DAY_MS, markBody, NOON, redrillBody, reviewBody, undoBody, uuid } from "./logs.ts";

const review = reviewBody(1, 4, NOON);

describe("an event of a request", () => {
  test.each([review, { ...review, shownDueDay: 20_620 }, redrillBody(2, 0, NOON), markBody(3, "suspend", NOON), undoBody(4, 1, NOON)])("$kind is read as it is", (body) => {
    expect(readEvent(body)).toEqual({ ok: true, body });
  });

  test.each([-1, 6, 3.5, "3", null, true, [3], undefined, Number.NaN])("the grade %j is refused", (grade) => {
    expect(readEvent({ ...review, grade })).toEqual({ ok: false, id: review.id, message: "grade: must be a whole number from 0 to 5" });
  });

  test.each(["2026-06-15", Number.NaN, Number.POSITIVE_INFINITY, -1, 1.5, 8.64e15 + 1, null])("answered at %j is refused", (answeredAt) => {
    expect(readEvent({ ...review, answeredAt })).toMatchObject({ ok: false });
  });

  test("the last instant that a date can hold is read, to be clamped", () => {
    expect(readEvent({ ...review, answeredAt: Date.parse("+275760-09-13T00:00:00Z") })).toMatchObject({ ok: true });
  });

  test.each(["userId", "stability", "easiness", "studyDay", "role", "constructor"])("the unknown field %s is refused and named", (field) => {
    expect(readEvent({ ...review, [field]: 1 })).toMatchObject({ ok: false, message: `unknown field ${field}` });
  });

  test("a prototype in the text of a body reaches nothing", () => {
    const body: unknown = JSON.parse(`${JSON.stringify(review).slice(0, -1)},"__proto__":{"role":"ADMIN"}}`);
    const read = readEvent(body);
    expect(read.ok && "role" in read.body).toBe(false);
    expect(read).toMatchObject({ ok: false, message: "unknown field __proto__" });
  });

  test.each(["", "1", uuid(1).replace("4", "G"), uuid(1).toUpperCase().replace("0000", "ABCD"), { not: "x" }, null])("the id %j is refused", (id) => {
    expect(readEvent({ ...review, id })).toMatchObject({ ok: false, id: null });
  });

  test.each([{ not: "x" }, "", "../x", "A", "small ints", 7])("the card %j is refused", (cardId) => {
    expect(readEvent({ ...review, cardId })).toMatchObject({ ok: false, id: review.id });
  });

  test("an undo of itself, a redrill with a due day, an unknown kind and no object are refused", () => {
    for (const body of [undoBody(4, 4, NOON), { ...redrillBody(2, 3, NOON), shownDueDay: 5 }, { ...review, kind: "learn" }, null, 5, "x", [review]]) {
      expect(readEvent(body)).toMatchObject({ ok: false });
    }
  });

  test("501 events, none, or an unknown field beside them are no request", () => {
    expect(requestSchema.safeParse({ events: Array.from({ length: 500 }, () => null) }).success).toBe(true);
    for (const body of [{ events: Array.from({ length: 501 }, () => null) }, { events: [] }, { events: [1], userId: "x" }, [], null]) {
      expect(requestSchema.safeParse(body).success).toBe(false);
    }
  });
});

describe("the time at which an event counts", () => {
  const created = NOON - 100 * DAY_MS;

  test.each([
    ["as claimed, if it is past and not old", NOON - 5_000, NOON - 5_000],
    ["as claimed, up to two minutes ahead", NOON + 120_000, NOON + 120_000],
    ["when received, if further ahead", NOON + 120_001, NOON],
    ["when received, if two days ahead", NOON + 2 * DAY_MS, NOON],
    ["when received, if at the end of all dates", 8.64e15, NOON],
    ["as claimed from a device offline for sixty days", NOON - 60 * DAY_MS, NOON - 60 * DAY_MS],
    ["when the account was made, if five years old", NOON - 5 * 365 * DAY_MS, created],
  ])("is %s", (_, claimed, counted) => {
    expect(clampAnsweredAt(claimed, NOON, created)).toBe(counted);
  });

  test("is as claimed for a visitor's answers of the thirty days before the account", () => {
    expect(clampAnsweredAt(NOON - 30 * DAY_MS, NOON, NOON - 1_000)).toBe(NOON - 30 * DAY_MS);
    expect(clampAnsweredAt(NOON - 30 * DAY_MS - 1, NOON, NOON - 1_000)).toBe(NOON - 1_000);
  });
});

describe("the ids of a query", () => {
  const read = (query: string) => readCardIds(new URLSearchParams(query), 3);

  test("are one list without repeats", () => {
    expect(read("ids=one,two,one")).toEqual(["one", "two"]);
  });

  test.each(["", "ids=", "ids=one&ids=two", "ids[]=one", "ids=one&x=1", "ids=one,two,three,four", "ids=ONE", "ids=../a"])("%j is refused", (query) => {
    expect(read(query)).toBeNull();
  });
});
