import { randomBytes } from "node:crypto";
import { hashOfToken } from "../claim-token.ts";

export const RESET_VALID_MINUTES = 30;
export const RESET_VALID_MS = RESET_VALID_MINUTES * 60 * 1000;

/** A new one-time token of 256 random bits, and what of it is stored. */
export function newResetToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashOfToken(token) };
}

/** The link that a person opens. It counts from the configured origin; what a request calls its host plays no part. */
export function resetLink(token: string, origin: string, returnTo = "/"): string {
  const link = new URL(`/reset/${token}`, origin);
  if (returnTo !== "/") link.searchParams.set("callbackUrl", returnTo);
  return link.href;
}
