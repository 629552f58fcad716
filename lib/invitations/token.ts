import { randomBytes } from "node:crypto";
import { hashOfToken } from "../auth/claim-token.ts";

export const INVITATION_VALID_DAYS = 7;
export const INVITATION_VALID_MS = INVITATION_VALID_DAYS * 24 * 60 * 60 * 1_000;

/** A new one-time token of 256 random bits, and what of it is stored. */
export function newInvitationToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashOfToken(token) };
}

/** The link that a person opens, at the configured origin. */
export const invitationLink = (token: string, origin: string): string => new URL(`/invite/${token}`, origin).href;
