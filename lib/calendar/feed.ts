import { randomBytes } from "node:crypto";

/** A new secret for a calendar's address. */
export const newFeedToken = (): string => randomBytes(32).toString("base64url");

/** The address that a calendar program is given. */
export const feedAddress = (origin: string, token: string): string => `${origin}/api/calendar/${token}`;
