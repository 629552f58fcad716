// The studio's routes: who asks, how often, what; then the child process judges, and mutations.ts writes.
import "server-only";
import { currentUser } from "../auth/loaders.ts";
import { type CurrentUser, roleIncludes } from "../auth/user.ts";
import { newCard } from "../cards/template.ts";
import { now } from "../clock.ts";
import { readPublished } from "../content/data.ts";
import { cellsOf } from "../content/proof-cells.ts";
import { AppError } from "../errors.ts";
import { answerJson } from "../http/actions.ts";
import { failure, failureOf, json } from "../http/json-response.ts";
import { proveInProcess } from "../lab/process.ts";
import { spend } from "../limits/actions.ts";
import { isReviewNeeded, isRevisionOf, readDraft, readLike, readRevision, readStanding, readTheirs, whileAvailable } from "./data.ts";
import { askReview, discardDraft, publish, type Publication, returnDraft, saveDraft, setRetired } from "./mutations.ts";
import { cardIdSchema, discardSchema, DRAFT_BODY_LIMIT, newCardSchema, publishSchema, restoreSchema, retireSchema, reviewSchema, type SaveDraft, saveDraftSchema } from "./schema.ts";
import type { EditClass, Publishing, SavedDraft, Theirs } from "./types.ts";
import { judge } from "./verdict.ts";

const GONE = "This draft is no longer on the server: it was published or discarded. Your text stays in this browser.";

/** Begins a draft of a new card from the template. */
export function postNewCard(request: Request): Promise<Response> {
  return answerJson(request, { schema: newCardSchema, role: "AUTHOR", limit: "draft write" }, (user, { id, topic, kind, program }) =>
    whileAvailable(async (): Promise<SavedDraft> => {
      if ((await readStanding(id)) !== null) throw new AppError("conflict", `There is a card with the id "${id}" already; ids are never used twice.`);
      const source = newCard(id, topic, kind, new Date(now()).toISOString().slice(0, 10), program);
      const saved = await saveDraft({ draftId: null, cardId: null, baseRevisionId: null, seen: 0, source }, user.id, now());
      if (saved === null) throw new AppError("conflict", "The draft could not be begun. Try again.");
      return { ...saved, like: [] };
    }),
  );
}

async function checkPlace({ draftId, cardId, baseRevisionId }: SaveDraft): Promise<void> {
  if (draftId === null && cardId === null) throw new AppError("invalid", "A new card begins with its id.");
  if (cardId === null) return;
  if ((await readStanding(cardId)) === null) throw new AppError("not-found", "There is no such card.");
  if (baseRevisionId !== null && !(await isRevisionOf(baseRevisionId, cardId))) throw new AppError("invalid", "The text is not an edit of this card.");
}

/** Stores a draft. With 409 the answer holds the text that the server has instead. */
export async function putDraft(request: Request): Promise<Response> {
  let theirs: Theirs | null = null;
  const response = await answerJson(request, { schema: saveDraftSchema, role: "AUTHOR", limit: "draft write", bodyLimit: DRAFT_BODY_LIMIT }, (user, body) =>
    whileAvailable(async (): Promise<SavedDraft> => {
      await checkPlace(body);
      const saved = await saveDraft(body, user.id, now());
      if (saved !== null) return { ...saved, like: await readLike(body.source) };
      theirs = await readTheirs(body.draftId, body.cardId);
      throw theirs === null ? new AppError("not-found", GONE) : new AppError("conflict", "Somebody else saved this card meanwhile. Both texts are kept.");
    }),
  );
  return theirs === null ? response : json(409, { error: { code: "conflict", message: "Somebody else saved this card meanwhile. Both texts are kept." }, theirs });
}

/** Removes a draft for good. */
export function postDiscard(request: Request): Promise<Response> {
  return answerJson(request, { schema: discardSchema, role: "AUTHOR", limit: "draft write" }, (_user, { draftId, seen }) =>
    whileAvailable(async () => {
      if (!(await discardDraft(draftId, seen))) throw new AppError("conflict", "The draft was saved, published or discarded by somebody else meanwhile. Nothing was removed.");
      return { status: "discarded" };
    }),
  );
}

/** Puts a draft up for review, takes it back, or gives it back. */
export function postReview(request: Request): Promise<Response> {
  return answerJson(request, { schema: reviewSchema, role: "AUTHOR", limit: "draft write" }, (user, { draftId, seen, step, word }) =>
    whileAvailable(async () => {
      const draft = await readDraft(draftId);
      if (draft === null) throw new AppError("not-found", GONE);
      const done = step === "return" ? await returnDraft(draftId, seen, word, user.id, now()) : await askReview(draftId, seen, step === "ask", user.id, now());
      if (!done) throw new AppError("conflict", "Somebody saved, published or gave back this draft meanwhile. Load the page again to see it.");
      return { status: step === "ask" ? "asked" : "back" };
    }),
  );
}

interface Wanted {
  readonly source: string;
  readonly cardId: string | null;
  readonly revisionId: string | null;
  readonly editClass: EditClass | null;
  readonly draft: Publication["draft"];
  readonly event: Publication["event"];
  readonly authorId: string | null;
  readonly change: string;
}

/** Judges a text in a process of its own, and publishes it if nothing is against it. */
async function judgeAndPublish(user: CurrentUser, { source, cardId, revisionId, editClass, draft, event, authorId, change }: Wanted): Promise<Publishing> {
  const outcome = await proveInProcess(source);
  if (outcome.kind === "killed") return { status: "refused", reasons: [{ line: null, message: `The proofs were stopped on the server. ${outcome.message}` }] };
  const verdict = judge(outcome.reply, { cardId, editClass, others: await readPublished() });
  if ("reasons" in verdict) return { status: "refused", reasons: verdict.reasons };
  const edits = cardId === null || revisionId === null || editClass === null ? null : { cardId, revisionId, editClass };
  const cells = cellsOf(outcome.reply.results, { ranAt: now(), engineHash: outcome.reply.engineHash });
  const { number, cardId: published } = await publish({ card: verdict.card, source, cells, edits, draft, event, authorId, reviewerId: authorId === user.id ? null : user.id, change }, user.id, now());
  return { status: "published", cardId: published, number, advice: verdict.advice };
}

type Standing = Awaited<ReturnType<typeof readStanding>>;

const MOVED = "Another revision of this card was published since this text was begun. Both texts are kept.";

/** Refuses what would be judged in vain: a card that is gone, retired, or was published by somebody else. */
function checkStanding(standing: Standing, revisionId: string | null): void {
  if (standing === null) throw new AppError("not-found", "There is no such card.");
  if (standing.status === "RETIRED") throw new AppError("conflict", "The card is retired. An admin can put it back into the library; then it can be published again.");
  if (standing.currentRevisionId !== revisionId) throw new AppError("conflict", MOVED);
}

const REVIEW_FIRST = "Another author reads a text before it is published. Put it up for review; who publishes it is then somebody else.";
const OWN_TEXT = "You wrote this text or put it up for review, so another author reads and publishes it.";

/** Why the user does not publish this draft, where there are two who could review it; null if they may. */
async function reviewReason(user: CurrentUser, draft: NonNullable<Awaited<ReturnType<typeof readDraft>>>): Promise<string | null> {
  if (!(await isReviewNeeded())) return null;
  if (draft.reviewAskedAt === null) return REVIEW_FIRST;
  return user.id === draft.authorId || user.id === draft.reviewAskedById ? OWN_TEXT : null;
}

/** Publishes a draft, or says why not. With 409 the answer holds the text that was published meanwhile. */
export async function postPublish(request: Request): Promise<Response> {
  let theirs: Theirs | null = null;
  const response = await answerJson(request, { schema: publishSchema, role: "AUTHOR", limit: "verify run" }, (user, { draftId, seen, editClass, change }) =>
    whileAvailable(async (): Promise<Publishing> => {
      const draft = await readDraft(draftId);
      if (draft === null) throw new AppError("not-found", GONE);
      if (draft.version !== seen) throw new AppError("conflict", "Somebody else saved this draft meanwhile. Save yours to see both texts.");
      const { source, cardId, baseRevisionId: revisionId } = draft;
      const standing = cardId === null ? null : await readStanding(cardId);
      const { currentRevision, currentRevisionId, status } = standing ?? {};
      if (currentRevision != null && status !== "RETIRED" && currentRevisionId !== revisionId) theirs = { draftId, version: seen, baseRevisionId: currentRevisionId ?? null, source: currentRevision.source, author: null };
      if (cardId !== null) checkStanding(standing, revisionId);
      const unread = await reviewReason(user, draft);
      if (unread !== null) return { status: "refused", reasons: [{ line: null, message: unread }] };
      return judgeAndPublish(user, { source, cardId, revisionId, editClass: cardId === null ? null : editClass, draft: { id: draftId, version: seen }, event: "card_publish", authorId: draft.authorId, change });
    }),
  );
  return theirs === null ? response : json(409, { error: { code: "conflict", message: MOVED }, theirs });
}

/** Publishes the text of an older revision as a new one, proven again. */
export function postRestore(request: Request): Promise<Response> {
  return answerJson(request, { schema: restoreSchema, role: "AUTHOR", limit: "verify run" }, (user, { cardId, revisionId, currentRevisionId, editClass, change }) =>
    whileAvailable(async () => {
      checkStanding(await readStanding(cardId), currentRevisionId);
      const revision = await readRevision(cardId, revisionId);
      if (revision === null) throw new AppError("not-found", "There is no such revision.");
      return judgeAndPublish(user, { source: revision.source, cardId, revisionId: currentRevisionId, editClass, draft: null, event: "card_restore", authorId: user.id, change });
    }),
  );
}

/** Takes a card out of the library or puts it back. For admins. */
export function postRetire(request: Request): Promise<Response> {
  return answerJson(request, { schema: retireSchema, role: "ADMIN", limit: "admin write" }, (user, { cardId, retired }) =>
    whileAvailable(async () => {
      const standing = await readStanding(cardId);
      if (standing?.currentRevision == null) throw new AppError("not-found", "There is no such card.");
      const { evidence, proofs } = standing.currentRevision;
      if (!retired && (evidence === "proven" || evidence === "model") && (proofs.length === 0 || proofs.some((cell) => cell.status !== "held"))) {
        throw new AppError("conflict", "The card's recorded proof does not hold, so it cannot be put back as it is.");
      }
      await setRetired(cardId, retired, user.id, now());
      return { status: retired ? "retired" : "published" };
    }),
  );
}

/** The file that would be committed: the current revision's text, byte for byte. */
export async function getExport(id: string): Promise<Response> {
  try {
    const user = await currentUser();
    if (user === null || !roleIncludes(user.role, "AUTHOR") || !cardIdSchema.safeParse(id).success) return failure(404, "not-found", "There is nothing here.");
    await spend("export", user.id);
    const source = (await whileAvailable(() => readStanding(id)))?.currentRevision?.source;
    if (source === undefined) return failure(404, "not-found", "There is nothing here.");
    // An id is letters, digits and hyphens: it needs no quoting (RFC 6266, RFC 9110 token).
    return new Response(new TextEncoder().encode(source), { headers: { "Content-Type": "text/markdown; charset=utf-8", "Content-Disposition": `attachment; filename="${id}.md"`, "Cache-Control": "private, no-store" } });
  } catch (error) {
    return failureOf(error);
  }
}
