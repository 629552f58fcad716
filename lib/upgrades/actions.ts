import "server-only";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import { answerJson } from "../http/actions.ts";
import { DRAFT_BODY_LIMIT } from "../studio/schema.ts";
import { settleUpgrade } from "./mutations.ts";
import { settleSchema } from "./schema.ts";

/** Answers `POST /api/studio/upgrades`: what becomes of a file of the release that met an edit. */
export function postSettle(request: Request): Promise<Response> {
  return answerJson(request, { schema: settleSchema, role: "AUTHOR", limit: "draft write", bodyLimit: DRAFT_BODY_LIMIT }, async (user, body) => {
    switch (await settleUpgrade(body, user.id, now())) {
      case "settled":
        return { status: "settled" };
      case "moved":
        throw new AppError("conflict", "The card was published or settled by somebody else meanwhile, or the file is another now. Nothing was changed; load the page again.");
      case "has-draft":
        throw new AppError("conflict", "Somebody is writing at this card. Publish or discard that draft first; nothing was changed here.");
    }
  });
}
