import { type Calibration, CALIBRATION_LEAST } from "../../lib/progress/calibration.ts";
import { DataTable } from "./data-table.tsx";
import { percent } from "./words.ts";

/** Less than so many percentage points apart, said and right count as the same. */
const CLOSE_ENOUGH = 5;

function verdict({ said, right }: Calibration): string {
  const off = Math.round(said - right);
  if (Math.abs(off) < CLOSE_ENOUGH) return "What you say you know, you know.";
  return off > 0 ? `You are surer than you are right, by ${off} points: look for what speaks against an answer before you show it.` : `You know more than you say, by ${-off} points.`;
}

/** Said against right: on the line both are the same. */
function Plot({ groups }: { readonly groups: Calibration["groups"] }) {
  return (
    <svg role="img" aria-label="Share right by what was said; the table has the figures" viewBox="-4 -4 108 108" className="w-full max-w-64">
      <path d="M0 0V100H100" fill="none" className="stroke-edge" strokeWidth="0.8" />
      <path d="M0 100L100 0" className="stroke-ink-3" strokeWidth="0.8" strokeDasharray="3 3" />
      {groups.map(({ from, said, hits, total }) => said !== null && <circle key={from} cx={said} cy={100 - (100 * hits) / total} r={Math.min(6, 2 + Math.sqrt(total) / 2)} className="fill-accent stroke-paper" strokeWidth="0.8"><title>{`said ${Math.round(said)} %, right ${percent(hits / total)}, ${total} answers`}</title></circle>)}
    </svg>
  );
}

/** How well confidence meets what comes of it; silent while there is too little to say. */
export function CalibrationChart({ calibration, answers }: { readonly calibration: Calibration | null; readonly answers: number }) {
  if (calibration === null) return <p className="max-w-prose text-ink-2">Say how sure you are before you show an answer, and this compares it with what comes of it. It takes {CALIBRATION_LEAST} such answers in this range; there are {answers}.</p>;
  const { said, right, brier, groups } = calibration;
  return (
    <div className="grid gap-3">
      <p className="max-w-prose">{verdict(calibration)} <span className="text-ink-2">Said {Math.round(said)} %, right {Math.round(right)} %, over {calibration.answers} answers. Brier score {brier.toFixed(2)}: 0 is perfect, 0.25 is saying 50 % every time.</span></p>
      <figure className="grid w-fit gap-1"><Plot groups={groups} /><figcaption className="text-sm text-ink-2">across: said; up: right; on the dashed line both agree</figcaption></figure>
      <DataTable label="Confidence and outcome" head={["Said", "Mean", "Right", "Answers"]} rows={groups.map(({ from, to, said: mean, hits, total }) => [`${from} to ${to} %`, mean === null ? "none" : `${Math.round(mean)} %`, total === 0 ? "none" : percent(hits / total), total])} />
    </div>
  );
}
