import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { connect } from "../../lib/db/client.ts";
import { isUnavailable } from "../../lib/db/faults.ts";
import { PrismaClient as SqliteClient } from "../../lib/db/generated/sqlite/client.ts";
import { freshDatabase } from "../support/database.ts";
import { createDuringRollback, user } from "./overlap.ts";

describe("SQLite's lock", () => {
  it("is needed: through the adapter alone the acknowledged write is lost", async () => {
    const { url, remove } = await freshDatabase("sqlite");
    const bare = new SqliteClient({ adapter: new PrismaBetterSqlite3({ url }) });
    expect(await createDuringRollback(bare)).toBe(false);
    await bare.$disconnect();
    await remove();
  });

  it("held by another process fails a write as unavailable soon, and the server is not frozen meanwhile", async () => {
    const { url, remove } = await freshDatabase("sqlite");
    const client = await connect(url);
    await client.user.count();
    const shell = new Database(url.slice("file:".length));
    shell.exec("BEGIN IMMEDIATE");
    let turns = 0;
    const ticker = setInterval(() => { turns += 1; }, 1);
    const outcomes = await Promise.allSettled([
      client.user.create({ data: user("a@example.org") }),
      client.$transaction((tx) => tx.user.create({ data: user("b@example.org") })),
    ]);
    clearInterval(ticker);
    expect(outcomes.map((outcome) => outcome.status === "rejected" && isUnavailable(outcome.reason))).toEqual([true, true]);
    // Other work went on during the wait: a server that is frozen would have turned once.
    expect(turns).toBeGreaterThan(5);
    expect(await client.user.count()).toBe(0);
    shell.exec("ROLLBACK");
    shell.close();
    await client.user.create({ data: user("a@example.org") });
    await client.$transaction((tx) => tx.user.create({ data: user("b@example.org") }));
    expect(await client.user.count()).toBe(2);
    await client.$disconnect();
    await remove();
  });

  it("is given back when a transaction ends in an error inside the database", async () => {
    const { url, remove } = await freshDatabase("sqlite");
    const client = await connect(url);
    const twice = client.$transaction(async (tx) => {
      await tx.user.create({ data: user("same@example.org") });
      await tx.user.create({ data: user("same@example.org") });
    });
    await expect(twice).rejects.toMatchObject({ code: "P2002" });
    expect(await client.user.count()).toBe(0);
    await client.$disconnect();
    await remove();
  });
});
