"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { sendDeed } from "./send.ts";

/** Makes the private link to a report, and takes it back. */
export function ShareForm({ id, since }: { readonly id: string; /** The day since which there is one; null without. */ readonly since: string | null }) {
  const router = useRouter();
  const [link, setLink] = useState<string | null>(null);
  const [problem, setProblem] = useState("");
  const act = async (deed: "share" | "unshare"): Promise<void> => {
    const sent = await sendDeed(id, { deed });
    setProblem(sent.ok ? "" : sent.message);
    if (!sent.ok) return;
    setLink(typeof sent.body.path === "string" ? new URL(sent.body.path, window.location.origin).href : null);
    router.refresh();
  };
  return (
    <section className="grid gap-3 border-t border-line pt-6 print:hidden" aria-labelledby="share">
      <h2 id="share" className="text-xl">Private link</h2>
      <p className="text-ink-2">{since === null ? "Only you see this report. A private link shows it, with what you said, to anybody who has the link, without an account." : `There is a private link since ${since}. Whoever has it sees this report, with what you said.`}</p>
      {link !== null && (
        <label className="grid gap-1">
          <span className="font-semibold">The link; it is shown once</span>
          <input readOnly value={link} onFocus={(event) => event.currentTarget.select()} className="min-h-12 w-full rounded-lg border border-edge bg-surface px-3.5 font-mono text-sm" />
        </label>
      )}
      <div className="flex flex-wrap gap-3">
        <Button look="quiet" onClick={() => void act("share")}>{since === null ? "Make a private link" : "Make a new link instead"}</Button>
        {since !== null && <Button look="quiet" onClick={() => void act("unshare")}>Revoke the link</Button>}
      </div>
      <Notice tone="problem">{problem}</Notice>
    </section>
  );
}
