// The request-facing half of mutations.ts, for the JSON routes: server actions run one after another, and a draft must not hold up an answer.
import "server-only";
import { answerJson } from "../http/actions.ts";
import type { CurrentUser } from "../auth/user.ts";
import { now } from "../clock.ts";
import { readCatalogue, readRevisions } from "../content/data.ts";
import type { LibraryCard } from "../content/library-card.ts";
import { AppError } from "../errors.ts";
import { isUniqueViolation } from "../db/faults.ts";
import { runInProcess } from "../lab/process.ts";
import { spend } from "../limits/actions.ts";
import { readProgress } from "../reviews/data.ts";
import { recordEvents } from "../reviews/mutations.ts";
import { studyDayOf } from "../scheduling/study-day.ts";
import { findRunning, listInterviews, readInterview, readPrompt } from "./data.ts";
import { holdsOf } from "./holds.ts";
import { type Judgement, judgeOutcome, judgeOutput, judgeRuns, runsOf } from "./judge.ts";
import { buildReport } from "./loaders.ts";
import { drillEvent, mockEvent } from "./log-events.ts";
import * as mutations from "./mutations.ts";
import { planInterview } from "./plan.ts";
import { promptReport } from "./report.ts";
import { type Deed, deedSchema, interviewIdSchema, type Start, startSchema } from "./schema.ts";
import { currentPrompt } from "./stage.ts";
import type { Interview, Prompt } from "./types.ts";

/** Answers `POST /api/interviews`: plans and stores an interview, gives its id. */
export function postInterview(request: Request): Promise<Response> {
  return answerJson(request, { schema: startSchema, limit: "interview write" }, startInterview);
}

const RUNS_ALREADY = "An interview is running. Continue it, or end it first: reload the page.";

async function startInterview(user: CurrentUser, { id, ...setup }: Start): Promise<{ id: string }> {
  const running = await findRunning(user.id);
  if (running === id) return { id };
  if (running !== null) throw new AppError("conflict", RUNS_ALREADY);
  const [catalogue, progress, interviews] = await Promise.all([readCatalogue(), readProgress(user.id), listInterviews(user.id)]);
  const prompts = planInterview(catalogue, holdsOf(catalogue, progress, interviews), setup, id);
  if (prompts.length === 0) throw new AppError("invalid", "There is no card of these topics at this level. Choose more topics or a higher level.");
  if (!(await createOnce(user, { id, setup, seed: id, prompts }))) throw new AppError("conflict", RUNS_ALREADY);
  return { id };
}

async function createOnce(user: CurrentUser, interview: mutations.NewInterview): Promise<boolean> {
  try {
    return await mutations.createInterview(user.id, interview, now());
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", "This interview was started before. Reload the page to start another.", { cause: error });
  }
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
    case "extend":
      return mutations.extendPrompt(user.id, interview.id, deed.position, deed.deadlineAt, deed.seconds).then((extended) => ({ extended }));
    case "save":
      return save(user, interview, deed);
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

/** Says also which number is stored: a tab that is behind another learns it. */
async function save(user: CurrentUser, interview: Interview, { position, number, text }: Deed & { deed: "save" }): Promise<object> {
  if (await mutations.saveDraft(user.id, interview.id, position, number, text)) return { kept: true, number };
  const prompt = await readPrompt(user.id, interview.id, position);
  // The same save once more, as after an answer that was lost.
  if (prompt?.submittedAt === null && prompt.draftNumber === number && prompt.draft === text) return { kept: true, number };
  return { kept: false, number: prompt?.draftNumber ?? 0 };
}

/** The answer is stored before anything judges it: what a program then says can fail without losing it. */
async function submit(user: CurrentUser, interview: Interview, { position, answer, confidence }: Deed & { deed: "submit" }): Promise<object> {
  await mutations.submitAnswer(user.id, interview.id, position, answer, confidence, now());
  const prompt = await readPrompt(user.id, interview.id, position);
  if (prompt?.submittedAt == null) throw new AppError("conflict", "This prompt's turn is not now. Reload the page.");
  // Also when it is sent again: that makes up for a run which was refused or cut off.
  if (prompt.verdict === null && prompt.points === null) await judgeByProgram(user, interview, prompt);
  // A repeated request is told which answer counts.
  return { counts: prompt.answer === answer };
}

async function judgeByProgram(user: CurrentUser, { id, setup }: Interview, { position, revisionId, answer }: Prompt): Promise<void> {
  const card = (await readRevisions([revisionId])).get(revisionId);
  if (card === undefined || answer === null) return;
  const judgement = judgeOutput(card, answer, setup.targetVersion) ?? (card.kind === "fix" ? await judgeProgram(user, card, answer, setup.targetVersion) : null);
  if (judgement !== null) await mutations.storeVerdict(user.id, id, position, judgement.objective, judgement.verdict);
}

async function judgeProgram(user: CurrentUser, card: LibraryCard, program: string, targetVersion: string): Promise<Judgement> {
  const runs = runsOf(card, program, targetVersion);
  if (runs.length === 0) return judgeRuns([], []);
  await spend("verify run", user.id);
  return judgeOutcome(runs, await runInProcess(runs.map(({ source, version, mode }) => ({ source, version, mode }))));
}

async function judge(user: CurrentUser, interview: Interview, position: number, points: readonly number[]): Promise<object> {
  const prompt = interview.prompts[position];
  const card = prompt === undefined ? undefined : (await readRevisions([prompt.revisionId])).get(prompt.revisionId);
  if (prompt?.submittedAt == null || card === undefined) throw new AppError("conflict", "This prompt was not answered yet.");
  if (points.some((place) => place >= card.rubric.length)) throw new AppError("invalid", "points: there is no such point");
  await mutations.judgePrompt(user.id, interview.id, position, [...new Set(points)]);
  const after = await readInterview(user.id, interview.id);
  if (after === null) return {};
  if (currentPrompt(after) === null) await finish(user, after);
  else await noteAnswers(user, after);
  return {};
}

/** Notes first, then ends: cut off in between, it can be ended again. */
async function finish(user: CurrentUser, interview: Interview): Promise<void> {
  await noteAnswers(user, interview);
  await mutations.finishInterview(user.id, interview.id, now());
}

/** Notes the answers that were judged in the review log, where they move nothing. Doing it again stores nothing twice. */
async function noteAnswers(user: CurrentUser, { id, prompts }: Interview): Promise<void> {
  const cards = await readRevisions(prompts.filter((prompt) => prompt.submittedAt !== null).map((prompt) => prompt.revisionId));
  const events = prompts.flatMap((prompt) => {
    const card = cards.get(prompt.revisionId);
    return card === undefined ? [] : (mockEvent(id, promptReport(prompt, card)) ?? []);
  });
  if (events.length > 0) await recordEvents(senderOf(user), events, now());
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
