"use client";
import Link from "next/link";
import { useActionState } from "react";
import { acceptInvitation } from "../../lib/invitations/actions.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ROLE_IN_SENTENCE } from "./words.ts";

/** Takes an invitation up. A button, so that no program that looks into links can. */
export function AcceptForm({ token }: { readonly token: string }) {
  const [result, accept, busy] = useActionState(acceptInvitation, null);
  if (result?.status === "accepted") return <div className="grid gap-4"><Notice>You are {ROLE_IN_SENTENCE[result.role]} now. This link is used up.</Notice><p><Link className="prose-link" href="/studio">Go to the studio</Link></p></div>;
  return (
    <form action={accept} className="grid justify-items-start gap-5">
      <input type="hidden" name="token" value={token} />
      <Button type="submit" aria-disabled={busy}>Accept</Button>
      <Notice tone="problem">{result?.status === "refused" ? result.reason : ""}</Notice>
    </form>
  );
}
