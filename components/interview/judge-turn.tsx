"use client";
import { useEffect, useRef } from "react";
import { AnswerText } from "../cards/card-answer.tsx";
import { Blocks } from "../cards/blocks.tsx";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { GivenAnswer, JudgeFields, useJudged } from "./judge-fields.tsx";
import type { TurnProps } from "./ready-turn.tsx";
import { useAltKey } from "./use-alt-key.ts";

/** The model answer beside what was said, once every rung of the ladder is answered. Where no program judged, the candidate does. */
export function JudgeTurn({ stage, last, busy, act }: TurnProps<"judge"> & { readonly last: boolean }) {
  const { card, parts } = stage;
  const heading = useRef<HTMLHeadingElement>(null);
  const { judged, change } = useJudged(parts);
  useEffect(() => heading.current?.focus(), []);
  const goOn = (): void => void act({ deed: "judge", judged });
  useAltKey("KeyN", goOn);
  const executed = parts.every(({ prompt }) => prompt.objective !== null);
  return (
    <section className="grid gap-6" aria-labelledby="model-answer">
      <h1 id="model-answer" ref={heading} tabIndex={-1} className="text-2xl">{card.title}</h1>
      <div className="grid gap-2">
        <h2 className="text-[1.05rem]">Model answer</h2>
        <AnswerText card={card} />
      </div>
      {card.why.length > 0 && <div className="grid gap-3"><h2 className="text-[1.05rem]">Why</h2><Blocks blocks={card.why} /></div>}
      {parts.map((part, place) => (
        <section key={part.prompt.position} className="grid gap-4 border-t border-line pt-5" aria-label={part.lead ?? "Your answer"}>
          <GivenAnswer card={card} part={part} title="You said" />
          {part.pending && (
            <div className="flex flex-wrap items-center gap-3 border-l-[3px] border-again pl-4">
              <p>Your answer is stored, but it was not judged yet.</p>
              <Button look="quiet" aria-disabled={busy} onClick={() => void act({ deed: "submit", position: part.prompt.position, answer: part.prompt.answer ?? "", code: part.prompt.code, sketch: part.prompt.sketch, confidence: null })}>Judge it now</Button>
            </div>
          )}
          {judged[place] !== undefined && <JudgeFields card={card} part={part} judged={judged[place]} change={change} who="you" />}
        </section>
      ))}
      {executed && <div className="grid gap-2"><h2 className="text-[1.05rem]">What a good answer says</h2><ul className="grid list-disc gap-1 pl-5">{card.rubric.map((point) => <li key={point}>{point}</li>)}</ul></div>}
      <div><Button onClick={goOn} aria-disabled={busy}>{last ? "To the report" : "Next prompt"} <Kbd className="hidden border-on-accent/40 text-on-accent sm:inline">Alt N</Kbd></Button></div>
    </section>
  );
}
