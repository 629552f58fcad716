"use server";
import { headers } from "next/headers";
import { hashOfToken } from "../auth/claim-token.ts";
import { currentUser } from "../auth/loaders.ts";
import { FORM_FROM_ELSEWHERE, isSameOrigin } from "../auth/origin.ts";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import { loadOrigin } from "../http/loaders.ts";
import { spend } from "../limits/actions.ts";
import { feedAddress, newFeedToken } from "./feed.ts";
import { endFeed, replaceFeed } from "./mutations.ts";

/** `made`: the address is shown this once. */
export type FeedResult = { readonly status: "made"; readonly address: string } | { readonly status: "ended" } | { readonly status: "refused"; readonly reason: string };

const SIGNED_OUT: FeedResult = { status: "refused", reason: "You are no longer signed in. Sign in and try again." };

/** Makes a secret address for the user's calendar; one made before answers no more. */
export async function makeFeed(_previous: FeedResult | null, _form: FormData): Promise<FeedResult> {
  if (!isSameOrigin(await headers())) return { status: "refused", reason: FORM_FROM_ELSEWHERE };
  const user = await currentUser();
  if (user === null) return SIGNED_OUT;
  try {
    await spend("token write", user.id);
  } catch (error) {
    if (error instanceof AppError) return { status: "refused", reason: error.message };
    throw error;
  }
  const token = newFeedToken();
  await replaceFeed(user.id, hashOfToken(token), now());
  return { status: "made", address: feedAddress(loadOrigin(), token) };
}

/** Ends the user's calendar. */
export async function revokeFeed(_previous: FeedResult | null, _form: FormData): Promise<FeedResult> {
  if (!isSameOrigin(await headers())) return { status: "refused", reason: FORM_FROM_ELSEWHERE };
  const user = await currentUser();
  if (user === null) return SIGNED_OUT;
  await endFeed(user.id);
  return { status: "ended" };
}
