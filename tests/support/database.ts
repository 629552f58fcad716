import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { connect, provideDatabase, type PrismaClient } from "../../lib/db/client.ts";

export type Provider = "sqlite" | "postgresql";

declare module "vitest" {
  interface ProvidedContext {
    provider: Provider;
    /** SQLite: a migrated file. PostgreSQL: the URL of a migrated template database. */
    template: string;
  }
}

/** The databases this run tests: one, since each is a suite of its own. For `describe.each(providers)`. */
export const providers: readonly Provider[] = [runningProvider()];

function runningProvider(): Provider {
  const provider = inject("provider");
  if (!provider) throw new Error("Tests that need a database are called *.db.test.ts (vitest.config.ts).");
  return provider;
}

type Place = { url: string; remove(): Promise<void> };

/** A fresh, migrated database: its URL, and how to remove it. */
export async function freshDatabase(provider: Provider): Promise<Place> {
  return provider === "sqlite" ? sqliteFile(inject("template")) : postgresDatabase(inject("template"));
}

/** A database without any table. */
export async function emptyDatabase(provider: Provider): Promise<Place> {
  return provider === "sqlite" ? sqliteFile(undefined) : postgresDatabase(undefined);
}

async function sqliteFile(template: string | undefined): Promise<Place> {
  const folder = mkdtempSync(path.join(tmpdir(), "heapwise-test-"));
  const file = path.join(folder, "test.db");
  if (template) copyFileSync(template, file);
  return { url: `file:${file}`, remove: async () => rmSync(folder, { recursive: true }) };
}

async function postgresDatabase(template: string | undefined): Promise<Place> {
  const server = inject("template");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const from = template ? new URL(template).pathname.slice(1) : "template1";
  await administer(server, `CREATE DATABASE "${name}" TEMPLATE "${from}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => administer(server, `DROP DATABASE "${name}" WITH (FORCE)`) };
}

/** Runs one statement in the server's database "postgres": a template must have no connections. */
async function administer(url: string, statement: string): Promise<void> {
  const server = new URL(url);
  server.pathname = "/postgres";
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export type TestDatabase = {
  /** A client of the fresh database. */
  readonly client: PrismaClient;
  readonly url: string;
};

/** Call inside a describe: a fresh, migrated database for its tests, closed and removed after them. `db()` gives it meanwhile. */
export function withDatabase(provider: Provider): TestDatabase {
  let state: (Place & { client: PrismaClient }) | undefined;
  const current = () => {
    if (!state) throw new Error("The database is there from beforeAll on; use it inside tests and hooks.");
    return state;
  };
  beforeAll(async () => {
    const { url, remove } = await freshDatabase(provider);
    state = { url, remove, client: await connect(url) };
    provideDatabase(state.client);
  });
  afterAll(async () => {
    await state?.client.$disconnect();
    await state?.remove();
  });
  return {
    get client() {
      return current().client;
    },
    get url() {
      return current().url;
    },
  };
}
