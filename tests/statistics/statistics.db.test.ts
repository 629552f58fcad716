import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { recordEvents } from "../../lib/reviews/mutations.ts";
import { SCHEDULER } from "../../lib/scheduling/sm2.ts";
import { loadCardStatistics } from "../../lib/statistics/loaders.ts";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";
import { incoming } from "../support/server.ts";

const HOUR = 3_600_000;

describe.each(providers)("statistics of cards on %s", (provider) => {
  const database = withDatabase(provider);
  const begun = Date.now() - 100 * HOUR;
  let hours = 0;

  const person = async (): Promise<UserId> => (await createUser({ email: `${randomUUID()}@example.org`, name: null, passwordHash: null }, 0))?.id as UserId;
  const send = async (userId: UserId, body: object): Promise<void> => {
    hours += 1;
    const event = { id: randomUUID(), answeredAt: begun + hours * HOUR, baseEventId: null, ...body } as Parameters<typeof recordEvents>[1][number];
    expect((await recordEvents({ userId, createdAt: 0, timeZone: "UTC", rolloverHour: 4 }, [event], Date.now())).results).toMatchObject([{ status: "stored" }]);
  };
  const revisionOf = async (cardId: string): Promise<string> => (await database.client.card.findUniqueOrThrow({ where: { id: cardId } })).currentRevisionId ?? "";
  /** An answer to the card as it is now. */
  const answer = async (userId: UserId, cardId: string, grade: number, seconds: number, confidence: number | null = null, id: string = randomUUID()): Promise<void> =>
    send(userId, { id, kind: "review", cardId, revisionId: await revisionOf(cardId), grade, shownAt: begun, durationMs: seconds * 1_000, confidence, objective: null, shownDueDay: null, scheduler: SCHEDULER });
  const rowOf = async (cardId: string) => (await loadCardStatistics(1)).rows.find((row) => row.cardId === cardId);
  const become = async (role: "LEARNER" | "AUTHOR"): Promise<void> => {
    const id = await person();
    await database.client.user.update({ where: { id }, data: { role } });
    incoming.user = { id, sessionVersion: 0 };
  };

  beforeAll(async () => {
    await syncLibrary(["card-a", "card-b", "card-c", "card-d"].map((id) => cardFile(id)), null, 0);
    await become("AUTHOR");
  });

  test("count answers, failures, learners, leeches, errors that were sure and open flags, and harm is their sum as computed by hand", async () => {
    const people = await Promise.all([person(), person(), person(), person()]);
    const [one, two, three, four] = people as [UserId, UserId, UserId, UserId];
    await answer(one, "card-a", 1, 10, 90);
    await answer(one, "card-a", 2, 20, 80);
    await answer(two, "card-a", 5, 30, 100);
    await answer(three, "card-a", 3, 40);
    await answer(four, "card-a", 0, 60, 79);
    await database.client.cardState.updateMany({ where: { userId: one, cardId: "card-a" }, data: { lapses: 8 } });
    const flag = { cardId: "card-a", revisionId: await revisionOf("card-a"), reason: "wrong", note: "", createdAt: 0n };
    await database.client.cardFlag.createMany({ data: [{ id: randomUUID(), ...flag }, { id: randomUUID(), ...flag, status: "DISMISSED" }] });
    const row = await rowOf("card-a");
    expect(row).toMatchObject({ answers: 5, failed: 3, learners: 4, leeches: 1, sureAndWrong: 2, openFlags: 1, medianMs: 30_000 });
    // The lower end of Wilson's interval of 3 of 5 is 0.2307; four learners, and 1 + 2 + 1 cases.
    expect(row?.harm).toBeCloseTo(4 * 0.2307 + 4, 3);
  });

  test("an answer that was taken back does not count, nor one of another learner under the same id", async () => {
    const [one, two] = [await person(), await person()];
    const id = randomUUID();
    await answer(one, "card-b", 1, 10, 100, id);
    await answer(two, "card-b", 1, 10, 100, id);
    await send(one, { kind: "undo", cardId: "card-b", revisionId: await revisionOf("card-b"), undoes: id });
    expect(await rowOf("card-b")).toMatchObject({ answers: 1, failed: 1, sureAndWrong: 1, learners: 1 });
  });

  test("answers to a text whose answer was corrected say nothing of the new one; those to a text that was reworded do", async () => {
    const one = await person();
    const edit = async (number: number, editClass: "CLARIFY" | "CORRECT"): Promise<void> => {
      const { source, evidence } = await database.client.cardRevision.findFirstOrThrow({ where: { cardId: "card-c" }, orderBy: { number: "desc" } });
      const id = randomUUID();
      await database.client.cardRevision.create({ data: { id, cardId: "card-c", number, hash: id, evidence, source, editClass, createdAt: Date.now() } });
      await database.client.card.update({ where: { id: "card-c" }, data: { currentRevisionId: id } });
    };
    await answer(one, "card-c", 1, 10);
    await edit(2, "CLARIFY");
    await answer(one, "card-c", 4, 10);
    expect(await rowOf("card-c")).toMatchObject({ answers: 2, failed: 1 });
    await edit(3, "CORRECT");
    expect(await rowOf("card-c")).toMatchObject({ answers: 0, failed: 0 });
    await answer(one, "card-c", 4, 10);
    expect(await rowOf("card-c")).toMatchObject({ answers: 1, failed: 0 });
  });

  test("the most harmful card comes first, a card without answers is there, a retired one is not, and a learner sees nothing", async () => {
    const { rows, total } = await loadCardStatistics(1);
    expect(rows.map(({ harm }) => harm)).toEqual(rows.map(({ harm }) => harm).toSorted((a, b) => b - a));
    expect(rows.at(-1)).toMatchObject({ cardId: "card-d", answers: 0, harm: 0, medianMs: null });
    expect([total, (await loadCardStatistics(2)).rows]).toEqual([4, []]);
    await database.client.card.update({ where: { id: "card-d" }, data: { status: "RETIRED" } });
    expect((await loadCardStatistics(1)).total).toBe(3);
    await become("LEARNER");
    await expect(loadCardStatistics(1)).rejects.toThrow();
  });
});
