"use client";
import { type FormEvent, useState } from "react";
import { askErasure } from "../../lib/erasure/actions.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { signOut } from "../auth/sign-in-request.ts";

/** Asks for the deletion of the account; then this session is over. */
export function EraseForm({ hasPassword, days }: { readonly hasPassword: boolean; readonly days: number }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem("");
    try {
      const result = await askErasure(null, new FormData(event.currentTarget));
      if (result.status === "refused") setProblem(result.reason);
      else await signOut();
    } catch {
      setProblem("The server did not answer. Sign in again to see whether the deletion was asked for.");
    }
    setBusy(false);
  };
  return (
    // POST, so that a form sent before the page's script runs puts no password into the address.
    <form method="post" className="grid max-w-md gap-5" onSubmit={(event) => void submit(event)}>
      {hasPassword ? (
        <Field label="Your password" name="proof" type="password" autoComplete="current-password" required maxLength={512} />
      ) : (
        <Field label="Your account's e-mail address" name="proof" type="email" autoComplete="email" required maxLength={512} />
      )}
      <Notice tone="problem">{problem}</Notice>
      <Button type="submit" look="quiet" className="justify-self-start text-again" aria-disabled={busy}>{busy ? "Asking" : `Delete my account in ${days} days`}</Button>
    </form>
  );
}
