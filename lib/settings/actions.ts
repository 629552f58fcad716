"use server";
import { cookies, headers } from "next/headers";
import { currentUser } from "../auth/loaders.ts";
import { FORM_FROM_ELSEWHERE, isSameOrigin } from "../auth/origin.ts";
import { problemsOf, type Problems } from "../auth/schema.ts";
import { now } from "../clock.ts";
import { DEFAULT_KEYS, KEY_ACTIONS, writeKeys } from "./keys.ts";
import { DEVICE_COOKIES } from "./loaders.ts";
import { updateStudy } from "./mutations.ts";
import { deviceSchema, studySchema } from "./schema.ts";

/** What a settings form gets back. */
export type SettingsResult =
  | { readonly status: "saved" }
  | { readonly status: "invalid"; readonly problems: Problems }
  | { readonly status: "refused"; readonly reason: string };

const fromElsewhere: SettingsResult = { status: "refused", reason: FORM_FROM_ELSEWHERE };

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Sets the study day of the user. Fields: timeZone, rolloverHour, newPerDay, reviewsPerDay, targetVersion. */
export async function saveStudy(_previous: SettingsResult | null, form: FormData): Promise<SettingsResult> {
  if (!isSameOrigin(await headers())) return fromElsewhere;
  const user = await currentUser();
  if (user === null) return { status: "refused", reason: "You are no longer signed in. Sign in and try again." };
  const names = Object.keys(studySchema.shape);
  // An empty number field would be read as 0.
  const given = Object.fromEntries(names.map((name) => [name, form.get(name) || undefined]));
  const parsed = studySchema.safeParse(given);
  if (!parsed.success) return { status: "invalid", problems: problemsOf(parsed.error) };
  await updateStudy(user.id, parsed.data, now());
  return { status: "saved" };
}

/** Sets how this browser shows the app, signed in or not. Fields: theme, singleKeys, intervals, confidence, aloud, and key.ACTION for each key. */
export async function saveDevice(_previous: SettingsResult | null, form: FormData): Promise<SettingsResult> {
  if (!isSameOrigin(await headers())) return fromElsewhere;
  const ticked = (name: string) => form.get(name) ?? "off";
  const keys = Object.fromEntries(KEY_ACTIONS.map((action) => [action, form.get(`key.${action}`) ?? DEFAULT_KEYS[action]]));
  const parsed = deviceSchema.safeParse({ theme: form.get("theme"), singleKeys: ticked("singleKeys"), intervals: ticked("intervals"), confidence: ticked("confidence"), aloud: ticked("aloud"), keys });
  if (!parsed.success) return { status: "invalid", problems: problemsOf(parsed.error) };
  const jar = await cookies();
  const options = { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax" } as const;
  const { keys: chosen, theme, ...choices } = parsed.data;
  // Pages that are the same for everybody read the theme in the browser (lib/http/theme-script.ts).
  jar.set(DEVICE_COOKIES.theme, theme, { ...options, httpOnly: false });
  for (const [name, choice] of Object.entries({ ...choices, keys: writeKeys(chosen) })) jar.set(DEVICE_COOKIES[name as keyof typeof choices | "keys"], choice, { ...options, httpOnly: true });
  return { status: "saved" };
}
