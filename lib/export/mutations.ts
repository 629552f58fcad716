import "server-only";
import { randomUUID } from "node:crypto";
import type { UserId } from "../auth/user.ts";
import { type Database, db } from "../db/client.ts";
import { storeLog } from "../reviews/mutations.ts";
import type { IncomingAccount, IncomingEvent } from "./incoming.ts";

/** `not-empty`: the account has answers, and nothing was changed. */
export type Brought = { readonly kind: "not-empty" } | { readonly kind: "brought"; readonly events: number; readonly losses: readonly string[] };

/** Brings an exported account into one that has no answers yet, all of it or, where that fails, nothing. `now` in UTC ms. */
export async function bringAccount(userId: UserId, account: IncomingAccount, now: number): Promise<Brought> {
  const { events, losses } = await placed(account.events);
  const stored = await storeLog(userId, events, (tx) => writeSettings(tx, userId, account, now));
  return stored ? { kind: "brought", events: events.length, losses: [...losses, ...account.losses] } : { kind: "not-empty" };
}

/** The events with cards and texts of this library: what no card here stands for is left out, and another place's texts have other ids. */
async function placed(events: readonly IncomingEvent[]): Promise<{ readonly events: IncomingEvent[]; readonly losses: string[] }> {
  const client = await db();
  const [cards, revisions] = await Promise.all([client.card.findMany({ select: { id: true, currentRevisionId: true } }), client.cardRevision.findMany({ select: { id: true, cardId: true } })]);
  const current = new Map(cards.flatMap(({ id, currentRevisionId }) => (currentRevisionId === null ? [] : [[id, currentRevisionId]])));
  const cardOf = new Map(revisions.map(({ id, cardId }) => [id, cardId]));
  const known = events.filter(({ body }) => current.has(body.cardId));
  const isKnown = ({ body }: IncomingEvent): boolean => cardOf.get(body.revisionId) === body.cardId;
  const strange = new Set(events.flatMap(({ body }) => (current.has(body.cardId) ? [] : [body.cardId])));
  const moved = known.filter((event) => !isKnown(event)).length;
  return {
    events: known.map((event) => (isKnown(event) ? event : { ...event, body: { ...event.body, revisionId: current.get(event.body.cardId) ?? "" } })),
    losses: [
      ...(strange.size === 0 ? [] : [`${events.length - known.length} events of ${strange.size} ${strange.size === 1 ? "card" : "cards"} that this library does not have: ${[...strange].sort().slice(0, 5).join(", ")}${strange.size > 5 ? " and others" : ""}.`]),
      ...(moved === 0 ? [] : [`${moved} events name texts of cards that were kept elsewhere; here they stand by the cards' present texts.`]),
    ],
  };
}

async function writeSettings(tx: Database, userId: UserId, { study, plan, restDays, breaks }: IncomingAccount, now: number): Promise<void> {
  const { scheduler, retention, interviewDay, newPerDay, reviewsPerDay } = plan;
  const chosen = { scheduler, retention, interviewDay };
  await tx.user.update({ where: { id: userId }, data: { ...study, newPerDay, reviewsPerDay, restDays }, select: { id: true } });
  await tx.studyPlan.upsert({ where: { userId }, create: { userId, ...chosen }, update: chosen, select: { userId: true } });
  await tx.studyBreak.deleteMany({ where: { userId } });
  if (breaks.length > 0) await tx.studyBreak.createMany({ data: breaks.map(({ fromDay, untilDay }) => ({ id: randomUUID(), userId, fromDay, untilDay, createdAt: now })) });
}
