import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { provideDatabase, type PrismaClient } from "../../lib/db/client.ts";
import { foldLog } from "../../lib/reviews/fold.ts";
import { recordEvents, type Sender } from "../../lib/reviews/mutations.ts";
import { logEventOf, rowOf } from "../../lib/reviews/state-row.ts";
import { DEFAULT_SETTING } from "../../lib/scheduling/scheduler.ts";
import { cardFile } from "../content-sync/library.ts";
import { reviewBody } from "../reviews/logs.ts";
import { providers, withDatabase } from "../support/database.ts";
import { FAULTS, failingClient, type Plan } from "./failing-driver.ts";

describe.each(providers)("a review on %s whose n-th call of the database fails", (provider) => {
  const database = withDatabase(provider);
  const plan: Plan = { at: 0, fault: "busy", calls: 0 };
  let client: PrismaClient;
  let revisionId = "";

  beforeAll(async () => {
    await syncLibrary([cardFile("card-a")], null, Date.now());
    revisionId = (await database.client.card.findUniqueOrThrow({ where: { id: "card-a" } })).currentRevisionId ?? "";
    client = failingClient(provider, database.url, plan);
  });
  afterAll(() => client.$disconnect());

  /** What is stored of a user, and whether the state is what the log folds to. */
  async function standing(userId: UserId): Promise<{ events: number; whole: boolean }> {
    const rows = await database.client.reviewEvent.findMany({ where: { userId } });
    const states = await database.client.cardState.findMany({ where: { userId }, omit: { userId: true } });
    const folded = [...foldLog(rows.map(logEventOf), DEFAULT_SETTING)].map(([cardId, progress]) => rowOf(cardId, progress));
    expect(states).toEqual(folded);
    return { events: rows.length, whole: states.length === (rows.length > 0 ? 1 : 0) };
  }

  it.each(FAULTS)("with %s is stored whole or not at all, and counts once when it is sent again", async (fault) => {
    let failedAt = 0;
    for (let at = 1; ; at += 1) {
      provideDatabase(database.client);
      const user = await createUser({ email: `${randomUUID()}@example.org`, name: null, passwordHash: null }, Date.now() - 1_000);
      const userId = user?.id as UserId;
      const sender: Sender = { userId, createdAt: Date.now() - 1_000, timeZone: "UTC", rolloverHour: 4 };
      const body = { ...reviewBody(1, 4, Date.now(), { cardId: "card-a", revisionId }), id: randomUUID() };
      provideDatabase(client);
      Object.assign(plan, { at, fault, calls: 0 });
      const acknowledged = await recordEvents(sender, [body], Date.now()).then(() => true, () => false);
      const reached = plan.calls >= at;
      plan.at = 0;

      const after = await standing(userId);
      expect(after.whole).toBe(true);
      if (acknowledged) expect(after.events).toBe(1);
      expect((await recordEvents(sender, [body], Date.now())).results).toEqual([{ id: body.id, status: "stored" }]);
      expect((await standing(userId)).events).toBe(1);
      if (!reached) break;
      failedAt = at;
    }
    // Reads before, the transaction's own writes and its commit: each of them failed once.
    expect(failedAt).toBeGreaterThanOrEqual(8);
    provideDatabase(database.client);
  });
});
