import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { TOPIC_IDS } from "../../lib/cards/topics.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { loadPlacement } from "../../lib/placement/loaders.ts";
import { PLACEMENT_PROMPTS } from "../../lib/placement/pick.ts";
import { readProgress } from "../../lib/reviews/data.ts";
import { recordEvents } from "../../lib/reviews/mutations.ts";
import { cardFile } from "../content-sync/library.ts";
import { reviewBody } from "../reviews/logs.ts";
import { providers, withDatabase } from "../support/database.ts";
import { incoming } from "../support/server.ts";

describe.each(providers)("testing out on %s", (provider) => {
  withDatabase(provider);
  let people = 0;

  beforeAll(async () => {
    await syncLibrary(TOPIC_IDS.slice(0, 16).map((topic) => cardFile(`about-${topic}`, { "topic: identity": `topic: ${topic}` })), null, 0);
  });
  beforeEach(() => {
    incoming.user = null;
  });

  test("asks a visitor and a new learner the same prompts, a topic each, as ordinary reviews", async () => {
    const visitor = await loadPlacement();
    expect(visitor.cards).toHaveLength(PLACEMENT_PROMPTS);
    expect(new Set(visitor.cards.map(({ topic }) => topic)).size).toBe(PLACEMENT_PROMPTS);
    people += 1;
    incoming.user = { id: (await createUser({ email: `placed${people}@example.org`, name: null, passwordHash: null }, 0))?.id ?? "", sessionVersion: 0 };
    const learner = await loadPlacement();
    expect(learner.queue.cardIds).toEqual(visitor.queue.cardIds);
    expect(learner.cards.map(({ answerKind }) => answerKind)).toEqual(learner.cards.map(() => "review"));
  });

  test("does not ask what was answered, and its answers move their cards as any review does", async () => {
    people += 1;
    const userId = ((await createUser({ email: `placed${people}@example.org`, name: null, passwordHash: null }, 0))?.id ?? "") as UserId;
    incoming.user = { id: userId, sessionVersion: 0 };
    const [first, second] = (await loadPlacement()).cards;
    const now = Date.now();
    const bodies = [first, second].map((card, i) => ({ ...reviewBody(i + 1, i === 0 ? 5 : 1, now - 1_000 + i, { cardId: card?.id ?? "", revisionId: card?.revisionId ?? "" }), shownDueDay: card?.intervals[i === 0 ? "easy" : "again"].dueDay ?? null }));
    const { results } = await recordEvents({ userId, createdAt: 0, timeZone: "UTC", rolloverHour: 4 }, bodies, now);
    expect(results.map(({ status }) => status)).toEqual(["stored", "stored"]);
    const progress = await readProgress(userId);
    expect([...progress.values()].map(({ schedule }) => schedule.status)).toEqual(["learned", "learned"]);
    const again = (await loadPlacement()).queue.cardIds;
    expect(again).toHaveLength(PLACEMENT_PROMPTS);
    expect(again).not.toEqual(expect.arrayContaining([first?.id]));
    expect(again).not.toEqual(expect.arrayContaining([second?.id]));
  });
});
