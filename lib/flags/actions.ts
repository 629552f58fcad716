// The routes of flags: a reader's, which is open to visitors, and an author's decision.
import "server-only";
import { currentUser } from "../auth/loaders.ts";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import { answerJson, handle } from "../http/actions.ts";
import { readJsonRequest } from "../http/json-request.ts";
import { failure, json } from "../http/json-response.ts";
import { networkOfHeaders, requestIdOf } from "../http/loaders.ts";
import { spend } from "../limits/actions.ts";
import { isReadable, readDecision } from "./data.ts";
import { markTold, resolveFlag, storeFlag } from "./mutations.ts";
import { flagSchema, resolveSchema, toldSchema } from "./schema.ts";

/** Answers `POST /api/flags`: stores a reader's flag, with an account or without. */
export function postFlag(request: Request): Promise<Response> {
  return handle(request, async () => {
    const read = await readJsonRequest(request);
    if (!read.ok) return failure(read.status, read.code, read.message);
    const flag = flagSchema.safeParse(read.value);
    if (!flag.success) {
      const issue = flag.error.issues[0];
      throw new AppError("invalid", issue?.code === "unrecognized_keys" ? `unknown field ${issue.keys[0]?.slice(0, 40)}` : `${issue?.path.join(".") || "body"}: ${issue?.message}`);
    }
    const user = await currentUser();
    await (user === null ? spend("flag per network", networkOfHeaders(request.headers)) : spend("flag", user.id));
    if (!(await isReadable(flag.data.cardId, flag.data.revisionId))) throw new AppError("not-found", "This card is not in the library. Your text is kept here.");
    const stored = await storeFlag(flag.data, user?.id ?? null, now());
    if (stored === "conflict") throw new AppError("conflict", "Another flag has this id already. Send it again.");
    return json(200, { id: flag.data.id });
  });
}

/** Answers `POST /api/studio/flags`: accepts or dismisses a flag, or replies to its reader. Who comes second is told what the first decided. */
export function postResolve(request: Request): Promise<Response> {
  return answerJson(request, { schema: resolveSchema, role: "AUTHOR", limit: "admin write" }, async (user, body) => {
    if (await resolveFlag(body, user.id, now(), requestIdOf(request.headers))) return { id: body.id };
    const decision = await readDecision(body.id);
    if (decision == null) throw new AppError("not-found", "There is no such flag.");
    throw new AppError("conflict", `${decision.by ?? "Somebody"} ${decision.accepted ? "accepted" : "dismissed"} this flag meanwhile. ${body.decision === "reply" ? "Your reply was not sent." : "Your decision was not stored."}`);
  });
}

/** Answers `POST /api/flags/told`: the reader has read what became of these flags of theirs. */
export function postTold(request: Request): Promise<Response> {
  return answerJson(request, { schema: toldSchema, limit: "answers" }, async (user, { ids }) => {
    await markTold(user.id, ids, now());
    return { ids };
  });
}
