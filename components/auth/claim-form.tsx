"use client";
import { useActionState } from "react";
import { claimAdmin } from "../../lib/auth/actions.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

/** Uses the one-time link up. A button, so that no program that looks into links can. */
export function ClaimForm({ token }: { readonly token: string }) {
  const [result, claim, busy] = useActionState(claimAdmin, null);
  if (result?.status === "done") return <Notice>You are the admin now. This link is used up.</Notice>;
  const problem = result?.status === "refused" ? result.reason : result?.status === "signed-out" ? "You are no longer signed in. Sign in and open the link again." : "";
  return (
    <form action={claim} className="grid justify-items-start gap-5">
      <input type="hidden" name="token" value={token} />
      <Button type="submit" aria-disabled={busy}>Become the admin</Button>
      <Notice tone="problem">{problem}</Notice>
    </form>
  );
}
