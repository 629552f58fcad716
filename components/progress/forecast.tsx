import type { Forecast } from "../../lib/progress/forecast.ts";
import type { StudyDay } from "../../lib/scheduling/study-day.ts";
import { Bars } from "./bars.tsx";
import { DataTable } from "./data-table.tsx";
import { longDay, shortDay } from "./words.ts";
import { count } from "../ui/words.ts";

/** How many cards are due on the coming days, as they are scheduled now. */
export function ForecastChart({ forecast, reviewsPerDay, today }: { readonly forecast: Forecast; readonly reviewsPerDay: number; readonly today: StudyDay }) {
  const { days } = forecast;
  const name = (day: StudyDay): string => (day === today ? "today" : shortDay(day));
  const total = days.reduce((sum, { due }) => sum + due, 0);
  const busiest = days.reduce((most, day) => (day.due > most.due ? day : most), { day: today, due: 0 });
  return (
    <div className="grid gap-3">
      <p className="max-w-prose text-ink-2">{total === 0 ? "No card is due in this time." : `${count(total, "card")} come due, most on ${longDay(busiest.day)}: ${busiest.due}.`} Cards as they are scheduled now; each answer moves its card on, and new cards add to it.</p>
      <Bars label="Cards due by day; the table has the figures" bars={days.map(({ day, due }) => ({ label: name(day), value: due, title: `${longDay(day)}: ${count(due, "card")}` }))} top={(value) => count(value, "card")} line={{ value: reviewsPerDay, name: `your ${reviewsPerDay} reviews a day` }} />
      <DataTable label="Cards due by study day" head={["Study day", "Cards due"]} rows={days.map(({ day, due }) => [longDay(day), due])} />
    </div>
  );
}
