"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { InterviewerTurn, InterviewerView } from "../../lib/interview/interviewer-view.ts";
import type { InterviewerDeed } from "../../lib/interview/schema.ts";
import { AnswerText } from "../cards/card-answer.tsx";
import { Blocks } from "../cards/blocks.tsx";
import { topicTitle } from "../cards/card-meta.tsx";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { AskForm, HintForm } from "./interviewer-forms.tsx";
import { GivenAnswer, JudgeFields, useJudged } from "./judge-fields.tsx";
import { sendInterviewerDeed } from "./send.ts";
import { Timer } from "./timer.tsx";
import { useWatch } from "./use-watch.ts";

interface PartProps {
  readonly turn: InterviewerTurn;
  readonly total: number;
  readonly act: (deed: InterviewerDeed) => Promise<boolean>;
}

/** The answers of a ladder, judged by the interviewer. */
function Judging({ turn, act }: Omit<PartProps, "total">) {
  const { judged, change } = useJudged(turn.parts);
  const [note, setNote] = useState("");
  return (
    <section className="grid gap-5 border-t border-line pt-5" aria-label="Judge the answers">
      {turn.parts.map((part, place) => judged[place] !== undefined && (
        <div key={part.prompt.position} className="grid gap-3">
          {turn.parts.length > 1 && <h3 className="text-base font-semibold">{part.lead ?? "The question"}</h3>}
          {part.prompt.objective === null ? <JudgeFields card={turn.card} part={part} judged={judged[place]} change={change} who="the candidate" /> : <p className="text-ink-2">A program judged this one.</p>}
        </div>
      ))}
      <label className="grid gap-1"><span className="font-semibold">A note for the report <span className="font-normal text-ink-2">Optional</span></span><textarea value={note} maxLength={1_000} rows={2} onChange={(event) => setNote(event.target.value)} className="w-full rounded-lg border border-edge bg-surface px-3.5 py-2.5" /></label>
      <div><Button onClick={() => void act({ deed: "judge", judged, note })}>Judge, and go on</Button></div>
    </section>
  );
}

const STATES: Record<InterviewerTurn["kind"], string> = {
  ready: "The candidate has not opened this question yet.",
  prompt: "The candidate is answering.",
  judge: "The answer is handed in. Judge it, or ask on.",
};

/** What the candidate does not see: the answer, what it must have in it, and what could be asked next. */
function Rubric({ turn }: { readonly turn: InterviewerTurn }) {
  const { card, next } = turn;
  return (
    <aside className="grid content-start gap-5" aria-label="Only you see this">
      <h2 className="text-[1.05rem]">{card.title}</h2>
      <AnswerText card={card} />
      <div className="grid gap-1"><h3 className="text-base font-semibold">What a good answer says</h3><ul className="grid list-disc gap-1 pl-5">{card.rubric.map((point) => <li key={point}>{point}</li>)}</ul></div>
      {card.myth !== null && <div className="grid gap-1"><h3 className="text-base font-semibold">Commonly said, and wrong</h3><p className="text-ink-2">{card.myth}</p></div>}
      {next.length > 0 && <div className="grid gap-1"><h3 className="text-base font-semibold">Interviewers ask next</h3><ul className="grid list-disc gap-1 pl-5">{next.map((title) => <li key={title}>{title}</li>)}</ul></div>}
      {card.why.length > 0 && <details><summary className="min-h-11 py-2 font-semibold">Why it is so</summary><div className="grid gap-3"><Blocks blocks={card.why} /></div></details>}
    </aside>
  );
}

function Turn({ turn, total, act, clock }: PartProps & { readonly clock: React.ReactNode }) {
  const { question } = turn;
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <div className="grid min-w-0 content-start gap-5">
        <div className="flex min-h-11 flex-wrap items-center gap-x-4 text-sm text-ink-2"><span className="tabular-nums">Prompt {turn.position + 1} of {total}</span><span className="font-semibold text-ink">{topicTitle(question.topic)}</span><span>Python {question.version}</span>{clock}</div>
        <p role="status" className="border-l-[3px] border-accent pl-4 font-semibold">{STATES[turn.kind]}</p>
        {question.lead !== null && turn.kind !== "judge" && <p className="text-xl">{question.lead}</p>}
        <section className="grid gap-3" aria-label="The question"><Blocks blocks={question.question} /></section>
        {turn.parts.filter(({ prompt }) => prompt.shownAt !== null).map((part) => <GivenAnswer key={part.prompt.position} card={turn.card} part={part} title={part.prompt.submittedAt === null ? "Typed so far" : "The answer"} />)}
        {turn.kind === "prompt" && <HintForm key={turn.position} position={turn.position} given={turn.hints} suggestions={turn.card.rubric} act={act} />}
        {turn.askAfter !== null && <AskForm key={`${turn.askAfter}.${total}`} after={turn.askAfter} total={total} act={act} />}
        {turn.kind === "judge" && <Judging key={turn.position} turn={turn} act={act} />}
      </div>
      <Rubric turn={turn} />
    </div>
  );
}

/** The interviewer's view on a device of their own. It follows the candidate by itself. */
export function InterviewerPage({ view }: { readonly view: InterviewerView }) {
  const router = useRouter();
  const [drawing, startDrawing] = useTransition();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  const draw = (): void => startDrawing(() => router.refresh());
  useWatch(view.id, view.finished ? null : view.stamp, draw);
  const act = async (deed: InterviewerDeed): Promise<boolean> => {
    if (sending || drawing) return false;
    setSending(true);
    const sent = await sendInterviewerDeed(view.id, deed);
    setProblem(sent.ok ? "" : sent.message);
    if (sent.ok || !sent.offline) draw();
    setSending(false);
    return sent.ok;
  };
  const { turn } = view;
  return (
    <div className="grid gap-6">
      <header className="grid gap-1">
        <h1 className="text-2xl">You interview {view.candidate ?? "a candidate"}</h1>
        <p role="status" className="text-sm text-ink-2">{view.finished ? "It is over." : view.candidateHere ? "They are there." : "They were not heard of for a minute. What they typed is kept."}</p>
      </header>
      <Notice tone="problem">{problem}</Notice>
      {turn === null ? (
        <p>{view.finished ? "The interview is over. What you judged stands in the candidate's report." : "Every answer is judged. The candidate ends the interview on their side."} <Link className="prose-link" href="/interview">To the mock interviews</Link></p>
      ) : (
        <Turn key={`${turn.position}.${turn.kind}`} turn={turn} total={view.total} act={act} clock={turn.kind === "prompt" && turn.shownAt !== null && turn.deadlineAt !== null && <Timer now={view.now} shownAt={turn.shownAt} deadlineAt={turn.deadlineAt} calm={false} compare={draw} extend={null} />} />
      )}
    </div>
  );
}
