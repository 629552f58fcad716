import { randomBytes } from "node:crypto";
import { hashOfToken } from "../claim-token.ts";

/** What a token begins with, so that a program that looks for leaked secrets knows it. */
export const TOKEN_PREFIX = "heapwise_";

const SHAPE = /^Bearer heapwise_[A-Za-z0-9_-]{43}$/i;

/** A new personal token of 256 random bits, and what of it is stored. */
export function newApiToken(): { readonly token: string; readonly hash: string } {
  const token = `${TOKEN_PREFIX}${randomBytes(32).toString("base64url")}`;
  return { token, hash: hashOfToken(token) };
}

/** What is stored of the token in an Authorization header; null where there is none that could be ours. */
export function hashInHeader(authorization: string | null): string | null {
  if (authorization === null || !SHAPE.test(authorization)) return null;
  return hashOfToken(authorization.slice("Bearer ".length));
}
