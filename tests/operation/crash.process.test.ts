import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, inject, it } from "vitest";
import { migrate } from "../../lib/setup/migrations.mjs";
import { type CrashResult, crashCampaign } from "./crash.ts";

const TIMES = 4;

function expectWhole(result: CrashResult): void {
  expect(result).toMatchObject({ kills: TIMES, lost: [], doubled: [], statesAgree: true });
  expect(result.acknowledged).toBeGreaterThan(TIMES);
}

it("an app killed in the middle of reviews loses nothing it acknowledged and counts nothing twice, on SQLite (D01, D02)", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "heapwise-crash-"));
  const file = path.join(folder, "crash.db");
  await migrate(`file:${file}`);
  expectWhole(await crashCampaign({ url: `file:${file}`, times: TIMES }));
  const database = new Database(file);
  expect(database.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }]);
  database.close();
  rmSync(folder, { recursive: true });
});

it("an app killed in the middle of reviews loses nothing it acknowledged and counts nothing twice, on PostgreSQL (D01, D02)", async () => {
  const url = new URL(inject("template"));
  await migrate(url.href);
  expectWhole(await crashCampaign({ url: url.href, times: TIMES }));
});
