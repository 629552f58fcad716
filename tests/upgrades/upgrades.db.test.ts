import { beforeEach, describe, expect, test } from "vitest";
import { POST as postSettle } from "../../app/api/studio/upgrades/route.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { sourceHash } from "../../lib/content/sync.ts";
import { readUpgrade, readUpgrades } from "../../lib/upgrades/data.ts";
import { mergedText, mergeTexts } from "../../lib/upgrades/merge.ts";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";
import { HOST, incoming } from "../support/server.ts";

const send = async (body: unknown): Promise<number> =>
  (await postSettle(new Request(`${HOST}/api/studio/upgrades`, { method: "POST", body: JSON.stringify(body), headers: { origin: HOST, host: "localhost:3000", "content-type": "application/json" } }))).status;

describe.each(providers)("a release that changes a card which was edited here, on %s", (provider) => {
  const database = withDatabase(provider);
  let people = 0;
  const become = async (role: "LEARNER" | "AUTHOR"): Promise<void> => {
    people += 1;
    const user = await createUser({ email: `author${people}@example.org`, name: null, passwordHash: null }, 0);
    await database.client.user.update({ where: { id: user?.id ?? "" }, data: { role } });
    incoming.user = { id: user?.id ?? "", sessionVersion: 0 };
  };
  const old = cardFile("merged-card");
  const mine = old.source.replace("The mechanism, in a few sentences.", "The mechanism, as an author here put it.");
  const released = cardFile("merged-card", { "What does `is` compare?": "What does `is` compare, in the new release?" });

  beforeEach(async () => {
    await become("AUTHOR");
    await database.client.card.updateMany({ data: { currentRevisionId: null } });
    for (const table of ["proofRecord", "cardDraft", "incomingFile", "cardRevision", "card"] as const) await (database.client[table] as { deleteMany(): Promise<unknown> }).deleteMany();
    await syncLibrary([old], null, 1);
    const { currentRevision } = await database.client.card.findUniqueOrThrow({ where: { id: old.name }, include: { currentRevision: true } });
    await database.client.cardRevision.create({ data: { id: "edited-here", cardId: old.name, number: 2, hash: currentRevision?.hash ?? "", evidence: "proven", source: mine, editClass: "CLARIFY", createdAt: 2 } });
    await database.client.card.update({ where: { id: old.name }, data: { currentRevisionId: "edited-here" } });
  });
  const current = async () => (await database.client.card.findUniqueOrThrow({ where: { id: old.name }, include: { currentRevision: true } })).currentRevision?.source;

  test("overwrites nothing: the two texts wait with the one they began from, until the file is what the library has", async () => {
    expect((await syncLibrary([released], null, 3)).met).toHaveLength(1);
    expect(await current()).toBe(mine);
    expect(await readUpgrades()).toEqual([{ cardId: old.name, title: expect.any(String), cameAt: 3 }]);
    expect(await readUpgrade(old.name)).toMatchObject({ base: old.source, mine, theirs: released.source, hash: sourceHash(released.source), hasDraft: false });
    await syncLibrary([released], null, 4);
    expect((await readUpgrades())[0]?.cameAt).toBe(3);
    await syncLibrary([{ ...released, source: mine }], null, 5);
    expect(await readUpgrades()).toEqual([]);
  });

  test("the merged text becomes a draft of whoever merged it, and the file does not come back until it changes", async () => {
    await syncLibrary([released], null, 3);
    const merged = mergedText(mergeTexts(old.source, mine, released.source), []) ?? "";
    expect([merged.includes("as an author here put it"), merged.includes("in the new release")]).toEqual([true, true]);
    const body = { cardId: old.name, hash: sourceHash(released.source), revisionId: "edited-here", merged };
    expect(await send({ ...body, hash: "0".repeat(64) })).toBe(409);
    expect(await send({ ...body, revisionId: "another" })).toBe(409);
    expect(await readUpgrades()).toHaveLength(1);
    expect(await send(body)).toBe(200);
    expect(await send(body)).toBe(409);
    expect(await database.client.cardDraft.findUniqueOrThrow({ where: { cardId: old.name } })).toMatchObject({ source: merged, baseRevisionId: "edited-here", authorId: incoming.user?.id });
    expect(await current()).toBe(mine);
    expect((await syncLibrary([released], null, 6)).met).toEqual([]);
    expect((await syncLibrary([cardFile(old.name, { "What does `is` compare?": "And what in the next one?" })], null, 7)).met).toHaveLength(1);
    expect(await database.client.auditEntry.count({ where: { name: "card_merge", target: `card:${old.name}` } })).toBe(1);
  });

  test("an author keeps the library's text whole; a draft of somebody is never overwritten by a merge", async () => {
    await syncLibrary([released], null, 3);
    const body = { cardId: old.name, hash: sourceHash(released.source), revisionId: "edited-here" };
    await database.client.cardDraft.create({ data: { id: "theirs", cardId: old.name, source: "theirs", createdAt: 1, updatedAt: 1 } });
    expect(await send({ ...body, merged: "merged" })).toBe(409);
    expect(await database.client.cardDraft.findUniqueOrThrow({ where: { cardId: old.name } })).toMatchObject({ source: "theirs" });
    expect(await readUpgrades()).toHaveLength(1);
    expect(await send({ ...body, merged: null })).toBe(200);
    expect([await readUpgrades(), await current()]).toEqual([[], mine]);
    expect((await syncLibrary([released], null, 6)).met).toEqual([]);
  });

  test("no learner settles anything", async () => {
    await syncLibrary([released], null, 3);
    await become("LEARNER");
    expect(await send({ cardId: old.name, hash: sourceHash(released.source), revisionId: "edited-here", merged: null })).toBe(404);
    expect(await readUpgrades()).toHaveLength(1);
  });
});
