// The route of roles: who asks, what, then one mutation.
import "server-only";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import { answerJson } from "../http/actions.ts";
import { requestIdOf } from "../http/loaders.ts";
import { changeRole } from "./mutations.ts";
import { roleSchema } from "./schema.ts";

/** Answers `POST /api/studio/people`: gives somebody another role. */
export function postRole(request: Request): Promise<Response> {
  return answerJson(request, { schema: roleSchema, role: "ADMIN", limit: "admin write" }, async (user, change) => {
    if (change.from === change.to) throw new AppError("invalid", "to: is the role that they have");
    switch (await changeRole(change, user.id, now(), requestIdOf(request.headers))) {
      case "changed":
        return { role: change.to };
      case "last-admin":
        throw new AppError("conflict", "Heapwise needs an admin, and this is the only one. Make somebody else an admin first.");
      case "other-role":
      case "unchanged":
        throw new AppError("conflict", "Their role was changed meanwhile. Nothing was changed now; reload to see it.");
      case "no-such-person":
        throw new AppError("not-found", "This account is gone. Nothing was changed.");
      case "not-admin":
        throw new AppError("not-found", "There is nothing here.");
    }
  });
}
