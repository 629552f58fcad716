"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import type { Deed } from "../../lib/interview/schema.ts";
import type { RunView } from "../../lib/interview/types.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { DoneTurn } from "./done-turn.tsx";
import { JudgeTurn } from "./judge-turn.tsx";
import { PairBar } from "./pair-bar.tsx";
import { PromptTurn } from "./prompt-turn.tsx";
import { ReadyTurn } from "./ready-turn.tsx";
import { RecordBar } from "./recording/record-bar.tsx";
import { sendDeed } from "./send.ts";
import { Timer } from "./timer.tsx";
import { forgetDraft } from "./use-draft.ts";
import { useWatch } from "./use-watch.ts";
import { WaitTurn } from "./wait-turn.tsx";

/** A running interview: one step at a time, each drawn by the server from what it has stored. */
export function InterviewRun({ view }: { readonly view: RunView }) {
  const router = useRouter();
  const [sending, setSending] = useState(false);
  // Until the next step is drawn, what is on the screen is not to be answered again.
  const [drawing, startDrawing] = useTransition();
  const busy = sending || drawing;
  const [problem, setProblem] = useState("");
  const [leaving, setLeaving] = useState(false);
  const { stage, pair } = view;
  // A connection that is back makes an old complaint about it untrue.
  useEffect(() => {
    const clear = (): void => setProblem("");
    window.addEventListener("online", clear);
    return () => window.removeEventListener("online", clear);
  }, []);
  const draw = (): void => startDrawing(() => router.refresh());
  useWatch(view.id, pair === null ? null : view.stamp, draw);
  const act = async (deed: Deed): Promise<void> => {
    if (busy) return;
    setSending(true);
    setProblem("");
    const sent = await sendDeed(view.id, deed);
    if (sent.ok && deed.deed === "submit") {
      forgetDraft(view.id, deed.position);
      if (sent.body.counts === false) setProblem("This prompt was answered before, in another tab or window. That answer counts.");
    }
    if (!sent.ok) setProblem(sent.message);
    // Also after a refusal: another tab may have gone on.
    if (sent.ok || !sent.offline) draw();
    setSending(false);
  };
  if (stage.kind === "finished") return null;
  if (stage.kind === "done") return <DoneTurn problem={problem} busy={busy} act={act} />;
  const { position } = stage;
  const place = `${view.id}.${position}.${stage.kind}`;
  return (
    <div className="grid gap-6">
      <div className="grid">
        <div className="flex min-h-11 flex-wrap items-center gap-x-4 text-sm text-ink-2">
          <span className="tabular-nums">Prompt {stage.position + 1} of {view.total}</span>
          {stage.kind === "prompt" && (stage.deadlineAt === null ? <span>No time limit</span> : <Timer key={place} now={view.now} calm={view.calm} shownAt={stage.shownAt} deadlineAt={stage.deadlineAt} compare={draw} extend={(seconds) => void act({ deed: "extend", position, deadlineAt: stage.deadlineAt ?? 0, seconds })} />)}
          <span className="ml-auto">
            {leaving ? (
              <span className="flex flex-wrap items-center gap-2">
                <span>End it here? Prompts not reached do not count.</span>
                <Button look="quiet" onClick={() => void act({ deed: "finish" })}>End the interview</Button>
                <Button look="quiet" onClick={() => setLeaving(false)}>Go on</Button>
              </span>
            ) : (
              <button type="button" onClick={() => setLeaving(true)} className="inline-flex min-h-11 items-center rounded-lg px-2 hover:bg-sunken hover:text-ink">End early</button>
            )}
          </span>
        </div>
        <Notice tone="problem">{problem}</Notice>
      </div>
      {stage.kind === "ready" && <ReadyTurn key={place} stage={stage} busy={busy} act={act} />}
      {stage.kind === "prompt" && <PromptTurn key={place} id={view.id} stage={stage} spoken={view.spoken} hints={pair?.hints ?? []} busy={busy} act={act} />}
      {stage.kind === "judge" && <JudgeTurn key={place} stage={stage} last={(stage.parts.at(-1)?.prompt.position ?? 0) + 1 === view.total} busy={busy} act={act} />}
      {stage.kind === "wait" && <WaitTurn key={place} />}
      {/* Below the question, which comes first; a recording that runs stays on the screen. */}
      <div className="grid gap-2">
        <PairBar id={view.id} pair={pair} draw={draw} />
        <RecordBar interviewId={view.id} position={stage.kind === "prompt" ? stage.position : null} />
      </div>
    </div>
  );
}
