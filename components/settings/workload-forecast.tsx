import type { InterviewOutlook, Workload } from "../../lib/scheduling/forecast.ts";
import type { StudyDay } from "../../lib/scheduling/study-day.ts";
import { dayWords } from "../../lib/scheduling/why.ts";
import type { Comparison } from "../../lib/settings/actions.ts";

const count = (value: number): string => value.toLocaleString("en-GB", { maximumFractionDigits: 0 });

interface WorkloadForecastProps {
  /** Null before the first answer. */
  readonly comparison: Comparison | null;
  readonly waiting: boolean;
  readonly today: StudyDay;
}

/** The days to come under the plan that the form says, beside the present one. */
export function WorkloadForecast({ comparison, waiting, today }: WorkloadForecastProps) {
  return (
    <section aria-labelledby="workload" aria-busy={waiting} className="grid gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <h3 id="workload" className="text-[1.05rem]">What to expect</h3>
      {comparison?.status === "made" ? <Made comparison={comparison} today={today} /> : <p role="status" className="text-ink-2">{comparison?.status === "refused" ? comparison.reason : comparison?.status === "incomplete" ? "Shown when every field is filled in." : "Playing the next 30 days"}</p>}
    </section>
  );
}

type MadeComparison = Extract<Comparison, { readonly status: "made" }>;

function Made({ comparison, today }: { readonly comparison: MadeComparison; readonly today: StudyDay }) {
  const { now, then, secondsPerAnswer } = comparison;
  const changed = now.days.some((day, at) => day.answers !== then.days[at]?.answers);
  const minutes = (answers: number): string => count(Math.max(1, (answers * secondsPerAnswer) / 60));
  return (
    <>
      <p role="status">
        About <strong>{count(then.mean)} answers a day</strong> over the next 30 days, {minutes(then.mean)} minutes; {count(then.peak)} on the fullest day.
        {changed && ` With what is saved now: ${count(now.mean)} a day, ${count(now.peak)} on the fullest.`}
      </p>
      <Bars now={changed ? now : null} then={then} />
      <p className="text-sm text-ink-2">Bars: answers on each day{changed ? "; the line is the plan saved now" : ""}. An estimate, played once with recall as FSRS expects it of your answers so far.</p>
      {then.interview !== null && <InterviewWords outlook={then.interview} today={today} />}
      <Table now={changed ? now : null} then={then} today={today} />
    </>
  );
}

const HEIGHT = 96;
const STEP = 20;

/** Thirty bars, and the present plan as a stepped line over them. The table below says the same. */
function Bars({ now, then }: { readonly now: Workload | null; readonly then: Workload }) {
  const most = Math.max(1, then.peak, now?.peak ?? 0);
  const heightOf = (answers: number): number => Math.round((answers / most) * HEIGHT);
  const line = now?.days.map(({ answers }, at) => `${at === 0 ? "M" : "L"}${at * STEP} ${HEIGHT - heightOf(answers)}h${STEP}`).join("") ?? "";
  return (
    <svg viewBox={`0 -2 ${then.days.length * STEP} ${HEIGHT + 4}`} preserveAspectRatio="none" aria-hidden="true" className="h-24 w-full">
      {then.days.map(({ day, answers }, at) => <rect key={day} x={at * STEP + 2} y={HEIGHT - heightOf(answers)} width={STEP - 4} height={heightOf(answers)} className="fill-accent" />)}
      {now !== null && <path d={line} fill="none" strokeWidth={2} vectorEffect="non-scaling-stroke" className="stroke-ink" />}
      <path d={`M0 ${HEIGHT}h${then.days.length * STEP}`} strokeWidth={1} vectorEffect="non-scaling-stroke" className="stroke-edge" />
    </svg>
  );
}

function InterviewWords({ outlook, today }: { readonly outlook: InterviewOutlook; readonly today: StudyDay }) {
  const { day, seen, known, total, neededPerDay, passFrom, passDays } = outlook;
  return (
    <p>
      <strong>By {dayWords(day, today)} you can have seen {seen} of {total} cards, and know about {known} of them on the day.</strong>{" "}
      {seen >= total ? "All of them are seen in time." : neededPerDay === null ? "There is no time left to see them all." : `To see all of them, take ${neededPerDay} new ${neededPerDay === 1 ? "card" : "cards"} a day.`}{" "}
      The last pass takes {passDays} days, from {dayWords(passFrom, today)}.
    </p>
  );
}

function Table({ now, then, today }: { readonly now: Workload | null; readonly then: Workload; readonly today: StudyDay }) {
  return (
    <details>
      <summary className="min-h-8 w-fit text-sm hover:text-accent">As a table</summary>
      <div className="overflow-x-auto">
        <table className="w-full text-sm tabular-nums">
          <thead><tr className="border-b border-line text-left text-ink-2"><th scope="col" className="py-1.5 pr-4 font-medium">Day</th><th scope="col" className="py-1.5 pr-4 font-medium">Answers</th><th scope="col" className="py-1.5 pr-4 font-medium">of them new</th>{now !== null && <th scope="col" className="py-1.5 font-medium">As saved now</th>}</tr></thead>
          <tbody>
            {then.days.map(({ day, answers, fresh }, at) => <tr key={day} className="border-b border-line"><th scope="row" className="py-1.5 pr-4 text-left font-normal">{dayWords(day, today)}</th><td className="pr-4">{answers}</td><td className="pr-4">{fresh}</td>{now !== null && <td>{now.days[at]?.answers}</td>}</tr>)}
          </tbody>
        </table>
      </div>
    </details>
  );
}
