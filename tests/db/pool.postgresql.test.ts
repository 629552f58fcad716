import pg from "pg";
import { expect, it, vi } from "vitest";
import { withDatabase } from "../support/database.ts";

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
