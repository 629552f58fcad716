import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { createUser } from "../../lib/auth/mutations.ts";
import { readCardFiles, readProofFile } from "../../lib/content/files.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { connect, provideDatabase } from "../../lib/db/client.ts";
import { inProject } from "../../lib/setup/project.mjs";
import { freePort } from "../../lib/setup/testing/free-port.mjs";
import { cookieOf, startApp } from "../operation/app-process.ts";
import { reviewBody } from "../reviews/logs.ts";

const USERS = 100;
const ALONE = 40;
/** Requests of each user while all are at it. */
const EACH = 4;

export interface Row {
  readonly what: string;
  readonly figure: string;
}

/** Times in ms of requests made one after another. */
async function alone(count: number, request: (i: number) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const started = performance.now();
    await request(i);
    times.push(performance.now() - started);
  }
  return times;
}

/** All users at once, each one request after another: how many a second, and how long they took. */
async function together(request: (user: number) => Promise<void>): Promise<string> {
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(Array.from({ length: USERS }, async (_, user) => void times.push(...(await alone(EACH, () => request(user))))));
  const seconds = (performance.now() - started) / 1_000;
  return `${Math.round((USERS * EACH) / seconds)} a second, p50 ${rank(times, 0.5)} ms, p99 ${rank(times, 0.99)} ms`;
}

const rank = (times: readonly number[], share: number): string => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(1) ?? "";

const insist = async (response: Response): Promise<void> => {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text.slice(0, 200)}`);
};

/** The app and a bare Node server on the same database, with the same driver: reading the day's queue and storing an answer. */
export async function serverRows(name: string, url: string): Promise<Row[]> {
  const client = await connect(url, { patienceMs: 30_000 });
  provideDatabase(client);
  await syncLibrary(readCardFiles(inProject("content/cards")), readProofFile(inProject("content/proofs.json")), Date.now());
  const people = await Promise.all(Array.from({ length: USERS }, async () => (await createUser({ email: `${randomUUID()}@example.org`, name: null, passwordHash: null }, Date.now() - 1_000))?.id ?? ""));
  const cookies = await Promise.all(people.map((id) => cookieOf(id)));
  const cards = (await client.card.findMany({ where: { status: "PUBLISHED" }, select: { id: true, currentRevisionId: true } })).map((card) => ({ cardId: card.id, revisionId: card.currentRevisionId ?? "" }));
  await client.$disconnect();
  const event = () => ({ ...reviewBody(1, 4, Date.now(), cards[Math.floor(Math.random() * cards.length)]), id: randomUUID() });

  const app = await startApp(url);
  const read = (user: number) => fetch(`${app.origin}/api/reviews/queue`, { headers: { cookie: cookies[user % USERS] ?? "" } }).then(insist);
  const grade = (user: number) =>
    fetch(`${app.origin}/api/reviews`, { method: "POST", headers: { cookie: cookies[user % USERS] ?? "", origin: app.origin, "content-type": "application/json" }, body: JSON.stringify({ events: [event()] }) }).then(insist);
  await alone(10, read);
  await alone(10, grade);
  const rows: Row[] = [
    { what: `${name}: read the queue, one user`, figure: `p50 ${rank(await alone(ALONE, read), 0.5)} ms` },
    { what: `${name}: grade a card, one user`, figure: `p50 ${rank(await alone(ALONE, grade), 0.5)} ms` },
    { what: `${name}: read the queue, ${USERS} users`, figure: await together(read) },
    { what: `${name}: grade a card, ${USERS} users`, figure: await together(grade) },
  ];
  await app.end("SIGTERM");

  const port = await freePort();
  const bare = spawn(process.execPath, [inProject("tests/bench/bare-server.mjs"), url, String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  await once(bare.stdout, "data");
  const origin = `http://127.0.0.1:${port}`;
  const bareRead = (user: number) => fetch(`${origin}/?user=${people[user % USERS]}`).then(insist);
  const bareGrade = (user: number) => {
    const body = event();
    const columns = { id: body.id, userId: people[user % USERS], cardId: body.cardId, revisionId: body.revisionId, kind: body.kind, grade: body.grade, answeredAt: body.answeredAt, receivedAt: body.answeredAt, studyDay: 20_000, zone: "UTC", rollover: 4, scheduler: "", bodyHash: "" };
    return fetch(origin, { method: "POST", body: JSON.stringify(columns) }).then(insist);
  };
  await alone(10, bareRead);
  await alone(10, bareGrade);
  rows.push(
    { what: `${name}, bare server: read, ${USERS} users`, figure: await together(bareRead) },
    { what: `${name}, bare server: store, ${USERS} users`, figure: await together(bareGrade) },
  );
  bare.kill();
  await once(bare, "exit");
  return rows;
}

/** Bytes of script that a page asks for before anything is pressed, packed as a server would send them. */
export async function pageRows(url: string): Promise<Row[]> {
  const app = await startApp(url);
  const rows: Row[] = [];
  for (const page of ["/", "/review", "/library"]) {
    const html = await (await fetch(`${app.origin}${page}`)).text();
    const scripts = [...new Set([...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+\.js)[^"]*"/g)].map(([, file]) => file ?? ""))];
    const sizes = await Promise.all(scripts.map(async (file) => gzipSync(Buffer.from(await (await fetch(`${app.origin}${file}`)).arrayBuffer())).length));
    rows.push({ what: `Page ${page}: script before the first click`, figure: `${Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024)} kB packed in ${scripts.length} files; HTML ${Math.round(gzipSync(html).length / 1024)} kB` });
  }
  await app.end("SIGTERM");
  return rows;
}

/** Where a scratch database can be. */
export const scratch = (folder: string): string => `file:${path.join(folder, "bench.db")}`;
