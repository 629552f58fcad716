// The request-facing half of mutations.ts, for the JSON routes.
import "server-only";
import { currentUser } from "../auth/loaders.ts";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import { answerJson, handle } from "../http/actions.ts";
import { readJsonRequest } from "../http/json-request.ts";
import { failure, json } from "../http/json-response.ts";
import { currentRequestId, networkOfHeaders } from "../http/loaders.ts";
import { spend } from "../limits/actions.ts";
import { addFlag, resolveFlag } from "./mutations.ts";
import { flagSchema, resolveSchema } from "./schema.ts";

/** Answers `POST /api/flags`: a reader's word about a card, with or without an account. */
export function postFlag(request: Request): Promise<Response> {
  return handle(request, async () => {
    const read = await readJsonRequest(request);
    if (!read.ok) return failure(read.status, read.code, read.message);
    const user = await currentUser();
    if (user === null) await spend("flag per network", networkOfHeaders(request.headers));
    else await spend("flag", user.id);
    const flag = flagSchema.safeParse(read.value);
    if (!flag.success) throw new AppError("invalid", `${flag.error.issues[0]?.path.join(".") ?? ""}: ${flag.error.issues[0]?.message ?? "is not a flag"}`);
    if ((await addFlag(flag.data, user?.id ?? null, now())) === "unknown-card") throw new AppError("not-found", "There is no such card any more.");
    return json(200, {});
  });
}

/** Answers `POST /api/studio/flags`: an author accepts or dismisses a flag. */
export function postResolve(request: Request): Promise<Response> {
  return answerJson(request, { schema: resolveSchema, role: "AUTHOR", limit: "admin write" }, async (user, resolve) => {
    const first = await resolveFlag(resolve, user.id, now(), await currentRequestId());
    if (!first) throw new AppError("conflict", "Somebody else answered this flag just now. Reload the page to see how.");
    return {};
  });
}
