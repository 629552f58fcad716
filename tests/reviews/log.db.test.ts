import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findSessionUser } from "../../lib/auth/data.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { readDeviceEvents, readNextDueDay, readProgress, readRecent } from "../../lib/reviews/data.ts";
import { planDay } from "../../lib/reviews/day-plan.ts";
import { readCatalogue } from "../../lib/content/data.ts";
import type { StoredBody } from "../../lib/reviews/events.ts";
import { foldLog } from "../../lib/reviews/fold.ts";
import { rebuildStates, recordEvents, type Sender } from "../../lib/reviews/mutations.ts";
import { recentDeeds } from "../../lib/reviews/recent.ts";
import { rowOf } from "../../lib/reviews/state-row.ts";
import { studyDayOf } from "../../lib/scheduling/study-day.ts";
import { DEFAULT_SETTING } from "../../lib/scheduling/scheduler.ts";
import { PLAIN } from "../../lib/scheduling/state.ts";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";
import { DAY_MS, inLog, livedLog, markBody, mockBody, NOON, type Place, redrillBody, rescheduleBody, reviewBody, undoBody, UTC4, uuid } from "./logs.ts";

const CARD_IDS = ["card-a", "card-b", "card-c"] as const;
const LATER = NOON + 100 * DAY_MS;
const DEVICE = uuid(5_000);

const recentOf = async ({ userId }: Sender) => {
  const { ids, logs } = await readRecent(userId, 0);
  return [logs, ids, PLAIN.setting] as const;
};

describe.each(providers)("the review log on %s", (provider) => {
  const database = withDatabase(provider);
  const places = new Map<string, Place>();
  let sender: Sender;
  let people = 0;

  const place = (cardId: string): Place => places.get(cardId) ?? { cardId, revisionId: "none" };
  const record = (bodies: readonly StoredBody[], receivedAt = LATER) => recordEvents(sender, bodies, receivedAt);
  const events = () => database.client.reviewEvent.findMany({ where: { userId: sender.userId }, orderBy: { id: "asc" } });
  const states = async (): Promise<string> => JSON.stringify(await database.client.cardState.findMany({ where: { userId: sender.userId }, orderBy: { cardId: "asc" } }));
  const statuses = (results: readonly { readonly status: string }[]): string[] => results.map((result) => result.status);
  const expected = (bodies: readonly StoredBody[]): string =>
    JSON.stringify([...foldLog(bodies.map(inLog), DEFAULT_SETTING)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, progress]) => ({ ...rowOf(id, progress), userId: sender.userId })));

  /** Compares rows without regard to the order of their columns. */
  const sorted = (text: string): unknown => JSON.parse(text);

  async function signUp(): Promise<Sender> {
    people += 1;
    const user = await createUser({ email: `learner${people}@example.org`, name: null, passwordHash: null }, NOON - DAY_MS);
    const session = user === null ? null : await findSessionUser(user.id, user.sessionVersion);
    if (session === null) throw new Error("There is no such learner.");
    return { userId: session.id, createdAt: session.createdAt, timeZone: session.timeZone, rolloverHour: session.rolloverHour };
  }

  beforeAll(async () => {
    await syncLibrary(CARD_IDS.map((id) => cardFile(id)), null, NOON);
    for (const { id, currentRevisionId } of await database.client.card.findMany()) places.set(id, { cardId: id, revisionId: currentRevisionId ?? "" });
  });

  beforeEach(async () => {
    sender = await signUp();
    await database.client.card.updateMany({ data: { status: "PUBLISHED" } });
  });

  /** Gives generated bodies the revisions of this database, and ids of their own. */
  const here = (bodies: readonly StoredBody[]): StoredBody[] => bodies.map((body) => ({ ...body, ...place(body.cardId) }));

  test("stores an answer with its study day, zone and rollover, and the state that the button showed", async () => {
    const berlin: Sender = { ...sender, timeZone: "Europe/Berlin" };
    const at = Date.parse("2026-10-25T02:30:00Z");
    const day = studyDayOf(at, { zone: "Europe/Berlin", rolloverHour: 4 });
    const body = { ...reviewBody(1, 4, at, place("card-a")), shownDueDay: day + 1, confidence: 80, objective: "pass" as const };
    const { results, cards } = await recordEvents(berlin, [body], at + 1_000);
    expect(results).toEqual([{ id: body.id, status: "stored" }]);
    expect(cards).toMatchObject([{ cardId: "card-a", progress: { schedule: { dueDay: day + 1, memory: { repetitions: 1, easiness: 250, intervalDays: 1 } }, lastEventId: body.id } }]);
    expect(await events()).toMatchObject([
      { id: body.id, kind: "review", grade: 4, answeredAt: BigInt(at), claimedAt: null, receivedAt: BigInt(at + 1_000), studyDay: day, zone: "Europe/Berlin", rollover: 4, confidence: 80, objective: "pass", shownDueDay: day + 1, scheduler: "sm2-p/1" },
    ]);
  });

  test("counts an event that is sent again once, and answers as the first time", async () => {
    const body = reviewBody(1, 4, NOON, place("card-a"));
    const first = await record([body]);
    const [row] = await events();
    for (let time = 0; time < 3; time += 1) expect(await record([body], LATER + time)).toEqual(first);
    expect(await events()).toEqual([row]);
  });

  test("keeps the first of two events with one id, and tells of the conflict", async () => {
    const body = reviewBody(1, 4, NOON, place("card-a"));
    await record([body]);
    const before = await states();
    for (const other of [{ ...body, grade: 5 as const }, { ...body, ...place("card-b") }, markBody(1, "suspend", NOON, place("card-a"))]) {
      expect(statuses((await record([other])).results)).toEqual(["conflict"]);
    }
    expect(await events()).toMatchObject([{ grade: 4, cardId: "card-a" }]);
    expect(await states()).toBe(before);
  });

  test("does not let one user's ids hinder another", async () => {
    await record([reviewBody(1, 4, NOON, place("card-a"))]);
    sender = await signUp();
    expect(statuses((await record([reviewBody(1, 2, NOON, place("card-b"))])).results)).toEqual(["stored"]);
    expect(await events()).toMatchObject([{ cardId: "card-b" }]);
  });

  test("stores one row when the same event arrives ten times at once", async () => {
    const body = reviewBody(1, 4, NOON, place("card-a"));
    const answers = await Promise.all(Array.from({ length: 10 }, () => record([body])));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.results)))).toEqual(new Set([JSON.stringify([{ id: body.id, status: "stored" }])]));
    expect(await events()).toHaveLength(1);
  });

  test("lets one of two different events with one id win when they arrive at once", async () => {
    const bodies = [reviewBody(1, 4, NOON, place("card-a")), reviewBody(1, 2, NOON, place("card-a"))];
    const answers = await Promise.all(bodies.map((body) => record([body])));
    expect(answers.flatMap((answer) => statuses(answer.results)).sort()).toEqual(["conflict", "stored"]);
    expect(await events()).toHaveLength(1);
  });

  test("loses no event of a card when many requests write its state at once", async () => {
    const bodies = Array.from({ length: 20 }, (_, index) => reviewBody(index, 4, NOON + index * DAY_MS, place("card-a")));
    await Promise.all(bodies.map((body) => record([body])));
    expect(await events()).toHaveLength(20);
    expect(sorted(await states())).toEqual(sorted(expected(bodies)));
  });

  test("stores overlapping batches sent at once in any order without losing or doubling anything", async () => {
    const bodies = Array.from({ length: 30 }, (_, index) => reviewBody(index, 4, NOON + index * DAY_MS, place(CARD_IDS[index % 3] as string)));
    const batches = [bodies.slice(0, 20), [...bodies].reverse(), bodies.slice(10), [...bodies.slice(5, 25)].reverse()];
    const answers = await Promise.all(batches.map((batch) => record(batch)));
    expect(answers.every((answer) => answer.results.every((result) => result.status === "stored"))).toBe(true);
    expect(await events()).toHaveLength(30);
    expect(sorted(await states())).toEqual(sorted(expected(bodies)));
  });

  test("answers a batch event by event: 500 with invalid cards and duplicates, in reversed order", async () => {
    const good = Array.from({ length: 496 }, (_, index) => redrillBody(index, 4, NOON + index * 1_000, place(CARD_IDS[index % 3] as string)));
    const nowhere = reviewBody(900, 4, NOON, { cardId: "no-card", revisionId: "none" });
    const batch = [...good, nowhere, ...good.slice(0, 3)].reverse();
    const { results } = await record(batch);
    expect(results.map((result) => result.id)).toEqual(batch.map((body) => body.id));
    expect(results.filter((result) => result.status === "refused")).toEqual([{ id: nowhere.id, status: "refused", reason: "unknown-card", message: "There is no such card." }]);
    expect(results.filter((result) => result.status === "stored")).toHaveLength(499);
    expect(await events()).toHaveLength(496);
    expect(sorted(await states())).toEqual(sorted(expected(good)));
  });

  test("takes a suspension in a batch into account for what was answered after it, not before", async () => {
    const { results } = await record([
      reviewBody(3, 4, NOON + 2_000, place("card-a")),
      markBody(2, "suspend", NOON + 1_000, place("card-a")),
      reviewBody(1, 4, NOON, place("card-a")),
    ]);
    expect(results).toMatchObject([{ status: "refused", reason: "card-suspended" }, { status: "stored" }, { status: "stored" }]);
    expect(statuses((await record([undoBody(4, 2, NOON + 3_000, place("card-a")), reviewBody(5, 4, NOON + 4_000, place("card-a"))])).results)).toEqual(["stored", "stored"]);
  });

  test("refuses answers to a withdrawn card, a strange revision, and an undo of another card's event", async () => {
    await database.client.card.update({ where: { id: "card-c" }, data: { status: "RETIRED" } });
    await record([reviewBody(1, 4, NOON, place("card-a"))]);
    const { results } = await record([
      reviewBody(2, 4, NOON, place("card-c")),
      reviewBody(3, 4, NOON, { cardId: "card-a", revisionId: place("card-b").revisionId }),
      undoBody(4, 1, NOON, place("card-b")),
      markBody(5, "suspend", NOON, place("card-c")),
    ]);
    expect(results).toMatchObject([{ reason: "card-not-published" }, { reason: "unknown-revision" }, { reason: "undo-of-another-card" }, { status: "stored" }]);
    expect(await events()).toHaveLength(2);
  });

  test("undo restores the state before, exactly, and undo of the undo the state after", async () => {
    await record([reviewBody(1, 4, NOON, place("card-a"))]);
    const one = await readProgress(sender.userId);
    await record([reviewBody(2, 2, NOON + DAY_MS, place("card-a"))]);
    const two = await readProgress(sender.userId);
    await record([undoBody(3, 2, NOON + DAY_MS + 1, place("card-a"))]);
    expect((await readProgress(sender.userId)).get("card-a")).toEqual({ ...one.get("card-a"), lastEventId: uuid(3) });
    await record([undoBody(4, 3, NOON + DAY_MS + 2, place("card-a"))]);
    expect((await readProgress(sender.userId)).get("card-a")).toEqual({ ...two.get("card-a"), lastEventId: uuid(4) });
    expect(await events()).toHaveLength(4);
  });

  test("never changes a row that is stored, whatever comes after it: answers, undos, conflicts, refusals", async () => {
    const first = [reviewBody(1, 4, NOON, place("card-a")), reviewBody(2, 2, NOON + DAY_MS, place("card-a"))];
    await record(first);
    const before = await events();
    await record([{ ...reviewBody(1, 5, NOON, place("card-a")) }, undoBody(3, 2, NOON + DAY_MS + 1, place("card-a")), undoBody(4, 3, NOON + DAY_MS + 2, place("card-a")), markBody(5, "reset", NOON + 2 * DAY_MS, place("card-a")), reviewBody(6, 4, NOON, { cardId: "no-card", revisionId: "none" })]);
    expect((await events()).slice(0, 2)).toEqual(before);
    expect((await events()).map((row) => row.id)).toEqual([1, 2, 3, 4, 5].map(uuid));
  });

  test("as many undos as deeds give the states that were there before, a suspension and a reschedule among them", async () => {
    await record([reviewBody(1, 4, NOON - DAY_MS, place("card-a"))]);
    const before = (await readProgress(sender.userId)).get("card-a");
    const deeds = [reviewBody(2, 2, NOON, place("card-a")), redrillBody(3, 4, NOON + 1, place("card-a")), rescheduleBody(4, studyDayOf(NOON, UTC4) + 1, NOON + 2, place("card-a")), markBody(5, "suspend", NOON + 3, place("card-a"))];
    await recordEvents({ ...sender, device: DEVICE }, deeds, LATER);
    // Another device takes them back, the last one first, as it is told of them.
    for (let undo = 0; undo < deeds.length; undo += 1) {
      const { ids, logs } = await readRecent(sender.userId, studyDayOf(NOON, UTC4));
      const last = recentDeeds(logs, ids, PLAIN.setting).at(-1);
      expect(last?.id).toBe(deeds.at(-1 - undo)?.id);
      await record([{ id: uuid(100 + undo), kind: "undo", ...place("card-a"), undoes: last?.id ?? "", answeredAt: NOON + 1_000 + undo, baseEventId: null }]);
      expect((await readProgress(sender.userId)).get("card-a")).toEqual({ ...last?.before, lastEventId: uuid(100 + undo) });
    }
    expect((await readProgress(sender.userId)).get("card-a")).toEqual({ ...before, lastEventId: uuid(103) });
    expect(recentDeeds(...(await recentOf(sender))).map(({ id }) => id)).toEqual([uuid(1)]);
  });

  test("an interview's own events are not among those that a page takes back", async () => {
    await record([mockBody(1, 4, NOON, place("card-a")), rescheduleBody(2, studyDayOf(NOON, UTC4) + 1, NOON + 1, place("card-a"))]);
    expect(recentDeeds(...(await recentOf(sender)))).toEqual([]);
  });

  test("tells what it has of a device, by that device's clock", async () => {
    await recordEvents({ ...sender, device: DEVICE }, [reviewBody(1, 4, NOON, place("card-a")), reviewBody(2, 4, NOON + DAY_MS, place("card-b")), reviewBody(3, 4, LATER + DAY_MS, place("card-c"))], LATER);
    await record([reviewBody(4, 4, NOON + DAY_MS, place("card-a"))]);
    const has = async (device: string, since: number) => (await readDeviceEvents(sender.userId, device, since)).sort();
    expect(await has(DEVICE, NOON)).toEqual([1, 2, 3].map(uuid));
    expect(await has(DEVICE, NOON + 1)).toEqual([2, 3].map(uuid));
    expect(await has(DEVICE, LATER + DAY_MS)).toEqual([uuid(3)]);
    expect(await has(uuid(77), 0)).toEqual([]);
    sender = await signUp();
    expect(await has(DEVICE, 0)).toEqual([]);
  });

  test("tells that a card was answered on another device as well, and keeps both answers", async () => {
    const here = reviewBody(1, 4, NOON, place("card-a"));
    const there = reviewBody(2, 2, NOON + 60_000, place("card-a"));
    expect((await record([there])).elsewhere).toEqual([]);
    expect((await record([here])).elsewhere).toEqual(["card-a"]);
    expect(await events()).toHaveLength(2);
    expect((await readProgress(sender.userId)).get("card-a")?.lastAnswer?.grade).toBe(2);
  });

  test("clamps the time of an event to what can be true and keeps what was claimed", async () => {
    const claims: [number, number][] = [[LATER + 2 * DAY_MS, LATER], [LATER - 5 * 365 * DAY_MS, sender.createdAt], [LATER - 29 * DAY_MS, LATER - 29 * DAY_MS]];
    for (const [index, [claimed, counted]] of claims.entries()) {
      await record([reviewBody(index, 4, claimed, place("card-a"))]);
      const [row] = await database.client.reviewEvent.findMany({ where: { userId: sender.userId, id: uuid(index) } });
      expect(row).toMatchObject({ answeredAt: BigInt(counted), claimedAt: claimed === counted ? null : BigInt(claimed), receivedAt: BigInt(LATER) });
    }
  });

  test("moves a visitor's twenty answers into the account that is made after them, also when sent twice", async () => {
    const answeredFrom = sender.createdAt - 20 * 60_000;
    const visitor = Array.from({ length: 20 }, (_, index) => {
      const where = place(CARD_IDS[index % 3] as string);
      const at = answeredFrom + index * 60_000;
      return index < 3 ? reviewBody(index, index === 0 ? 2 : 4, at, where) : redrillBody(index, 4, at, where);
    });
    const signedUpAt = sender.createdAt + 5_000;
    for (let time = 0; time < 2; time += 1) expect(new Set(statuses((await record(visitor, signedUpAt)).results))).toEqual(new Set(["stored"]));
    expect(await events()).toMatchObject(visitor.map((body) => ({ id: body.id, answeredAt: BigInt(body.answeredAt), claimedAt: null })));
    expect(sorted(await states())).toEqual(sorted(expected(visitor)));
  });

  test("any log, in any order of delivery, split and doubled in any way, gives the rows that a rebuild gives", async () => {
    const deliveries = livedLog.chain((bodies) =>
      fc.record({ bodies: fc.constant(bodies), arrived: fc.shuffledSubarray([...bodies, ...bodies], { minLength: bodies.length * 2 }), size: fc.integer({ min: 1, max: 7 }) }),
    );
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ bodies, arrived, size }) => {
        sender = await signUp();
        const lived = here(bodies);
        const delivered = here(arrived);
        const stored = new Set<string>();
        for (let start = 0; start < delivered.length; start += size) {
          for (const result of (await record(delivered.slice(start, start + size))).results) if (result.status === "stored") stored.add(result.id);
        }
        expect((await events()).map((row) => row.id)).toEqual([...stored].sort());
        // Answers after a suspension that was known are refused; all else is there and counts.
        const standing = lived.filter((body) => stored.has(body.id));
        if (!lived.some((body) => body.kind === "suspend")) expect(standing).toHaveLength(lived.length);
        const cached = await states();
        expect(sorted(cached)).toEqual(sorted(expected(standing)));
        await rebuildStates(sender.userId);
        expect(await states()).toBe(cached);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test("a table of states that was dropped is rebuilt as it was", async () => {
    const bodies = Array.from({ length: 40 }, (_, index) => reviewBody(index, ([4, 5, 3, 2] as const)[index % 4] as 4, NOON + index * DAY_MS, place(CARD_IDS[index % 3] as string)));
    await record(bodies);
    const before = await states();
    await database.client.cardState.deleteMany({ where: { userId: sender.userId } });
    await rebuildStates(sender.userId);
    expect(await states()).toBe(before);
  });

  test("nothing of a batch stands when its transaction fails", async () => {
    const gone: Sender = { ...sender };
    await database.client.user.delete({ where: { id: sender.userId } });
    await expect(recordEvents(gone, [reviewBody(1, 4, NOON, place("card-a"))], LATER)).rejects.toThrow();
    expect(await events()).toEqual([]);
    expect(await states()).toBe("[]");
  });

  test("the day's queue follows the log: limits, drill, what is due next", async () => {
    const today = studyDayOf(NOON, UTC4);
    const plan = async () => planDay(await readCatalogue(), await readProgress(sender.userId), { newPerDay: 2, reviewsPerDay: 10 }, today, PLAIN, "seed");
    expect((await plan()).counts).toEqual({ drilling: 0, brought: 0, due: 0, new: 2 });
    await record([reviewBody(1, 2, NOON, place("card-a")), reviewBody(2, 4, NOON + 1, place("card-b"))]);
    expect(await plan()).toMatchObject({ cardIds: ["card-a"], counts: { drilling: 1, brought: 0, due: 0, new: 0 }, keptBack: { byLimit: 1 } });
    await record([redrillBody(3, 4, NOON + 2, place("card-a"))]);
    expect((await plan()).cardIds).toEqual([]);
    expect(await readNextDueDay(sender.userId, today, null)).toBe(today + 1);
    await record([markBody(4, "suspend", NOON + 3, place("card-a")), markBody(5, "suspend", NOON + 3, place("card-b"))]);
    expect(await readNextDueDay(sender.userId, today, null)).toBeNull();
    await record([markBody(6, "bury", NOON + 4, place("card-c"))]);
    expect((await plan()).keptBack).toEqual({ byLimit: 0, byRelation: 0 });
  });
});
