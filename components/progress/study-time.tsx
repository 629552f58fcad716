import { ANSWER_TIME_CAP_MS, type DayOfStudy } from "../../lib/progress/days.ts";
import { Bars } from "./bars.tsx";
import { DataTable } from "./data-table.tsx";
import { longDay, minutes, shortDay } from "./words.ts";
import { count } from "../ui/words.ts";

/** Minutes with questions on the screen, by day. */
export function StudyTime({ days }: { readonly days: readonly DayOfStudy[] }) {
  const studied = days.filter(({ answers }) => answers > 0);
  const total = minutes(days.reduce((sum, { timeMs }) => sum + timeMs, 0));
  const each = studied.length === 0 ? 0 : Math.ceil(total / studied.length);
  return (
    <div className="grid gap-3">
      <p className="max-w-prose text-ink-2">{studied.length === 0 ? "No answers in this time." : `${count(total, "minute")} on ${count(studied.length, "day")}, about ${count(each, "minute")} each.`} From the question to the grade; an answer counts for {ANSWER_TIME_CAP_MS / 60_000} minutes at most.</p>
      <Bars label="Minutes of study by day; the table has the figures" bars={days.map(({ day, timeMs }) => ({ label: shortDay(day), value: timeMs / 60_000, title: `${longDay(day)}: ${count(minutes(timeMs), "minute")}` }))} top={(value) => count(Math.ceil(value), "minute")} />
      <DataTable label="Minutes by study day" head={["Study day", "Minutes", "Answers"]} rows={studied.toReversed().map(({ day, timeMs, answers }) => [longDay(day), minutes(timeMs), answers])} />
    </div>
  );
}
