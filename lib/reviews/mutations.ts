import "server-only";
import type { UserId } from "../auth/user.ts";
import { type Database, db } from "../db/client.ts";
import { isUnavailable, isUniqueViolation, isWriteConflict } from "../db/faults.ts";
import { AppError } from "../errors.ts";
import type { DayRule } from "../scheduling/study-day.ts";
import { readStudyPlan } from "../settings/data.ts";
import { admit, type Arrival, hashOfBody, type Known } from "./admission.ts";
import { clampAnsweredAt, type StoredBody, toLogEvent } from "./events.ts";
import { byCard, foldLog, inLogOrder } from "./fold.ts";
import { eventFields, logEventOf, progressOf, rowOf } from "./state-row.ts";
import type { CardStanding, EventResult } from "./types.ts";

/** How often a batch is tried because another request stored one of its events meanwhile, or was in its way. */
const ATTEMPTS = 5;

/** After how long a client tries again when the database could not take a batch. */
const RETRY_AFTER_SECONDS = 2;

/** Whose events arrived, and the rules that hold for that user. */
export interface Sender {
  readonly userId: UserId;
  /** UTC ms. */
  readonly createdAt: number;
  readonly timeZone: string;
  readonly rolloverHour: number;
  /** What the browser that sent them calls itself; null where it did not say, and for the server's own events. */
  readonly device?: string | null;
}

export interface Recorded {
  /** In the order of the bodies. */
  readonly results: readonly EventResult[];
  /** Progress of the cards named, after all that is stored. */
  readonly cards: readonly CardStanding[];
  /** See PostedEvents. */
  readonly elsewhere: readonly string[];
}

/**
 * Stores events and brings the state of their cards up to date, in one transaction: both or
 * neither. An event that was stored before is answered as the first time and changes nothing.
 * `receivedAt` in UTC ms. Throws AppError "unavailable" when the database cannot take them now:
 * then nothing was stored.
 */
export async function recordEvents(sender: Sender, bodies: readonly StoredBody[], receivedAt: number): Promise<Recorded> {
  const arrivals = bodies.map((body) => arrivalOf(sender, body, receivedAt));
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store(sender, arrivals, receivedAt);
    } catch (error) {
      // Nothing of this attempt stands, and the other request has committed: the next one finds its events.
      if (attempt < ATTEMPTS && (isUniqueViolation(error) || isWriteConflict(error))) continue;
      if (!isUnavailable(error)) throw error;
      throw new AppError("unavailable", "The answers could not be stored just now. Nothing is lost; they will be sent again.", { cause: error, retryAfterSeconds: RETRY_AFTER_SECONDS });
    }
  }
}

function arrivalOf({ createdAt, timeZone, rolloverHour }: Sender, body: StoredBody, receivedAt: number): Arrival {
  const answeredAt = clampAnsweredAt(body.answeredAt, receivedAt, createdAt);
  return { body, bodyHash: hashOfBody(body), event: toLogEvent({ ...body, answeredAt }, { zone: timeZone, rolloverHour }) };
}

async function store(sender: Sender, arrivals: readonly Arrival[], receivedAt: number): Promise<Recorded> {
  const client = await db();
  const { results, taken, elsewhere } = admit(arrivals, await readKnown(client, sender.userId, arrivals));
  if (taken.length > 0) {
    const cardIds = [...new Set(taken.map((one) => one.body.cardId))];
    await client.$transaction(async (tx) => {
      // The insert comes first: a transaction that begins by reading may fail where it goes on to write.
      await tx.reviewEvent.createMany({ data: taken.map((one) => columnsOf(sender, one, receivedAt)) });
      await lockUser(tx, sender.userId);
      await refold(tx, sender.userId, cardIds);
    });
  }
  return { results, cards: await readStandings(client, sender.userId, [...new Set(arrivals.map((one) => one.body.cardId))]), elsewhere };
}

async function readKnown(client: Database, userId: UserId, arrivals: readonly Arrival[]): Promise<Known> {
  const named = [...new Set(arrivals.flatMap(({ body }) => (body.kind === "undo" ? [body.id, body.undoes] : [body.id])))];
  const cardIds = [...new Set(arrivals.map((one) => one.body.cardId))];
  const revisionIds = [...new Set(arrivals.map((one) => one.body.revisionId))];
  const [events, cards, revisions, logs] = await Promise.all([
    client.reviewEvent.findMany({ where: { userId, id: { in: named } }, select: { id: true, cardId: true, bodyHash: true } }),
    client.card.findMany({ where: { id: { in: cardIds } }, select: { id: true, status: true } }),
    client.cardRevision.findMany({ where: { id: { in: revisionIds } }, select: { id: true, cardId: true } }),
    client.reviewEvent.findMany({ where: { userId, cardId: { in: cardIds } }, select: eventFields }),
  ]);
  return {
    bodies: new Map(events.map((row) => [row.id, row.bodyHash])),
    cardOfEvent: new Map(events.map((row) => [row.id, row.cardId])),
    cards: new Set(cards.map((row) => row.id)),
    published: new Set(cards.filter((row) => row.status === "PUBLISHED").map((row) => row.id)),
    cardOfRevision: new Map(revisions.map((row) => [row.id, row.cardId])),
    logs: byCard(logs.map(logEventOf)),
  };
}

function columnsOf({ userId, timeZone, rolloverHour, device }: Omit<Sender, "createdAt">, { body, event, bodyHash }: Arrival, receivedAt: number) {
  const answer = "grade" in body ? body : null;
  return {
    id: body.id,
    userId,
    cardId: body.cardId,
    revisionId: body.revisionId,
    kind: body.kind,
    grade: answer?.grade ?? null,
    answeredAt: event.answeredAt,
    claimedAt: event.answeredAt === body.answeredAt ? null : body.answeredAt,
    receivedAt,
    shownAt: answer?.shownAt ?? null,
    durationMs: answer?.durationMs ?? null,
    studyDay: event.studyDay,
    zone: timeZone,
    rollover: rolloverHour,
    baseEventId: body.baseEventId,
    deviceId: device ?? null,
    confidence: answer?.confidence ?? null,
    objective: answer?.objective ?? null,
    scheduler: answer?.scheduler ?? "",
    shownDueDay: "shownDueDay" in body ? body.shownDueDay : null,
    undoes: body.kind === "undo" ? body.undoes : null,
    dueDay: body.kind === "reschedule" ? body.dueDay : null,
    reason: body.kind === "reschedule" ? body.reason : null,
    bodyHash,
  };
}

/**
 * Makes the transactions of one user follow each other: without it, on PostgreSQL, two of them
 * would each fold the log without the other's event. Writes nothing.
 */
async function lockUser(tx: Database, userId: UserId): Promise<void> {
  const { count } = await tx.user.updateMany({ where: { id: userId }, data: { newPerDay: { increment: 0 } } });
  if (count === 0) throw new Error("The account is gone; its events go with it.");
}

/** Writes the state of some cards anew from the log. Only under the user's lock. */
async function refold(tx: Database, userId: UserId, cardIds: readonly string[] | null): Promise<void> {
  const cardId = cardIds === null ? {} : { cardId: { in: [...cardIds] } };
  const rows = await tx.reviewEvent.findMany({ where: { userId, ...cardId }, select: eventFields });
  const { setting } = await readStudyPlan(userId, tx);
  const states = [...foldLog(rows.map(logEventOf), setting)].map(([id, progress]) => ({ userId, ...rowOf(id, progress) }));
  await tx.cardState.deleteMany({ where: { userId, ...cardId } });
  if (states.length > 0) await tx.cardState.createMany({ data: states });
}

/** An event with all that was stored of it elsewhere. */
export interface MovedEvent {
  readonly body: StoredBody;
  /** When it counts, UTC ms. */
  readonly answeredAt: number;
  readonly receivedAt: number;
  readonly device: string | null;
  /** The study day of that time. */
  readonly rule: DayRule;
}

/** Rows that are written at once. */
const MOVED_AT_ONCE = 500;

/**
 * Stores the log of an account that has none yet, whole or not at all, and folds it. `first`, in the same transaction, writes what
 * it is folded by. False where the account has events already: then nothing is written.
 */
export async function storeLog(userId: UserId, events: readonly MovedEvent[], first: (tx: Database) => Promise<void>): Promise<boolean> {
  const ordered = inLogOrder(events.map((moved) => ({ moved, id: moved.body.id, answeredAt: moved.answeredAt })));
  const rows = ordered.map(({ moved: { body, answeredAt, receivedAt, device, rule } }) =>
    columnsOf({ userId, timeZone: rule.zone, rolloverHour: rule.rolloverHour, device }, { body, bodyHash: hashOfBody(body), event: toLogEvent({ ...body, answeredAt }, rule) }, receivedAt),
  );
  return (await db()).$transaction(
    async (tx) => {
      await lockUser(tx, userId);
      if ((await tx.reviewEvent.findFirst({ where: { userId }, select: { seq: true } })) !== null) return false;
      await first(tx);
      for (let start = 0; start < rows.length; start += MOVED_AT_ONCE) await tx.reviewEvent.createMany({ data: rows.slice(start, start + MOVED_AT_ONCE) });
      await refold(tx, userId, null);
      return true;
    },
    { timeout: 60_000 },
  );
}

async function readStandings(client: Database, userId: UserId, cardIds: readonly string[]): Promise<CardStanding[]> {
  const rows = await client.cardState.findMany({ where: { userId, cardId: { in: [...cardIds] } }, orderBy: { cardId: "asc" } });
  return rows.map((row) => ({ cardId: row.cardId, progress: progressOf(row) }));
}

/**
 * Throws a user's states away and folds them anew from the log. They come out as they were, unless `first`, in the same
 * transaction, set another scheduler; it says whether the states are to be folded at all.
 */
export async function rebuildStates(userId: UserId, first: (tx: Database) => Promise<boolean> = async () => true): Promise<void> {
  await (await db()).$transaction(
    async (tx) => {
      await lockUser(tx, userId);
      if (await first(tx)) await refold(tx, userId, null);
    },
    { timeout: 60_000 },
  );
}
