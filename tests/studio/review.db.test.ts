import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PUT as putDraft } from "../../app/api/studio/drafts/route.ts";
import { POST as postPublish } from "../../app/api/studio/publish/route.ts";
import { POST as postReview } from "../../app/api/studio/review/route.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { ensureLab } from "../../lib/setup/lab-bundle.mjs";
import { listStudio, readCardDesk, readHistory, readWaiting } from "../../lib/studio/data.ts";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";
import { HOST, incoming } from "../support/server.ts";

const NOW = Date.UTC(2026, 10, 29, 12);

interface Answer {
  readonly status: number;
  readonly body: { readonly draftId: string; readonly status: string; readonly reasons: { message: string }[]; readonly number: number };
}

async function send(route: (request: Request) => Promise<Response>, body: unknown): Promise<Answer> {
  const response = await route(new Request(`${HOST}/api/studio`, { method: "POST", body: JSON.stringify(body), headers: { origin: HOST, host: "localhost:3000", "content-type": "application/json" } }));
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

describe.each(providers)("where there are two authors, on %s", (provider) => {
  const database = withDatabase(provider);
  let cards = 0;
  const person = async (name: string, role: "LEARNER" | "AUTHOR" | "ADMIN"): Promise<UserId> => {
    const user = await createUser({ email: `${name}@example.org`, name, passwordHash: null }, NOW);
    const { id } = user ?? (await database.client.user.findUniqueOrThrow({ where: { email: `${name}@example.org` } }));
    await database.client.user.update({ where: { id }, data: { role } });
    return id as UserId;
  };
  let people: Record<"writer" | "reader" | "learner", UserId>;
  const as = (who: keyof typeof people): void => {
    incoming.user = { id: people[who], sessionVersion: 0 };
  };
  const drafted = async () => {
    cards += 1;
    const file = cardFile(`reviewed-${cards}`, { "versions: 3.10-3.15": "versions: 3.14", "What does `is` compare?": `What does word${cards} compare, seen from side${cards}?` });
    const rows = await database.client.card.findMany({ select: { id: true, currentRevision: { select: { source: true } } } });
    await syncLibrary([...rows.map(({ id, currentRevision }) => ({ ...cardFile(id, {}), source: currentRevision?.source ?? "" })), file], null, NOW);
    const card = await database.client.card.findUniqueOrThrow({ where: { id: file.name } });
    const source = file.source.replace("The mechanism, in a few sentences.", "Another mechanism.");
    const body = { draftId: null, cardId: card.id, baseRevisionId: card.currentRevisionId, seen: 0, source };
    const { draftId } = (await send(putDraft, body)).body;
    return { cardId: card.id, draftId, body };
  };
  const publish = (draftId: string, seen = 1) => send(postPublish, { draftId, seen, editClass: "CLARIFY", change: "Better words." });
  const step = (draftId: string, name: "ask" | "withdraw" | "return", word = "", seen = 1) => send(postReview, { draftId, seen, step: name, word });

  beforeAll(() => ensureLab(), 120_000);
  beforeEach(async () => {
    people = { writer: await person("writer", "AUTHOR"), reader: await person("reader", "AUTHOR"), learner: await person("learner", "LEARNER") };
    as("writer");
  });

  test("a text is published by another author than the one who wrote it, once it was put up for review", async () => {
    const { cardId, draftId } = await drafted();
    expect(await publish(draftId)).toMatchObject({ body: { status: "refused", reasons: [{ message: expect.stringContaining("Put it up for review") }] } });
    as("reader");
    expect(await publish(draftId)).toMatchObject({ body: { status: "refused", reasons: [{ message: expect.stringContaining("Put it up for review") }] } });
    as("writer");
    expect(await step(draftId, "ask")).toMatchObject({ status: 200 });
    expect(await publish(draftId)).toMatchObject({ body: { status: "refused", reasons: [{ message: expect.stringContaining("You wrote this text") }] } });
    expect((await readCardDesk(cardId, people.writer, NOW))?.review).toMatchObject({ needed: true, own: true, asked: { by: "writer" } });
    expect((await listStudio({ search: "", status: "REVIEW", topic: "", kind: "" })).map((row) => row.cardId)).toContain(cardId);

    as("reader");
    expect((await readCardDesk(cardId, people.reader, NOW))?.review).toMatchObject({ own: false, asked: { by: "writer" } });
    expect(await publish(draftId)).toMatchObject({ status: 200, body: { status: "published", number: 2 } });
    expect((await readHistory(cardId, null, null, NOW))?.revisions[0]).toMatchObject({ author: "writer", reviewer: "reader", change: "Better words." });
    expect(await database.client.auditEntry.findFirst({ where: { name: "card_publish", target: `card:${cardId}` } })).toMatchObject({ actorId: people.reader, detail: expect.stringContaining(people.writer) });
  }, 120_000);

  test("a text that is saved again is no longer in review, and who saved it last does not publish it", async () => {
    const { draftId, body } = await drafted();
    await step(draftId, "ask");
    as("reader");
    await send(putDraft, { ...body, draftId, seen: 1, source: `${body.source}\n` });
    expect(await publish(draftId, 2)).toMatchObject({ body: { status: "refused", reasons: [{ message: expect.stringContaining("Put it up for review") }] } });
    expect(await step(draftId, "ask", "", 1)).toMatchObject({ status: 409 });
    as("writer");
    expect(await step(draftId, "ask", "", 2)).toMatchObject({ status: 200 });
    expect(await publish(draftId, 2)).toMatchObject({ body: { status: "refused", reasons: [{ message: expect.stringContaining("put it up for review") }] } });
    as("reader");
    expect(await publish(draftId, 2)).toMatchObject({ body: { status: "refused", reasons: [{ message: expect.stringContaining("You wrote this text") }] } });
  }, 120_000);

  test("a reviewer gives a text back with a word, which its author sees; without a word it stays", async () => {
    const { cardId, draftId } = await drafted();
    await step(draftId, "ask");
    as("reader");
    expect(await step(draftId, "return")).toMatchObject({ status: 400 });
    expect(await step(draftId, "return", "Name the version.")).toMatchObject({ status: 200 });
    expect(await step(draftId, "return", "Twice.")).toMatchObject({ status: 409 });
    expect((await readCardDesk(cardId, people.writer, NOW))?.review).toMatchObject({ asked: null, word: "Name the version." });
    as("writer");
    await step(draftId, "ask");
    expect((await readCardDesk(cardId, people.writer, NOW))?.review.word).toBeNull();
    expect(await step(draftId, "withdraw")).toMatchObject({ status: 200 });
    expect((await readCardDesk(cardId, people.reader, NOW))?.review.asked).toBeNull();
  });

  test("a text that is in review waits for the other author and not for its own; open flags and files of a release wait for both", async () => {
    const before = await readWaiting(people.reader);
    const [{ cardId, draftId }, own] = [await drafted(), await readWaiting(people.writer)];
    expect(await readWaiting(people.reader)).toEqual(before);
    await step(draftId, "ask");
    const { currentRevisionId } = await database.client.card.findUniqueOrThrow({ where: { id: cardId } });
    await database.client.cardFlag.create({ data: { id: draftId, cardId, revisionId: currentRevisionId ?? "", reason: "typo", note: "", createdAt: BigInt(NOW) } });
    await database.client.incomingFile.create({ data: { cardId, source: "", hash: "", cameAt: BigInt(NOW) } });
    expect(await readWaiting(people.reader)).toEqual({ flags: before.flags + 1, upgrades: before.upgrades + 1, reviews: before.reviews + 1 });
    expect(await readWaiting(people.writer)).toEqual({ flags: own.flags + 1, upgrades: own.upgrades + 1, reviews: own.reviews });
    await step(draftId, "withdraw");
    expect((await readWaiting(people.reader)).reviews).toBe(before.reviews);
  });

  test("no learner reviews or publishes, and no field names who does", async () => {
    const { draftId } = await drafted();
    await step(draftId, "ask");
    as("learner");
    expect([(await publish(draftId)).status, (await step(draftId, "return", "no")).status]).toEqual([404, 404]);
    as("writer");
    for (const more of [{ authorId: people.reader }, { reviewerId: people.reader }, { role: "ADMIN" }]) expect((await send(postPublish, { draftId, seen: 1, editClass: "TYPO", ...more })).status).toBe(400);
    expect(await database.client.cardDraft.findUniqueOrThrow({ where: { id: draftId } })).toMatchObject({ authorId: people.writer, reviewAskedById: people.writer });
  });
});
