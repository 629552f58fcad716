import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findSessionUser } from "../../lib/auth/data.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import type { CurrentUser } from "../../lib/auth/user.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { readPace } from "../../lib/pace/data.ts";
import { addBreak, endCatchUp, removeBreak, setRestDays, startCatchUp } from "../../lib/pace/mutations.ts";
import { BREAKS_AT_MOST } from "../../lib/pace/schema.ts";
import { planningOf, wishOf } from "../../lib/reviews/loaders.ts";
import { PLAIN } from "../../lib/scheduling/state.ts";
import { dayFromIso } from "../../lib/scheduling/study-day.ts";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";

/** A Monday. */
const MONDAY = dayFromIso("2026-06-15");

describe.each(providers)("a learner's pace on %s", (provider) => {
  const database = withDatabase(provider);
  let user: CurrentUser;
  let people = 0;

  const signUp = async (): Promise<CurrentUser> => {
    people += 1;
    const made = await createUser({ email: `pace${people}@example.org`, name: null, passwordHash: null }, 0);
    const found = made === null ? null : await findSessionUser(made.id, 0);
    if (found === null) throw new Error("There is no such learner.");
    return found;
  };
  const wish = async (day: number) => {
    const { newPerDay, reviewsPerDay } = await wishOf(user, day, PLAIN);
    return { newPerDay, reviewsPerDay };
  };

  beforeAll(async () => {
    await syncLibrary([cardFile("card-a")], null, 0);
  });
  beforeEach(async () => {
    user = await signUp();
  });

  test("is what was chosen, as long as nothing was set", async () => {
    expect(await readPace(user.id, MONDAY)).toEqual({ restDays: 0, breaks: [], catchUp: null });
    expect(await wish(MONDAY)).toEqual({ newPerDay: user.newPerDay, reviewsPerDay: user.reviewsPerDay });
  });

  test("asks nothing on rest days and in breaks, and sends no card to them", async () => {
    await setRestDays(user.id, 0b0000001);
    expect(await addBreak(user.id, { fromDay: MONDAY + 2, untilDay: MONDAY + 3 }, 0)).toBe(true);
    const asked = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(async (ahead) => (await wish(MONDAY + ahead)).reviewsPerDay > 0));
    expect(asked).toEqual([false, true, false, false, true, true, true, false]);
    const { load } = await planningOf(user, MONDAY + 1);
    const full = Math.max(...Object.values(load));
    expect([2, 3, 4, 7].map((ahead) => load[MONDAY + ahead] === full)).toEqual([true, true, false, true]);
  });

  test("forgets a break when it is over, or when its own learner removes it", async () => {
    await addBreak(user.id, { fromDay: MONDAY, untilDay: MONDAY + 1 }, 0);
    await addBreak(user.id, { fromDay: MONDAY + 9, untilDay: MONDAY + 9 }, 0);
    expect((await readPace(user.id, MONDAY + 1)).breaks.map(({ fromDay }) => fromDay - MONDAY)).toEqual([0, 9]);
    const [, later] = (await readPace(user.id, MONDAY)).breaks;
    expect((await readPace(user.id, MONDAY + 2)).breaks).toEqual([later]);
    const other = await signUp();
    await removeBreak(other.id, later?.id ?? "");
    expect((await readPace(user.id, MONDAY + 2)).breaks).toHaveLength(1);
    await removeBreak(user.id, later?.id ?? "");
    await removeBreak(user.id, later?.id ?? "");
    expect((await readPace(user.id, MONDAY + 2)).breaks).toEqual([]);
  });

  test("has so many breaks and no more, also when they are added at once", async () => {
    const added = await Promise.all(Array.from({ length: BREAKS_AT_MOST + 3 }, (_, i) => addBreak(user.id, { fromDay: MONDAY + i, untilDay: MONDAY + i }, i)));
    expect(added.filter((one) => one)).toHaveLength(BREAKS_AT_MOST);
    expect(await database.client.studyBreak.count({ where: { userId: user.id } })).toBe(BREAKS_AT_MOST);
    expect(await addBreak(user.id, { fromDay: MONDAY + 90, untilDay: MONDAY + 90 }, 0)).toBe(false);
  });

  test("works a backlog off: so many reviews a day and nothing new, until its last day or its end", async () => {
    const offer = { studyDays: 7, fromDay: MONDAY, untilDay: MONDAY + 6, reviewsPerDay: 90 };
    await startCatchUp(user.id, offer, 0);
    expect([await wish(MONDAY), await wish(MONDAY + 6)]).toEqual([{ newPerDay: 0, reviewsPerDay: 90 }, { newPerDay: 0, reviewsPerDay: 90 }]);
    expect(await wish(MONDAY + 7)).toEqual({ newPerDay: user.newPerDay, reviewsPerDay: user.reviewsPerDay });
    await startCatchUp(user.id, { ...offer, untilDay: MONDAY + 2, reviewsPerDay: 200 }, 0);
    expect(await wish(MONDAY + 1)).toEqual({ newPerDay: 0, reviewsPerDay: 200 });
    await endCatchUp(user.id);
    expect((await readPace(user.id, MONDAY)).catchUp).toBeNull();
    expect(await wish(MONDAY)).toEqual({ newPerDay: user.newPerDay, reviewsPerDay: user.reviewsPerDay });
  });
});
