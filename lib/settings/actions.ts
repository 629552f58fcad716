"use server";
import { cookies, headers } from "next/headers";
import { currentUser } from "../auth/loaders.ts";
import { FORM_FROM_ELSEWHERE, isSameOrigin } from "../auth/origin.ts";
import { problemsOf, type Problems } from "../auth/schema.ts";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import { spend } from "../limits/actions.ts";
import type { PlanOfStudy, Workload } from "../scheduling/forecast.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import { DEFAULT_KEYS, KEY_ACTIONS, writeKeys } from "./keys.ts";
import { DEVICE_COOKIES, loadOutlook, loadPlan, type Outlook, todayOf } from "./loaders.ts";
import { updatePlan, updateStudy } from "./mutations.ts";
import { deviceSchema, interviewProblem, planSchema, type PlanSettings, studySchema } from "./schema.ts";

/** What a settings form gets back. */
export type SettingsResult =
  | { readonly status: "saved" }
  | { readonly status: "invalid"; readonly problems: Problems }
  | { readonly status: "refused"; readonly reason: string };

const fromElsewhere: SettingsResult = { status: "refused", reason: FORM_FROM_ELSEWHERE };

const signedOut = { status: "refused", reason: "You are no longer signed in. Sign in and try again." } as const;

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Sets the study day of the user. Fields: timeZone, rolloverHour, targetVersion. */
export async function saveStudy(_previous: SettingsResult | null, form: FormData): Promise<SettingsResult> {
  if (!isSameOrigin(await headers())) return fromElsewhere;
  const user = await currentUser();
  if (user === null) return signedOut;
  const names = Object.keys(studySchema.shape);
  // An empty number field would be read as 0.
  const given = Object.fromEntries(names.map((name) => [name, form.get(name) || undefined]));
  const parsed = studySchema.safeParse(given);
  if (!parsed.success) return { status: "invalid", problems: problemsOf(parsed.error) };
  await updateStudy(user.id, parsed.data, now());
  return { status: "saved" };
}

/** The plan that a form describes, or what is wrong with it, for a user whose today it is. */
function readPlan(form: FormData, today: StudyDay): { readonly plan: PlanSettings; readonly problems: null } | { readonly plan: null; readonly problems: Problems } {
  const parsed = planSchema.safeParse(Object.fromEntries(Object.keys(planSchema.shape).map((name) => [name, form.get(name) || undefined])));
  if (!parsed.success) return { plan: null, problems: problemsOf(parsed.error) };
  const problem = interviewProblem(parsed.data.interviewDay, today);
  return problem === null ? { plan: parsed.data, problems: null } : { plan: null, problems: { interviewDay: problem } };
}

/** Sets how the user's cards come back. Fields: scheduler, retention, newPerDay, reviewsPerDay, interviewDay. */
export async function savePlan(_previous: SettingsResult | null, form: FormData): Promise<SettingsResult> {
  if (!isSameOrigin(await headers())) return fromElsewhere;
  const user = await currentUser();
  if (user === null) return signedOut;
  const { plan, problems } = readPlan(form, todayOf(user));
  if (plan === null) return { status: "invalid", problems };
  await updatePlan(user.id, plan, now());
  return { status: "saved" };
}

/** What a plan would mean, beside the present one. */
export type Comparison =
  | { readonly status: "made"; readonly now: Workload; readonly then: Workload; readonly secondsPerAnswer: number }
  /** The form says no plan yet. */
  | { readonly status: "incomplete" }
  | { readonly status: "refused"; readonly reason: string };

/** The workload to expect under the plan of a form, before it is saved. Changes nothing. Fields as of savePlan. */
export async function comparePlan(form: FormData): Promise<Comparison> {
  if (!isSameOrigin(await headers())) return { status: "refused", reason: FORM_FROM_ELSEWHERE };
  const user = await currentUser();
  if (user === null) return signedOut;
  const { plan } = readPlan(form, todayOf(user));
  if (plan === null) return { status: "incomplete" };
  try {
    await spend("forecast", user.id);
  } catch (error) {
    if (error instanceof AppError && error.code === "too-many") return { status: "refused", reason: error.message };
    throw error;
  }
  const wanted: PlanOfStudy = { ...plan, setting: { scheduler: plan.scheduler, retention: plan.retention } };
  const { workloads, secondsPerAnswer }: Outlook = await loadOutlook(user, [await loadPlan(user), wanted]);
  const [present, then] = workloads;
  if (present === undefined || then === undefined) throw new Error("Two plans have two workloads.");
  return { status: "made", now: present, then, secondsPerAnswer };
}

/** Sets how this browser shows the app, signed in or not. Fields: theme, singleKeys, intervals, confidence, aloud, twoGrades, and key.ACTION for each key. */
export async function saveDevice(_previous: SettingsResult | null, form: FormData): Promise<SettingsResult> {
  if (!isSameOrigin(await headers())) return fromElsewhere;
  const ticked = (name: string) => form.get(name) ?? "off";
  const keys = Object.fromEntries(KEY_ACTIONS.map((action) => [action, form.get(`key.${action}`) ?? DEFAULT_KEYS[action]]));
  const parsed = deviceSchema.safeParse({ theme: form.get("theme"), singleKeys: ticked("singleKeys"), intervals: ticked("intervals"), confidence: ticked("confidence"), aloud: ticked("aloud"), twoGrades: ticked("twoGrades"), keys });
  if (!parsed.success) return { status: "invalid", problems: problemsOf(parsed.error) };
  const jar = await cookies();
  const options = { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax" } as const;
  const { keys: chosen, theme, singleKeys, ...choices } = parsed.data;
  // Pages that are the same for everybody read these two in the browser (lib/http/theme-script.ts, components/library/search-key.tsx).
  for (const [name, choice] of Object.entries({ theme, singleKeys })) jar.set(DEVICE_COOKIES[name as "theme" | "singleKeys"], choice, { ...options, httpOnly: false });
  for (const [name, choice] of Object.entries({ ...choices, keys: writeKeys(chosen) })) jar.set(DEVICE_COOKIES[name as keyof typeof choices | "keys"], choice, { ...options, httpOnly: true });
  return { status: "saved" };
}
