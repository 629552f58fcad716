// The request-facing half of the change of a role, for the JSON route.
import "server-only";
import { findAccount } from "../auth/recovery/data.ts";
import { changeRole } from "../auth/recovery/mutations.ts";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import { answerJson } from "../http/actions.ts";
import { roleSchema } from "./schema.ts";

/** Answers `POST /api/studio/people`: an admin gives somebody a role. It counts from that person's next request on. */
export function postRole(request: Request): Promise<Response> {
  return answerJson(request, { schema: roleSchema, role: "ADMIN", limit: "admin write" }, async (user, { userId, role }) => {
    if ((await findAccount({ id: userId })) === null) throw new AppError("not-found", "This account is gone. Reload the page.");
    const change = await changeRole(userId, role, user.id, now());
    if (change === "last-admin") throw new AppError("conflict", "This is the only admin. Make somebody else admin first.");
    return { changed: change === "changed" };
  });
}
