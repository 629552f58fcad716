"use client";
import { useEffect, useId, useRef, useState } from "react";
import { ANSWER_AT_MOST } from "../../lib/interview/choices.ts";
import type { Ask, Form } from "../../lib/interview/ladder.ts";
import type { Question } from "../../lib/interview/types.ts";
import { Blocks, Inlines } from "../cards/blocks.tsx";
import { topicTitle } from "../cards/card-meta.tsx";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { CodeField } from "./code-field.tsx";
import { SketchField } from "./sketch-field.tsx";
import type { TurnProps } from "./ready-turn.tsx";
import { useAltKey } from "./use-alt-key.ts";
import { type DraftState, useDraft } from "./use-draft.ts";

const STATES: Record<DraftState, string> = {
  saved: "Saved",
  saving: "Saving",
  local: "Kept in this browser; the server cannot be reached",
  refused: "Kept in this browser; the server did not take it. Reload the page, or sign in again in another tab",
  overtaken: "Another tab has saved a text for this prompt since. Type on here to keep this one",
};

const CONFIDENCE = [0, 25, 50, 75, 100] as const;

const FORM_WORDS: Record<Form, string> = { output: "Predict the output", program: "Write a program", sketch: "Draw the heap", words: "Answer in words" };
const LEADS: Partial<Record<Ask, string>> = { why: "Follow-up: why", prove: "Follow-up: prove it", heap: "Follow-up: draw it", own: "The interviewer asks" };

function fieldLabel({ form, ask, version }: Question, spoken: boolean): string {
  if (form === "output") return `What does Python ${version} print?`;
  if (form === "sketch") return `The heap at the end in Python ${version}`;
  if (form === "program") return ask === "prove" ? `Your program, run as Python ${version}` : `Your program, judged as Python ${version}`;
  return spoken ? "Notes of what you say" : "Your answer, as you would say it";
}

/** The question itself: of a follow-up its words, with the card's question below. */
function Asked({ question, heading }: { readonly question: Question; readonly heading: React.RefObject<HTMLHeadingElement | null> }) {
  const [first, ...rest] = question.question;
  const opening = question.lead === null && first?.type === "paragraph" ? first : null;
  const body = <Blocks blocks={opening === null ? question.question : rest} without={question.program === null ? [] : ["python"]} />;
  return (
    <>
      <h1 id="prompt" ref={heading} tabIndex={-1} className="text-xl sm:text-2xl">{question.lead ?? (opening === null ? FORM_WORDS[question.form] : <Inlines nodes={opening.children} />)}</h1>
      {question.lead === null ? body : <section className="grid gap-3 border-l-[3px] border-edge pl-4 text-ink-2" aria-label="The question that it follows">{body}</section>}
    </>
  );
}

/** Brings a box beside the answer. */
function Opener({ open, children }: { readonly open: () => void; readonly children: string }) {
  return <button type="button" onClick={open} className="-ml-2 inline-flex min-h-11 items-center rounded-lg px-2 text-ink-2 hover:bg-sunken hover:text-ink">{children}</button>;
}

/** A prompt and the fields for its answer. */
export function PromptTurn({ id, stage, spoken, hints, busy, act }: TurnProps<"prompt"> & { readonly id: string; readonly spoken: boolean; readonly hints: readonly string[] }) {
  const { question, position } = stage;
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useId();
  const [confidence, setConfidence] = useState<number | null>(null);
  const [boxed, setBoxed] = useState(stage.code !== "");
  const [sketched, setSketched] = useState(stage.sketch !== "");
  const { text, code, sketch, state, change } = useDraft(id, position, { number: stage.draftNumber, text: stage.draft, code: stage.code, sketch: stage.sketch }, question.program ?? "");
  useEffect(() => heading.current?.focus(), []);
  const submit = (): void => void act({ deed: "submit", position, answer: text, code, sketch, confidence });
  useAltKey("KeyN", submit);
  const mark = (): void => void act({ deed: "mark", position, marked: !stage.marked });
  useAltKey("KeyM", mark);
  const { form } = question;
  const output = form === "output";
  const label = fieldLabel(question, spoken);
  return (
    <section className="grid gap-5" aria-labelledby="prompt">
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
        <span className="font-semibold text-ink">{topicTitle(question.topic)}</span>
        <span>{FORM_WORDS[question.form]}</span>
        {stage.followUp && <span>{LEADS[question.ask] ?? "Follow-up"}</span>}
        <button type="button" aria-pressed={stage.marked} aria-keyshortcuts="Alt+M" onClick={mark} className="-mr-2 ml-auto inline-flex min-h-11 items-center rounded-lg px-2 hover:bg-sunken hover:text-ink">{stage.marked ? "Marked" : "Mark for the report"}</button>
      </p>
      <Asked question={question} heading={heading} />
      <section role="status" aria-label="Hints" className={hints.length === 0 ? "sr-only" : "grid gap-1 border-l-[3px] border-accent pl-4"}>
        {hints.map((hint) => <p key={hint}><span className="font-semibold">Hint</span> {hint}</p>)}
      </section>
      {form === "program" && <CodeField id={field} label={label} value={text} rows={question.ask === "prove" ? 6 : 3} version={question.version} onChange={(next) => change({ text: next })} />}
      {form === "sketch" && <SketchField label={label} text={text} names={question.names} onChange={(next) => change({ text: next })} />}
      {(output || form === "words") && (
        <div className="grid gap-2">
          <label htmlFor={field} className="font-semibold">{label}</label>
          <textarea
            id={field}
            value={text}
            maxLength={ANSWER_AT_MOST}
            rows={Math.min(22, Math.max(output ? 3 : 7, text.split("\n").length + 1))}
            onChange={(event) => change({ text: event.target.value })}
            {...(output ? { spellCheck: false, autoCapitalize: "off", autoCorrect: "off", translate: "no" as const } : {})}
            autoComplete="off"
            className={`w-full rounded-lg border border-edge bg-surface px-3.5 py-2.5 text-ink ${output ? "code overflow-x-auto font-mono text-[0.875rem] leading-[1.7]" : ""}`}
          />
        </div>
      )}
      <p role="status" className="text-sm text-ink-2">{STATES[state]}</p>
      {form === "words" && (
        <>
          {(boxed || code !== "") && <CodeField id={`${field}-code`} label="Code box" value={code} rows={4} version={question.version} onChange={(next) => change({ code: next })} />}
          {(sketched || sketch !== "") && <SketchField label="Sketch of names and objects" text={sketch} names={null} onChange={(next) => change({ sketch: next })} />}
          <div className="flex flex-wrap gap-x-4">
            {!(boxed || code !== "") && <Opener open={() => setBoxed(true)}>Open a code box</Opener>}
            {!(sketched || sketch !== "") && <Opener open={() => setSketched(true)}>Open a sketch</Opener>}
          </div>
        </>
      )}
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">How sure are you? <span className="font-normal text-ink-2">Optional</span></legend>
        <div className="flex flex-wrap gap-x-3 sm:gap-x-5">
          {CONFIDENCE.map((one) => (
            <label key={one} className="flex min-h-12 items-center gap-2"><input type="radio" name={`${field}-confidence`} checked={confidence === one} onChange={() => setConfidence(one)} className="size-5 accent-accent" />{one} %</label>
          ))}
        </div>
      </fieldset>
      <div><Button onClick={submit} aria-disabled={busy}>{busy ? "Handing in" : "Hand in the answer"} <Kbd className="hidden border-on-accent/40 text-on-accent sm:inline">Alt N</Kbd></Button></div>
      <p className="hidden text-sm text-ink-2 sm:block">Keys: Alt M marks the prompt{stage.deadlineAt === null ? "" : ", Alt A adds a minute, Alt T says the time that is left"}.</p>
    </section>
  );
}
