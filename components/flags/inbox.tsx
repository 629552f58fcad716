"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { NOTE_AT_MOST, REASONS } from "../../lib/flags/reasons.ts";
import type { Flag } from "../../lib/flags/types.ts";
import { Button } from "../ui/button.tsx";
import { inputLook } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { send } from "../ui/send.ts";

const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** One open flag with the two ways to answer it. */
export function OpenFlag({ flag }: { readonly flag: Flag }) {
  const router = useRouter();
  const field = useId();
  const [resolution, setResolution] = useState("");
  const [problem, setProblem] = useState("");
  const answer = async (verdict: "ACCEPTED" | "DISMISSED"): Promise<void> => {
    if (verdict === "DISMISSED" && resolution.trim() === "") return setProblem("Say in a sentence why it is dismissed; the reader is told.");
    const sent = await send<object>("POST", "/api/studio/flags", { id: flag.id, verdict, resolution });
    setProblem(sent.ok ? "" : sent.message);
    if (sent.ok) router.refresh();
  };
  return (
    <li className="grid gap-3 border-b border-line py-5">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Link className="prose-link font-semibold" href={`/studio/cards/${flag.cardId}`}>{flag.title}</Link>
        <span className="text-sm text-ink-2">{day(flag.createdAt)}, revision {flag.revision}{flag.changedSince ? "; the card was changed since" : ""}</span>
      </p>
      <p><span className="font-semibold">{REASONS[flag.reason]}.</span> {flag.note}</p>
      <div className="grid gap-1.5">
        <label htmlFor={field} className="text-sm font-semibold">Answer to the reader</label>
        <input id={field} value={resolution} maxLength={NOTE_AT_MOST} onChange={(event) => setResolution(event.target.value)} className={inputLook} autoComplete="off" />
      </div>
      <Notice tone="problem">{problem}</Notice>
      <div className="flex flex-wrap gap-3">
        <Button look="quiet" onClick={() => void answer("ACCEPTED")}>Accept</Button>
        <Button look="quiet" onClick={() => void answer("DISMISSED")}>Dismiss</Button>
      </div>
    </li>
  );
}

/** Flags that were answered. */
export function ResolvedFlags({ flags }: { readonly flags: readonly Flag[] }) {
  return (
    <ul>
      {flags.map((flag) => (
        <li key={flag.id} className="grid gap-0.5 border-b border-line py-3">
          <span><Link className="prose-link" href={`/studio/cards/${flag.cardId}`}>{flag.title}</Link> <span className="text-sm text-ink-2">{REASONS[flag.reason].toLowerCase()}</span></span>
          <span className="text-sm text-ink-2">{flag.status === "ACCEPTED" ? "Accepted" : "Dismissed"} on {day(flag.resolvedAt ?? flag.createdAt)}. {flag.resolution}</span>
        </li>
      ))}
    </ul>
  );
}
