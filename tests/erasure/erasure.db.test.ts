import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { findSessionUser } from "../../lib/auth/data.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import { findTokenUser } from "../../lib/auth/tokens/data.ts";
import { createToken } from "../../lib/auth/tokens/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { replaceFeed } from "../../lib/calendar/mutations.ts";
import { findFeedUser } from "../../lib/auth/feed.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { askErasure, cancelErasure, eraseAgain, eraseDue } from "../../lib/erasure/mutations.ts";
import { recordEvents } from "../../lib/reviews/mutations.ts";
import { backup, restore } from "../../lib/setup/backup.mjs";
import { cardFile } from "../content-sync/library.ts";
import { DAY_MS, reviewBody } from "../reviews/logs.ts";
import { providers, withDatabase } from "../support/database.ts";

const NOW = Date.UTC(2026, 10, 29, 9);

describe.each(providers)("the deletion of an account on %s", (provider) => {
  const database = withDatabase(provider);
  const folder = mkdtempSync(path.join(tmpdir(), "heapwise-erasure-"));
  let people = 0;
  let id = "" as UserId;

  afterAll(() => rmSync(folder, { recursive: true }));

  beforeEach(async () => {
    await syncLibrary([cardFile("card-a")], null, NOW - DAY_MS);
    people += 1;
    const user = await createUser({ email: `leaver${people}@example.org`, name: "Leaver", passwordHash: null }, NOW - DAY_MS);
    id = (user?.id ?? "") as UserId;
    const card = await database.client.card.findUniqueOrThrow({ where: { id: "card-a" } });
    await recordEvents({ userId: id, createdAt: NOW - DAY_MS, timeZone: "UTC", rolloverHour: 4 }, [reviewBody(people, 4, NOW - 60_000, { cardId: "card-a", revisionId: card.currentRevisionId ?? "" })], NOW);
    await createToken(id, { name: "t", days: 30 }, `token ${people}`, NOW, null);
    await replaceFeed(id, `feed ${people}`, NOW);
  });

  const left = async () => Promise.all([database.client.user.count({ where: { id } }), database.client.reviewEvent.count({ where: { userId: id } }), database.client.cardState.count({ where: { userId: id } })]);

  test("ends every session and whatever else opens the account at once, and nothing is deleted for seven days", async () => {
    expect(await findTokenUser(`token ${people}`, NOW)).not.toBeNull();
    expect(await askErasure(id, NOW, null)).toEqual({ status: "asked", eraseAt: NOW + 7 * DAY_MS });
    expect(await findSessionUser(id, 0)).toBeNull();
    expect(await findSessionUser(id, 1)).toMatchObject({ eraseAt: NOW + 7 * DAY_MS });
    expect([await findTokenUser(`token ${people}`, NOW), await findFeedUser(`feed ${people}`)]).toEqual([null, null]);
    expect(await eraseDue(NOW + 7 * DAY_MS - 1)).toBe(0);
    expect(await left()).toEqual([1, 1, 1]);
  });

  test("can be called off, and then does not happen", async () => {
    await askErasure(id, NOW, null);
    expect(await cancelErasure(id, NOW + DAY_MS, null)).toBe(true);
    expect(await cancelErasure(id, NOW + DAY_MS, null)).toBe(false);
    await eraseDue(NOW + 30 * DAY_MS);
    expect(await left()).toEqual([1, 1, 1]);
    expect(await findSessionUser(id, 1)).toMatchObject({ eraseAt: null });
  });

  test("leaves no row of the account, and a note that leads to no person", async () => {
    await askErasure(id, NOW, null);
    expect(await eraseDue(NOW + 7 * DAY_MS)).toBeGreaterThan(0);
    expect(await left()).toEqual([0, 0, 0]);
    const note = await database.client.auditEntry.findFirstOrThrow({ where: { name: "user_erase" }, orderBy: { seq: "desc" } });
    expect([note.actorId, note.target, note.detail.includes(id)]).toEqual([null, null, false]);
    expect(await database.client.card.count({ where: { id: "card-a" } })).toBe(1);
  });

  test("is refused to the only admin, whose account stays as it was", async () => {
    await database.client.user.update({ where: { id }, data: { role: "ADMIN" } });
    expect(await askErasure(id, NOW, null)).toEqual({ status: "last-admin" });
    expect(await findSessionUser(id, 0)).toMatchObject({ eraseAt: null, role: "ADMIN" });
    const second = await createUser({ email: `second${people}@example.org`, name: null, passwordHash: null }, NOW);
    await database.client.user.update({ where: { id: second?.id ?? "" }, data: { role: "ADMIN" } });
    expect(await askErasure(id, NOW, null)).toMatchObject({ status: "asked" });
    await database.client.user.updateMany({ where: { role: "ADMIN" }, data: { role: "LEARNER" } });
  });

  test("holds against a restored backup: the account is deleted again (D20)", async () => {
    const file = path.join(folder, `${provider}.jsonl.gz`);
    await backup(database.url, file);
    await askErasure(id, NOW, null);
    await eraseDue(NOW + 7 * DAY_MS);
    await restore(file, database.url, { replace: true });
    expect((await left())[0]).toBe(1);
    expect(await eraseAgain()).toBeGreaterThan(0);
    expect(await left()).toEqual([0, 0, 0]);
    expect(await eraseAgain()).toBe(0);
  });
});
