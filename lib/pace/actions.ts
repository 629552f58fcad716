"use server";
import { headers } from "next/headers";
import { currentUser } from "../auth/loaders.ts";
import { FORM_FROM_ELSEWHERE, isSameOrigin } from "../auth/origin.ts";
import { problemsOf, type Problems } from "../auth/schema.ts";
import type { CurrentUser } from "../auth/user.ts";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import { spend } from "../limits/actions.ts";
import { offersFor } from "./loaders.ts";
import * as mutations from "./mutations.ts";
import { breakIdSchema, BREAKS_AT_MOST, breakSchema, catchUpSchema, restDaysSchema } from "./schema.ts";

export type PaceResult = { readonly status: "saved" } | { readonly status: "invalid"; readonly problems: Problems } | { readonly status: "refused"; readonly reason: string };

const SAVED: PaceResult = { status: "saved" };

/** Runs a change for the signed-in user, if the form was sent from here and not too often. */
async function forUser(work: (user: CurrentUser) => Promise<PaceResult>): Promise<PaceResult> {
  if (!isSameOrigin(await headers())) return { status: "refused", reason: FORM_FROM_ELSEWHERE };
  const user = await currentUser();
  if (user === null) return { status: "refused", reason: "You are no longer signed in. Sign in and try again." };
  try {
    await spend("pace write", user.id);
  } catch (error) {
    if (error instanceof AppError) return { status: "refused", reason: error.message };
    throw error;
  }
  return work(user);
}

/** Sets the weekdays on which nothing is asked. Field: day, once for each, 0 for Monday. */
export async function saveRestDays(_previous: PaceResult | null, form: FormData): Promise<PaceResult> {
  return forUser(async (user) => {
    const parsed = restDaysSchema.safeParse(form.getAll("day"));
    if (!parsed.success) return { status: "refused", reason: parsed.error.issues[0]?.message ?? "Choose weekdays." };
    await mutations.setRestDays(user.id, parsed.data);
    return SAVED;
  });
}

/** Adds a break. Fields: from, until, as dates. */
export async function addBreak(_previous: PaceResult | null, form: FormData): Promise<PaceResult> {
  return forUser(async (user) => {
    const parsed = breakSchema.safeParse({ from: form.get("from"), until: form.get("until") });
    if (!parsed.success) return { status: "invalid", problems: problemsOf(parsed.error) };
    const added = await mutations.addBreak(user.id, { fromDay: parsed.data.from, untilDay: parsed.data.until }, now());
    return added ? SAVED : { status: "refused", reason: `There are ${BREAKS_AT_MOST} breaks, which is as many as there may be. Remove one first.` };
  });
}

/** Removes a break. Field: id. */
export async function removeBreak(_previous: PaceResult | null, form: FormData): Promise<PaceResult> {
  return forUser(async (user) => {
    const id = breakIdSchema.safeParse(form.get("id"));
    if (id.success) await mutations.removeBreak(user.id, id.data);
    return SAVED;
  });
}

/** Begins a way back from a backlog. Field: days of study. */
export async function startCatchUp(_previous: PaceResult | null, form: FormData): Promise<PaceResult> {
  return forUser(async (user) => {
    const parsed = catchUpSchema.safeParse({ days: form.get("days") });
    if (!parsed.success) return { status: "refused", reason: parsed.error.issues[0]?.message ?? "Choose a way." };
    // Reckoned anew: what is due may have changed since the page was made.
    const offer = (await offersFor(user)).offers.find(({ studyDays }) => studyDays === parsed.data.days);
    if (offer !== undefined) await mutations.startCatchUp(user.id, offer, now());
    return SAVED;
  });
}

/** Goes back to the ordinary day. */
export async function endCatchUp(_previous: PaceResult | null, _form: FormData): Promise<PaceResult> {
  return forUser(async (user) => {
    await mutations.endCatchUp(user.id);
    return SAVED;
  });
}
