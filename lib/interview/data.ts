import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import type { Hint, Pair } from "./pair.ts";
import { interviewOf, pairOf, promptOf } from "./stored.ts";
import type { Interview, Prompt } from "./types.ts";

const promptFields = {
  position: true, cardId: true, revisionId: true, follows: true, seconds: true, shownAt: true, deadlineAt: true, draft: true, draftNumber: true,
  submittedAt: true, answer: true, confidence: true, objective: true, verdict: true, points: true,
  ask: true, question: true, code: true, sketch: true, levels: true, marked: true, byInterviewer: true, note: true,
} as const;

const fields = {
  id: true, createdAt: true, finishedAt: true, lengthMinutes: true, level: true, topics: true, targetVersion: true, timePercent: true,
  style: true, spoken: true, calm: true, bring: true,
  prompts: { select: promptFields },
} as const;

/** An interview of this user, or null; somebody else's is not there. */
export async function readInterview(userId: UserId, id: string): Promise<Interview | null> {
  const row = await (await db()).interview.findFirst({ where: { id, userId }, select: fields });
  return row === null ? null : interviewOf(row);
}

/** An interview with what its mode for two has. */
export interface PairedInterview {
  readonly interview: Interview;
  /** Null without a mode for two. */
  readonly pair: Pair | null;
  readonly hints: readonly Hint[];
  readonly candidate: string | null;
}

const pairedFields = {
  ...fields,
  pair: { select: { interviewerId: true, interviewerSeenAt: true, candidateSeenAt: true } },
  hints: { select: { position: true, text: true }, orderBy: { givenAt: "asc" } },
  user: { select: { name: true } },
} as const;

/** An interview that this user holds as candidate, or as interviewer; null for everybody else. */
export async function readPaired(role: "candidate" | "interviewer", userId: UserId, id: string): Promise<PairedInterview | null> {
  const holder = role === "candidate" ? { userId } : { pair: { interviewerId: userId } };
  const row = await (await db()).interview.findFirst({ where: { id, ...holder }, select: pairedFields });
  return row === null ? null : { interview: interviewOf(row), pair: row.pair === null ? null : pairOf(row.pair), hints: row.hints, candidate: row.user.name };
}

/** The interview that a code led this interviewer to, or null. */
export async function findJoined(userId: UserId, codeHash: string): Promise<string | null> {
  const row = await (await db()).interviewPair.findFirst({ where: { codeHash, interviewerId: userId }, select: { interviewId: true } });
  return row?.interviewId ?? null;
}

/** The interview whose report a private link shows, with how its candidate counts days; null for a link that was revoked. */
export async function readShared(tokenHash: string): Promise<{ readonly interview: Interview; readonly timeZone: string; readonly rolloverHour: number } | null> {
  const row = await (await db()).interviewShare.findUnique({ where: { tokenHash }, select: { interview: { select: { ...fields, user: { select: { timeZone: true, rolloverHour: true } } } } } });
  return row === null ? null : { interview: interviewOf(row.interview), ...row.interview.user };
}

/** Since when the report of the user's interview has a private link, UTC ms; null without one. */
export async function readShare(userId: UserId, interviewId: string): Promise<number | null> {
  const row = await (await db()).interviewShare.findFirst({ where: { interviewId, interview: { userId } }, select: { createdAt: true } });
  return row === null ? null : Number(row.createdAt);
}

/** One prompt of the user's interview, or null. */
export async function readPrompt(userId: UserId, interviewId: string, position: number): Promise<Prompt | null> {
  const row = await (await db()).interviewPrompt.findFirst({ where: { interviewId, position, interview: { userId } }, select: promptFields });
  return row === null ? null : promptOf(row);
}

/** The user's interviews, newest first. */
export async function listInterviews(userId: UserId, most = 100): Promise<Interview[]> {
  const rows = await (await db()).interview.findMany({ where: { userId }, select: fields, orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: most });
  return rows.map(interviewOf);
}

/** How often each card opened a question in any of the user's interviews. */
export async function countAsked(userId: UserId): Promise<Map<string, number>> {
  const rows = await (await db()).interviewPrompt.groupBy({ by: ["cardId"], where: { interview: { userId }, ask: "card", shownAt: { not: null } }, _count: { _all: true } });
  return new Map(rows.map((row) => [row.cardId, row._count._all]));
}

/** The id of the user's interview that runs, or null. */
export async function findRunning(userId: UserId): Promise<string | null> {
  const row = await (await db()).interview.findFirst({ where: { userId, status: "RUNNING" }, select: { id: true }, orderBy: { createdAt: "desc" } });
  return row?.id ?? null;
}
