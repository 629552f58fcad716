import { afterAll, beforeAll, inject } from "vitest";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { connect, provideDatabase, type PrismaClient } from "../../lib/db/client.ts";
import { migrate } from "../../lib/setup/migrations.mjs";
import { cardFile } from "../content-sync/library.ts";
import { type AppProcess, startApp } from "./app-process.ts";

/** Two processes of the app on one PostgreSQL, there from beforeAll on. */
export interface TwoApps {
  readonly client: PrismaClient;
  readonly apps: readonly [AppProcess, AppProcess];
}

/** Call inside a describe: two processes on one database with two cards, ended after its tests. */
export function withTwoApps(): TwoApps {
  let state: TwoApps | undefined;
  const current = (): TwoApps => {
    if (!state) throw new Error("The processes are there from beforeAll on; use them inside tests and hooks.");
    return state;
  };
  beforeAll(async () => {
    const url = inject("template");
    await migrate(url);
    const client = await connect(url);
    provideDatabase(client);
    await syncLibrary([cardFile("card-a"), cardFile("card-b")], null, Date.now());
    state = { client, apps: await Promise.all([startApp(url), startApp(url)]) };
  });
  afterAll(async () => {
    await Promise.all(state?.apps.map((app) => app.end("SIGTERM")) ?? []);
    await state?.client.$disconnect();
  });
  return {
    get client() {
      return current().client;
    },
    get apps() {
      return current().apps;
    },
  };
}
