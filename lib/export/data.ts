import "server-only";
import type { UserId } from "../auth/user.ts";
import { isSound } from "../cards/card.ts";
import { parseCard } from "../cards/parse.ts";
import { db } from "../db/client.ts";
import type { OutgoingCard } from "../exchange/pack.ts";
import { inLogOrder } from "../reviews/fold.ts";
import type { ExportedEvent, ExportedRow } from "./document.ts";

/** A row as it is written: instants as numbers, without the columns that say whose it is or that are secrets. */
function plain(row: object, without: readonly string[] = ["userId"]): ExportedRow {
  const entries = Object.entries(row).filter(([name]) => !without.includes(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : (value as ExportedRow[string])]));
}

const plainAll = (rows: readonly object[], without?: readonly string[]): ExportedRow[] => rows.map((row) => plain(row, without));

/** What of a user is never written: it would let whoever finds the file in. */
const SECRETS = ["passwordHash", "totpSecret", "totpLastStep", "sessionVersion"];

/** All that is stored of a user but the review log, by what it is; null when the account is gone. */
export async function readAccount(userId: UserId): Promise<Readonly<Record<string, ExportedRow | readonly ExportedRow[] | null>> | null> {
  const own = { where: { userId } };
  const database = await db();
  const user = await database.user.findUnique({ where: { id: userId } });
  if (user === null) return null;
  const [signIns, sessions, plan, settingEvents, states, interviews, prompts, pairs, hints, shares, flags, drafts, revisions, breaks, catchUp, tokens, feed, reminder, deeds] = await Promise.all([
    database.account.findMany({ ...own, orderBy: { createdAt: "asc" } }),
    database.userSession.findMany({ ...own, orderBy: { createdAt: "asc" } }),
    database.studyPlan.findUnique(own),
    database.settingEvent.findMany({ ...own, orderBy: { seq: "asc" } }),
    database.cardState.findMany({ ...own, orderBy: { cardId: "asc" } }),
    database.interview.findMany({ ...own, orderBy: { createdAt: "asc" } }),
    database.interviewPrompt.findMany({ where: { interview: { userId } }, orderBy: [{ interviewId: "asc" }, { position: "asc" }] }),
    database.interviewPair.findMany({ where: { interview: { userId } }, orderBy: { interviewId: "asc" } }),
    database.interviewHint.findMany({ where: { interview: { userId } }, orderBy: { interviewId: "asc" } }),
    database.interviewShare.findMany({ where: { interview: { userId } }, orderBy: { interviewId: "asc" } }),
    database.cardFlag.findMany({ where: { reporterId: userId }, orderBy: { createdAt: "asc" } }),
    database.cardDraft.findMany({ where: { authorId: userId }, orderBy: { createdAt: "asc" } }),
    database.cardRevision.findMany({ where: { authorId: userId }, orderBy: { createdAt: "asc" } }),
    database.studyBreak.findMany({ ...own, orderBy: { fromDay: "asc" } }),
    database.catchUp.findUnique(own),
    database.apiToken.findMany({ ...own, orderBy: { createdAt: "asc" } }),
    database.calendarFeed.findUnique(own),
    database.reminder.findUnique(own),
    database.auditEntry.findMany({ where: { OR: [{ actorId: userId }, { target: `user:${userId}` }] }, orderBy: { seq: "asc" }, select: { at: true, name: true, target: true, detail: true } }),
  ]);
  return {
    account: plain(user, SECRETS),
    signIns: plainAll(signIns),
    sessions: plainAll(sessions, ["userId", "id"]),
    studyPlan: plan && plain(plan),
    settingEvents: plainAll(settingEvents),
    states: plainAll(states),
    interviews: plainAll(interviews),
    interviewPrompts: plainAll(prompts),
    interviewPairs: plainAll(pairs, ["interviewerId", "codeHash"]),
    interviewHints: plainAll(hints),
    interviewShares: plainAll(shares, ["tokenHash"]),
    flags: plainAll(flags, ["reporterId", "resolvedById", "repliedById"]),
    drafts: plainAll(drafts, ["authorId"]),
    revisions: plainAll(revisions, ["authorId"]),
    breaks: plainAll(breaks),
    catchUp: catchUp && plain(catchUp),
    apiTokens: plainAll(tokens, ["userId", "tokenHash"]),
    calendarFeed: feed && plain(feed, ["userId", "tokenHash"]),
    reminder: reminder && plain(reminder, ["userId", "stopHash"]),
    deeds: plainAll(deeds),
  };
}

/** How many events are read at once. */
const PAGE = 2_000;

/** A user's review log in its order, a part at a time: study days are read whole, as many as fill a part. */
export async function* eachEvents(userId: UserId): AsyncGenerator<ExportedEvent[]> {
  const events = (await db()).reviewEvent;
  const days = await events.groupBy({ by: ["studyDay"], where: { userId }, _count: { _all: true }, orderBy: { studyDay: "asc" } });
  let first: number | null = null;
  let size = 0;
  for (const [i, { studyDay, _count }] of days.entries()) {
    first ??= studyDay;
    size += _count._all;
    if (size < PAGE && i < days.length - 1) continue;
    const rows = await events.findMany({ where: { userId, studyDay: { gte: first, lte: studyDay } } });
    yield inLogOrder(rows.map((row) => plain(row, ["userId", "seq", "bodyHash"]) as ExportedEvent));
    [first, size] = [null, 0];
  }
}

/** The published cards with their files, as packages of other programs need them. */
export async function readOutgoing(): Promise<OutgoingCard[]> {
  const rows = await (await db()).card.findMany({ where: { status: "PUBLISHED", currentRevisionId: { not: null } }, select: { currentRevision: { select: { source: true } } }, orderBy: { id: "asc" } });
  return rows.flatMap(({ currentRevision }) => {
    const text = currentRevision?.source ?? "";
    const card = parseCard(text);
    return isSound(card) ? [{ text, card }] : [];
  });
}
