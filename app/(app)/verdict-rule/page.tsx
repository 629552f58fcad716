import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "../../../components/layout/page.tsx";
import { ANCHORS, CRITERIA, TOP_LEVEL } from "../../../lib/interview/criteria.ts";
import { CORRECTNESS_FLOOR, CRITERION_FLOOR, VERDICT_RULE } from "../../../lib/interview/score.ts";

export const metadata: Metadata = { title: "How the verdict is found", description: "The rule by which Heapwise computes the verdict of a mock interview, and the levels by which answers are judged." };

const share = (value: number): string => `${Math.round(value * 100)} %`;

export default function VerdictRulePage() {
  return (
    <Page>
      <div className="grid max-w-prose gap-8">
        <header className="grid gap-2">
          <h1 className="text-3xl">How the verdict is found</h1>
          <p className="text-ink-2">The verdict of a <Link className="prose-link" href="/interview">mock interview</Link> is computed, never typed in. The same answers, judged the same, give the same verdict.</p>
        </header>
        <section className="grid gap-3">
          <h2 className="text-xl">The score of a prompt</h2>
          <p>An output that is predicted and a program that is repaired are judged by the engine: 100 % or 0 %. A program that is to prove something is run; one that fails, or shows nothing, gives 0 %.</p>
          <p>An answer in words is judged after the model answer was shown, by the candidate or, in a mode for two, by the interviewer: half of its score is the share of the card's key points that were said, half the mean of the levels below. Where only one of the two was judged, it counts alone. Time does not count: an answer in overtime is worth as much.</p>
        </section>
        <section className="grid gap-3">
          <h2 className="text-xl">The verdict</h2>
          <p>The mean score of all prompts that were handed in and judged decides:</p>
          <ul className="grid list-disc gap-1 pl-5">{VERDICT_RULE.map(([verdict, from]) => <li key={verdict}><strong>{verdict}</strong> {from === 0 ? "below" : `from ${share(from)}`}</li>)}</ul>
          <p>Two things hold it back: with correctness under {share(CORRECTNESS_FLOOR)} on average it is <strong>no</strong> at most, and with any criterion under {share(CRITERION_FLOOR)} it is <strong>yes</strong> at most. What the engine judged counts as correctness.</p>
        </section>
        <section className="grid gap-4">
          <h2 className="text-xl">The levels</h2>
          {CRITERIA.map((criterion) => (
            <div key={criterion} className="grid gap-1">
              <h3 className="text-[1.05rem]">{ANCHORS[criterion].title}</h3>
              <ul className="grid gap-1">{ANCHORS[criterion].levels.map((meaning, level) => <li key={meaning} className="flex gap-3"><span className="w-14 shrink-0 tabular-nums text-ink-2">{level} of {TOP_LEVEL}</span><span>{meaning}</span></li>)}</ul>
            </div>
          ))}
        </section>
      </div>
    </Page>
  );
}
