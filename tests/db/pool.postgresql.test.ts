import pg from "pg";
import { expect, it, vi } from "vitest";
import { GET as getAccountExport } from "../../app/api/account/export/route.ts";
import { POST as postReviews } from "../../app/api/reviews/route.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { connect, provideDatabase } from "../../lib/db/client.ts";
import { cardFile } from "../content-sync/library.ts";
import { reviewBody } from "../reviews/logs.ts";
import { withDatabase } from "../support/database.ts";
import { HOST, incoming } from "../support/server.ts";

const database = withDatabase("postgresql");

it("a server that drops its idle connections does not end the process, and the next queries are answered", async () => {
  const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
  await Promise.all(Array.from({ length: 5 }, () => database.client.user.count()));
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  const { rowCount } = await other.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
  await other.end();
  expect(rowCount).toBeGreaterThan(0);
  await vi.waitFor(async () => expect(await database.client.user.count()).toBe(0), { timeout: 5_000 });
  expect(complaint.mock.calls.every(([text]) => String(text).startsWith("PostgreSQL closed an idle connection"))).toBe(true);
});

it("when all connections are in use, what is heavy is refused soon and answers are stored on those kept back for them (D14)", async () => {
  const [few, reserved] = await Promise.all([connect(database.url, { pool: 1 }), connect(database.url, { pool: 1 })]);
  try {
    await syncLibrary([cardFile("card-a")], null, Date.now());
    const user = await createUser({ email: "reader@example.org", name: null, passwordHash: null }, Date.now() - 1_000);
    incoming.user = user === null ? null : { id: user.id, sessionVersion: 0 };
    const { currentRevisionId } = await database.client.card.findUniqueOrThrow({ where: { id: "card-a" } });
    const review = reviewBody(1, 4, Date.now() - 500, { cardId: "card-a", revisionId: currentRevisionId ?? "" });
    provideDatabase(few, reserved);
    const hold = few.$queryRaw`SELECT 1 AS done FROM pg_sleep(9)`;
    const held = hold.then(() => "ended");
    await vi.waitFor(async () => expect(await database.client.$queryRaw`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep(9)%' AND state = 'active' AND pid <> pg_backend_pid()`).toHaveLength(1));
    const answer = await postReviews(new Request(`${HOST}/api/reviews`, { method: "POST", body: JSON.stringify({ events: [review] }), headers: { origin: HOST, host: "localhost:3000", "content-type": "application/json" } }));
    expect(answer.status).toBe(200);
    const heavy = await getAccountExport(new Request(`${HOST}/api/account/export?format=json`));
    expect([heavy.status, heavy.headers.get("retry-after")]).toEqual([503, "2"]);
    // Both were answered while the only other connection was still in use.
    expect(await Promise.race([held, "still in use"])).toBe("still in use");
    await hold;
  } finally {
    provideDatabase(database.client);
    await Promise.all([few.$disconnect(), reserved.$disconnect()]);
  }
});
