import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import type { PlannedPrompt } from "./plan.ts";
import type { Setup } from "./schema.ts";
import { pointsText } from "./stored.ts";

export interface NewInterview {
  readonly id: string;
  readonly setup: Setup;
  readonly seed: string;
  readonly prompts: readonly PlannedPrompt[];
}

/** Stores an interview with its prompts. False when another one of this user runs: then nothing is stored. `now` in UTC ms. */
export async function createInterview(userId: UserId, { id, setup, seed, prompts }: NewInterview, now: number): Promise<boolean> {
  const { lengthMinutes, level, topics, targetVersion, timePercent } = setup;
  return (await db()).$transaction(async (tx) => {
    // Changes nothing but takes the user's row: of two starts at once the second waits, and finds the first.
    await tx.user.updateMany({ where: { id: userId }, data: { newPerDay: { increment: 0 } } });
    if ((await tx.interview.count({ where: { userId, status: "RUNNING" } })) > 0) return false;
    await tx.interview.create({ data: { id, userId, status: "RUNNING", createdAt: BigInt(now), lengthMinutes, level, topics: topics.join(","), targetVersion, timePercent, seed }, select: { id: true } });
    await tx.interviewPrompt.createMany({ data: prompts.map((prompt, position) => ({ interviewId: id, position, ...prompt })) });
    return true;
  });
}

/** The prompt of a running interview of this user. */
const own = (userId: UserId, interviewId: string, position: number) => ({ interviewId, position, interview: { userId, status: "RUNNING" } }) as const;

/** Shows a prompt: its time begins. Only the first showing counts; the deadline never moves. */
export async function openPrompt(userId: UserId, interviewId: string, position: number, seconds: number | null, now: number): Promise<void> {
  await (await db()).interviewPrompt.updateMany({
    where: { ...own(userId, interviewId, position), shownAt: null },
    data: { shownAt: BigInt(now), deadlineAt: seconds === null ? null : BigInt(now + seconds * 1_000) },
  });
}

/** Moves the deadline on, where it is still the one that the candidate saw. */
export async function extendPrompt(userId: UserId, interviewId: string, position: number, deadlineAt: number, seconds: number): Promise<boolean> {
  const { count } = await (await db()).interviewPrompt.updateMany({
    where: { ...own(userId, interviewId, position), submittedAt: null, deadlineAt: BigInt(deadlineAt) },
    data: { deadlineAt: BigInt(deadlineAt + seconds * 1_000) },
  });
  return count === 1;
}

/** Keeps what was typed, unless a later save is there or the answer was given. True when it was kept. */
export async function saveDraft(userId: UserId, interviewId: string, position: number, number: number, text: string): Promise<boolean> {
  const { count } = await (await db()).interviewPrompt.updateMany({
    where: { ...own(userId, interviewId, position), shownAt: { not: null }, submittedAt: null, draftNumber: { lt: number } },
    data: { draft: text, draftNumber: number },
  });
  return count === 1;
}

/** Stores the answer. False when one was given before: the first one counts. */
export async function submitAnswer(userId: UserId, interviewId: string, position: number, answer: string, confidence: number | null, now: number): Promise<boolean> {
  const { count } = await (await db()).interviewPrompt.updateMany({
    where: { ...own(userId, interviewId, position), shownAt: { not: null }, submittedAt: null },
    data: { answer, confidence, submittedAt: BigInt(now), draft: "" },
  });
  return count === 1;
}

/** Notes what a program said of the answer. What was judged before stays. */
export async function storeVerdict(userId: UserId, interviewId: string, position: number, objective: "pass" | "fail" | null, verdict: string): Promise<void> {
  await (await db()).interviewPrompt.updateMany({ where: { interviewId, position, interview: { userId }, submittedAt: { not: null }, verdict: null, points: null }, data: { objective, verdict } });
}

/** Notes which rubric points were said. Only once: what was judged stays. */
export async function judgePrompt(userId: UserId, interviewId: string, position: number, points: readonly number[]): Promise<boolean> {
  const { count } = await (await db()).interviewPrompt.updateMany({
    where: { ...own(userId, interviewId, position), submittedAt: { not: null }, points: null },
    data: { points: pointsText(points) },
  });
  return count === 1;
}

/** Ends the interview. True when this call ended it. */
export async function finishInterview(userId: UserId, id: string, now: number): Promise<boolean> {
  const { count } = await (await db()).interview.updateMany({ where: { id, userId, status: "RUNNING" }, data: { status: "FINISHED", finishedAt: BigInt(now) } });
  return count === 1;
}
