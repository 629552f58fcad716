import "server-only";
import { now } from "../../clock.ts";
import { canSendMail } from "../../mail/actions.ts";
import { hashOfToken } from "../claim-token.ts";
import { findResetState, type ResetState } from "./data.ts";
import { tokenSchema } from "./schema.ts";

/** How the link with this token stands. Looking changes nothing: a mail scanner may look too. */
export async function loadResetState(token: string): Promise<ResetState> {
  return tokenSchema.safeParse(token).success ? findResetState(hashOfToken(token), now()) : "unknown";
}

/** Whether a link can be asked for by mail. */
export const resetByMail = canSendMail;
