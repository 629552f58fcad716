import type { ReactNode } from "react";
import type { PromptReport, Report } from "../../lib/interview/report.ts";
import { CALIBRATION_FROM, VERDICT_RULE } from "../../lib/interview/score.ts";
import { Blocks } from "../cards/blocks.tsx";
import { topicTitle } from "../cards/card-meta.tsx";
import { DrillForm } from "./drill-form.tsx";
import { PrintReport } from "./print-report.tsx";
import type { StudyDay } from "../../lib/scheduling/study-day.ts";
import { clock, dayText, percent } from "./words.ts";

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <section className="grid gap-3 border-t border-line pt-6"><h2 className="text-xl">{title}</h2>{children}</section>;
}

/** The rule by which the verdict is given, in words. */
const ruleText = VERDICT_RULE.map(([verdict, from]) => (from === 0 ? `${verdict} below` : `${verdict} from ${Math.round(from * 100)} %`)).join(", ");

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

/** How long it took, and what was said beforehand and by a program. */
function factsOf({ prompt, usedSeconds, overtimeSeconds, addedSeconds }: PromptReport): string {
  const time = usedSeconds === null ? "Not handed in." : `${clock(usedSeconds)} used${prompt.seconds === null ? "" : ` of ${clock(prompt.seconds)}`}${addedSeconds === 0 ? "" : `, ${clock(addedSeconds)} added`}${overtimeSeconds === 0 ? "" : `, ${clock(overtimeSeconds)} of it overtime`}.`;
  return [time, prompt.confidence === null ? "" : `Said to be ${prompt.confidence} % sure.`, prompt.verdict ?? ""].filter((part) => part !== "").join(" ");
}

function Rubric({ rubric, texts }: { readonly rubric: PromptReport["rubric"]; readonly texts: readonly string[] }) {
  const points = rubric ?? texts.map((text) => ({ text, said: null }));
  return (
    <div className="grid gap-1">
      <h4 className="text-base font-semibold">What a good answer says</h4>
      <ul className="grid gap-1">{points.map(({ text, said }) => <li key={text} className="flex gap-3">{said !== null && <span className={`w-14 shrink-0 font-semibold ${said ? "text-held" : "text-again"}`}>{said ? "said" : "missed"}</span>}<span>{text}</span></li>)}</ul>
    </div>
  );
}

function PromptPart({ part, number, over }: { readonly part: PromptReport; readonly number: number; readonly over: boolean }) {
  const { prompt, card, score, rubric, overtimeSeconds } = part;
  const given = prompt.submittedAt !== null;
  const state = given ? percent(score) : "not handed in";
  return (
    // Before its answer nothing of the card is shown, its title may say too much.
    <details className="border-b border-line py-1" open={score !== null && score < 1}>
      <summary className="min-h-12 py-2.5"><h3 className="inline text-base font-semibold">{number}. {given || over ? card.title : "The prompt that is open"}</h3> <span className="text-sm text-ink-2">{topicTitle(card.topic)}{prompt.follows === null ? "" : ", follow-up"}: <span className="tabular-nums">{state}{overtimeSeconds === 0 ? "" : ", overtime"}</span></span></summary>
      <div className="grid gap-4 py-3">
        <p className="text-sm text-ink-2">{factsOf(part)}</p>
        <div className="grid gap-4 md:grid-cols-2">
          <div className="grid min-w-0 content-start gap-1"><h4 className="text-base font-semibold">You said</h4><pre className="whitespace-pre-wrap rounded-lg bg-sunken px-3.5 py-2.5 font-mono text-sm [overflow-wrap:anywhere]">{(prompt.answer ?? prompt.draft).trim() === "" ? "(nothing)" : (prompt.answer ?? prompt.draft)}</pre></div>
          {(given || over) && <div className="grid min-w-0 content-start gap-1"><h4 className="text-base font-semibold">Model answer</h4><Blocks blocks={card.answer} /></div>}
        </div>
        {given && <Rubric rubric={rubric} texts={card.rubric} />}
      </div>
    </details>
  );
}

/** What an interview came to, and what to do about it. */
export function ReportView({ report, brought }: { readonly report: Report; readonly brought: ReadonlyMap<string, StudyDay> }) {
  const { byTopic, calibration, drill, prompts, interview } = report;
  const unreached = prompts.filter(({ prompt }) => prompt.shownAt === null).length;
  return (
    <div className="grid gap-8">
      <Facts report={report} />
      <p className="text-sm text-ink-2">The verdict follows the mean score of the prompts: {ruleText}.</p>
      <Section title="What to drill next">
        {drill.length === 0 ? <p className="text-ink-2">Nothing was missed in what was answered.</p> : <DrillForm id={interview.id} items={drill} brought={Object.fromEntries([...brought].map(([cardId, day]) => [cardId, dayText(day)]))} />}
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
        <div>{prompts.filter(({ prompt }) => prompt.shownAt !== null).map((part) => <PromptPart key={part.prompt.position} part={part} number={part.prompt.position + 1} over={interview.finishedAt !== null} />)}</div>
        {unreached > 0 && <p className="text-sm text-ink-2">{unreached} {unreached === 1 ? "prompt was" : "prompts were"} not reached and {unreached === 1 ? "does" : "do"} not count.</p>}
        <PrintReport />
      </Section>
    </div>
  );
}
