"use client";
import { useActionState } from "react";
import { endReminderByLink, type ReminderResult } from "../../lib/reminders/actions.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

/** Ends the reminders that a link from a mail is of. */
export function StopForm({ token }: { readonly token: string }) {
  const [result, end, busy] = useActionState<ReminderResult | null, FormData>(endReminderByLink, null);
  return (
    <form action={end} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <Notice tone={result?.status === "refused" ? "problem" : "plain"}>{result?.status === "ended" ? "No more mails come." : result?.status === "refused" ? result.reason : ""}</Notice>
      {result?.status !== "ended" && <Button type="submit" className="justify-self-start" aria-disabled={busy}>End the mails</Button>}
    </form>
  );
}
