"use client";
import { useEffect, useRef, useState } from "react";
import { AnswerText } from "../cards/card-answer.tsx";
import { Blocks } from "../cards/blocks.tsx";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import type { TurnProps } from "./ready-turn.tsx";
import { useAltKey } from "./use-alt-key.ts";

/** The model answer beside what was said. Where no program judged, the points that were said are ticked. */
export function JudgeTurn({ stage, last, busy, act }: TurnProps<"judge"> & { readonly last: boolean }) {
  const { card, answer, verdict, objective, pending, position } = stage;
  const [points, setPoints] = useState<readonly number[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const goOn = (): void => void act({ deed: "judge", position, points: [...points] });
  useAltKey("KeyN", goOn);
  const toggle = (place: number): void => setPoints(points.includes(place) ? points.filter((one) => one !== place) : [...points, place]);
  return (
    <section className="grid gap-6" aria-labelledby="model-answer">
      <h1 id="model-answer" ref={heading} tabIndex={-1} className="text-2xl">{card.title}</h1>
      {verdict !== null && <p className={`font-semibold ${objective === "pass" ? "text-held" : objective === "fail" ? "text-again" : ""}`}>{verdict}</p>}
      {pending && (
        <div className="flex flex-wrap items-center gap-3 border-l-[3px] border-again pl-4">
          <p>Your answer is stored, but it was not judged yet.</p>
          <Button look="quiet" aria-disabled={busy} onClick={() => void act({ deed: "submit", position, answer, confidence: null })}>Judge it now</Button>
        </div>
      )}
      <div className="grid gap-2">
        <h2 className="text-[1.05rem]">You said</h2>
        <pre className="max-h-96 overflow-auto whitespace-pre-wrap rounded-lg bg-sunken px-3.5 py-2.5 font-mono text-sm [overflow-wrap:anywhere]">{answer.trim() === "" ? "(nothing)" : answer}</pre>
      </div>
      <div className="grid gap-2">
        <h2 className="text-[1.05rem]">Model answer</h2>
        <AnswerText card={card} />
      </div>
      {card.why.length > 0 && <div className="grid gap-3"><h2 className="text-[1.05rem]">Why</h2><Blocks blocks={card.why} /></div>}
      {objective === null ? (
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-semibold">Which of these did you say?</legend>
          {card.rubric.map((point, place) => (
            <label key={point} className="flex min-h-12 items-center gap-3 rounded-lg px-1 hover:bg-sunken">
              <input type="checkbox" checked={points.includes(place)} onChange={() => toggle(place)} className="size-5 shrink-0 accent-accent" />
              <span>{point}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <div className="grid gap-2"><h2 className="text-[1.05rem]">What a good answer says</h2><ul className="grid list-disc gap-1 pl-5">{card.rubric.map((point) => <li key={point}>{point}</li>)}</ul></div>
      )}
      <div><Button onClick={goOn} aria-disabled={busy}>{last ? "To the report" : "Next prompt"} <Kbd className="hidden border-on-accent/40 text-on-accent sm:inline">Alt N</Kbd></Button></div>
    </section>
  );
}
