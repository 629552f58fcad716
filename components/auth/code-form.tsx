"use client";
import { type FormEvent, useState } from "react";
import { giveCode } from "../../lib/auth/second-factor/actions.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { moveAnswersThenGo, signOut } from "./sign-in-request.ts";

const UNREACHABLE = "The server did not answer. Check the connection and try again.";
const SIGNED_OUT = "This sign-in has ended. Sign in again.";

/** The second step of signing in. */
export function CodeForm({ returnTo }: { readonly returnTo: string }) {
  const [recovery, setRecovery] = useState(false);
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
  const swap = (): void => {
    setRecovery(!recovery);
    setFault(undefined);
    setProblem("");
  };
  return (
    <form method="post" className="grid gap-5" onSubmit={(event) => void submit(event)}>
      {recovery ? (
        <Field key="recovery" label="Recovery code" name="code" autoComplete="off" autoCapitalize="none" spellCheck={false} required maxLength={32} hint="16 letters and digits, as you saved them. Each works once." problem={fault} />
      ) : (
        <Field key="code" label="Code" name="code" inputMode="numeric" autoComplete="one-time-code" required maxLength={12} hint="Six digits, from the app that you set up." problem={fault} />
      )}
      <Notice tone="problem">{problem}</Notice>
      <Button type="submit" aria-disabled={busy}>{busy ? "Checking" : "Go on"}</Button>
      <div className="flex flex-wrap gap-3">
        <Button look="quiet" onClick={swap}>{recovery ? "Use a code from the app" : "Use a recovery code"}</Button>
        <Button look="quiet" onClick={() => void signOut()}>Cancel</Button>
      </div>
    </form>
  );
}
