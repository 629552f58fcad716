"use client";
import { useEffect, useId, useRef, useState } from "react";
import { ANSWER_AT_MOST } from "../../lib/interview/choices.ts";
import type { Question } from "../../lib/interview/types.ts";
import { Blocks, Inlines } from "../cards/blocks.tsx";
import { KIND_WORDS, topicTitle } from "../cards/card-meta.tsx";
import { Button } from "../ui/button.tsx";
import { keepIndentation } from "../ui/keep-indentation.ts";
import { Kbd } from "../ui/kbd.tsx";
import type { TurnProps } from "./ready-turn.tsx";
import { TryProgram } from "./try-program.tsx";
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

function fieldLabel({ kind, version }: Question): string {
  if (kind === "predict") return `What does Python ${version} print?`;
  return kind === "fix" ? `Your program, judged as Python ${version}` : "Your answer, as you would say it";
}

/** A prompt and the field for its answer. */
export function PromptTurn({ id, stage, busy, act }: TurnProps<"prompt"> & { readonly id: string }) {
  const { question, position } = stage;
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useId();
  const [confidence, setConfidence] = useState<number | null>(null);
  const { text, state, change } = useDraft(id, position, { number: stage.draftNumber, text: stage.draft }, question.program ?? "");
  useEffect(() => heading.current?.focus(), []);
  const submit = (): void => void act({ deed: "submit", position, answer: text, confidence });
  useAltKey("KeyN", submit);
  const code = question.kind === "predict" || question.kind === "fix";
  const [first, ...rest] = question.question;
  const opening = first?.type === "paragraph" ? first : null;
  return (
    <section className="grid gap-5" aria-labelledby="prompt">
      <p className="flex flex-wrap gap-x-3 text-sm text-ink-2"><span className="font-semibold text-ink">{topicTitle(question.topic)}</span><span>{KIND_WORDS[question.kind]}</span>{stage.followUp && <span>Follow-up</span>}</p>
      <h1 id="prompt" ref={heading} tabIndex={-1} className="text-xl sm:text-2xl">{opening === null ? KIND_WORDS[question.kind] : <Inlines nodes={opening.children} />}</h1>
      <Blocks blocks={opening === null ? question.question : rest} without={question.kind === "fix" ? ["python"] : []} />
      <div className="grid gap-2">
        <label htmlFor={field} className="font-semibold">{fieldLabel(question)}</label>
        <textarea
          id={field}
          value={text}
          maxLength={ANSWER_AT_MOST}
          rows={Math.min(22, Math.max(code ? 3 : 7, text.split("\n").length + 1))}
          onChange={(event) => change(event.target.value)}
          onKeyDown={(event) => {
            if (question.kind === "fix" && keepIndentation(event)) change(event.currentTarget.value);
          }}
          {...(code ? { spellCheck: false, autoCapitalize: "off", autoCorrect: "off", translate: "no" as const } : {})}
          autoComplete="off"
          wrap={question.kind === "fix" ? "off" : "soft"}
          className={`w-full rounded-lg border border-edge bg-surface px-3.5 py-2.5 text-ink ${code ? "code overflow-x-auto font-mono text-[0.875rem] leading-[1.7]" : ""}`}
        />
        <p role="status" className="text-sm text-ink-2">{STATES[state]}</p>
      </div>
      {question.kind === "fix" && <TryProgram program={text} version={question.version} />}
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">How sure are you? <span className="font-normal text-ink-2">Optional</span></legend>
        <div className="flex flex-wrap gap-x-5">
          {CONFIDENCE.map((one) => (
            <label key={one} className="flex min-h-12 items-center gap-2"><input type="radio" name={`${field}-confidence`} checked={confidence === one} onChange={() => setConfidence(one)} className="size-5 accent-accent" />{one} %</label>
          ))}
        </div>
      </fieldset>
      <div><Button onClick={submit} aria-disabled={busy}>{busy ? "Handing in" : "Hand in the answer"} <Kbd className="hidden border-on-accent/40 text-on-accent sm:inline">Alt N</Kbd></Button></div>
    </section>
  );
}
