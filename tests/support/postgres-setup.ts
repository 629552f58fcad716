import { randomUUID } from "node:crypto";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../../lib/setup/migrations.mjs";
import { startPostgres } from "../../lib/setup/testing/postgres.mjs";

/** Starts a server (or takes TEST_POSTGRES_URL) and migrates one database; each test gets a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const name = `template_${randomUUID().replaceAll("-", "")}`;
  const execute = async (statement: string) => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await execute(`CREATE DATABASE "${name}"`);
  const template = new URL(server.url);
  template.pathname = `/${name}`;
  await migrate(template.href);
  project.provide("provider", "postgresql");
  project.provide("template", template.href);
  return async () => {
    await execute(`DROP DATABASE "${name}" WITH (FORCE)`);
    await server.stop();
  };
}
