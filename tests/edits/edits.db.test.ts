import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { readImpact } from "../../lib/edits/data.ts";
import { loadReviewCards, loadTodaysQueue } from "../../lib/reviews/loaders.ts";
import { recordEvents } from "../../lib/reviews/mutations.ts";
import { SCHEDULER } from "../../lib/scheduling/sm2.ts";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";
import { incoming } from "../support/server.ts";

describe.each(providers)("an edit of a card that was learnt, on %s", (provider) => {
  const database = withDatabase(provider);
  let number = 0;

  const learner = async (): Promise<UserId> => {
    number += 1;
    const user = await createUser({ email: `learner${number}@example.org`, name: null, passwordHash: null }, 0);
    return user?.id as UserId;
  };
  const card = async () => {
    number += 1;
    const file = cardFile(`edited-${number}`, {});
    const rows = await database.client.card.findMany({ select: { id: true, currentRevision: { select: { source: true } } } });
    await syncLibrary([...rows.map(({ id, currentRevision }) => ({ ...cardFile(id, {}), source: currentRevision?.source ?? "" })), file], null, 1);
    return database.client.card.findUniqueOrThrow({ where: { id: file.name } });
  };
  const answer = async (userId: UserId, cardId: string, at: number): Promise<void> => {
    const { currentRevisionId } = await database.client.card.findUniqueOrThrow({ where: { id: cardId } });
    const body = { id: randomUUID(), kind: "review", cardId, revisionId: currentRevisionId ?? "", answeredAt: at, baseEventId: null, grade: 4, shownAt: at, durationMs: 1_000, confidence: null, objective: null, shownDueDay: null, scheduler: SCHEDULER } as const;
    const { results } = await recordEvents({ userId, createdAt: 0, timeZone: "UTC", rolloverHour: 4 }, [body], at);
    expect(results).toMatchObject([{ status: "stored" }]);
  };
  const edit = async (cardId: string, editClass: "TYPO" | "CLARIFY" | "CORRECT", change: string | null = null): Promise<void> => {
    const { currentRevision } = await database.client.card.findUniqueOrThrow({ where: { id: cardId }, include: { currentRevision: true } });
    if (currentRevision === null) throw new Error("The card has no text.");
    const { source, hash, evidence } = currentRevision;
    const id = randomUUID();
    await database.client.cardRevision.create({ data: { id, cardId, number: currentRevision.number + 1, hash, evidence, source: source.replace("The mechanism, in a few sentences.", `Another mechanism, ${id}.`), editClass, change, createdAt: Date.now() } });
    await database.client.card.update({ where: { id: cardId }, data: { currentRevisionId: id } });
  };
  const shown = async (userId: UserId, cardId: string) => {
    incoming.user = { id: userId, sessionVersion: 0 };
    const { queue } = await loadTodaysQueue();
    const [loaded] = await loadReviewCards([cardId]);
    return { asked: queue.cardIds.includes(cardId), progress: loaded?.progress, change: loaded?.change };
  };
  const hourAgo = Date.now() - 3_600_000;
  const dayAgo = Date.now() - 30 * 3_600_000;

  test("a correction asks the card again at once, keeps memory and history, and says what changed until it is answered", async () => {
    const [userId, stranger, { id: cardId }] = [await learner(), await learner(), await card()];
    await answer(userId, cardId, dayAgo);
    const before = await shown(userId, cardId);
    await answer(userId, cardId, dayAgo + 1);
    await edit(cardId, "CORRECT", "It compares identities.");
    expect(await readImpact(cardId, Date.now())).toMatchObject({ learners: 1, suspended: 0 });
    const after = await shown(userId, cardId);
    expect(after).toMatchObject({ asked: true, change: { kind: "corrected", said: "It compares identities.", lines: [{ kind: "removed" }, { kind: "added" }] } });
    expect(after.progress?.brought?.reason).toBe("corrected since you learnt it: It compares identities.");
    expect(after.progress?.schedule).toEqual(before.progress?.schedule);
    // Seen again, and at once by two tabs: one event of it stands in the log.
    await Promise.all([shown(userId, cardId), shown(userId, cardId)]);
    expect(await database.client.reviewEvent.count({ where: { userId, cardId, kind: "reschedule" } })).toBe(1);
    await answer(userId, cardId, Date.now());
    const settled = await shown(userId, cardId);
    expect([settled.change, settled.progress?.brought]).toEqual([null, null]);
    expect(await database.client.reviewEvent.count({ where: { userId: stranger } })).toBe(0);
  }, 120_000);

  test("a clarification shows that the card was reworded, and a typo shows nothing; neither asks it again", async () => {
    const [userId, { id: clear }, { id: typo }] = [await learner(), await card(), await card()];
    for (const id of [clear, typo]) await answer(userId, id, hourAgo);
    const due = async (id: string) => (await database.client.cardState.findUniqueOrThrow({ where: { userId_cardId: { userId, cardId: id } } })).dueDay;
    const days = [await due(clear), await due(typo)];
    await edit(clear, "CLARIFY");
    await edit(typo, "TYPO");
    expect(await shown(userId, clear)).toMatchObject({ change: { kind: "reworded", said: "", lines: [] } });
    expect((await shown(userId, typo)).change).toBeNull();
    expect([await due(clear), await due(typo)]).toEqual(days);
    expect(await database.client.reviewEvent.count({ where: { userId, kind: "reschedule" } })).toBe(0);
  });

  test("who never answered the card, or only after the correction, is told nothing", async () => {
    const [late, never, { id: cardId }] = [await learner(), await learner(), await card()];
    await edit(cardId, "CORRECT");
    await answer(late, cardId, hourAgo);
    expect((await shown(late, cardId)).change).toBeNull();
    expect((await shown(never, cardId)).change).toBeNull();
    expect(await database.client.reviewEvent.count({ where: { userId: { in: [late, never] }, kind: "reschedule" } })).toBe(0);
  });
});
