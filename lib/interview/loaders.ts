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
import { hashOfToken } from "../auth/claim-token.ts";
import { countAsked, findRunning, listInterviews, readInterview, readPaired, readShare, readShared } from "./data.ts";
import { holdsOf } from "./holds.ts";
import { drillId } from "./log-events.ts";
import type { Hold, PlanCard } from "./plan.ts";
import { type Report, reportOf, surenessOf, topicScores } from "./report.ts";
import { type InterviewerView, interviewerViewOf } from "./interviewer-view.ts";
import { interviewerState, stampOf } from "./pair.ts";
import { interviewIdSchema } from "./schema.ts";
import { criterionScores, meanOf, overtimeSeconds, scoreOf, type Sureness } from "./score.ts";
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
  const [running, interviews, catalogue, progress, asked] = await Promise.all([findRunning(user.id), listInterviews(user.id), readCatalogue(), readProgress(user.id), countAsked(user.id)]);
  const cards = await cardsOf(interviews);
  return {
    running,
    past: interviews.filter((one) => one.finishedAt !== null).map((one) => pastOf(one, cards)),
    targetVersion: user.targetVersion,
    timeZone: user.timeZone,
    id: randomUUID(),
    pool: catalogue.map(({ id, revisionId, topic, kind, level, seconds, followups, versions, outputs, names }) => ({ id, revisionId, topic, kind, level, seconds, followups, versions, outputs, names })),
    holds: [...holdsOf(catalogue, progress, interviews, asked)],
  };
}

const cardsOf = (interviews: readonly Interview[]): Promise<Map<string, LibraryCard>> => readRevisions([...new Set(interviews.flatMap((one) => one.prompts.map((prompt) => prompt.revisionId)))]);

/** Each prompt beside its card and score. */
const scoredOf = ({ prompts }: Pick<Interview, "prompts">, cards: ReadonlyMap<string, LibraryCard>) =>
  prompts.flatMap((prompt) => {
    const card = cards.get(prompt.revisionId);
    return card === undefined ? [] : [{ prompt, card, score: scoreOf(prompt, card) }];
  });

function pastOf({ id, createdAt, finishedAt, setup, prompts }: Interview, cards: ReadonlyMap<string, LibraryCard>): PastInterview {
  const scored = scoredOf({ prompts }, cards);
  return {
    id,
    createdAt,
    finishedAt,
    lengthMinutes: setup.lengthMinutes,
    level: setup.level,
    topics: setup.topics,
    prompts: prompts.length,
    answered: prompts.filter((prompt) => prompt.submittedAt !== null).length,
    score: meanOf(scored.flatMap((one) => one.score ?? [])),
    byTopic: topicScores(scored),
    byCriterion: criterionScores(prompts),
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
  const known = interviewIdSchema.safeParse(id);
  const held = (known.success ? await readPaired("candidate", user.id, known.data) : null) ?? notFound();
  const { interview, pair } = held;
  const prompt = currentPrompt(interview);
  const card = prompt === null ? null : ((await readRevisions([prompt.revisionId])).get(prompt.revisionId) ?? null);
  const instant = now();
  const other = pair === null ? null : interviewerState(pair, instant);
  const stage = stageOf(interview, card, other === "here");
  if (stage.kind === "finished") redirect(`/interview/${interview.id}/report`);
  return {
    id: interview.id,
    now: instant,
    total: interview.prompts.length,
    spoken: interview.setup.spoken,
    calm: interview.setup.calm,
    stage,
    pair: other === null ? null : { interviewer: other, hints: held.hints.filter((hint) => hint.position === prompt?.position).map((hint) => hint.text) },
    stamp: stampOf("candidate", interview, pair, held.hints, instant),
  };
}

/** The interviewer's view of an interview to which a code led. */
export async function loadInterviewer(id: string): Promise<InterviewerView> {
  const user = await requireUser(`/interview/${id}/interviewer`);
  const known = interviewIdSchema.safeParse(id);
  const held = (known.success ? await readPaired("interviewer", user.id, known.data) : null) ?? notFound();
  const { interview } = held;
  const prompt = currentPrompt(interview);
  const card = prompt === null ? null : ((await readRevisions([prompt.revisionId])).get(prompt.revisionId) ?? null);
  return interviewerViewOf(held, card, await readCatalogue(), now());
}

/** The report of an interview that is over, and of one that runs: then so far. */
export async function loadReport(id: string): Promise<Report & { readonly timeZone: string; /** The study day into which each card was brought already. */ readonly brought: ReadonlyMap<string, StudyDay>; /** Since when it has a private link, UTC ms. */ readonly sharedAt: number | null }> {
  const user = await requireUser(`/interview/${id}/report`);
  const interview = await interviewOr404(user, id);
  const report = await buildReport(user.id, interview, user);
  const [days, sharedAt] = await Promise.all([readRescheduled(user.id, report.drill.map((item) => drillId(interview.id, item.cardId))), readShare(user.id, interview.id)]);
  return { ...report, timeZone: user.timeZone, brought: days, sharedAt };
}

/** The report to which a private link leads, for anybody who has it: of this interview alone. */
export async function loadShared(token: string): Promise<Report & { readonly timeZone: string }> {
  const shared = (/^[\w-]{43}$/.test(token) ? await readShared(hashOfToken(token)) : null) ?? notFound();
  const { interview, timeZone, rolloverHour } = shared;
  const [cards, catalogue] = await Promise.all([cardsOf([interview]), readCatalogue()]);
  return { ...reportOf(interview, cards, catalogue, studyDayOf(interview.createdAt, { zone: timeZone, rolloverHour })), timeZone };
}

/** What an interview comes to, with the confidence of the earlier ones. */
export async function buildReport(userId: UserId, interview: Interview, { timeZone, rolloverHour }: Pick<CurrentUser, "timeZone" | "rolloverHour">): Promise<Report> {
  const others = (await listInterviews(userId)).filter((one) => one.id !== interview.id && one.createdAt < interview.createdAt);
  const [cards, catalogue] = await Promise.all([cardsOf([interview, ...others]), readCatalogue()]);
  const earlier: Sureness[] = others.flatMap((one) => surenessOf(scoredOf(one, cards)));
  return reportOf(interview, cards, catalogue, studyDayOf(interview.createdAt, { zone: timeZone, rolloverHour }), earlier);
}
