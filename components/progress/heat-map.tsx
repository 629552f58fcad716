import { weekdayOf } from "../../lib/pace/pace.ts";
import { type DayOfStudy, HEAT_STEPS, heatOf } from "../../lib/progress/days.ts";
import type { StudyDay } from "../../lib/scheduling/study-day.ts";
import { DataTable } from "./data-table.tsx";
import { longDay, minutes, shortDay } from "./words.ts";
import { count } from "../ui/words.ts";

/** By step: an empty day has a faint edge, every other one an edge that can be told from it. */
const LOOKS = ["fill-transparent stroke-line", "fill-accent/20 stroke-accent", "fill-accent/45 stroke-accent", "fill-accent/70 stroke-accent", "fill-accent stroke-accent"] as const;

const STEP = 14;
const CELL = 11;

function stepName(step: number): string {
  const from = HEAT_STEPS[step] ?? 0;
  const next = HEAT_STEPS[step + 1];
  return next === undefined ? `${from} and more` : next === from + 1 ? String(from) : `${from} to ${next - 1}`;
}

/** The study days of half a year, a column a week from Monday down. */
export function HeatMap({ days, today }: { readonly days: readonly DayOfStudy[]; readonly today: StudyDay }) {
  const weeks = Math.ceil(days.length / 7);
  const studied = days.filter(({ answers }) => answers > 0);
  const label = `${count(studied.length, "day")} with answers in ${count(weeks, "week")} up to today`;
  return (
    <div className="grid gap-2">
      <svg role="img" aria-label={label} viewBox={`0 0 ${weeks * STEP} ${7 * STEP}`} className="w-full max-w-3xl">
        {days.map(({ day, answers }, i) => (
          <rect key={day} x={Math.floor(i / 7) * STEP + 1.5} y={weekdayOf(day) * STEP + 1.5} width={CELL} height={CELL} rx="2" className={LOOKS[heatOf(answers)]} strokeWidth={day === today ? 2 : 1}>
            <title>{`${longDay(day)}: ${answers === 0 ? "no answers" : count(answers, "answer")}`}</title>
          </rect>
        ))}
      </svg>
      <p className="flex max-w-3xl justify-between text-sm text-ink-2" aria-hidden="true"><span>{days[0] === undefined ? "" : shortDay(days[0].day)}</span><span>today</span></p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2" aria-label="Answers a day">
        {LOOKS.map((look, step) => <li key={look} className="flex items-center gap-1.5"><svg viewBox="0 0 14 14" className="size-3.5" aria-hidden="true"><rect x="1.5" y="1.5" width={CELL} height={CELL} rx="2" className={look} /></svg>{stepName(step)}</li>)}
      </ul>
      <DataTable label="Answers by study day" head={["Study day", "Answers", "Minutes"]} rows={studied.toReversed().map(({ day, answers, timeMs }) => [longDay(day), answers, minutes(timeMs)])} />
    </div>
  );
}
