import Link from "next/link";
import type { CardStatistics } from "../../lib/statistics/types.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";

const share = (part: number, of: number): string => (of === 0 ? "–" : `${Math.round((100 * part) / of)} %`);

function timeOf(ms: number | null): string {
  if (ms === null) return "–";
  return ms < 60_000 ? `${Math.round(ms / 1_000)} s` : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1_000)} s`;
}

const COLUMNS = ["Harm", "Known", "Answers", "Learners", "Time", "Leeches", "Sure and wrong", "Flags"] as const;

/** Cards with what their answers say of them, the most harmful first. */
export function StatisticsTable({ rows }: { readonly rows: readonly CardStatistics[] }) {
  const cell = "px-3 py-2.5 text-right tabular-nums whitespace-nowrap";
  return (
    <ScrollBox className="overflow-x-auto rounded-xl border border-line bg-surface">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">Cards by harm, the most harmful first</caption>
        <thead>
          <tr className="border-b border-edge text-ink-2">
            <th scope="col" className="px-4 py-2.5 text-left font-semibold">Card</th>
            {COLUMNS.map((name) => <th key={name} scope="col" className="px-3 py-2.5 text-right font-semibold">{name}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cardId, title, harm, answers, failed, learners, medianMs, leeches, sureAndWrong, openFlags }) => (
            <tr key={cardId} className="border-b border-line last:border-0">
              <th scope="row" className="min-w-52 px-4 py-1 text-left font-normal"><Link className="prose-link inline-flex min-h-11 items-center" href={`/studio/cards/${cardId}`}>{title}</Link></th>
              <td className={`${cell} font-semibold`}>{harm.toFixed(1)}</td>
              <td className={cell}>{share(answers - failed, answers)}</td>
              <td className={cell}>{answers}</td>
              <td className={cell}>{learners}</td>
              <td className={cell}>{timeOf(medianMs)}</td>
              <td className={cell}>{leeches}</td>
              <td className={cell}>{sureAndWrong}</td>
              <td className={cell}>{openFlags}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
