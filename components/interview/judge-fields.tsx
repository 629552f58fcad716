"use client";
import { useId, useState } from "react";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { ANCHORS, CRITERIA } from "../../lib/interview/criteria.ts";
import { criteriaOf, formOf, hasPoints } from "../../lib/interview/ladder.ts";
import type { Judged } from "../../lib/interview/schema.ts";
import type { JudgedPart } from "../../lib/interview/types.ts";
import { Given } from "./given.tsx";

/** What was judged so far of the answers of a ladder, and how to change it. */
export function useJudged(parts: readonly JudgedPart[]): { readonly judged: Judged[]; readonly change: (next: Judged) => void } {
  const [byPosition, setByPosition] = useState<Readonly<Record<number, Judged>>>({});
  const judged = parts.map(({ prompt }) => byPosition[prompt.position] ?? { position: prompt.position, points: [], levels: CRITERIA.map(() => null) });
  return { judged, change: (next) => setByPosition((before) => ({ ...before, [next.position]: next })) };
}

interface JudgeFieldsProps {
  readonly card: LibraryCard;
  readonly part: JudgedPart;
  readonly judged: Judged;
  readonly change: (next: Judged) => void;
  /** "you" for the candidate, "the candidate" for the interviewer. */
  readonly who: "you" | "the candidate";
}

/** The key points that were said, and a level for each criterion; nothing where a program judged. */
export function JudgeFields({ card, part: { prompt }, judged, change, who }: JudgeFieldsProps) {
  const field = useId();
  if (prompt.objective !== null) return null;
  const toggle = (place: number): void => change({ ...judged, points: judged.points.includes(place) ? judged.points.filter((one) => one !== place) : [...judged.points, place] });
  const wanted = criteriaOf(card.kind, prompt.ask);
  return (
    <div className="grid gap-5">
      {hasPoints(card.kind, prompt.ask) && (
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-semibold">Which of these did {who} say?</legend>
          {card.rubric.map((point, place) => (
            <label key={point} className="flex min-h-12 items-center gap-3 rounded-lg px-1 hover:bg-sunken">
              <input type="checkbox" checked={judged.points.includes(place)} onChange={() => toggle(place)} className="size-5 shrink-0 accent-accent" />
              <span>{point}</span>
            </label>
          ))}
        </fieldset>
      )}
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-semibold">How well, by each criterion? <span className="font-normal text-ink-2">What is left open does not count</span></legend>
        {CRITERIA.map((criterion, place) => wanted.includes(criterion) && (
          <div key={criterion} className="grid gap-1 sm:grid-cols-[9rem_1fr] sm:items-center">
            <label htmlFor={`${field}-${criterion}`}>{ANCHORS[criterion].title}</label>
            <select
              id={`${field}-${criterion}`}
              value={judged.levels[place] ?? ""}
              onChange={(event) => change({ ...judged, levels: judged.levels.map((level, at) => (at === place ? (event.target.value === "" ? null : Number(event.target.value)) : level)) })}
              className="min-h-12 w-full min-w-0 rounded-lg border border-edge bg-surface px-3 text-ink"
            >
              <option value="">Not judged</option>
              {ANCHORS[criterion].levels.map((meaning, level) => <option key={meaning} value={level}>{level}: {meaning}</option>)}
            </select>
            {/* A narrow field cuts the chosen level off. */}
            {judged.levels[place] != null && <p className="text-sm text-ink-2 sm:hidden">{ANCHORS[criterion].levels[judged.levels[place]]}</p>}
          </div>
        ))}
      </fieldset>
    </div>
  );
}

/** What was handed in, or typed so far, with what a program said of it. */
export function GivenAnswer({ card, part: { prompt, lead }, title }: { readonly card: Pick<LibraryCard, "kind">; readonly part: JudgedPart; readonly title: string }) {
  const { objective, verdict, code, sketch } = prompt;
  const text = prompt.answer ?? prompt.draft;
  return (
    <div className="grid gap-2">
      <h2 className="text-[1.05rem]">{lead ?? title}</h2>
      <Given form={formOf(card.kind, prompt.ask)} text={text} code={code} sketch={sketch} heading="h3" scrolls />
      {verdict !== null && <p className={`font-semibold ${objective === "pass" ? "text-held" : objective === "fail" ? "text-again" : ""}`}>{verdict}</p>}
    </div>
  );
}
