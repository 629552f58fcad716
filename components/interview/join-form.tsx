"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { joinInterview } from "./send.ts";

/** Takes the code that the candidate reads out. */
export function JoinForm() {
  const router = useRouter();
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const join = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const sent = await joinInterview({ code });
    if (sent.ok && typeof sent.body.id === "string") return router.push(`/interview/${sent.body.id}/interviewer`);
    setProblem(sent.ok ? "The server did not answer as expected. Try again." : sent.message);
    setBusy(false);
  };
  return (
    <form method="post" className="grid gap-5" onSubmit={(event) => void join(event)}>
      <Field label="Code" name="code" value={code} onChange={(event) => setCode(event.target.value)} hint="Eight letters and digits, as ABCD-EFGH. Dashes and small letters do not matter." problem={problem} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} />
      <div><Button type="submit" aria-disabled={busy} className="min-w-48">{busy ? "Entering" : "Enter"}</Button></div>
    </form>
  );
}
