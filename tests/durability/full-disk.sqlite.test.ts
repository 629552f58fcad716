import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as getQueue } from "../../app/api/reviews/queue/route.ts";
import { POST as postReviews } from "../../app/api/reviews/route.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { cardFile } from "../content-sync/library.ts";
import { reviewBody } from "../reviews/logs.ts";
import { withDatabase } from "../support/database.ts";
import { HOST, incoming } from "../support/server.ts";

describe("SQLite that cannot write", () => {
  const database = withDatabase("sqlite");
  let revisionId = "";
  const batch = (size: number) => ({ events: Array.from({ length: size }, () => ({ ...reviewBody(1, 4, Date.now(), { cardId: "card-a", revisionId }), id: randomUUID() })) });
  const post = (body: object) => postReviews(new Request(`${HOST}/api/reviews`, { method: "POST", body: JSON.stringify(body), headers: { origin: HOST, host: "localhost:3000", "content-type": "application/json" } }));
  const queue = () => getQueue(new Request(`${HOST}/api/reviews/queue`));
  const stored = () => database.client.reviewEvent.count();

  beforeAll(async () => {
    await syncLibrary([cardFile("card-a"), cardFile("card-b")], null, Date.now());
    revisionId = (await database.client.card.findUniqueOrThrow({ where: { id: "card-a" } })).currentRevisionId ?? "";
  });
  beforeEach(async () => {
    const user = await createUser({ email: `${randomUUID()}@example.org`, name: null, passwordHash: null }, Date.now() - 1_000);
    incoming.user = { id: user?.id ?? "", sessionVersion: 0 };
  });

  it("because the disk is full answers 503, keeps what it has, goes on reading, and takes the answers once there is room", async () => {
    const [{ page_count: pages } = { page_count: 0 }] = await database.client.$queryRawUnsafe<{ page_count: number }[]>("PRAGMA page_count");
    await database.client.$queryRawUnsafe(`PRAGMA max_page_count = ${Number(pages) + 4}`);
    const before = await stored();
    const answers = batch(100);
    const refused = await post(answers);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await stored()).toBe(before);
    expect((await queue()).status).toBe(200);
    await database.client.$queryRawUnsafe("PRAGMA max_page_count = 1000000");
    expect((await post(answers)).status).toBe(200);
    expect(await stored()).toBe(before + 100);
  });

  it("because another process holds the lock answers 503 with the time to wait, and takes the answers afterwards", async () => {
    const shell = new Database(database.url.slice("file:".length));
    shell.exec("BEGIN IMMEDIATE");
    const answers = batch(1);
    let turns = 0;
    const turning = setInterval(() => { turns += 1; }, 1);
    const refused = await post(answers);
    clearInterval(turning);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    // The server did other things meanwhile: it was not frozen by the wait.
    expect(turns).toBeGreaterThan(5);
    shell.exec("ROLLBACK");
    shell.close();
    expect((await post(answers)).status).toBe(200);
  });
});
