import { beforeAll, describe, expect, test } from "vitest";
import { GET } from "../../app/api/calendar/[token]/route.ts";
import { hashOfToken } from "../../lib/auth/claim-token.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { newFeedToken } from "../../lib/calendar/feed.ts";
import { endFeed, replaceFeed } from "../../lib/calendar/mutations.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { recordEvents } from "../../lib/reviews/mutations.ts";
import { routeOf } from "../../lib/setup/request-log.mjs";
import { cardFile } from "../content-sync/library.ts";
import { DAY_MS, reviewBody } from "../reviews/logs.ts";
import { providers, withDatabase } from "../support/database.ts";

const get = (token: string) => GET(new Request(`http://localhost:3000/api/calendar/${token}`), { params: Promise.resolve({ token }) });

describe.each(providers)("a calendar's address on %s", (provider) => {
  const database = withDatabase(provider);
  const now = Date.now();
  let id = "" as UserId;

  beforeAll(async () => {
    await syncLibrary([cardFile("card-a")], null, now - DAY_MS);
    id = ((await createUser({ email: "mine@example.org", name: null, passwordHash: null }, now - DAY_MS))?.id ?? "") as UserId;
    const card = await database.client.card.findUniqueOrThrow({ where: { id: "card-a" } });
    await recordEvents({ userId: id, createdAt: now - DAY_MS, timeZone: "UTC", rolloverHour: 4 }, [reviewBody(1, 4, now - 1_000, { cardId: "card-a", revisionId: card.currentRevisionId ?? "" })], now);
  });

  test("answers with the due load until it is replaced or revoked", async () => {
    const [first, second] = [newFeedToken(), newFeedToken()];
    await replaceFeed(id, hashOfToken(first), now);
    const answer = await get(first);
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([200, "text/calendar; charset=utf-8", "private, no-store"]);
    expect(await answer.text()).toContain("SUMMARY:Heapwise: 1 card due\r\n");
    await replaceFeed(id, hashOfToken(second), now);
    expect([(await get(first)).status, (await get(second)).status]).toEqual([404, 200]);
    await endFeed(id);
    expect((await get(second)).status).toBe(404);
  });

  test("is not answered for a guess, and stands in no log", async () => {
    for (const guess of ["", "nothing", "x".repeat(43), "..%2f", "\u0000"]) expect([guess, (await get(guess)).status]).toEqual([guess, 404]);
    expect(routeOf(`/api/calendar/${newFeedToken()}`)).toBe("/api/calendar/:secret");
  });
});
