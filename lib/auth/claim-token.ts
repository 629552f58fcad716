import { createHash } from "node:crypto";

/** What is stored of a one-time link's token. 256 random bits need no salt. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");
