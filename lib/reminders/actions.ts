"use server";
import { headers } from "next/headers";
import { hashOfToken } from "../auth/claim-token.ts";
import { currentUser } from "../auth/loaders.ts";
import { FORM_FROM_ELSEWHERE, isSameOrigin } from "../auth/origin.ts";
import { problemsOf, type Problems } from "../auth/schema.ts";
import { now } from "../clock.ts";
import { env } from "../env.ts";
import { canSendMail } from "../mail/actions.ts";
import * as mutations from "./mutations.ts";
import { reminderSchema, stopTokenSchema } from "./schema.ts";
import { stopTokenOf } from "./stop-token.ts";

export type ReminderResult = { readonly status: "saved" | "ended" } | { readonly status: "invalid"; readonly problems: Problems } | { readonly status: "refused"; readonly reason: string };

const SIGNED_OUT: ReminderResult = { status: "refused", reason: "You are no longer signed in. Sign in and try again." };

/** Sets when the user is reminded. Fields: hour, quietFrom, quietUntil. */
export async function saveReminder(_previous: ReminderResult | null, form: FormData): Promise<ReminderResult> {
  if (!isSameOrigin(await headers())) return { status: "refused", reason: FORM_FROM_ELSEWHERE };
  const user = await currentUser();
  if (user === null) return SIGNED_OUT;
  if (!canSendMail()) return { status: "refused", reason: "This Heapwise sends no mail." };
  // An empty field would be read as 0.
  const parsed = reminderSchema.safeParse({ hour: form.get("hour") || undefined, quietFrom: form.get("quietFrom") || undefined, quietUntil: form.get("quietUntil") || undefined });
  if (!parsed.success) return { status: "invalid", problems: problemsOf(parsed.error) };
  await mutations.setReminder(user.id, parsed.data, hashOfToken(stopTokenOf(user.id, env().NEXTAUTH_SECRET)), now());
  return { status: "saved" };
}

/** Ends the user's reminders. */
export async function endReminder(_previous: ReminderResult | null, _form: FormData): Promise<ReminderResult> {
  if (!isSameOrigin(await headers())) return { status: "refused", reason: FORM_FROM_ELSEWHERE };
  const user = await currentUser();
  if (user === null) return SIGNED_OUT;
  await mutations.endReminder(user.id);
  return { status: "ended" };
}

/** Ends the reminders that a link from a mail is of; whoever has the link may. Field: token. */
export async function endReminderByLink(_previous: ReminderResult | null, form: FormData): Promise<ReminderResult> {
  if (!isSameOrigin(await headers())) return { status: "refused", reason: FORM_FROM_ELSEWHERE };
  const token = stopTokenSchema.safeParse(form.get("token"));
  if (token.success) await mutations.endReminderBy(hashOfToken(token.data));
  return { status: "ended" };
}
