"use client";
import { useRef, useState } from "react";
import { makeResetLink, type MakeLinkResult } from "../../lib/auth/recovery/actions.ts";
import { Button } from "../ui/button.tsx";

function wordsOf(result: MakeLinkResult): string {
  if (result.status === "made") return `Give them this link; it works once, until ${new Date(result.expiresAt).toISOString().slice(11, 16)} UTC: ${result.link}`;
  return result.status === "refused" ? result.reason : "You are no longer signed in. Nothing was changed.";
}

/** A way back in for who lost the password: a link that is shown this once, for an admin to hand over. */
export function ResetLink({ userId, email }: { readonly userId: string; readonly email: string }) {
  const [words, setWords] = useState("");
  const busy = useRef(false);
  const make = async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    const form = new FormData();
    form.set("userId", userId);
    try {
      setWords(wordsOf(await makeResetLink(null, form)));
    } catch {
      setWords("The server cannot be reached. Nothing was changed; try again.");
    }
    busy.current = false;
  };
  return (
    <div className="grid justify-items-start gap-2 pt-1.5">
      <Button look="quiet" onClick={() => void make()}>New password link<span className="sr-only"> for {email}</span></Button>
      <p role="status" className="text-sm [overflow-wrap:anywhere]">{words}</p>
    </div>
  );
}
