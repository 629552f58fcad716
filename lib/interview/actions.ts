// The request-facing half of mutations.ts, for the JSON routes: server actions run one after another, and a draft must not hold up an answer.
import "server-only";
import { randomUUID } from "node:crypto";
import { answerJson } from "../http/actions.ts";
import type { RepairRun } from "../cards/answer.ts";
import type { CurrentUser } from "../auth/user.ts";
import { now } from "../clock.ts";
import { readCatalogue, readRevisions } from "../content/data.ts";
import { AppError } from "../errors.ts";
import { runInProcess } from "../lab/process.ts";
import { readProgress } from "../reviews/data.ts";
import { recordEvents } from "../reviews/mutations.ts";
import { studyDayOf } from "../scheduling/study-day.ts";
import { findRunning, listInterviews, readInterview, readPrompt } from "./data.ts";
import { holdsOf } from "./holds.ts";
import { type Judgement, judgeOutput, judgeRuns, runsOf } from "./judge.ts";
import { buildReport } from "./loaders.ts";
import { drillEvent, mockEvent } from "./log-events.ts";
import * as mutations from "./mutations.ts";
import { planInterview } from "./plan.ts";
import { type Deed, deedSchema, interviewIdSchema, type Setup, setupSchema } from "./schema.ts";
import { currentPrompt } from "./stage.ts";
import type { Interview } from "./types.ts";

/** Answers `POST /api/interviews`: plans and stores an interview, gives its id. */
export function postInterview(request: Request): Promise<Response> {
  return answerJson(request, { schema: setupSchema, limit: "interview write" }, startInterview);
}

async function startInterview(user: CurrentUser, setup: Setup): Promise<{ id: string }> {
  if ((await findRunning(user.id)) !== null) throw new AppError("conflict", "An interview is running. Continue it, or end it first.");
  const [catalogue, progress, interviews] = await Promise.all([readCatalogue(), readProgress(user.id), listInterviews(user.id)]);
  const id = randomUUID();
  const prompts = planInterview(catalogue, holdsOf(catalogue, progress, interviews), setup, id);
  if (prompts.length === 0) throw new AppError("invalid", "There is no card of these topics at this level. Choose more topics or a higher level.");
  await mutations.createInterview(user.id, { id, setup, seed: id, prompts }, now());
  return { id };
}

/** Answers `POST /api/interviews/ID`: one deed in the user's own interview. */
export function postDeed(request: Request, id: string): Promise<Response> {
  return answerJson<Deed>(request, { schema: deedSchema, limit: "interview write" }, async (user, deed) => {
    const known = interviewIdSchema.safeParse(id);
    const interview = known.success ? await readInterview(user.id, known.data) : null;
    if (interview === null) throw new AppError("not-found", "There is no such interview.");
    return perform(user, interview, deed);
  });
}

function perform(user: CurrentUser, interview: Interview, deed: Deed): Promise<object> {
  switch (deed.deed) {
    case "open":
      return open(user, interview, deed.position);
    case "save":
      return mutations.saveDraft(user.id, interview.id, deed.position, deed.number, deed.text).then((kept) => ({ kept }));
    case "submit":
      return submit(user, interview, deed);
    case "judge":
      return judge(user, interview, deed.position, deed.points);
    case "finish":
      return finish(user, interview).then(() => ({}));
    case "drill":
      return drill(user, interview, deed.cardIds);
  }
}

async function open(user: CurrentUser, interview: Interview, position: number): Promise<object> {
  const prompt = currentPrompt(interview);
  if (interview.finishedAt !== null || prompt?.position !== position) throw new AppError("conflict", "This prompt's turn is not now. Reload the page.");
  await mutations.openPrompt(user.id, interview.id, position, prompt.seconds, now());
  return {};
}

/** The answer is stored before anything judges it: what a program then says can fail without losing it. */
async function submit(user: CurrentUser, interview: Interview, { position, answer, confidence }: Deed & { deed: "submit" }): Promise<object> {
  const first = await mutations.submitAnswer(user.id, interview.id, position, answer, confidence, now());
  const prompt = await readPrompt(user.id, interview.id, position);
  if (prompt?.submittedAt == null) throw new AppError("conflict", "This prompt's turn is not now. Reload the page.");
  if (first) await judgeByProgram(user, interview, position, prompt.revisionId, answer);
  // A repeated request is told which answer counts.
  return { counts: prompt.answer === answer };
}

async function judgeByProgram(user: CurrentUser, { id, setup }: Interview, position: number, revisionId: string, answer: string): Promise<void> {
  const card = (await readRevisions([revisionId])).get(revisionId);
  if (card === undefined) return;
  const byOutput = card.kind === "predict" ? judgeOutput(card, answer, setup.targetVersion) : null;
  const runs = runsOf(card, answer, setup.targetVersion);
  if (byOutput === null && card.kind !== "fix") return;
  const judgement = byOutput ?? (await judgeInProcess(runs));
  await mutations.storeVerdict(user.id, id, position, judgement.objective, judgement.verdict);
}

async function judgeInProcess(runs: readonly RepairRun[]): Promise<Judgement> {
  const outcome = await runInProcess(runs.map(({ source, version, mode }) => ({ source, version, mode })));
  return outcome.kind === "killed" ? { objective: "fail", verdict: outcome.message } : judgeRuns(runs, outcome.reply);
}

async function judge(user: CurrentUser, interview: Interview, position: number, points: readonly number[]): Promise<object> {
  const prompt = interview.prompts[position];
  const card = prompt === undefined ? undefined : (await readRevisions([prompt.revisionId])).get(prompt.revisionId);
  if (prompt?.submittedAt == null || card === undefined) throw new AppError("conflict", "This prompt was not answered yet.");
  if (points.some((place) => place >= card.rubric.length)) throw new AppError("invalid", "points: there is no such point");
  await mutations.judgePrompt(user.id, interview.id, position, [...new Set(points)]);
  const after = await readInterview(user.id, interview.id);
  if (after !== null && currentPrompt(after) === null) await finish(user, after);
  return {};
}

/** Ends the interview and notes its answers in the review log, where they move nothing. */
async function finish(user: CurrentUser, interview: Interview): Promise<void> {
  const endedAt = now();
  await mutations.finishInterview(user.id, interview.id, endedAt);
  const { prompts } = await buildReport(user.id, interview, user);
  const events = prompts.flatMap((one) => mockEvent(interview.id, one) ?? []);
  if (events.length > 0) await recordEvents(senderOf(user), events, endedAt);
}

const senderOf = ({ id, createdAt, timeZone, rolloverHour }: CurrentUser) => ({ userId: id, createdAt, timeZone, rolloverHour });

/** Brings cards of the report into tomorrow's queue. Doing it again changes nothing. */
async function drill(user: CurrentUser, interview: Interview, cardIds: readonly string[]): Promise<{ brought: string[] }> {
  const instant = now();
  const [report, catalogue] = await Promise.all([buildReport(user.id, interview, user), readCatalogue()]);
  const items = report.drill.filter((item) => cardIds.includes(item.cardId));
  if (items.length === 0) throw new AppError("invalid", "cardIds: none of these cards is in the report");
  const tomorrow = studyDayOf(instant, { zone: user.timeZone, rolloverHour: user.rolloverHour }) + 1;
  const events = items.flatMap((item) => {
    const revisionId = catalogue.find((card) => card.id === item.cardId)?.revisionId;
    return revisionId === undefined ? [] : [drillEvent(interview.id, item, revisionId, tomorrow, instant)];
  });
  // A conflict is an earlier click: that one counts.
  await recordEvents(senderOf(user), events, instant);
  return { brought: items.map((item) => item.cardId) };
}
