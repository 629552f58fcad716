"use client";
import { useActionState } from "react";
import { requestReset } from "../../lib/auth/recovery/actions.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";

/** Asks for a reset link by mail. */
export function ResetRequestForm({ returnTo, minutes }: { readonly returnTo: string; readonly minutes: number }) {
  const [result, ask, busy] = useActionState(requestReset, null);
  return (
    <form action={ask} className="grid gap-5">
      <input type="hidden" name="callbackUrl" value={returnTo} />
      <Field label="E-mail" name="email" type="email" autoComplete="username" required maxLength={254} problem={result?.status === "invalid" ? result.problems.email : undefined} />
      <Notice tone={result?.status === "refused" ? "problem" : "plain"}>
        {result?.status === "asked" && `If that address has an account, a mail with a link is on its way. The link works once, within ${minutes} minutes. Look into the spam folder too.`}
        {result?.status === "refused" && result.reason}
      </Notice>
      <Button type="submit" aria-disabled={busy}>{busy ? "Asking" : "Send the link"}</Button>
    </form>
  );
}
