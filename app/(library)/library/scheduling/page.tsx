import type { Metadata } from "next";
import { Page } from "../../../../components/layout/page.tsx";
import { VectorTable } from "../../../../components/library/vector-table.tsx";
import { GRADE_RUNS } from "../../../../lib/scheduling/sm2-readings.ts";

export const metadata: Metadata = {
  title: "How SM-2 is read here",
  description: "Fourteen runs of grades with repetitions, easiness and interval after each answer, under four readings of SM-2: a reference to check an implementation against.",
  alternates: { canonical: "/library/scheduling" },
};

const READING_WORDS: readonly (readonly [string, string])[] = [
  ["P", "The published prose, which Heapwise follows: a failure keeps the easiness, and an interval is rounded up."],
  ["R", "SuperMemo's own program listing: every answer moves the easiness, and intervals are rounded half to even."],
  ["N", "The interval is multiplied by the easiness after the answer, as many libraries do."],
  ["L", "A failure counts as the first repetition, so the next interval is six days."],
];

export default function SchedulingPage() {
  return (
    <Page>
      <div className="grid gap-7">
        <h1 className="text-3xl">How SM-2 is read here</h1>
        <div className="grid max-w-prose gap-3">
          <p>SM-2 was published in 1990 as seven steps of prose, which leave some questions open; programs answer them differently. These tables show what each answer leads to, so that you can check yours.</p>
          <p>Each cell is repetitions, easiness, interval in days. Easiness is counted in whole hundredths: with binary fractions, 12 of the 729 runs of six passes are a day off.</p>
          <p>Sources: <a className="prose-link" rel="noreferrer" href="https://super-memory.com/english/ol/sm2.htm">the prose</a> and <a className="prose-link" rel="noreferrer" href="https://super-memory.com/english/ol/sm2source.htm">the listing</a>.</p>
        </div>
        <dl className="grid max-w-prose gap-2">
          {READING_WORDS.map(([name, words]) => <div key={name} className="flex gap-3"><dt className="w-4 shrink-0 font-semibold">{name}</dt><dd>{words}</dd></div>)}
        </dl>
        {GRADE_RUNS.map((run) => <VectorTable key={run.id} run={run} />)}
      </div>
    </Page>
  );
}
