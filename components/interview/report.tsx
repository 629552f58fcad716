import type { ReactNode } from "react";
import type { PromptReport, Report } from "../../lib/interview/report.ts";
import { CALIBRATION_FROM, VERDICT_RULE } from "../../lib/interview/score.ts";
import { Blocks } from "../cards/blocks.tsx";
import { topicTitle } from "../cards/card-meta.tsx";
import { DrillForm } from "./drill-form.tsx";
import { clock, percent } from "./words.ts";

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <section className="grid gap-3 border-t border-line pt-6"><h2 className="text-xl">{title}</h2>{children}</section>;
}

/** The rule by which the verdict is given, in words. */
const ruleText = VERDICT_RULE.map(([verdict, from]) => (from === 0 ? `${verdict} below` : `${verdict} from ${Math.round(from * 100)} %`)).join(", ");

function Facts({ report }: { readonly report: Report }) {
  const { score, verdict, plannedSeconds, usedSeconds, overtimeSeconds, interview } = report;
  const answered = interview.prompts.filter((prompt) => prompt.submittedAt !== null).length;
  const rows: readonly (readonly [string, string])[] = [
    ["Verdict", verdict ?? "none: no answer was judged"],
    ["Score", percent(score)],
    ["Answered", `${answered} of ${interview.prompts.length} prompts`],
    ["Time", `${clock(usedSeconds)}${plannedSeconds === null ? ", without limit" : ` of ${clock(plannedSeconds)} planned`}`],
    ["Overtime", overtimeSeconds === 0 ? "none" : clock(overtimeSeconds)],
  ];
  return (
    <dl className="grid max-w-md">
      {rows.map(([label, value]) => <div key={label} className="flex justify-between gap-6 border-b border-line py-2.5"><dt className="text-ink-2">{label}</dt><dd className="text-right font-semibold tabular-nums">{value}</dd></div>)}
    </dl>
  );
}

function PromptPart({ part, number }: { readonly part: PromptReport; readonly number: number }) {
  const { prompt, card, score, usedSeconds, overtimeSeconds, missed } = part;
  const state = prompt.shownAt === null ? "not reached" : prompt.submittedAt === null ? "not handed in" : percent(score);
  return (
    <details className="border-b border-line py-1">
      <summary className="flex min-h-12 flex-wrap items-center gap-x-4"><span className="font-semibold">{number}. {card.title}</span><span className="text-sm text-ink-2">{topicTitle(card.topic)}</span><span className="ml-auto tabular-nums text-ink-2">{state}</span></summary>
      <div className="grid gap-4 py-3">
        <p className="text-sm text-ink-2">
          {usedSeconds === null ? "Not handed in." : `${clock(usedSeconds)} used${prompt.seconds === null ? "" : ` of ${clock(prompt.seconds)}`}${overtimeSeconds === 0 ? "" : `, ${clock(overtimeSeconds)} of it overtime`}.`}
          {prompt.confidence !== null && ` Said to be ${prompt.confidence} % sure.`} {prompt.verdict}
        </p>
        {(prompt.answer ?? prompt.draft) !== "" && <div className="grid gap-1"><h3 className="text-base">You said</h3><pre className="overflow-x-auto whitespace-pre-wrap rounded-lg bg-sunken px-3.5 py-2.5 font-mono text-sm [overflow-wrap:anywhere]">{prompt.answer ?? prompt.draft}</pre></div>}
        {prompt.submittedAt !== null && <div className="grid gap-2"><h3 className="text-base">Model answer</h3><Blocks blocks={card.answer} /></div>}
        {missed.length > 0 && <div className="grid gap-1"><h3 className="text-base">Not said</h3><ul className="grid list-disc gap-1 pl-5">{missed.map((point) => <li key={point}>{point}</li>)}</ul></div>}
      </div>
    </details>
  );
}

/** What an interview came to, and what to do about it. */
export function ReportView({ report }: { readonly report: Report }) {
  const { byTopic, calibration, drill, prompts, interview } = report;
  return (
    <div className="grid gap-8">
      <Facts report={report} />
      <p className="text-sm text-ink-2">The verdict follows the mean score of the prompts: {ruleText}.</p>
      <Section title="What to drill next">
        {drill.length === 0 ? <p className="text-ink-2">Nothing was missed in what was answered.</p> : <DrillForm id={interview.id} items={drill} />}
      </Section>
      {byTopic.length > 0 && (
        <Section title="By topic">
          <ul className="grid max-w-md">{byTopic.map(({ topic, prompts: count, score }) => <li key={topic} className="flex justify-between gap-6 border-b border-line py-2.5"><span>{topicTitle(topic)} <span className="text-sm text-ink-2">{count} {count === 1 ? "prompt" : "prompts"}</span></span><span className="font-semibold tabular-nums">{percent(score)}</span></li>)}</ul>
        </Section>
      )}
      <Section title="Confidence">
        <p className="text-ink-2">{calibration === null ? `After ${CALIBRATION_FROM} answers with a confidence this shows how well it fits.` : `Over ${calibration.answers} answers you were ${Math.round(calibration.said * 100)} % sure on average, and ${Math.round(calibration.was * 100)} % was right. Brier score ${calibration.brier.toFixed(2)}; 0 is perfect, always saying 50 % of yes-or-no answers gives 0.25.`}</p>
      </Section>
      <Section title="Prompt by prompt">
        {/* What was not reached may still come in a later interview. */}
        <div>{prompts.filter(({ prompt }) => prompt.shownAt !== null).map((part) => <PromptPart key={part.prompt.position} part={part} number={part.prompt.position + 1} />)}</div>
        {prompts.some(({ prompt }) => prompt.shownAt === null) && <p className="text-sm text-ink-2">{prompts.filter(({ prompt }) => prompt.shownAt === null).length} prompts were not reached and do not count.</p>}
      </Section>
    </div>
  );
}
