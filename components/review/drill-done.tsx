"use client";
import type { Route } from "next";
import { ButtonLink } from "../ui/button.tsx";
import { answeredWords, SittingEnd, type SittingEndProps } from "./sitting-end.tsx";

/** Where to go from the end of a drill. */
export interface DrillLinks {
  /** The same question to the library, drawn anew. */
  readonly again: string;
  /** Where other cards are chosen. */
  readonly choose: string;
}

/** The end of a drill. */
export function DrillDone({ links, ...end }: SittingEndProps & { readonly links: DrillLinks }) {
  const answered = end.summary.answers > 0 ? `${answeredWords(end.summary)}. ` : "";
  return (
    <SittingEnd {...end} title="Drill finished" lead={`${answered}Your answers are in the log, and every card keeps its day.`}>
      <div className="flex flex-wrap gap-3">
        {/* Not fetched beforehand: a drill begins when its page is made. */}
        <ButtonLink prefetch={false} href={links.again as Route}>Draw again</ButtonLink>
        <ButtonLink look="quiet" prefetch={false} href={links.choose as Route}>Choose other cards</ButtonLink>
        <ButtonLink look="quiet" prefetch={false} href="/review">Today&rsquo;s review</ButtonLink>
      </div>
    </SittingEnd>
  );
}
