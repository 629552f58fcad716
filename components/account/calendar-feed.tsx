"use client";
import { useActionState } from "react";
import { type FeedResult, makeFeed, revokeFeed } from "../../lib/calendar/actions.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { SecretOnce } from "./secret-once.tsx";

/** The secret address of the user's calendar: made, replaced, ended. */
export function CalendarFeed({ since }: { readonly since: string | null }) {
  const [made, make, making] = useActionState<FeedResult | null, FormData>(makeFeed, null);
  const [ended, end, ending] = useActionState<FeedResult | null, FormData>(revokeFeed, null);
  const refused = [made, ended].find((result) => result?.status === "refused");
  return (
    <div className="grid gap-4">
      {since !== null && <p>There is an address, made on {since}.</p>}
      {since !== null && made?.status === "made" && <SecretOnce label="Your calendar's address" secret={made.address} />}
      <Notice tone={refused ? "problem" : "plain"}>{refused?.status === "refused" ? refused.reason : since === null && ended?.status === "ended" ? "The address is revoked: it answers nothing any more." : ""}</Notice>
      <div className="flex flex-wrap gap-3">
        <form action={make}><Button type="submit" look="quiet" aria-disabled={making}>{since === null ? "Make an address" : "Replace the address"}</Button></form>
        {since !== null && <form action={end}><Button type="submit" look="quiet" aria-disabled={ending}>Revoke it</Button></form>}
      </div>
    </div>
  );
}
