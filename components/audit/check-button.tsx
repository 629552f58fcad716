"use client";
import { useState } from "react";
import { send } from "../ui/send.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

interface Verdict {
  readonly status: string;
  readonly words: string;
}

/** Checks the chain of the whole log. */
export function CheckButton() {
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const check = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const sent = await send<Verdict>("POST", "/api/studio/audit/check", {});
    setVerdict(sent.ok ? sent.body : { status: "failed", words: sent.message });
    setBusy(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button look="quiet" onClick={() => void check()} aria-disabled={busy}>Check the whole log</Button>
      <Notice tone={verdict === null || verdict.status === "unbroken" ? "plain" : "problem"}>{busy ? "Checking" : (verdict?.words ?? "")}</Notice>
    </div>
  );
}
