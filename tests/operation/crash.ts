import { randomUUID } from "node:crypto";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { connect, provideDatabase } from "../../lib/db/client.ts";
import type { EventBody } from "../../lib/reviews/events.ts";
import { foldLog } from "../../lib/reviews/fold.ts";
import { logEventOf, rowOf } from "../../lib/reviews/state-row.ts";
import type { PostedEvents } from "../../lib/reviews/types.ts";
import { DEFAULT_SETTING } from "../../lib/scheduling/scheduler.ts";
import { cardFile } from "../content-sync/library.ts";
import { reviewBody } from "../reviews/logs.ts";
import { cookieOf, post, startApp } from "./app-process.ts";

export interface CrashOptions {
  readonly url: string;
  readonly times: number;
  /** How long the client writes before each kill, in ms: up to this. */
  readonly writeForMs?: number;
  readonly random?: () => number;
}

export interface CrashResult {
  readonly kills: number;
  readonly acknowledged: number;
  /** Events whose answer never came: they were sent again after the restart. */
  readonly resent: number;
  /** Of those, how many the server had stored before it was killed: sent twice, counted once. */
  readonly storedUnacknowledged: number;
  /** Acknowledged and not in the log; must be empty. */
  readonly lost: readonly string[];
  /** In the log more than once; must be empty. */
  readonly doubled: readonly string[];
  /** Whether the stored states are what the log folds to. */
  readonly statesAgree: boolean;
}

const CARDS = ["card-a", "card-b", "card-c", "card-d"];
/** Every fifth request carries several events. */
const BATCH = 7;

/**
 * Kills a running app with SIGKILL in the middle of reviews, again and again, and lets the client send again what was not
 * acknowledged, as a browser does. The database must be migrated.
 */
export async function crashCampaign({ url, times, writeForMs = 900, random = Math.random }: CrashOptions): Promise<CrashResult> {
  const client = await connect(url, { patienceMs: 10_000 });
  provideDatabase(client);
  await syncLibrary(CARDS.map((id) => cardFile(id)), null, Date.now());
  const revisions = new Map((await client.card.findMany({ select: { id: true, currentRevisionId: true } })).map((card) => [card.id, card.currentRevisionId ?? ""]));
  const acknowledged = new Set<string>();
  const pending = new Map<string, EventBody>();
  // A new one after each kill, so that nobody meets the limit of answers in five minutes.
  let userId = "" as UserId;
  let cookie = "";
  const nextUser = async (): Promise<void> => {
    const user = await createUser({ email: `${randomUUID()}@example.org`, name: null, passwordHash: null }, Date.now() - 86_400_000);
    userId = user?.id as UserId;
    cookie = await cookieOf(userId);
  };
  const storedOf = (ids: readonly string[]) => client.reviewEvent.count({ where: { id: { in: [...ids] } } });
  let resent = 0;
  let storedUnacknowledged = 0;

  const newEvent = (): EventBody => {
    const cardId = CARDS[Math.floor(random() * CARDS.length)] ?? "card-a";
    const now = Date.now();
    return { ...reviewBody(1, 4, now, { cardId, revisionId: revisions.get(cardId) ?? "" }), id: randomUUID() };
  };
  /** Sends events and notes which of them were acknowledged. False when no answer came. */
  const send = async (origin: string, events: readonly EventBody[]): Promise<boolean> => {
    for (const event of events) pending.set(event.id, event);
    const answer = await post(origin, "/api/reviews", { events }, cookie);
    if (answer === null) return false;
    if (answer.status !== 200) throw new Error(`The app answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    for (const { id, status } of (answer.body as PostedEvents).results) {
      if (status !== "stored" || id === null) throw new Error(`An event was not taken: ${JSON.stringify(answer.body)}`);
      acknowledged.add(id);
      pending.delete(id);
    }
    return true;
  };

  for (let kill = 0; kill < times; kill += 1) {
    const app = await startApp(url);
    const unanswered = [...pending.values()];
    if (unanswered.length > 0) {
      resent += unanswered.length;
      storedUnacknowledged += await storedOf(unanswered.map((event) => event.id));
      if (!(await send(app.origin, unanswered))) throw new Error("The restarted app did not answer.");
    }
    await nextUser();
    let ended = false;
    const killer = new Promise((resolve) => setTimeout(resolve, 50 + random() * writeForMs)).then(async () => {
      await app.end("SIGKILL");
      ended = true;
    });
    for (let request = 0; !ended; request += 1) await send(app.origin, Array.from({ length: request % 5 === 4 ? BATCH : 1 }, newEvent));
    await killer;
  }

  const app = await startApp(url);
  if (pending.size > 0) {
    resent += pending.size;
    storedUnacknowledged += await storedOf([...pending.keys()]);
    await send(app.origin, [...pending.values()]);
  }
  await app.end("SIGTERM");
  const rows = await client.reviewEvent.findMany({});
  const stored = rows.map((row) => row.id);
  const once = new Set(stored);
  const states = await client.cardState.findMany({});
  const users = [...new Set(rows.map((row) => row.userId))];
  const folded = users.flatMap((id) => [...foldLog(rows.filter((row) => row.userId === id).map(logEventOf), DEFAULT_SETTING)].map(([cardId, progress]) => ({ userId: id, ...rowOf(cardId, progress) })));
  const text = (list: readonly { userId: string; cardId: string }[]): string => JSON.stringify([...list].sort((a, b) => (a.userId + a.cardId < b.userId + b.cardId ? -1 : 1)), Object.keys(folded[0] ?? {}).sort());
  await client.$disconnect();
  return {
    kills: times,
    acknowledged: acknowledged.size,
    resent,
    storedUnacknowledged,
    lost: [...acknowledged].filter((id) => !once.has(id)),
    doubled: once.size === stored.length ? [] : stored.filter((id, place) => stored.indexOf(id) !== place),
    statesAgree: text(states) === text(folded),
  };
}
