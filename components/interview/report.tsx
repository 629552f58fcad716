import Link from "next/link";
import type { ReactNode } from "react";
import { ANCHORS } from "../../lib/interview/criteria.ts";
import type { Report } from "../../lib/interview/report.ts";
import { CALIBRATION_FROM, type Calibration } from "../../lib/interview/score.ts";
import { clock, percent, ruleSentence } from "../../lib/interview/words.ts";
import { topicTitle } from "../cards/card-meta.tsx";
import { PrintReport } from "./print-report.tsx";
import { PromptPart } from "./report-prompt.tsx";

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <section className="grid gap-3 border-t border-line pt-6"><h2 className="text-xl">{title}</h2>{children}</section>;
}

function Facts({ report }: { readonly report: Report }) {
  const { score, verdict, points, plannedSeconds, usedSeconds, overtimeSeconds, interview } = report;
  const answered = interview.prompts.filter((prompt) => prompt.submittedAt !== null).length;
  const rows: readonly (readonly [string, string])[] = [
    ["Verdict", verdict ?? "none: no answer was judged"],
    ["Score", percent(score)],
    ["Answered", `${answered} of ${interview.prompts.length} prompts`],
    ["Rubric points said", points.of === 0 ? "none were to be judged" : `${points.said} of ${points.of}`],
    ["Time", `${clock(usedSeconds)}${plannedSeconds === null ? ", without limit" : ` of ${clock(plannedSeconds)} planned`}`],
    ["Overtime", overtimeSeconds === 0 ? "none" : clock(overtimeSeconds)],
  ];
  return (
    <dl className="grid max-w-md">
      {rows.map(([label, value]) => <div key={label} className="flex justify-between gap-6 border-b border-line py-2.5"><dt className="text-ink-2">{label}</dt><dd className="text-right font-semibold tabular-nums">{value}</dd></div>)}
    </dl>
  );
}

/** Names with how many answers stand behind each, and a score. */
function Scores({ rows }: { readonly rows: readonly { readonly name: string; readonly count: string; readonly score: number }[] }) {
  return <ul className="grid max-w-md">{rows.map(({ name, count, score }) => <li key={name} className="flex justify-between gap-6 border-b border-line py-2.5"><span>{name} <span className="text-sm text-ink-2">{count}</span></span><span className="font-semibold whitespace-nowrap tabular-nums">{percent(score)}</span></li>)}</ul>;
}

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

function FollowUps({ followUps }: Pick<Report, "followUps">) {
  if (followUps.answered === 0) return null;
  return (
    <Section title="Follow-ups">
      <p className="text-ink-2">{followUps.answered - followUps.missed.length} of {followUps.answered} were answered in full.</p>
      <ul className="grid">{followUps.missed.map(({ prompt, card, part, score }) => <li key={prompt.position} className="flex justify-between gap-6 border-b border-line py-2.5"><span>{prompt.position + 1}. {part.lead ?? card.title} <span className="text-sm text-ink-2">{topicTitle(card.topic)}</span></span><span className="font-semibold whitespace-nowrap tabular-nums">{percent(score)}</span></li>)}</ul>
    </Section>
  );
}

const sureness = ({ answers, said, was, brier }: Calibration): string => {
  const gap = Math.round((said - was) * 100);
  const words = Math.abs(gap) < 10 ? "which fits" : gap > 0 ? `${gap} points too sure` : `${-gap} points too unsure`;
  return `Over ${answers} answers ${Math.round(said * 100)} % sure on average, and ${Math.round(was * 100)} % right: ${words}. Brier score ${brier.toFixed(2)}`;
};

function Confidence({ calibration, calibrationByTopic }: Pick<Report, "calibration" | "calibrationByTopic">) {
  return (
    <Section title="Confidence">
      <p className="text-ink-2">{calibration === null ? `After ${CALIBRATION_FROM} answers with a confidence this shows how well it fits.` : `${sureness(calibration)}; 0 is perfect, always saying 50 % of yes-or-no answers gives 0.25.`}</p>
      {calibrationByTopic.length > 0 && (
        <ul className="grid max-w-xl">{calibrationByTopic.map(({ topic, answers, calibration: own }) => <li key={topic} className="grid border-b border-line py-2.5"><span>{topicTitle(topic)} <span className="text-sm text-ink-2">{counted(answers, "answer")}{own === null ? ": too few to say" : ""}</span></span>{own !== null && <span className="text-sm text-ink-2">{sureness(own)}.</span>}</li>)}</ul>
      )}
    </Section>
  );
}

interface ReportViewProps {
  readonly report: Report;
  /** What to drill next, on the candidate's own page. */
  readonly drill?: ReactNode;
}

/** What an interview came to, and what to do about it. Without `drill` it is the page of a private link. */
export function ReportView({ report, drill = null }: ReportViewProps) {
  const { byTopic, byCriterion, prompts, interview } = report;
  const unreached = prompts.filter(({ prompt }) => prompt.shownAt === null).length;
  const own = drill !== null;
  return (
    <div className="grid gap-8">
      <Facts report={report} />
      <p className="text-sm text-ink-2">The verdict follows the mean score of the prompts: {ruleSentence}. <Link className="prose-link" href="/verdict-rule">The rule in full</Link></p>
      {own && <Section title="What to drill next">{drill}</Section>}
      {byTopic.length > 0 && <Section title="By topic"><Scores rows={byTopic.map(({ topic, prompts: count, score }) => ({ name: topicTitle(topic), count: counted(count, "prompt"), score }))} /></Section>}
      {byCriterion.length > 0 && <Section title="By criterion"><Scores rows={byCriterion.map(({ criterion, answers, score }) => ({ name: ANCHORS[criterion].title, count: counted(answers, "answer"), score }))} /></Section>}
      <FollowUps followUps={report.followUps} />
      {own && <Confidence calibration={report.calibration} calibrationByTopic={report.calibrationByTopic} />}
      <Section title="Prompt by prompt">
        {/* What was not reached may still come in a later interview. */}
        <div>{prompts.filter(({ prompt }) => prompt.shownAt !== null).map((one) => <PromptPart key={one.prompt.position} report={one} over={interview.finishedAt !== null} own={own} interviewId={interview.id} />)}</div>
        {unreached > 0 && <p className="text-sm text-ink-2">{unreached} {unreached === 1 ? "prompt was" : "prompts were"} not reached and {unreached === 1 ? "does" : "do"} not count.</p>}
        <PrintReport />
      </Section>
    </div>
  );
}
