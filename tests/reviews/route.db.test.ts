import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET as getCards } from "../../app/api/reviews/cards/route.ts";
import { GET as getDigest } from "../../app/api/reviews/digest/route.ts";
import { GET as getQueue } from "../../app/api/reviews/queue/route.ts";
import { POST } from "../../app/api/reviews/route.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { LIMITS } from "../../lib/limits/limits.ts";
import { digestOf } from "../../lib/reviews/digest.ts";
import { EVENT_FORM, type EventBody } from "../../lib/reviews/events.ts";
import type { PostedEvents, ReviewCard, TodaysQueue } from "../../lib/reviews/types.ts";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";
import { HOST, incoming } from "../support/server.ts";
import { markBody, redrillBody, reviewBody, uuid } from "./logs.ts";

async function post(body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; headers: Headers; body: PostedEvents & { error?: { code: string } } }> {
  const request = new Request(`${HOST}/api/reviews`, { method: "POST", body: JSON.stringify(body), headers: { origin: HOST, host: "localhost:3000", "content-type": "application/json", ...headers } });
  const response = await POST(request);
  return { status: response.status, headers: response.headers, body: (await response.json()) as PostedEvents };
}

describe.each(providers)("the routes of reviews on %s", (provider) => {
  const database = withDatabase(provider);
  let review: EventBody;
  let people = 0;

  beforeAll(async () => {
    await syncLibrary([cardFile("card-a"), cardFile("card-b")], null, Date.now());
  });

  beforeEach(async () => {
    people += 1;
    const user = await createUser({ email: `reader${people}@example.org`, name: null, passwordHash: null }, Date.now() - 1_000);
    incoming.user = user === null ? null : { id: user.id, sessionVersion: 0 };
    const card = await database.client.card.findUniqueOrThrow({ where: { id: "card-a" } });
    review = reviewBody(1, 4, Date.now() - 500, { cardId: "card-a", revisionId: card.currentRevisionId ?? "" });
  });

  test("an answer is stored, and the card is told as it is now; a repeated request gets the same answer", async () => {
    const first = await post({ events: [review] });
    expect(first).toMatchObject({ status: 200, body: { results: [{ id: review.id, status: "stored" }], cards: [{ cardId: "card-a", progress: { schedule: { status: "learned" } } }] } });
    expect(first.headers.get("cache-control")).toBe("private, no-store");
    expect(first.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect((await post({ events: [review] })).body).toEqual(first.body);
  });

  test("a device learns how much of its own the server has; a visitor and a strange question learn nothing", async () => {
    const ask = async (query: string) => {
      const response = await getDigest(new Request(`${HOST}/api/reviews/digest?${query}`));
      return { status: response.status, body: await response.json() };
    };
    const query = `device=${uuid(77)}&since=0`;
    expect(await ask(query)).toEqual({ status: 200, body: { count: 0, xor: "0000000000000000" } });
    await post({ device: uuid(77), events: [review] });
    expect(await ask(query)).toEqual({ status: 200, body: digestOf([review.id]) });
    expect(await ask(`device=${uuid(78)}&since=0`)).toMatchObject({ body: { count: 0 } });
    expect((await ask("device=me")).status).toBe(400);
    expect((await post({ device: "me", events: [review] })).status).toBe(400);
    incoming.user = null;
    expect((await ask(query)).status).toBe(401);
  });

  test("events in today's form and in the one before are taken; another form is told to reload, and nothing of it is read (H55)", async () => {
    for (const form of [{ form: EVENT_FORM }, { form: EVENT_FORM - 1 }, {}]) expect((await post({ ...form, events: [review] })).status).toBe(200);
    for (const form of [EVENT_FORM + 1, EVENT_FORM - 2]) expect(await post({ form, later: "a field of another release", events: [{ strange: true }] })).toMatchObject({ status: 426, body: { error: { code: "outdated" } } });
  });

  test("answers of one account are not taken into the log of another who signed in since", async () => {
    const mine = incoming.user?.id ?? "";
    const other = await createUser({ email: `other${people}@example.org`, name: null, passwordHash: null }, Date.now() - 1_000);
    incoming.user = other === null ? null : { id: other.id, sessionVersion: 0 };
    expect((await post({ user: mine, events: [review] })).status).toBe(401);
    expect(await database.client.reviewEvent.count({ where: { userId: other?.id ?? "" } })).toBe(0);
    incoming.user = { id: mine, sessionVersion: 0 };
    expect((await post({ user: mine, events: [review] })).status).toBe(200);
  });

  test("a learner may bring a card forward, with a reason of a bearable length", async () => {
    const { grade: _grade, shownAt: _shownAt, durationMs: _durationMs, confidence: _confidence, objective: _objective, shownDueDay: _due, scheduler: _scheduler, ...head } = review as EventBody & { kind: "review" };
    const body = { ...head, kind: "reschedule", dueDay: 20_800, reason: "Asked for." };
    expect((await post({ events: [{ ...body, reason: "x".repeat(201) }] })).status).toBe(400);
    expect(await post({ events: [body] })).toMatchObject({ status: 200, body: { cards: [{ progress: { brought: { day: 20_800, reason: "Asked for." } } }] } });
  });

  test("a batch is answered event by event, in its order", async () => {
    const place = { cardId: review.cardId, revisionId: review.revisionId };
    const { status, body } = await post({ events: [{ ...review, grade: 9 }, markBody(3, "suspend", review.answeredAt + 1, place), null, review, redrillBody(4, 4, review.answeredAt + 2, place)] });
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { id: uuid(1), status: "refused", reason: "invalid", message: "grade: must be a whole number from 0 to 5" },
      { id: uuid(3), status: "stored" },
      { id: null, status: "refused", reason: "invalid" },
      { id: uuid(1), status: "stored" },
      { id: uuid(4), status: "refused", reason: "card-suspended" },
    ]);
  });

  test("a single event has the status of what became of it", async () => {
    expect((await post({ events: [{ ...review, grade: -1 }] })).status).toBe(400);
    expect((await post({ events: [review] })).status).toBe(200);
    expect((await post({ events: [{ ...review, grade: 2 }] })).status).toBe(409);
    expect((await post({ events: [{ ...review, id: uuid(7), cardId: "no-card" }] })).status).toBe(409);
  });

  test("whoever is not signed in, or sends it from elsewhere, or something else, stores nothing", async () => {
    expect(await post({ events: [review] }, { origin: "https://evil.example" })).toMatchObject({ status: 403 });
    expect(await post({ events: [review] }, { "content-type": "text/plain" })).toMatchObject({ status: 415 });
    expect(await post({ events: [review], userId: "another" })).toMatchObject({ status: 400 });
    expect(await post({ events: Array.from({ length: 501 }, () => 0) })).toMatchObject({ status: 400 });
    expect(await post({ events: Array.from({ length: 500 }, () => review) })).toMatchObject({ status: 413 });
    incoming.user = null;
    expect(await post({ events: [review] })).toMatchObject({ status: 401, body: { error: { code: "unauthenticated" } } });
    expect(await database.client.reviewEvent.count({ where: { user: { email: `reader${people}@example.org` } } })).toBe(0);
  });

  test("more requests than the limit are refused with the time to wait, and a batch counts once", async () => {
    const place = { cardId: review.cardId, revisionId: review.revisionId };
    const batch = Array.from({ length: 50 }, (_, i) => markBody(100 + i, "bury", review.answeredAt + i, place));
    expect((await post({ events: batch })).status).toBe(200);
    const { most, perMs } = LIMITS.answers;
    const limited = { where: { key: `answers:${incoming.user?.id}` } };
    expect(Number((await database.client.rateLimit.findUniqueOrThrow(limited)).arrival)).toBeLessThanOrEqual(Date.now() + perMs / most);
    await database.client.rateLimit.update({ ...limited, data: { arrival: BigInt(Date.now() + perMs + 60_000) } });
    const refused = await post({ events: [{ ...review, id: uuid(900) }] });
    expect(refused).toMatchObject({ status: 429, body: { error: { code: "too-many" } } });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await database.client.reviewEvent.count({ where: { id: uuid(900) } })).toBe(0);
  });

  test("a busy database is told as such, without its words", async () => {
    const { id } = incoming.user ?? { id: "" };
    const locked = Object.assign(Object.create((await import("../../lib/db/generated/sqlite/client.ts")).Prisma.PrismaClientKnownRequestError.prototype) as Error, { code: "P1008", message: "socket timeout at /secret" });
    vi.spyOn(database.client, "$transaction").mockRejectedValueOnce(locked);
    const answer = await post({ events: [review] });
    expect(answer).toMatchObject({ status: 503, body: { error: { code: "unavailable" } } });
    expect(answer.headers.get("retry-after")).toBe("2");
    expect(JSON.stringify(answer.body)).not.toContain("secret");
    expect(await database.client.reviewEvent.count({ where: { userId: id } })).toBe(0);
  });

  test("the queue and the cards are those of the user, and a visitor gets the library as new", async () => {
    await post({ events: [{ ...review, grade: 2 }] });
    const queue = (await (await getQueue(new Request(`${HOST}/api/reviews/queue`))).json()) as TodaysQueue;
    expect(queue.queue).toMatchObject({ cardIds: ["card-a", "card-b"], counts: { drilling: 1, brought: 0, due: 0, new: 1 } });
    expect(queue.nextDueDay).toBe(queue.today.day + 1);
    const cards = async () => ((await (await getCards(new Request(`${HOST}/api/reviews/cards?ids=card-a,card-b,gone`))).json()) as { cards: ReviewCard[] }).cards;
    expect(await cards()).toMatchObject([
      { id: "card-a", answerKind: "redrill", intervals: { good: { intervalDays: 1 } }, progress: { lastAnswer: { grade: 2 } } },
      { id: "card-b", answerKind: "review", intervals: { easy: { intervalDays: 1 } }, answerLine: "One line that could be said aloud." },
    ]);
    incoming.user = null;
    expect(((await (await getQueue(new Request(`${HOST}/api/reviews/queue`))).json()) as TodaysQueue).queue.counts.new).toBe(2);
    expect(await cards()).toMatchObject([{ answerKind: "review", progress: { lastEventId: null } }, { answerKind: "review" }]);
    expect((await getCards(new Request(`${HOST}/api/reviews/cards?ids=card-a&ids=card-b`))).status).toBe(400);
  });
});
