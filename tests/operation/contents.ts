import type { PrismaClient } from "../../lib/db/client.ts";

const byJson = (a: unknown, b: unknown): number => (text(a) < text(b) ? -1 : 1);
const text = (value: unknown): string => JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? String(one) : one));

/** Every row of every table, in an order that no collation changes. */
export async function contentsOf(client: PrismaClient): Promise<Record<string, unknown[]>> {
  const tables = {
    user: client.user, account: client.account, adminClaim: client.adminClaim, recoveryCode: client.recoveryCode, passwordReset: client.passwordReset, rateLimit: client.rateLimit,
    signInDelay: client.signInDelay, auditEntry: client.auditEntry, card: client.card, cardRevision: client.cardRevision, proofRecord: client.proofRecord, cardDraft: client.cardDraft,
    cardFlag: client.cardFlag, interview: client.interview, interviewPrompt: client.interviewPrompt, interviewPair: client.interviewPair, interviewHint: client.interviewHint,
    interviewShare: client.interviewShare, reviewEvent: client.reviewEvent, cardState: client.cardState,
    studyBreak: client.studyBreak, catchUp: client.catchUp, apiToken: client.apiToken, calendarFeed: client.calendarFeed, reminder: client.reminder, erasure: client.erasure,
  };
  const entries = Object.entries(tables).map(async ([name, table]) => [name, (await (table as { findMany(): Promise<unknown[]> }).findMany()).sort(byJson)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
