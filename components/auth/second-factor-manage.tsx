"use client";
import { type FormEvent } from "react";
import { renewRecoveryCodes, switchOffSecondFactor } from "../../lib/auth/second-factor/actions.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { useRequest } from "./use-request.ts";

interface ManageProps {
  readonly hasPassword: boolean;
  readonly codesLeft: number;
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onOff: () => void;
}

/** New recovery codes, or switch it off: either takes a current code or the password. */
export function SecondFactorManage({ hasPassword, codesLeft, onCodes, onOff }: ManageProps) {
  const { busy, problem, problems, send } = useRequest();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { submitter } = event.nativeEvent as SubmitEvent;
    const off = submitter instanceof HTMLButtonElement && submitter.value === "off";
    void send(async () => {
      const result = off ? await switchOffSecondFactor(null, form) : await renewRecoveryCodes(null, form);
      if (result.status === "codes") onCodes(result.codes);
      else if (result.status === "done") onOff();
      else return result;
      return null;
    });
  };
  return (
    <form method="post" className="grid max-w-md gap-5" onSubmit={submit}>
      <p>It is on. {codesLeft === 1 ? "1 recovery code is" : `${codesLeft} recovery codes are`} left.</p>
      <Field label={hasPassword ? "A code from the app, or your password" : "A code from the app"} id="factor-proof" name="proof" type="password" autoComplete="one-time-code" required maxLength={512} hint="To get new recovery codes, which makes the old ones void, or to switch it off." problem={problems.proof} />
      <Notice tone="problem">{problem}</Notice>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" value="codes" look="quiet" aria-disabled={busy}>New recovery codes</Button>
        <Button type="submit" value="off" look="quiet" aria-disabled={busy}>Switch it off</Button>
      </div>
    </form>
  );
}
