import { type GradeRun, playUnder, READINGS } from "../../lib/scheduling/sm2-readings.ts";
import type { Sm2Memory } from "../../lib/scheduling/sm2.ts";

const figures = ({ repetitions, easiness, intervalDays }: Sm2Memory): string => `${repetitions}, ${(easiness / 100).toFixed(2)}, ${intervalDays}`;

/** One run of grades: what SM-2 remembers after each, under every reading. What differs from the first reading is bold. */
export function VectorTable({ run }: { readonly run: GradeRun }) {
  const paths = READINGS.map((reading) => playUnder(reading, run.grades).map(figures));
  return (
    <section aria-labelledby={run.id} className="grid gap-2">
      <h2 id={run.id} className="text-[1.05rem]">{run.id}: {run.what}</h2>
      {/* The table scrolls in itself on a narrow screen. */}
      <div className="overflow-x-auto">
        <table className="text-sm tabular-nums">
          <thead><tr className="border-b border-line text-left text-ink-2"><th scope="col" className="py-1.5 pr-5 font-medium">Grade</th>{READINGS.map((reading) => <th key={reading} scope="col" className="py-1.5 pr-5 font-medium">{reading}</th>)}</tr></thead>
          <tbody>
            {run.grades.map((grade, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the answers of a run have no other name than their place
              <tr key={at} className="border-b border-line">
                <th scope="row" className="py-1 pr-5 text-left font-normal">{grade}</th>
                {paths.map((path, reading) => <td key={READINGS[reading]} className={`whitespace-nowrap pr-5 ${path[at] === paths[0]?.[at] ? "" : "font-semibold"}`}>{path[at]}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
