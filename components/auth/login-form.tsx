"use client";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { KeptAnswers } from "./kept-answers.tsx";
import { afterSignIn, moveAnswersThenGo, signIn, type SignIn, waitSentence } from "./sign-in-request.ts";

const SENTENCES: Record<Exclude<SignIn, "done" | object>, string> = {
  refused: "This address and password do not belong together. Check both and try again.",
  unreachable: "The server did not answer. Nothing was lost; check the connection and try again.",
};

/** Sign-in with address and password. */
export function LoginForm({ returnTo }: { readonly returnTo: string }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem("");
    const outcome = await signIn(String(form.get("email")), String(form.get("password")));
    if (outcome === "done") return moveAnswersThenGo(afterSignIn(returnTo));
    setProblem(typeof outcome === "string" ? SENTENCES[outcome] : waitSentence(outcome.waitSeconds));
    setBusy(false);
  };
  return (
    // POST, so that a form sent before the page's script runs puts no password into the address.
    <form method="post" className="grid gap-5" onSubmit={(event) => void submit(event)}>
      <Field label="E-mail" name="email" type="email" autoComplete="username" required maxLength={254} />
      <Field label="Password" name="password" type="password" autoComplete="current-password" required maxLength={512} />
      <Notice tone="problem">{problem}</Notice>
      <Button type="submit" aria-disabled={busy}>{busy ? "Signing in" : "Sign in"}</Button>
      <KeptAnswers />
    </form>
  );
}
