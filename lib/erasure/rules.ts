import { sha256 } from "../cards/sha256.ts";

const DAY_MS = 86_400_000;

/** Days in which a deletion can be called off. */
export const CANCEL_DAYS = 7;

/** When an account is deleted whose owner asks for it now, UTC ms. */
export const eraseAtFrom = (now: number): number => now + CANCEL_DAYS * DAY_MS;

/** What is kept of a deleted account: enough to know it again in a backup, and nothing that leads to a person. Ids are random. */
export const hashOfAccount = (userId: string): string => sha256(`heapwise erased account ${userId}`);
