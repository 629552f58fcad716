"use client";
import Link from "next/link";
import { useState } from "react";
import type { DrillItem } from "../../lib/interview/report.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { sendDeed } from "./send.ts";

/** What to drill next; one click brings it into tomorrow's queue. */
export function DrillForm({ id, items }: { readonly id: string; readonly items: readonly DrillItem[] }) {
  const [state, setState] = useState<"idle" | "busy" | "done">("idle");
  const [problem, setProblem] = useState("");
  const bring = async (): Promise<void> => {
    if (state === "busy") return;
    setState("busy");
    const sent = await sendDeed(id, { deed: "drill", cardIds: items.map((item) => item.cardId) });
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
          </li>
        ))}
      </ul>
      <Notice tone={problem === "" ? "plain" : "problem"}>{problem !== "" ? problem : state === "done" ? `${items.length === 1 ? "It comes" : `All ${items.length} come`} first in tomorrow's review, each with this reason.` : ""}</Notice>
      {state !== "done" && <div className="print:hidden"><Button onClick={() => void bring()} aria-disabled={state === "busy"}>Bring {items.length === 1 ? "it" : `all ${items.length}`} into tomorrow's review</Button></div>}
    </div>
  );
}
