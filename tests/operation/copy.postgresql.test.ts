import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { connect, provideDatabase } from "../../lib/db/client.ts";
import { foldLog } from "../../lib/reviews/fold.ts";
import { rebuildStates } from "../../lib/reviews/mutations.ts";
import { logEventOf, rowOf } from "../../lib/reviews/state-row.ts";
import { copy } from "../../lib/setup/backup.mjs";
import { migrate } from "../../lib/setup/migrations.mjs";
import { DEFAULT_SETTING } from "../../lib/scheduling/scheduler.ts";
import { freshDatabase } from "../support/database.ts";
import { contentsOf } from "./contents.ts";
import { populate } from "./populate.ts";

const folder = mkdtempSync(path.join(tmpdir(), "heapwise-copy-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("a populated SQLite database copied to PostgreSQL and back is the same, and every log folds to the same states on both", async () => {
  const [from, back] = [`file:${folder}/from.db`, `file:${folder}/back.db`];
  await migrate(from);
  const source = await connect(from);
  provideDatabase(source);
  const people = await populate(source, 60);
  const target = await freshDatabase("postgresql");
  await copy(from, target.url);
  const copied = await connect(target.url);
  const before = await contentsOf(source);
  expect(await contentsOf(copied)).toEqual(before);
  expect(before.reviewEvent?.length).toBeGreaterThan(100);

  for (const userId of people) {
    const states = [];
    for (const client of [source, copied]) {
      const events = await client.reviewEvent.findMany({ where: { userId } });
      const folded = [...foldLog(events.map(logEventOf), DEFAULT_SETTING)].map(([cardId, progress]) => rowOf(cardId, progress));
      provideDatabase(client);
      await rebuildStates(userId);
      const stored = await client.cardState.findMany({ where: { userId }, omit: { userId: true } });
      const order = (a: { cardId: string }, b: { cardId: string }): number => (a.cardId < b.cardId ? -1 : 1);
      expect(stored.sort(order)).toEqual(folded.sort(order));
      states.push(stored);
    }
    expect(states[0]).toEqual(states[1]);
  }

  await copy(target.url, back);
  const returned = await connect(back);
  expect(await contentsOf(returned)).toEqual(before);
  for (const client of [source, copied, returned]) await client.$disconnect();
  await target.remove();
});
