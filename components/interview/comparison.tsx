import { type Comparison, type ComparisonRow, comparisonOf } from "../../lib/interview/comparison.ts";
import { ANCHORS } from "../../lib/interview/criteria.ts";
import type { PastInterview } from "../../lib/interview/types.ts";
import { dateText } from "../../lib/interview/words.ts";
import { topicTitle } from "../cards/card-meta.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";

function nameOf({ followed }: ComparisonRow): string {
  if (followed.kind === "whole") return "Whole interview";
  return followed.kind === "criterion" ? ANCHORS[followed.criterion].title : topicTitle(followed.topic);
}

const whole = (score: number | null): string => (score === null ? "–" : `${Math.round(score * 100)} %`);

function changeText(change: number | null): string {
  if (change === null) return "–";
  const points = Math.round(change * 100);
  return points === 0 ? "same" : `${points > 0 ? "+" : "−"}${Math.abs(points)}`;
}

const WIDTH = 320;
const HEIGHT = 96;
const EDGE = 8;

/** The whole scores as a line from the oldest to the newest; the table below says the same. */
function Line({ scores }: { readonly scores: readonly (number | null)[] }) {
  const points = scores.flatMap((score, place) => (score === null ? [] : [{ x: EDGE + (place * (WIDTH - 2 * EDGE)) / Math.max(1, scores.length - 1), y: HEIGHT - EDGE - score * (HEIGHT - 2 * EDGE) }]));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full max-w-md text-accent" role="img" aria-label="Scores of the whole interviews, oldest to newest; the table says the same">
      {[0, 0.5, 1].map((share) => <line key={share} x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)} y2={HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)} className="stroke-line" />)}
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(" ")} fill="none" stroke="currentColor" strokeWidth="2" />
      {points.map(({ x, y }) => <circle key={x} cx={x} cy={y} r="4" fill="currentColor" />)}
    </svg>
  );
}

function Table({ comparison, timeZone }: { readonly comparison: Comparison; readonly timeZone: string }) {
  return (
    <ScrollBox className="overflow-x-auto" label="Table of scores over time">
      <table className="w-full min-w-[34rem] text-left">
        <thead><tr className="border-b border-line text-sm text-ink-2"><th scope="col" className="py-2 pr-4 font-normal">Score of</th>{comparison.interviews.map((one) => <th key={one.id} scope="col" className="pr-4 font-normal">{dateText(one.createdAt, timeZone)}</th>)}<th scope="col" className="font-normal">Change</th></tr></thead>
        <tbody>
          {comparison.rows.map((row) => (
            <tr key={nameOf(row)} className="border-b border-line">
              <th scope="row" className="py-2.5 pr-4 font-normal">{nameOf(row)}</th>
              {row.scores.map((score, place) => <td key={comparison.interviews[place]?.id} className="pr-4 tabular-nums">{whole(score)}</td>)}
              <td className="tabular-nums">{changeText(row.change)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** The last interviews side by side; nothing before there are two. */
export function ComparisonView({ past, timeZone }: { readonly past: readonly PastInterview[]; readonly timeZone: string }) {
  const comparison = comparisonOf(past);
  if (comparison === null) return null;
  return (
    <section className="grid gap-4 border-t border-line pt-7" aria-labelledby="over-time">
      <h2 id="over-time" className="text-xl">Over time</h2>
      <Line scores={comparison.rows[0]?.scores ?? []} />
      <Table comparison={comparison} timeZone={timeZone} />
      <p className="text-sm text-ink-2">Change is the last score less the one before it, in points of a hundred. Interviews of other levels and topics are not the same test.</p>
    </section>
  );
}
