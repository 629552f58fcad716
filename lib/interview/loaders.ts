import "server-only";
import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { requireUser } from "../auth/loaders.ts";
import type { CurrentUser, UserId } from "../auth/user.ts";
import { now } from "../clock.ts";
import { readCatalogue, readRevisions } from "../content/data.ts";
import type { LibraryCard } from "../content/library-card.ts";
import { readProgress, readRescheduled } from "../reviews/data.ts";
import { type StudyDay, studyDayOf } from "../scheduling/study-day.ts";
import { findRunning, listInterviews, readInterview } from "./data.ts";
import { holdsOf } from "./holds.ts";
import { drillId } from "./log-events.ts";
import type { Hold, PlanCard } from "./plan.ts";
import { type Report, reportOf } from "./report.ts";
import { interviewIdSchema } from "./schema.ts";
import { meanOf, overtimeSeconds, scoreOf } from "./score.ts";
import { currentPrompt, stageOf } from "./stage.ts";
import type { Interview, PastInterview, RunView } from "./types.ts";

export interface SetupView {
  readonly running: string | null;
  readonly past: readonly PastInterview[];
  readonly targetVersion: string;
  readonly timeZone: string;
  /** Of the interview that the page can start, and the seed of its prompts. */
  readonly id: string;
  /** What planning reads: the page says beforehand what the interview will be. */
  readonly pool: readonly PlanCard[];
  readonly holds: readonly (readonly [string, Hold])[];
}

/** The set-up page: what can be chosen, and the interviews before. */
export async function loadSetup(): Promise<SetupView> {
  const user = await requireUser("/interview");
  const [running, interviews, catalogue, progress] = await Promise.all([findRunning(user.id), listInterviews(user.id), readCatalogue(), readProgress(user.id)]);
  const cards = await cardsOf(interviews);
  return {
    running,
    past: interviews.filter((one) => one.finishedAt !== null).map((one) => pastOf(one, cards)),
    targetVersion: user.targetVersion,
    timeZone: user.timeZone,
    id: randomUUID(),
    pool: catalogue.map(({ id, revisionId, topic, kind, level, seconds, followups }) => ({ id, revisionId, topic, kind, level, seconds, followups })),
    holds: [...holdsOf(catalogue, progress, interviews)],
  };
}

const cardsOf = (interviews: readonly Interview[]): Promise<Map<string, LibraryCard>> => readRevisions([...new Set(interviews.flatMap((one) => one.prompts.map((prompt) => prompt.revisionId)))]);

function pastOf({ id, createdAt, finishedAt, setup, prompts }: Interview, cards: ReadonlyMap<string, LibraryCard>): PastInterview {
  const scores = prompts.flatMap((prompt) => scoreOf(prompt, cards.get(prompt.revisionId)?.rubric.length ?? 0) ?? []);
  return {
    id,
    createdAt,
    finishedAt,
    lengthMinutes: setup.lengthMinutes,
    level: setup.level,
    topics: setup.topics,
    prompts: prompts.length,
    answered: prompts.filter((prompt) => prompt.submittedAt !== null).length,
    score: meanOf(scores),
    overtimeSeconds: prompts.reduce((sum, prompt) => sum + overtimeSeconds(prompt), 0),
  };
}

async function interviewOr404(user: CurrentUser, id: string): Promise<Interview> {
  const known = interviewIdSchema.safeParse(id);
  return (known.success ? await readInterview(user.id, known.data) : null) ?? notFound();
}

/** Where the user's interview stands; one that is over leads to its report. */
export async function loadRun(id: string): Promise<RunView> {
  const user = await requireUser(`/interview/${id}`);
  const interview = await interviewOr404(user, id);
  const prompt = currentPrompt(interview);
  const card = prompt === null ? null : ((await readRevisions([prompt.revisionId])).get(prompt.revisionId) ?? null);
  const stage = stageOf(interview, card);
  if (stage.kind === "finished") redirect(`/interview/${interview.id}/report`);
  return { id: interview.id, now: now(), total: interview.prompts.length, stage };
}

/** The report of an interview that is over, and of one that runs: then so far. */
export async function loadReport(id: string): Promise<Report & { readonly timeZone: string; /** The study day into which each card was brought already. */ readonly brought: ReadonlyMap<string, StudyDay> }> {
  const user = await requireUser(`/interview/${id}/report`);
  const interview = await interviewOr404(user, id);
  const report = await buildReport(user.id, interview, user);
  const days = await readRescheduled(user.id, report.drill.map((item) => drillId(interview.id, item.cardId)));
  return { ...report, timeZone: user.timeZone, brought: days };
}

/** What an interview comes to, with the confidence of the earlier ones. */
export async function buildReport(userId: UserId, interview: Interview, { timeZone, rolloverHour }: Pick<CurrentUser, "timeZone" | "rolloverHour">): Promise<Report> {
  const others = (await listInterviews(userId)).filter((one) => one.id !== interview.id && one.createdAt < interview.createdAt);
  const [cards, catalogue] = await Promise.all([cardsOf([interview, ...others]), readCatalogue()]);
  const earlier = others.flatMap((one) => one.prompts).flatMap((prompt) => {
    const score = scoreOf(prompt, cards.get(prompt.revisionId)?.rubric.length ?? 0);
    return score === null || prompt.confidence === null ? [] : [{ confidence: prompt.confidence, score }];
  });
  return reportOf(interview, cards, catalogue, studyDayOf(interview.createdAt, { zone: timeZone, rolloverHour }), earlier);
}
