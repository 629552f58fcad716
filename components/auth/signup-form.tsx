"use client";
import { type FormEvent, useState } from "react";
import { signUp } from "../../lib/auth/actions.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { KeptAnswers } from "./kept-answers.tsx";
import { afterSignIn, moveAnswersThenGo, signIn, waitSentence } from "./sign-in-request.ts";

const TAKEN = "You could not be signed in with this password. If you have an account with this address, sign in to it instead.";
const UNREACHABLE = "The server did not answer. What you typed is still here, and so are your answers; try again.";

/** Sign-up: an address and a password, nothing else. Then signed in, with the answers of this device. */
export function SignupForm({ returnTo, minimum }: { readonly returnTo: string; readonly minimum: string }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});

  const attempt = async (form: FormData): Promise<string> => {
    const result = await signUp(null, form);
    if (result.status === "invalid") {
      setProblems(result.problems);
      return "";
    }
    if (result.status === "refused") return result.reason;
    const outcome = await signIn(String(form.get("email")), String(form.get("password")));
    if (outcome === "done") await moveAnswersThenGo(afterSignIn(returnTo));
    if (typeof outcome !== "string") return waitSentence(outcome.waitSeconds);
    return outcome === "done" ? "" : outcome === "refused" ? TAKEN : UNREACHABLE;
  };
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    form.set("timeZone", Intl.DateTimeFormat().resolvedOptions().timeZone);
    setBusy(true);
    setProblem("");
    setProblems({});
    setProblem(await attempt(form).catch(() => UNREACHABLE));
    setBusy(false);
  };
  return (
    // POST, so that a form sent before the page's script runs puts no password into the address.
    <form method="post" className="grid gap-5" onSubmit={(event) => void submit(event)}>
      <Field label="E-mail" name="email" type="email" autoComplete="username" required maxLength={254} problem={problems.email} />
      <Field label="Password" name="password" type="password" autoComplete="new-password" required maxLength={256} hint={minimum} problem={problems.password} />
      <Notice tone="problem">{problem}</Notice>
      <Button type="submit" aria-disabled={busy}>{busy ? "Making your account" : "Sign up"}</Button>
      <KeptAnswers />
    </form>
  );
}
