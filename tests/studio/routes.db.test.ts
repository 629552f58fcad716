import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as getExport } from "../../app/api/studio/cards/[id]/export/route.ts";
import { POST as postDiscard } from "../../app/api/studio/discard/route.ts";
import { PUT as putDraft } from "../../app/api/studio/drafts/route.ts";
import { POST as postNew } from "../../app/api/studio/new/route.ts";
import { POST as postPublish } from "../../app/api/studio/publish/route.ts";
import { POST as postRestore } from "../../app/api/studio/restore/route.ts";
import { POST as postRetire } from "../../app/api/studio/retire/route.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import { readCard } from "../../lib/content/data.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { ensureLab } from "../../lib/setup/lab-bundle.mjs";
import { listStudio, readHistory } from "../../lib/studio/data.ts";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";
import { HOST, incoming } from "../support/server.ts";

const NOW = Date.UTC(2026, 10, 22, 12);
const ONE_VERSION = { "versions: 3.10-3.15": "versions: 3.14" };

interface Answer {
  readonly status: number;
  readonly body: { readonly draftId: string; readonly version: number; readonly status: string; readonly number: number; readonly reasons: { message: string }[]; readonly error: { code: string; message: string }; readonly theirs: { source: string; version: number; draftId: string | null; baseRevisionId: string } };
}

async function send(route: (request: Request) => Promise<Response>, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const request = new Request(`${HOST}/api/studio`, { method: "POST", body: JSON.stringify(body), headers: { origin: HOST, host: "localhost:3000", "content-type": "application/json", ...headers } });
  const response = await route(request);
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

describe.each(providers)("the studio's routes on %s", (provider) => {
  const database = withDatabase(provider);
  let people = 0;
  let cards = 0;

  const become = async (role: "LEARNER" | "AUTHOR" | "ADMIN"): Promise<string> => {
    people += 1;
    const user = await createUser({ email: `author${people}@example.org`, name: `Author ${people}`, passwordHash: null }, NOW);
    if (user === null) throw new Error("The account was not made.");
    await database.client.user.update({ where: { id: user.id }, data: { role } });
    incoming.user = { id: user.id, sessionVersion: 0 };
    return user.id;
  };

  /** A published card of its own for a test: its id, text and current revision. */
  const published = async () => {
    cards += 1;
    const file = cardFile(`card-number-${cards}`, { ...ONE_VERSION, "What does `is` compare?": `What does word${cards} compare, seen from side${cards}?` });
    await syncLibrary([...(await all()), file], null, NOW);
    const row = await database.client.card.findUniqueOrThrow({ where: { id: file.name } });
    return { id: file.name, source: file.source, revisionId: row.currentRevisionId ?? "" };
  };
  /** Files of the cards that are there, so that a sync retires none of them. */
  const all = async () => (await database.client.card.findMany({ select: { id: true, currentRevision: { select: { source: true } } } })).map(({ id, currentRevision }) => ({ path: `identity/${id}.md`, name: id, source: currentRevision?.source ?? "", card: parseCard(currentRevision?.source ?? "") }));
  const draftOf = (card: { id: string; revisionId: string }, source: string, change: object = {}) => send(putDraft, { draftId: null, cardId: card.id, baseRevisionId: card.revisionId, seen: 0, source, ...change });
  const entries = (cardId: string) => database.client.auditEntry.findMany({ where: { target: `card:${cardId}` }, orderBy: { seq: "asc" }, select: { name: true, actorId: true, detail: true } });

  beforeAll(() => ensureLab(), 120_000);
  beforeEach(async () => {
    // The only author, who publishes alone; reviews by another one are tests of their own.
    await database.client.user.updateMany({ data: { role: "LEARNER" } });
    await become("AUTHOR");
  });

  test("do not exist for learners and visitors, other sites, or what is no id", async () => {
    const card = await published();
    const export404 = async (id: string) => (await getExport(new Request(`${HOST}/x`), { params: Promise.resolve({ id }) })).status;
    expect(await send(putDraft, {}, { origin: "https://evil.example" })).toMatchObject({ status: 403 });
    expect(await draftOf({ ...card, id: "../../etc/passwd" }, "x")).toMatchObject({ status: 400 });
    expect(await draftOf({ ...card, id: "no-such-card" }, "x")).toMatchObject({ status: 404 });
    expect(await draftOf({ ...card, revisionId: "a-revision-of-another" }, "x")).toMatchObject({ status: 400 });
    expect(await draftOf(card, "x", { role: "ADMIN" })).toMatchObject({ status: 400 });
    for (const id of ["no-such-card", "..", "CON", "a\u0000b"]) expect(await export404(id)).toBe(404);
    expect(await send(postRetire, { cardId: card.id, retired: true })).toMatchObject({ status: 404 });
    await become("LEARNER");
    for (const route of [putDraft, postDiscard, postNew, postPublish, postRestore, postRetire]) expect(await send(route, {})).toMatchObject({ status: 404 });
    expect(await export404(card.id)).toBe(404);
    incoming.user = null;
    for (const route of [putDraft, postDiscard, postNew, postPublish, postRestore, postRetire]) expect(await send(route, {})).toMatchObject({ status: 401 });
  });

  test("M32 a save that follows an older one gets 409 with the other text, and overwrites nothing", async () => {
    const card = await published();
    const first = await draftOf(card, `${card.source}\nmine`);
    expect(first).toMatchObject({ status: 200, body: { version: 1 } });
    await become("AUTHOR");
    expect(await draftOf(card, `${card.source}\nanother's`)).toMatchObject({ status: 409, body: { theirs: { source: `${card.source}\nmine`, version: 1 } } });
    const { draftId } = first.body;
    expect(await draftOf(card, "second", { draftId, seen: 1 })).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await draftOf(card, "late", { draftId, seen: 1 })).toMatchObject({ status: 409, body: { theirs: { source: "second", version: 2 } } });
    expect((await database.client.cardDraft.findUniqueOrThrow({ where: { cardId: card.id } })).source).toBe("second");
    const both = await Promise.all(["left", "right"].map((source) => draftOf(card, source, { draftId, seen: 2 })));
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
    expect(await send(postDiscard, { draftId, seen: 2 })).toMatchObject({ status: 409 });
    expect(await send(postDiscard, { draftId, seen: 3 })).toMatchObject({ status: 200 });
  });

  test("keep a draft whatever its text, up to twice the size of a card", async () => {
    const card = await published();
    expect(await draftOf(card, "\"\n".repeat(60_000))).toMatchObject({ status: 200 });
    expect(await draftOf(card, "x".repeat(140_000), { draftId: crypto.randomUUID(), seen: 1 })).toMatchObject({ status: 400 });
    expect(await draftOf(card, "x".repeat(600_000))).toMatchObject({ status: 413 });
  });

  test("a new card is begun from the template, proven, and published once", async () => {
    const author = incoming.user?.id;
    const begun = await send(postNew, { id: "a-new-card", topic: "identity", kind: "recall" });
    const source = (await database.client.cardDraft.findUniqueOrThrow({ where: { id: begun.body.draftId } })).source.replace("What …", "What does a new card ask, and of whom?").replace("3.10-3.15", "3.13-3.14");
    expect(await listStudio({ search: "A-NEW", status: "DRAFT", topic: "", kind: "" })).toMatchObject([{ cardId: "a-new-card", status: "DRAFT", hasDraft: true }]);
    const failing = source.replace("assert 1 + 1 == 2", "assert 1 + 1 == 3");
    await send(putDraft, { draftId: begun.body.draftId, cardId: null, baseRevisionId: null, seen: 1, source: failing });
    const refused = await send(postPublish, { draftId: begun.body.draftId, seen: 2, editClass: null });
    expect(refused).toMatchObject({ status: 200, body: { status: "refused", reasons: [{ message: expect.stringMatching(/^proof 1 does not hold in Python 3\.13-3\.14: /) }] } });
    expect(await readCard("a-new-card")).toBeNull();
    expect(await send(postPublish, { draftId: begun.body.draftId, seen: 1, editClass: null })).toMatchObject({ status: 409 });

    await send(putDraft, { draftId: begun.body.draftId, cardId: null, baseRevisionId: null, seen: 2, source });
    expect(await send(postPublish, { draftId: begun.body.draftId, seen: 3, editClass: null })).toMatchObject({ status: 200, body: { status: "published", number: 1 } });
    expect((await readCard("a-new-card"))?.matrix.cells).toMatchObject([{ version: "3.13", mode: "script", status: "held" }, { version: "3.14", mode: "script", status: "held" }]);
    expect(await database.client.cardDraft.count({ where: { id: begun.body.draftId } })).toBe(0);
    expect(await entries("a-new-card")).toMatchObject([{ name: "card_publish", actorId: author, detail: expect.stringContaining('"number":1') }]);
    expect(await send(postNew, { id: "a-new-card", topic: "identity", kind: "recall" })).toMatchObject({ status: 409 });
    expect(await send(postPublish, { draftId: begun.body.draftId, seen: 3, editClass: null })).toMatchObject({ status: 404 });
  }, 120_000);

  test("M28 M29 a proof that stops, or that the engine cannot run, is not published", async () => {
    const card = await published();
    const source = card.source.replace("assert 1 + 1 == 2", "assert 1 + 1 == 2\n```\n\n```python\nwhile True:\n    pass\nassert 2 == 1 + 1\n```\n\n```python\nimport tkinter\nassert len(tkinter.__name__) == 7");
    const { draftId } = (await draftOf(card, source)).body;
    const { body } = await send(postPublish, { draftId, seen: 1, editClass: "CLARIFY" });
    expect(body.status).toBe("refused");
    expect(body.reasons.map((reason) => reason.message)).toEqual([expect.stringMatching(/^proof 2 was stopped/), expect.stringMatching(/^proof 3 cannot be run/)]);
    expect(await database.client.cardRevision.count({ where: { cardId: card.id } })).toBe(1);
  }, 120_000);

  test("M31 an edit of a published card is a revision of the class that the author chose, and keeps the file's hash", async () => {
    const card = await published();
    const before = await database.client.card.findUniqueOrThrow({ where: { id: card.id } });
    const source = card.source.replace("The mechanism, in a few sentences.", "Another mechanism.");
    const { draftId } = (await draftOf(card, source)).body;
    expect(await send(postPublish, { draftId, seen: 1, editClass: null })).toMatchObject({ body: { status: "refused", reasons: [{ message: expect.stringContaining("what kind of change") }] } });
    expect(await send(postPublish, { draftId, seen: 1, editClass: "CORRECT" })).toMatchObject({ body: { status: "published", number: 2 } });
    const after = await database.client.card.findUniqueOrThrow({ where: { id: card.id } });
    expect(after).toMatchObject({ origin: "FILE", importedHash: before.importedHash, status: "PUBLISHED" });
    expect((await readHistory(card.id, null, null, NOW))?.revisions).toMatchObject([{ number: 2, editClass: "CORRECT" }, { number: 1, editClass: "REPLACE", author: null }]);
    const files = (await all()).map((file) => (file.name === card.id ? { ...file, source: card.source, card: parseCard(card.source) } : file));
    expect((await syncLibrary(files, null, NOW)).reports).toContainEqual(expect.stringContaining("edited in the database since it was imported"));
  }, 120_000);

  test("M31 a replacement is a card of its own, and the old one is retired with its history", async () => {
    const card = await published();
    const { draftId } = (await draftOf(card, card.source)).body;
    expect(await send(postPublish, { draftId, seen: 1, editClass: "REPLACE" })).toMatchObject({ body: { status: "refused", reasons: [{ message: expect.stringContaining("another id") }] } });
    await draftOf(card, card.source.replace(card.id, `${card.id}-again`), { draftId, seen: 1 });
    expect(await send(postPublish, { draftId, seen: 2, editClass: "TYPO" })).toMatchObject({ body: { status: "refused", reasons: [{ message: expect.stringContaining("stays") }] } });
    expect(await send(postPublish, { draftId, seen: 2, editClass: "REPLACE" })).toMatchObject({ body: { status: "published", cardId: `${card.id}-again`, number: 1 } });
    expect((await database.client.card.findUniqueOrThrow({ where: { id: card.id } })).status).toBe("RETIRED");
    expect(await readCard(`${card.id}-again`)).not.toBeNull();
  }, 120_000);

  test("M32 a text begun from an older revision is not published over a newer one; both are shown", async () => {
    const card = await published();
    const { draftId } = (await draftOf(card, card.source.replace("mechanism", "reason"))).body;
    const newer = cardFile(card.id, {});
    await syncLibrary([...(await all()).filter((file) => file.name !== card.id), { ...newer, source: card.source.replace("mechanism", "cause"), card: parseCard(card.source.replace("mechanism", "cause")) }], null, NOW);
    const answer = await send(postPublish, { draftId, seen: 1, editClass: "CLARIFY" });
    expect(answer).toMatchObject({ status: 409, body: { theirs: { draftId, source: card.source.replace("mechanism", "cause") } } });
    await draftOf({ ...card, revisionId: answer.body.theirs.baseRevisionId }, card.source.replace("mechanism", "reason"), { draftId, seen: 1 });
    expect(await send(postPublish, { draftId, seen: 2, editClass: "CLARIFY" })).toMatchObject({ status: 200, body: { status: "published", number: 3 } });
  }, 120_000);

  test("an older text is restored as a new revision, and an export is the revision's text, byte for byte (M37)", async () => {
    const card = await published();
    const { draftId } = (await draftOf(card, card.source.replace("mechanism", "Grund für größere"))).body;
    await send(postPublish, { draftId, seen: 1, editClass: "CLARIFY" });
    const exported = async () => {
      const response = await getExport(new Request(`${HOST}/x`), { params: Promise.resolve({ id: card.id }) });
      return { name: response.headers.get("content-disposition"), text: Buffer.from(await response.arrayBuffer()).toString("utf8") };
    };
    expect(await exported()).toEqual({ name: `attachment; filename="${card.id}.md"`, text: card.source.replace("mechanism", "Grund für größere") });
    const current = (await database.client.card.findUniqueOrThrow({ where: { id: card.id } })).currentRevisionId;
    expect(await send(postRestore, { cardId: card.id, revisionId: card.revisionId, currentRevisionId: card.revisionId, editClass: "CLARIFY" })).toMatchObject({ status: 409 });
    expect(await send(postRestore, { cardId: card.id, revisionId: card.revisionId, currentRevisionId: current, editClass: "CLARIFY" })).toMatchObject({ body: { status: "published", number: 3 } });
    expect((await exported()).text).toBe(card.source);
    const hashes = (await database.client.cardRevision.findMany({ where: { cardId: card.id }, orderBy: { number: "asc" } })).map((row) => row.hash);
    expect(hashes[2]).toBe(hashes[0]);
    expect(parseCard((await exported()).text).hash).toBe(hashes[0]);
    expect((await entries(card.id)).map((one) => one.name)).toEqual(["card_publish", "card_restore"]);
  }, 120_000);

  test("an admin retires a card and puts it back; a restart does not bring it back, and nobody publishes it meanwhile", async () => {
    const card = await published();
    const admin = await become("ADMIN");
    expect(await send(postRetire, { cardId: card.id, retired: true })).toMatchObject({ status: 200 });
    expect(await send(postRetire, { cardId: card.id, retired: true })).toMatchObject({ status: 409 });
    await syncLibrary(await all(), null, NOW);
    expect(await readCard(card.id)).toBeNull();
    const { draftId } = (await draftOf(card, card.source)).body;
    expect(await send(postPublish, { draftId, seen: 1, editClass: "TYPO" })).toMatchObject({ status: 409, body: { error: { message: expect.stringContaining("retired") } } });
    // From a file and never recorded: it cannot be put back as proven.
    expect(await send(postRetire, { cardId: card.id, retired: false })).toMatchObject({ status: 409 });
    await database.client.proofRecord.create({ data: { revisionId: card.revisionId, version: "3.14", mode: "script", status: "held", ranAt: NOW, engineHash: "x", output: "" } });
    expect(await send(postRetire, { cardId: card.id, retired: false })).toMatchObject({ status: 200 });
    expect((await entries(card.id)).map(({ name, actorId, detail }) => [name, actorId, detail])).toEqual([["card_retire", admin, '{"retired":true}'], ["card_retire", admin, '{"retired":false}']]);
  });

  test("the list finds literal text without case, and narrows by status, topic and kind", async () => {
    const card = await published();
    const found = async (query: object) => (await listStudio({ search: "", status: "", topic: "", kind: "", ...query })).map((row) => row.cardId);
    expect(await found({ search: card.id.toUpperCase() })).toContain(card.id);
    expect(await found({ search: "%" })).toEqual([]);
    expect(await found({ search: "_" })).toEqual([]);
    expect(await found({ search: "x".repeat(5_000) })).toEqual([]);
    expect(await found({ search: card.id, topic: "gil" })).toEqual([]);
    expect(await found({ search: card.id, kind: "recall", status: "PUBLISHED", topic: "identity" })).toContain(card.id);
    expect(await found({ search: card.id, status: "RETIRED" })).not.toContain(card.id);
  });
});
