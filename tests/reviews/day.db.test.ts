import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { readCatalogue } from "../../lib/content/data.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { countUnmet, readDay, readNextDueDay, readProgress } from "../../lib/reviews/data.ts";
import { planDay } from "../../lib/reviews/day-plan.ts";
import { isBrought, UNTOUCHED } from "../../lib/reviews/fold.ts";
import type { LastPass } from "../../lib/scheduling/last-pass.ts";
import { dueDayOf, PLAIN } from "../../lib/scheduling/state.ts";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";

const TODAY = 20_700;
const CARD_IDS = Array.from({ length: 24 }, (_, i) => `card-${String.fromCharCode(97 + i)}`);

/** A card's row; days count from today. */
const state = fc.record({
  card: fc.constantFrom(...CARD_IDS),
  due: fc.option(fc.integer({ min: -5, max: 12 }), { freq: 4 }),
  reviewed: fc.integer({ min: -9, max: 0 }),
  brought: fc.option(fc.integer({ min: -1, max: 3 }), { freq: 1 }),
  suspended: fc.constantFrom(false, false, false, true),
});
const states = fc.uniqueArray(state, { selector: ({ card }) => card, maxLength: CARD_IDS.length });
const pass = fc.option(fc.record({ first: fc.integer({ min: -3, max: 6 }), length: fc.integer({ min: 2, max: 7 }) }));

describe.each(providers)("what is read of a day on %s", (provider) => {
  const database = withDatabase(provider);
  let userId: UserId;
  let people = 0;

  beforeAll(async () => {
    await syncLibrary(CARD_IDS.map((id) => cardFile(id)), null, 0);
    await database.client.card.update({ where: { id: "card-x" }, data: { status: "RETIRED" } });
  });

  beforeEach(async () => {
    people += 1;
    userId = (await createUser({ email: `day${people}@example.org`, name: null, passwordHash: null }, 0))?.id as UserId;
  });

  async function given(rows: readonly (typeof state extends fc.Arbitrary<infer Row> ? Row : never)[]): Promise<void> {
    await database.client.cardState.deleteMany({ where: { userId } });
    await database.client.cardState.createMany({
      data: rows.map(({ card, due, reviewed, brought, suspended }) => ({
        userId, cardId: card, repetitions: 2, easiness: 250, interval: 6, lapses: 0, lastEventId: "event", status: suspended ? "suspended" : "active",
        dueDay: due === null ? 0 : TODAY + due, introducedDay: due === null ? null : TODAY - 20, reviewedDay: due === null ? null : TODAY + reviewed,
        answeredDay: due === null ? null : TODAY + reviewed, lastGrade: due === null ? null : 4, broughtDay: brought === null ? null : TODAY + brought, broughtReason: brought === null ? null : "asked for",
      })),
    });
  }

  const passOf = (one: { first: number; length: number } | null): LastPass | null => (one === null || one.first + one.length <= 0 ? null : { firstDay: TODAY + one.first, interviewDay: TODAY + one.first + one.length });

  test("a day's queue is the same from the rows of the day as from everything that is known", async () => {
    await fc.assert(
      fc.asyncProperty(states, pass, async (rows, given_) => {
        await given(rows);
        const planning = { ...PLAIN, lastPass: passOf(given_) };
        const wish = { newPerDay: 4, reviewsPerDay: 60 };
        const day = await readDay(userId, TODAY, wish.reviewsPerDay, planning.lastPass);
        const fromDay = planDay(await readCatalogue([...day.progress.keys(), ...day.newIds]), day.progress, wish, TODAY, planning, "seed");
        const fromAll = planDay(await readCatalogue(), await readProgress(userId), wish, TODAY, planning, "seed");
        expect({ cardIds: fromDay.cardIds, counts: fromDay.counts }).toEqual({ cardIds: fromAll.cardIds, counts: fromAll.counts });
      }),
      { numRuns: 12 },
    );
  });

  test("the next day with something to do is the first on which any card of the library is asked, its last pass included", async () => {
    await fc.assert(
      fc.asyncProperty(states, pass, async (rows, given_) => {
        await given(rows);
        const lastPass = passOf(given_);
        const progress = await readProgress(userId);
        const days = [...progress].flatMap(([id, card]) => (id === "card-x" || card.suspended ? [] : [dueDayOf(id, card.schedule, lastPass), card.brought?.day ?? null])).filter((day) => day !== null && day > TODAY);
        expect(await readNextDueDay(userId, TODAY, lastPass)).toBe(days.length === 0 ? null : Math.min(...(days as number[])));
      }),
      { numRuns: 25 },
    );
  });

  test("of thousands of cards overdue no more are read than a day can ask, and the others are counted", async () => {
    const ids = Array.from({ length: 1_500 }, (_, i) => `many-${String(i).padStart(4, "0")}`);
    await database.client.card.createMany({ data: ids.map((id) => ({ id, topic: "gil", title: id, kind: "recall", level: 1, status: "PUBLISHED" as const, origin: "DATABASE" as const, searchText: "", createdAt: 0n, updatedAt: 0n })) });
    await database.client.card.updateMany({ where: { id: { gte: "many-1490", lte: "many-1499" } }, data: { status: "RETIRED" } });
    await database.client.cardState.createMany({ data: ids.slice(300).map((cardId, i) => ({ userId, cardId, repetitions: 2, easiness: 250, interval: 6, lapses: 0, lastEventId: "event", status: "active", dueDay: TODAY - 1 - (i % 40), introducedDay: TODAY - 90, reviewedDay: TODAY - 80, answeredDay: TODAY - 80, lastGrade: 4 })) });
    const { progress, newIds, moreDue } = await readDay(userId, TODAY, 30, null);
    expect([progress.size, moreDue]).toEqual([110, 1_200 - 10 - 110]);
    const due = [...progress.values()].map(({ schedule }) => (schedule.status === "learned" ? schedule.dueDay : 0));
    expect(Math.max(...due)).toBeLessThanOrEqual(TODAY - 37);
    // Of a large library the easiest new cards alone.
    expect(newIds).toHaveLength(200);
    expect(await countUnmet(userId)).toBe(300 + CARD_IDS.length - 1);
    await database.client.cardState.deleteMany({ where: { userId } });
    await database.client.card.deleteMany({ where: { id: { in: ids } } });
  });

  test("cards that were never met are those without a schedule that are not suspended", async () => {
    await fc.assert(
      fc.asyncProperty(states, async (rows) => {
        await given(rows);
        const progress = await readProgress(userId);
        const unmet = CARD_IDS.filter((id) => id !== "card-x" && (progress.get(id) ?? UNTOUCHED).schedule.status === "new" && progress.get(id)?.suspended !== true);
        expect(await countUnmet(userId)).toBe(unmet.length);
        const { newIds, progress: read } = await readDay(userId, TODAY, 60, null);
        expect([...newIds, ...[...read].flatMap(([id, card]) => (card.schedule.status === "new" && !card.suspended && id !== "card-x" ? [id] : []))].sort()).toEqual(unmet.sort());
        expect([...read].filter(([, card]) => isBrought(card, TODAY)).length).toBe([...progress].filter(([, card]) => isBrought(card, TODAY)).length);
      }),
      { numRuns: 15 },
    );
  });
});
