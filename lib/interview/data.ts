import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import { interviewOf } from "./stored.ts";
import type { Interview, Prompt } from "./types.ts";
import { promptOf } from "./stored.ts";

const promptFields = {
  position: true, cardId: true, revisionId: true, follows: true, seconds: true, shownAt: true, deadlineAt: true, draft: true, draftNumber: true,
  submittedAt: true, answer: true, confidence: true, objective: true, verdict: true, points: true,
} as const;

const fields = {
  id: true, createdAt: true, finishedAt: true, lengthMinutes: true, level: true, topics: true, targetVersion: true, timePercent: true,
  prompts: { select: promptFields },
} as const;

/** An interview of this user, or null; somebody else's is not there. */
export async function readInterview(userId: UserId, id: string): Promise<Interview | null> {
  const row = await (await db()).interview.findFirst({ where: { id, userId }, select: fields });
  return row === null ? null : interviewOf(row);
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

/** The id of the user's interview that runs, or null. */
export async function findRunning(userId: UserId): Promise<string | null> {
  const row = await (await db()).interview.findFirst({ where: { userId, status: "RUNNING" }, select: { id: true }, orderBy: { createdAt: "desc" } });
  return row?.id ?? null;
}
