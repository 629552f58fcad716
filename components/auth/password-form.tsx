"use client";
import { type FormEvent, useState } from "react";
import { changePassword } from "../../lib/auth/actions.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";

type Outcome = { readonly tone: "plain" | "problem"; readonly words: string };

/** Change of password. It ends all other sessions. */
export function PasswordForm({ email, minimum }: { readonly email: string; readonly minimum: string }) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({ tone: "plain", words: "" });
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});

  const change = async (form: FormData): Promise<Outcome> => {
    const result = await changePassword(null, form);
    switch (result.status) {
      case "invalid":
        setProblems(result.problems);
        return { tone: "problem", words: "" };
      case "refused":
        return { tone: "problem", words: result.reason };
      case "signed-out":
        return { tone: "problem", words: "You are no longer signed in. Sign in and try again." };
      case "done":
        return { tone: "plain", words: "Your password is changed. Other devices are signed out." };
    }
  };
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    setBusy(true);
    setProblems({});
    const now = await change(new FormData(form)).catch((): Outcome => ({ tone: "problem", words: "The server did not answer. Your password is as it was, unless you are asked to sign in." }));
    setOutcome(now);
    setBusy(false);
    if (now.tone === "plain") form.reset();
  };
  return (
    // POST, so that a form sent before the page's script runs puts no password into the address.
    <form method="post" className="grid max-w-md gap-5" onSubmit={(event) => void submit(event)}>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label="Current password" name="current" type="password" autoComplete="current-password" required maxLength={512} problem={problems.current} />
      <Field label="New password" name="next" type="password" autoComplete="new-password" required maxLength={256} hint={minimum} problem={problems.next} />
      <Notice tone={outcome.tone}>{outcome.words}</Notice>
      <Button type="submit" className="justify-self-start" aria-disabled={busy}>{busy ? "Changing" : "Change the password"}</Button>
    </form>
  );
}
