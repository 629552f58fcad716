import { randomUUID } from "node:crypto";
import { createServer, request as forward, type Server } from "node:http";
import { connect as openSocket } from "node:net";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { connect, provideDatabase, type PrismaClient } from "../../lib/db/client.ts";
import type { EventBody } from "../../lib/reviews/events.ts";
import type { PostedEvents, TodaysQueue } from "../../lib/reviews/types.ts";
import { migrate } from "../../lib/setup/migrations.mjs";
import { cardFile } from "../content-sync/library.ts";
import { reviewBody } from "../reviews/logs.ts";
import { type AppProcess, cookieOf, post, startApp } from "./app-process.ts";

/** A reverse proxy in turn over processes that can be taken out: what stands in front of two of them. */
async function startProxy(targets: () => readonly AppProcess[]): Promise<{ server: Server; origin: string }> {
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const live = targets();
    const target = live[(turn += 1) % live.length];
    const url = new URL(target?.origin ?? "http://127.0.0.1:1");
    const passed = forward({ host: url.hostname, port: url.port, method: incoming.method, path: incoming.url, headers: { ...incoming.headers, "x-forwarded-for": incoming.socket.remoteAddress ?? "" } }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on("error", () => outgoing.writeHead(502).end("{}"));
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { server, origin: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}` };
}

describe("two app processes on one PostgreSQL behind a proxy", () => {
  let client: PrismaClient;
  let one: AppProcess;
  let two: AppProcess;
  let live: AppProcess[] = [];
  let proxy: { server: Server; origin: string };
  let userId: UserId;
  let cookie = "";
  let revisionId = "";

  beforeAll(async () => {
    const url = inject("template");
    await migrate(url);
    client = await connect(url);
    provideDatabase(client);
    await syncLibrary([cardFile("card-a"), cardFile("card-b")], null, Date.now());
    revisionId = (await client.card.findUniqueOrThrow({ where: { id: "card-a" } })).currentRevisionId ?? "";
    const user = await createUser({ email: `${randomUUID()}@example.org`, name: null, passwordHash: null }, Date.now() - 86_400_000);
    userId = user?.id as UserId;
    cookie = await cookieOf(userId);
    proxy = await startProxy(() => live);
    [one, two] = await Promise.all([startApp(url, proxy.origin), startApp(url, proxy.origin)]);
    live = [one, two];
  });
  afterAll(async () => {
    proxy.server.close();
    await Promise.all([one.end("SIGKILL"), two.end("SIGKILL")]);
    await client.$disconnect();
  });

  const review = (): EventBody => ({ ...reviewBody(1, 4, Date.now(), { cardId: "card-a", revisionId }), id: randomUUID() });
  const queueOf = async (app: AppProcess): Promise<TodaysQueue> => (await (await fetch(`${app.origin}/api/reviews/queue`, { headers: { cookie } })).json()) as TodaysQueue;

  it("know the same session, and what one was told the other plans with", async () => {
    expect((await queueOf(one)).queue.cardIds).toContain("card-a");
    const answer = await post(one.origin, "/api/reviews", { events: [review()] }, cookie);
    expect(answer).toMatchObject({ status: 200, body: { results: [{ status: "stored" }] } });
    expect((await queueOf(two)).queue.cardIds).not.toContain("card-a");
    expect(await queueOf(two)).toEqual(await queueOf(one));
  });

  it("count an event that reaches both at once a single time", async () => {
    const event = review();
    const answers = await Promise.all([one, two, one, two, one].map((app) => post(app.origin, "/api/reviews", { events: [event] }, cookie)));
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { results: [{ id: event.id, status: "stored" }] } });
    expect(await client.reviewEvent.count({ where: { userId, id: event.id } })).toBe(1);
  });

  it("let a request under way finish when one is asked to end, and that one exits in order", async () => {
    const { hostname, port } = new URL(one.origin);
    const event = review();
    const body = JSON.stringify({ events: [event] });
    const answer = new Promise<string>((resolve, reject) => {
      const socket = openSocket(Number(port), hostname, () => {
        socket.write(`POST /api/reviews HTTP/1.1\r\nhost: ${hostname}:${port}\r\norigin: ${one.origin}\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 20)}`);
        // The rest comes after the server was asked to end.
        setTimeout(() => socket.write(body.slice(20)), 700);
      });
      let text = "";
      socket.setEncoding("utf8").on("data", (part: string) => { text += part; });
      socket.on("end", () => resolve(text)).on("error", reject);
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    live = [two];
    const status = one.end("SIGTERM");
    expect(await answer).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*"stored"/);
    expect(await status).toBe(0);
    expect(await client.reviewEvent.count({ where: { userId, id: event.id } })).toBe(1);
  });

  it("lose no acknowledged answer while one is restarted and the other killed under clients that go on", async () => {
    one = await startApp(inject("template"), proxy.origin);
    live = [one, two];
    const acknowledged: string[] = [];
    let over = false;
    const clients = Array.from({ length: 4 }, async () => {
      while (!over) {
        const event = review();
        for (let attempt = 0; attempt < 50; attempt += 1) {
          const answer = await post(proxy.origin, "/api/reviews", { events: [event] }, cookie);
          if (answer?.status !== 200) continue;
          if ((answer.body as PostedEvents).results[0]?.status === "stored") acknowledged.push(event.id);
          break;
        }
      }
    });
    await vi.waitUntil(() => acknowledged.length >= 20, { timeout: 60_000 });
    live = [one];
    await two.end("SIGKILL");
    const before = acknowledged.length;
    await vi.waitUntil(() => acknowledged.length >= before + 20, { timeout: 60_000 });
    over = true;
    await Promise.all(clients);
    const stored = await client.reviewEvent.findMany({ where: { userId, id: { in: acknowledged } }, select: { id: true } });
    expect(stored.map((row) => row.id).sort()).toEqual([...new Set(acknowledged)].sort());
    expect(stored).toHaveLength(acknowledged.length);
  });
});
