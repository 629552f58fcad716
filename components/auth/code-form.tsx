"use client";
import type { Route } from "next";
import { type FormEvent, useState } from "react";
import { giveCode } from "../../lib/auth/second-factor/actions.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { moveAnswersThenGo, signOut } from "./sign-in-request.ts";

const UNREACHABLE = "The server did not answer. Check the connection and try again.";
const SIGNED_OUT = "This sign-in has ended. Sign in again.";

interface Props {
  readonly returnTo: string;
  /** Whether a recovery code is asked for, not one of the app. */
  readonly recovery: boolean;
}

/** The page of the second step. The kind of code is in its address, so that changing it needs no script that has loaded. */
const stepFor = (returnTo: string, recovery: boolean): Route =>
  `/second-factor?${new URLSearchParams({ callbackUrl: returnTo, ...(recovery ? { with: "recovery" } : {}) })}` as Route;

/** The second step of signing in. */
export function CodeForm({ returnTo, recovery }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [fault, setFault] = useState<string | undefined>();

  const attempt = async (form: FormData): Promise<string> => {
    const result = await giveCode(null, form);
    switch (result.status) {
      case "done":
        await moveAnswersThenGo(returnTo);
        return "";
      case "invalid":
        setFault(recovery ? "This is not a recovery code of yours that is left." : result.problems.code);
        return "";
      case "refused":
        return result.reason;
      case "signed-out":
        return SIGNED_OUT;
    }
  };
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem("");
    setFault(undefined);
    setProblem(await attempt(form).catch(() => UNREACHABLE));
    setBusy(false);
  };
  return (
    <form method="post" className="grid gap-5" onSubmit={(event) => void submit(event)}>
      {recovery ? (
        <Field label="Recovery code" name="code" autoComplete="off" autoCapitalize="none" spellCheck={false} required maxLength={32} hint="16 letters and digits, as you saved them. Each works once." problem={fault} />
      ) : (
        <Field label="Code" name="code" inputMode="numeric" autoComplete="one-time-code" required maxLength={12} hint="Six digits, from the app that you set up." problem={fault} />
      )}
      <Notice tone="problem">{problem}</Notice>
      <Button type="submit" aria-disabled={busy}>{busy ? "Checking" : "Go on"}</Button>
      <div className="flex flex-wrap gap-3">
        <ButtonLink look="quiet" replace href={stepFor(returnTo, !recovery)}>{recovery ? "Use a code from the app" : "Use a recovery code"}</ButtonLink>
        <Button look="quiet" onClick={() => void signOut()}>Cancel</Button>
      </div>
    </form>
  );
}
