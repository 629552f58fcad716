"use client";
import Link from "next/link";
import { useState } from "react";
import type { DrillItem } from "../../lib/interview/report.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { sendDeed } from "./send.ts";

/** What to drill next; one click brings it into tomorrow's queue. */
export function DrillForm({ id, items, brought }: { readonly id: string; readonly items: readonly DrillItem[]; /** The day of those that were brought before, by card. */ readonly brought: Readonly<Record<string, string>> }) {
  const open = items.filter((item) => brought[item.cardId] === undefined);
  const [state, setState] = useState<"idle" | "busy" | "done">("idle");
  const [problem, setProblem] = useState("");
  const bring = async (): Promise<void> => {
    if (state === "busy") return;
    setState("busy");
    const sent = await sendDeed(id, { deed: "drill", cardIds: open.map((item) => item.cardId) });
    setProblem(sent.ok ? "" : sent.message);
    setState(sent.ok ? "done" : "idle");
  };
  return (
    <div className="grid gap-4">
      <ul className="grid">
        {items.map((item) => (
          <li key={item.cardId} className="grid gap-0.5 border-b border-line py-3">
            <Link className="prose-link w-fit" href={`/library/${item.cardId}`}>{item.title}</Link>
            <span className="text-sm text-ink-2">{item.reason}</span>
            {brought[item.cardId] !== undefined && <span className="text-sm">In the review of {brought[item.cardId]}</span>}
          </li>
        ))}
      </ul>
      <Notice tone={problem === "" ? "plain" : "problem"}>{problem !== "" ? problem : state === "done" ? `${open.length === 1 ? "It comes" : `All ${open.length} come`} first in tomorrow's review, each with this reason.` : ""}</Notice>
      {state !== "done" && open.length > 0 && <div className="print:hidden"><Button onClick={() => void bring()} aria-disabled={state === "busy"}>Bring {open.length === 1 ? "it" : `all ${open.length}`} into tomorrow's review</Button></div>}
    </div>
  );
}
