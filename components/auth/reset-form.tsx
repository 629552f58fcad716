"use client";
import { useActionState } from "react";
import { setPassword } from "../../lib/auth/recovery/actions.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";

const WHY_NOT = {
  used: "This link was used already, or another one was used after it was made. It works once.",
  expired: "This link is too old.",
  unknown: "This link is not one that Heapwise made, or only part of it was opened. Check that you opened all of it.",
} as const;

interface ResetFormProps {
  readonly token: string;
  /** How the link stood when the page was opened. */
  readonly state: "open" | keyof typeof WHY_NOT;
  readonly minimum: string;
  readonly returnTo: string;
}

/** Sets the new password; sending it uses the link up. */
export function ResetForm({ token, state, minimum, returnTo }: ResetFormProps) {
  const [result, set, busy] = useActionState(setPassword, null);
  const back = encodeURIComponent(returnTo);
  if (result?.status === "done") {
    return (
      <div className="grid justify-items-start gap-5">
        <Notice>Your new password is set, and all devices are signed out. Sign in with it.</Notice>
        <ButtonLink href={`/login?callbackUrl=${back}`}>Sign in</ButtonLink>
      </div>
    );
  }
  if (state !== "open") {
    return (
      <div className="grid justify-items-start gap-5">
        <p>{WHY_NOT[state]} Your password is as it was.</p>
        <ButtonLink href={`/reset?callbackUrl=${back}`}>Ask for a new link</ButtonLink>
      </div>
    );
  }
  return (
    <form action={set} className="grid gap-5">
      <p className="text-ink-2">It replaces the old one and signs out all devices.</p>
      <input type="hidden" name="token" value={token} />
      <Field label="New password" name="next" type="password" autoComplete="new-password" required maxLength={256} hint={minimum} problem={result?.status === "invalid" ? result.problems.next : undefined} />
      <Notice tone="problem">{result?.status === "refused" ? result.reason : ""}</Notice>
      <Button type="submit" aria-disabled={busy}>{busy ? "Setting" : "Set the password"}</Button>
      {result?.status === "refused" && <ButtonLink look="quiet" href={`/reset?callbackUrl=${back}`}>Ask for a new link</ButtonLink>}
    </form>
  );
}
