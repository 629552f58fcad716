"use client";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import type { BroughtBack } from "../../lib/export/actions.ts";
import type { RouteFailure } from "../../lib/http/json-response.ts";
import { Button } from "../ui/button.tsx";
import { Field, inputLook } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";

async function send(file: File): Promise<BroughtBack | string> {
  try {
    const response = await fetch("/api/account/import", { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file });
    const body: unknown = await response.json();
    return response.ok ? (body as BroughtBack) : (body as RouteFailure).error.message;
  } catch {
    return "The file could not be sent: the server cannot be reached, or the file was moved. Nothing was changed.";
  }
}

/** What came with the file, and what stayed behind. */
function Report({ events, losses }: BroughtBack) {
  return (
    <div className="grid gap-3">
      <p role="status" className="border-l-[3px] border-held py-1 pl-4">{events} {events === 1 ? "event is" : "events are"} in your log. <Link prefetch={false} className="prose-link" href="/progress">See your progress</Link>.</p>
      {losses.length === 0 ? <p>Nothing of the file stayed behind.</p> : (
        <div className="grid gap-1">
          <h3 className="font-semibold">What stayed behind</h3>
          <ul className="grid list-disc gap-1 pl-5 text-ink-2">{losses.map((loss) => <li key={loss} className="[overflow-wrap:anywhere]">{loss}</li>)}</ul>
        </div>
      )}
    </div>
  );
}

/** Brings an exported account into this one. */
export function BringBack() {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<BroughtBack | string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (busy || !(file instanceof File) || file.size === 0) return;
    setBusy(true);
    setOutcome(await send(file));
    setBusy(false);
  };
  if (outcome !== null && typeof outcome !== "string") return <Report {...outcome} />;
  return (
    <form className="grid max-w-md gap-4" onSubmit={(event) => void submit(event)}>
      <Field label="The file" name="file" id="account-file" type="file" accept=".json,application/json" required className={`${inputLook} py-2.5`} />
      <Notice tone="problem">{outcome}</Notice>
      <Button type="submit" look="quiet" className="justify-self-start" aria-disabled={busy}>{busy ? "Bringing it back" : "Bring it back"}</Button>
    </form>
  );
}
