"use server";
import { headers } from "next/headers";
import { now } from "../../clock.ts";
import { currentUser } from "../loaders.ts";
import { FORM_FROM_ELSEWHERE, isSameOrigin } from "../origin.ts";
import * as mutations from "./mutations.ts";
import { sessionIdSchema } from "./schema.ts";

export type EndResult = { readonly status: "ended" } | { readonly status: "refused"; readonly reason: string };

/** Ends one of the user's own sessions: its next request is a visitor's. Field: id. */
export async function endSession(_previous: EndResult | null, form: FormData): Promise<EndResult> {
  if (!isSameOrigin(await headers())) return { status: "refused", reason: FORM_FROM_ELSEWHERE };
  const user = await currentUser();
  if (user === null) return { status: "refused", reason: "You are no longer signed in." };
  const id = sessionIdSchema.safeParse(form.get("id"));
  const ended = id.success && (await mutations.endSession(id.data, user.id, now()));
  return ended ? { status: "ended" } : { status: "refused", reason: "This session was ended already." };
}
