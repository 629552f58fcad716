// The request-facing half of mutations.ts, for the JSON routes: server actions run one after another, and a draft must not hold up an answer.
import "server-only";
import { randomBytes } from "node:crypto";
import { hashOfToken } from "../auth/claim-token.ts";
import { currentUser } from "../auth/loaders.ts";
import type { CurrentUser } from "../auth/user.ts";
import { askedVersion } from "../cards/answer.ts";
import { drawnNames } from "../cards/assigned-names.ts";
import { now } from "../clock.ts";
import { readCatalogue, readRevisions } from "../content/data.ts";
import type { LibraryCard } from "../content/library-card.ts";
import { AppError } from "../errors.ts";
import { answerJson, handle } from "../http/actions.ts";
import { json } from "../http/json-response.ts";
import { runInProcess } from "../lab/process.ts";
import { spend } from "../limits/actions.ts";
import { readProgress } from "../reviews/data.ts";
import { recordEvents } from "../reviews/mutations.ts";
import { studyDayOf } from "../scheduling/study-day.ts";
import { CRITERIA } from "./criteria.ts";
import { countAsked, findJoined, findRunning, listInterviews, readInterview, readPaired, readPrompt } from "./data.ts";
import { holdsOf } from "./holds.ts";
import { isProgram, type Judgement, judgeOutcome, judgeOutput, judgeRuns, judgeShown, runsOf } from "./judge.ts";
import { criteriaOf, hasPoints } from "./ladder.ts";
import { buildReport, loadReport } from "./loaders.ts";
import { drillEvent, mockEvent } from "./log-events.ts";
import { fileNameOf, reportMarkdown } from "./markdown.ts";
import * as mutations from "./mutations.ts";
import { CODE_LIFE_MS, codeOf, normalCode, stampOf } from "./pair.ts";
import { planInterview } from "./plan.ts";
import { type DrillItem, promptReport } from "./report.ts";
import { type Deed, deedSchema, interviewIdSchema, type InterviewerDeed, interviewerDeedSchema, type Join, joinSchema, type Judged, type Start, startSchema } from "./schema.ts";
import { judgeSketch, sketchGap, sketchRun } from "./sketch/check.ts";
import { currentPrompt } from "./stage.ts";
import type { Interview, Prompt } from "./types.ts";

/** Bytes of a deed's body: an answer and the code box, both full, in any script. */
const DEED_LIMIT = 192 * 1024;

/** Answers `POST /api/interviews`: plans and stores an interview, gives its id. */
export function postInterview(request: Request): Promise<Response> {
  return answerJson(request, { schema: startSchema, limit: "interview write" }, startInterview);
}

const RUNS_ALREADY = "An interview is running. Continue it, or end it first: reload the page.";

async function startInterview(user: CurrentUser, { id, ...setup }: Start): Promise<{ id: string }> {
  const running = await findRunning(user.id);
  if (running === id) return { id };
  if (running !== null) throw new AppError("conflict", RUNS_ALREADY);
  const [catalogue, progress, interviews, asked] = await Promise.all([readCatalogue(), readProgress(user.id), listInterviews(user.id), countAsked(user.id)]);
  const prompts = planInterview(catalogue, holdsOf(catalogue, progress, interviews, asked), setup, id);
  if (prompts.length === 0) throw new AppError("invalid", "There is no card of this style and these topics at this level. Choose more topics, another style or a higher level.");
  const outcome = await mutations.createInterview(user.id, { id, setup, seed: id, prompts }, now());
  if (outcome === "created") return { id };
  throw new AppError("conflict", outcome === "running" ? RUNS_ALREADY : "This interview was started before. Reload the page to start another.");
}

/** Answers `POST /api/interviews/ID`: one deed in the user's own interview. */
export function postDeed(request: Request, id: string): Promise<Response> {
  return answerJson<Deed>(request, { schema: deedSchema, limit: "interview write", bodyLimit: DEED_LIMIT }, async (user, deed) => {
    const known = interviewIdSchema.safeParse(id);
    const interview = known.success ? await readInterview(user.id, known.data) : null;
    if (interview === null) throw new AppError("not-found", NO_SUCH);
    return perform(user, interview, deed);
  });
}

const NO_SUCH = "There is no such interview.";

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
      return judge(user, interview, deed.judged);
    case "mark":
      return mutations.markPrompt(user.id, interview.id, deed.position, deed.marked).then(() => ({}));
    case "finish":
      return finish(user, interview).then(() => ({}));
    case "drill":
      return drill(user, interview, deed.cardIds);
    case "share":
      return share(user, interview);
    case "unshare":
      return mutations.removeShare(user.id, interview.id).then(() => ({}));
    case "invite":
      return invite(user, interview);
    case "uninvite":
      return mutations.removePair(user.id, interview.id).then(() => ({}));
  }
}

async function open(user: CurrentUser, interview: Interview, position: number): Promise<object> {
  const prompt = currentPrompt(interview);
  if (interview.finishedAt !== null || prompt?.position !== position) throw new AppError("conflict", "This prompt's turn is not now. Reload the page.");
  await mutations.openPrompt(user.id, interview.id, position, prompt.seconds, now());
  return {};
}

/** Says also which number is stored: a tab that is behind another learns it. */
async function save(user: CurrentUser, interview: Interview, { position, number, text, code, sketch }: Deed & { deed: "save" }): Promise<object> {
  if (await mutations.saveDraft(user.id, interview.id, position, number, { text, code, sketch })) return { kept: true, number };
  const prompt = await readPrompt(user.id, interview.id, position);
  // The same save once more, as after an answer that was lost.
  if (prompt?.submittedAt === null && prompt.draftNumber === number && prompt.draft === text && prompt.code === code && prompt.sketch === sketch) return { kept: true, number };
  return { kept: false, number: prompt?.draftNumber ?? 0 };
}

/** The answer is stored before anything judges it: what a program then says can fail without losing it. */
async function submit(user: CurrentUser, interview: Interview, { position, answer, code, sketch, confidence }: Deed & { deed: "submit" }): Promise<object> {
  await mutations.submitAnswer(user.id, interview.id, position, { text: answer, code, sketch }, confidence, now());
  const prompt = await readPrompt(user.id, interview.id, position);
  if (prompt?.submittedAt == null) throw new AppError("conflict", "This prompt's turn is not now. Reload the page.");
  // Also when it is sent again: that makes up for a run which was refused or cut off.
  if (prompt.verdict === null && prompt.points === null) await judgeByProgram(user, interview, prompt);
  // A repeated request is told which answer counts.
  return { counts: prompt.answer === answer && prompt.code === code && prompt.sketch === sketch };
}

async function judgeByProgram(user: CurrentUser, { id, setup }: Interview, prompt: Prompt): Promise<void> {
  const { position, revisionId, answer } = prompt;
  const card = (await readRevisions([revisionId])).get(revisionId);
  if (card === undefined || answer === null) return;
  const judgement = judgeOutput(card, prompt, answer, setup.targetVersion) ?? (await judgeRun(user, card, prompt, answer, setup.targetVersion));
  if (judgement !== null) await mutations.storeVerdict(user.id, id, position, judgement.objective, judgement.verdict);
}

/** Judges what takes a run of a program; null for answers in words. */
async function judgeRun(user: CurrentUser, card: LibraryCard, prompt: Prompt, answer: string, targetVersion: string): Promise<Judgement | null> {
  if (prompt.ask === "heap") return judgeDrawn(user, card, answer, targetVersion);
  return isProgram(card, prompt) ? judgeProgram(user, card, prompt, answer, targetVersion) : null;
}

async function judgeDrawn(user: CurrentUser, card: LibraryCard, answer: string, targetVersion: string): Promise<Judgement | null> {
  if (card.prediction === null) return null;
  const gap = sketchGap(answer, drawnNames(card));
  if (gap !== null) return { objective: "fail", verdict: gap };
  const version = askedVersion(card, targetVersion);
  await spend("verify run", user.id);
  const outcome = await runInProcess([sketchRun(card.prediction, answer, version)]);
  return outcome.kind === "answered" ? judgeSketch(outcome.reply[0], version) : judgeOutcome([], outcome);
}

async function judgeProgram(user: CurrentUser, card: LibraryCard, prompt: Prompt, program: string, targetVersion: string): Promise<Judgement> {
  const runs = runsOf(card, prompt, program, targetVersion);
  if (runs.length === 0) return judgeRuns([], []);
  if (program.trim() === "") return { objective: "fail", verdict: "No program was handed in." };
  await spend("verify run", user.id);
  const outcome = await runInProcess(runs.map(({ source, version, mode }) => ({ source, version, mode })));
  return prompt.ask === "prove" ? judgeShown(program, runs[0]?.version ?? targetVersion, outcome) : judgeOutcome(runs, outcome);
}

async function judge(user: CurrentUser, interview: Interview, judged: readonly Judged[]): Promise<object> {
  await storeJudged("candidate", user, interview, judged);
  const after = await readInterview(user.id, interview.id);
  if (after === null) return {};
  if (currentPrompt(after) === null) await finish(user, after);
  else await noteAnswers(user, after);
  return {};
}

/** Stores what somebody judged, of each answer what can be judged in it: points where its card has them, levels by its criteria. */
async function storeJudged(role: "candidate" | "interviewer", user: CurrentUser, { id, prompts }: Interview, judged: readonly Judged[], note = ""): Promise<void> {
  const cards = await readRevisions(judged.flatMap(({ position }) => prompts[position]?.revisionId ?? []));
  const answers = judged.map(({ position, points, levels }) => {
    const prompt = prompts[position];
    const card = cards.get(prompt?.revisionId ?? "");
    if (prompt?.submittedAt == null || card === undefined) throw new AppError("conflict", "This prompt was not answered yet.");
    if (points.some((place) => place >= card.rubric.length)) throw new AppError("invalid", "points: there is no such point");
    const wanted = criteriaOf(card.kind, prompt.ask);
    const open = prompt.objective === null;
    return {
      position,
      points: open && hasPoints(card.kind, prompt.ask) ? [...new Set(points)] : [],
      levels: open ? CRITERIA.map((criterion, place) => (wanted.includes(criterion) ? (levels[place] ?? null) : null)) : null,
    };
  });
  for (const answer of answers) await mutations.judgePrompt(role, user.id, id, answer, note);
}

/** Notes and brings first, then ends: cut off in between, it can be ended again. */
async function finish(user: CurrentUser, interview: Interview): Promise<void> {
  await noteAnswers(user, interview);
  if (interview.setup.bring) await bring(user, interview, (await buildReport(user.id, interview, user)).drill);
  await mutations.finishInterview(user.id, interview.id, now());
}

/** Notes the answers that were judged in the review log, where they move nothing. Doing it again stores nothing twice. */
async function noteAnswers(user: CurrentUser, { id, setup, prompts }: Interview): Promise<void> {
  const cards = await readRevisions(prompts.filter((prompt) => prompt.submittedAt !== null).map((prompt) => prompt.revisionId));
  const events = prompts.flatMap((prompt) => {
    const card = cards.get(prompt.revisionId);
    return card === undefined ? [] : (mockEvent(id, promptReport(prompt, card, setup.targetVersion)) ?? []);
  });
  if (events.length > 0) await recordEvents(senderOf(user), events, now());
}

const senderOf = ({ id, createdAt, timeZone, rolloverHour }: CurrentUser) => ({ userId: id, createdAt, timeZone, rolloverHour });

/** Brings cards of the report into tomorrow's queue. Doing it again changes nothing. */
async function drill(user: CurrentUser, interview: Interview, cardIds: readonly string[]): Promise<{ brought: string[] }> {
  const report = await buildReport(user.id, interview, user);
  const items = report.drill.filter((item) => cardIds.includes(item.cardId));
  if (items.length === 0) throw new AppError("invalid", "cardIds: none of these cards is in the report");
  await bring(user, interview, items);
  return { brought: items.map((item) => item.cardId) };
}

async function bring(user: CurrentUser, interview: Interview, items: readonly DrillItem[]): Promise<void> {
  const instant = now();
  const revisions = new Map((await readCatalogue()).map((card) => [card.id, card.revisionId]));
  const tomorrow = studyDayOf(instant, { zone: user.timeZone, rolloverHour: user.rolloverHour }) + 1;
  const events = items.flatMap((item) => {
    const revisionId = revisions.get(item.cardId);
    return revisionId === undefined ? [] : [drillEvent(interview.id, item, revisionId, tomorrow, instant)];
  });
  // A conflict is an earlier click: that one counts.
  if (events.length > 0) await recordEvents(senderOf(user), events, instant);
}

/** The path of a new private link; it is told once, as only its hash is kept. */
async function share(user: CurrentUser, { id }: Interview): Promise<{ path: string }> {
  const token = randomBytes(32).toString("base64url");
  await mutations.putShare(user.id, id, hashOfToken(token), now());
  return { path: `/report/${token}` };
}

/** A new code for the interviewer; it is told once, as only its hash is kept. */
async function invite(user: CurrentUser, interview: Interview): Promise<{ code: string }> {
  const code = codeOf(randomBytes(32));
  const typed = normalCode(code ?? "");
  const instant = now();
  if (code === null || typed === null || !(await mutations.putPair(user.id, interview.id, hashOfToken(typed), instant, instant + CODE_LIFE_MS))) throw new AppError("conflict", "This interview is over. Start another one to invite somebody.");
  return { code };
}

/** Answers `POST /api/interviews/join`: takes the interviewer's place by a code, gives the interview's id. */
export function postJoin(request: Request): Promise<Response> {
  return answerJson<Join>(request, { schema: joinSchema, limit: "interview join" }, async (user, { code }) => {
    const typed = normalCode(code);
    const hash = typed === null ? null : hashOfToken(typed);
    if (hash !== null) await mutations.joinPair(user.id, hash, now());
    const id = hash === null ? null : await findJoined(user.id, hash);
    if (id === null) throw new AppError("not-found", "This code opens no interview. It is good for half an hour, for one interviewer, who is not the candidate: ask for a new one.");
    return { id };
  });
}

/** Answers `POST /api/interviews/ID/interviewer`: one deed of the interviewer. */
export function postInterviewerDeed(request: Request, id: string): Promise<Response> {
  return answerJson<InterviewerDeed>(request, { schema: interviewerDeedSchema, limit: "interview write" }, async (user, deed) => {
    const known = interviewIdSchema.safeParse(id);
    const held = known.success ? await readPaired("interviewer", user.id, known.data) : null;
    if (held === null) throw new AppError("not-found", NO_SUCH);
    const { interview } = held;
    if (interview.finishedAt !== null) throw new AppError("conflict", "The interview is over.");
    if (deed.deed === "judge") return storeJudged("interviewer", user, interview, deed.judged, deed.note).then(() => ({}));
    if (deed.deed === "hint") {
      if (await mutations.giveHint(user.id, interview.id, { id: deed.id, position: deed.position, text: deed.text }, now())) return {};
      throw new AppError("conflict", "The candidate has handed this answer in. Your hint was not given.");
    }
    const { timePercent } = interview.setup;
    const seconds = timePercent === 0 ? null : Math.ceil((OWN_SECONDS * timePercent) / 100);
    if (await mutations.insertQuestion(user.id, interview.id, { after: deed.after, total: deed.total, question: deed.question, seconds })) return {};
    throw new AppError("conflict", "The candidate has gone on meanwhile. Your question was not asked; it still stands here.");
  });
}

/** Time for a question of the interviewer's own. */
const OWN_SECONDS = 90;

/** Answers `GET /api/interviews/ID/stamp`, which both of the two ask every other second: whether the other did something. */
export function getStamp(request: Request, id: string): Promise<Response> {
  return handle(request, async () => {
    const user = await currentUser();
    if (user === null) throw new AppError("unauthenticated", "You are no longer signed in. Sign in again; what you typed stays here.");
    const known = interviewIdSchema.safeParse(id);
    if (!known.success) throw new AppError("not-found", NO_SUCH);
    await spend("interview watch", user.id);
    for (const role of ["candidate", "interviewer"] as const) {
      await mutations.notePresence(role, user.id, known.data, now());
      const held = await readPaired(role, user.id, known.data);
      if (held !== null) return json(200, { stamp: stampOf(role, held.interview, held.pair, held.hints, now()) });
    }
    throw new AppError("not-found", NO_SUCH);
  });
}

/** Answers `GET /api/interviews/ID/markdown`: the report as a file. */
export function getMarkdown(request: Request, id: string): Promise<Response> {
  return handle(request, async () => {
    if ((await currentUser()) === null) throw new AppError("unauthenticated", "Sign in to download the report.");
    const report = await loadReport(id);
    const headers = { "Content-Type": "text/markdown; charset=utf-8", "Content-Disposition": `attachment; filename="${fileNameOf(report)}"`, "Cache-Control": "private, no-store" };
    return new Response(reportMarkdown(report), { headers });
  });
}
