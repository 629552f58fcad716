"use client";
import { useActionState } from "react";
import { makeResetLink, type MakeLinkResult } from "../../lib/auth/recovery/actions.ts";
import { Button } from "../ui/button.tsx";

function wordsOf(result: MakeLinkResult): string {
  if (result.status === "made") return `Give them this link. It sets a new password once, until ${new Date(result.expiresAt).toISOString().slice(11, 16)} UTC, and is shown only here:`;
  return result.status === "refused" ? result.reason : "You are no longer signed in. Sign in and try again.";
}

/** A one-time link for somebody who lost the password, to be handed over by the admin. */
export function ResetLink({ userId, email }: { readonly userId: string; readonly email: string }) {
  const [result, make, busy] = useActionState<MakeLinkResult | null, FormData>(makeResetLink, null);
  return (
    <form action={make} className="grid justify-items-start gap-2 pt-1">
      <input type="hidden" name="userId" value={userId} />
      <Button type="submit" look="quiet" aria-disabled={busy} aria-label={`New password link for ${email}`}>New password link</Button>
      <div role="status" className="text-sm">{result !== null && <p>{wordsOf(result)}</p>}{result?.status === "made" && <p translate="no" className="font-mono [overflow-wrap:anywhere]">{result.link}</p>}</div>
    </form>
  );
}
