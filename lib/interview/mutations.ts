import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import { isUniqueViolation } from "../db/faults.ts";
import { type Levels, levelsText } from "./criteria.ts";
import type { PlannedPrompt } from "./plan.ts";
import type { Setup } from "./schema.ts";
import { pointsText } from "./stored.ts";

export interface NewInterview {
  readonly id: string;
  readonly setup: Setup;
  readonly seed: string;
  readonly prompts: readonly PlannedPrompt[];
}

/** `running`: another one of this user runs. `taken`: the id was used before. In both cases nothing is stored. */
export type Creation = "created" | "running" | "taken";

/** Stores an interview with its prompts. `now` in UTC ms. */
export async function createInterview(userId: UserId, interview: NewInterview, now: number): Promise<Creation> {
  try {
    return await insert(userId, interview, now);
  } catch (error) {
    if (isUniqueViolation(error)) return "taken";
    throw error;
  }
}

async function insert(userId: UserId, { id, setup, seed, prompts }: NewInterview, now: number): Promise<Creation> {
  const { topics, ...chosen } = setup;
  return (await db()).$transaction(async (tx) => {
    // Changes nothing but takes the user's row: of two starts at once the second waits, and finds the first.
    await tx.user.updateMany({ where: { id: userId }, data: { newPerDay: { increment: 0 } } });
    if ((await tx.interview.count({ where: { userId, status: "RUNNING" } })) > 0) return "running";
    await tx.interview.create({ data: { id, userId, status: "RUNNING", createdAt: BigInt(now), ...chosen, topics: topics.join(","), seed }, select: { id: true } });
    await tx.interviewPrompt.createMany({ data: prompts.map((prompt, position) => ({ interviewId: id, position, ...prompt })) });
    return "created";
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

/** The answer, and what stands beside it. */
export interface Typed {
  readonly text: string;
  readonly code: string;
  readonly sketch: string;
}

/** Keeps what was typed, unless a later save is there or the answer was given. True when it was kept. */
export async function saveDraft(userId: UserId, interviewId: string, position: number, number: number, { text, code, sketch }: Typed): Promise<boolean> {
  const { count } = await (await db()).interviewPrompt.updateMany({
    where: { ...own(userId, interviewId, position), shownAt: { not: null }, submittedAt: null, draftNumber: { lt: number } },
    data: { draft: text, code, sketch, draftNumber: number },
  });
  return count === 1;
}

/** Stores the answer. False when one was given before: the first one counts. */
export async function submitAnswer(userId: UserId, interviewId: string, position: number, { text, code, sketch }: Typed, confidence: number | null, now: number): Promise<boolean> {
  const { count } = await (await db()).interviewPrompt.updateMany({
    where: { ...own(userId, interviewId, position), shownAt: { not: null }, submittedAt: null },
    data: { answer: text, code, sketch, confidence, submittedAt: BigInt(now), draft: "" },
  });
  return count === 1;
}

/** Notes what a program said of the answer. What was judged before stays. */
export async function storeVerdict(userId: UserId, interviewId: string, position: number, objective: "pass" | "fail" | null, verdict: string): Promise<void> {
  await (await db()).interviewPrompt.updateMany({ where: { interviewId, position, interview: { userId }, submittedAt: { not: null }, verdict: null, points: null }, data: { objective, verdict } });
}

/** What a judge said of an answer. */
export interface JudgedAnswer {
  readonly position: number;
  readonly points: readonly number[];
  readonly levels: Levels | null;
}

/** Notes what an answer came to, once: what was judged stays. By the candidate, or the interviewer of a mode for two. */
export async function judgePrompt(role: "candidate" | "interviewer", userId: UserId, interviewId: string, { position, points, levels }: JudgedAnswer, note = ""): Promise<boolean> {
  const holder = role === "candidate" ? own(userId, interviewId, position) : { interviewId, position, interview: { status: "RUNNING" as const, pair: { interviewerId: userId } } };
  const { count } = await (await db()).interviewPrompt.updateMany({
    where: { ...holder, submittedAt: { not: null }, points: null },
    data: { points: pointsText(points), levels: levels === null ? null : levelsText(levels), byInterviewer: role === "interviewer", note },
  });
  return count === 1;
}

/** Marks a prompt, or takes the mark back. */
export async function markPrompt(userId: UserId, interviewId: string, position: number, marked: boolean): Promise<void> {
  await (await db()).interviewPrompt.updateMany({ where: { ...own(userId, interviewId, position), shownAt: { not: null } }, data: { marked } });
}

/** Ends the interview. True when this call ended it. */
export async function finishInterview(userId: UserId, id: string, now: number): Promise<boolean> {
  const { count } = await (await db()).interview.updateMany({ where: { id, userId, status: "RUNNING" }, data: { status: "FINISHED", finishedAt: BigInt(now) } });
  return count === 1;
}

/** Puts the private link of a report in place of an earlier one. False where the interview is not the user's. */
export async function putShare(userId: UserId, interviewId: string, tokenHash: string, now: number): Promise<boolean> {
  const client = await db();
  if ((await client.interview.count({ where: { id: interviewId, userId } })) === 0) return false;
  const createdAt = BigInt(now);
  await client.interviewShare.upsert({ where: { interviewId }, create: { interviewId, tokenHash, createdAt }, update: { tokenHash, createdAt } });
  return true;
}

/** Takes the private link of a report back. */
export async function removeShare(userId: UserId, interviewId: string): Promise<void> {
  await (await db()).interviewShare.deleteMany({ where: { interviewId, interview: { userId } } });
}

/** Opens a running interview for an interviewer, who has until `expiresAt`. An earlier code or interviewer is out. */
export async function putPair(userId: UserId, interviewId: string, codeHash: string, now: number, expiresAt: number): Promise<boolean> {
  const client = await db();
  if ((await client.interview.count({ where: { id: interviewId, userId, status: "RUNNING" } })) === 0) return false;
  const fresh = { codeHash, createdAt: BigInt(now), expiresAt: BigInt(expiresAt), interviewerId: null, joinedAt: null, interviewerSeenAt: null, candidateSeenAt: BigInt(now) };
  await client.interviewPair.upsert({ where: { interviewId }, create: { interviewId, ...fresh }, update: fresh });
  return true;
}

/** Ends the mode for two; the interview goes on alone. */
export async function removePair(userId: UserId, interviewId: string): Promise<void> {
  await (await db()).interviewPair.deleteMany({ where: { interviewId, interview: { userId } } });
}

/** Takes the interviewer's place, where the code is still good and nobody has it. A candidate cannot interview themselves. */
export async function joinPair(userId: UserId, codeHash: string, now: number): Promise<boolean> {
  const { count } = await (await db()).interviewPair.updateMany({
    where: { codeHash, interviewerId: null, expiresAt: { gt: BigInt(now) }, interview: { status: "RUNNING", userId: { not: userId } } },
    data: { interviewerId: userId, joinedAt: BigInt(now), interviewerSeenAt: BigInt(now) },
  });
  return count === 1;
}

/** Between two notes that somebody is there, in ms: they are written while pages poll. */
const SEEN_EVERY_MS = 4_000;

/** Notes that one of the two is there. */
export async function notePresence(role: "candidate" | "interviewer", userId: UserId, interviewId: string, now: number): Promise<void> {
  const before = BigInt(now - SEEN_EVERY_MS);
  const pairs = (await db()).interviewPair;
  if (role === "candidate") await pairs.updateMany({ where: { interviewId, interview: { userId }, OR: [{ candidateSeenAt: null }, { candidateSeenAt: { lt: before } }] }, data: { candidateSeenAt: BigInt(now) } });
  else await pairs.updateMany({ where: { interviewId, interviewerId: userId, OR: [{ interviewerSeenAt: null }, { interviewerSeenAt: { lt: before } }] }, data: { interviewerSeenAt: BigInt(now) } });
}

/** Gives a hint about a prompt that is shown and not answered. Sent again it is given once. */
export async function giveHint(userId: UserId, interviewId: string, hint: { readonly id: string; readonly position: number; readonly text: string }, now: number): Promise<boolean> {
  const client = await db();
  const open = await client.interviewPrompt.count({ where: { interviewId, position: hint.position, shownAt: { not: null }, submittedAt: null, interview: { status: "RUNNING", pair: { interviewerId: userId } } } });
  if (open === 0) return false;
  try {
    await client.interviewHint.create({ data: { ...hint, interviewId, givenAt: BigInt(now) } });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  return true;
}

/** A question of the interviewer's own. `total` is how many prompts there were when it was asked: sent again, it is asked once. */
export interface OwnQuestion {
  readonly after: number;
  readonly total: number;
  readonly question: string;
  readonly seconds: number | null;
}

/** Puts a question behind a prompt that was shown, about the same card; those not shown yet move on by one. */
export async function insertQuestion(userId: UserId, interviewId: string, { after, total, question, seconds }: OwnQuestion): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    // Changes nothing but takes the row: of two questions at once the second waits, and finds that there is one prompt more.
    const { count } = await tx.interview.updateMany({ where: { id: interviewId, status: "RUNNING", pair: { interviewerId: userId } }, data: { level: { increment: 0 } } });
    if (count === 0) return false;
    const prompts = await tx.interviewPrompt.findMany({ where: { interviewId }, orderBy: { position: "desc" }, select: { position: true, follows: true, cardId: true, revisionId: true, ask: true, shownAt: true, points: true } });
    const before = prompts.find((prompt) => prompt.position === after);
    const later = prompts.filter((prompt) => prompt.position > after);
    if (before === undefined || before.shownAt === null || before.points !== null || prompts.length !== total || later.some((prompt) => prompt.shownAt !== null)) return false;
    for (const { position, follows } of later) {
      await tx.interviewPrompt.update({ where: { interviewId_position: { interviewId, position } }, data: { position: position + 1, follows: follows !== null && follows > after ? follows + 1 : follows }, select: { position: true } });
    }
    const follows = before.ask === "card" ? before.position : before.follows;
    await tx.interviewPrompt.create({ data: { interviewId, position: after + 1, cardId: before.cardId, revisionId: before.revisionId, ask: "own", question, seconds, follows }, select: { position: true } });
    return true;
  });
}
