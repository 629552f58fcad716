"use client";
import { memo, type MouseEvent, useId } from "react";
import { boxAt, type LaneBox, type LaneChart, type LaneRow, momentAt, placeOf } from "../../lib/lab/drawing/lanes.ts";
import { LANE_WORDS } from "../../lib/lab/picture/lane-words.ts";

const HEIGHT = 18;

/** Solid runs, light is ready, hatched is blocked, dotted works without the GIL: the pattern says it, not the colour. */
function Patterns({ id }: { readonly id: string }) {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <defs>
        <pattern id={`${id}-blocked`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" className="lane-hatch" /></pattern>
        <pattern id={`${id}-working`} width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="2.5" cy="2.5" r="1.3" className="lane-dot" /></pattern>
      </defs>
    </svg>
  );
}

function Box({ box: { x, width, state }, id }: { readonly box: LaneBox; readonly id: string }) {
  const inset = state === "running" ? 1 : state === "blocked" ? 5 : 3;
  const place = { x: `${x}%`, width: `${Math.max(width, 0.05)}%`, y: inset, height: HEIGHT - 2 * inset };
  return state === "blocked" || state === "working" ? <rect {...place} fill={`url(#${id}-${state})`} className={`lane-${state}`} /> : <rect {...place} className={`lane-${state}`} />;
}

/** All boxes of a lane; they stay while steps are taken. */
const Boxes = memo(function Boxes({ boxes, id }: { readonly boxes: readonly LaneBox[]; readonly id: string }) {
  return boxes.map((box) => <Box key={box.x} box={box} id={id} />);
});

interface RowProps {
  readonly row: LaneRow;
  readonly chart: LaneChart;
  /** Of the moment that is looked at, in percent. */
  readonly x: number;
  readonly holdsGil: boolean;
  readonly id: string;
  readonly onMoment: (at: number) => void;
}

function Row({ row, chart, x, holdsGil, id, onMoment }: RowProps) {
  const now = boxAt(row, x);
  const go = (event: MouseEvent<SVGSVGElement>): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onMoment(momentAt(chart, ((event.clientX - left) / width) * 100));
  };
  return (
    <div className="grid grid-cols-[8.5rem_minmax(0,1fr)] items-center gap-x-2 sm:grid-cols-[15rem_minmax(0,1fr)]">
      <p className="flex min-w-0 items-baseline gap-1.5 text-xs">
        <span className="max-w-24 truncate font-mono font-semibold sm:max-w-32" translate="no">{row.name}</span>
        {holdsGil && now?.state === "running" && <span className="rounded-full bg-frame px-1.5 text-[0.625rem] font-bold leading-4 text-paper">GIL</span>}
        <span className="min-w-0 truncate text-ink-2">{now === null ? "" : LANE_WORDS[now.state]}{now?.state === "blocked" && now.waitsFor !== null ? <span className="max-sm:hidden">, {now.waitsFor}</span> : null}</span>
      </p>
      <svg className="lane-row h-[18px] w-full cursor-pointer overflow-visible" onClick={go} aria-hidden="true">
        <line x1="0" x2="100%" y1={HEIGHT / 2} y2={HEIGHT / 2} className="lane-base" />
        <Boxes boxes={row.boxes} id={id} />
        <line x1={`${x}%`} x2={`${x}%`} y1="-2" y2={HEIGHT + 2} className="lane-cursor" />
      </svg>
    </div>
  );
}

/** The words of the patterns. */
export function LaneLegend() {
  const id = useId();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2" aria-hidden="true">
      <li className="contents"><Patterns id={id} /></li>
      {(["running", "ready", "blocked", "working"] as const).map((state) => (
        <li key={state} className="flex items-center gap-1.5"><svg className="h-[18px] w-7" aria-hidden="true"><Box box={{ x: 0, width: 100, state, waitsFor: null }} id={id} /></svg>{LANE_WORDS[state]}</li>
      ))}
    </ul>
  );
}

interface LanesProps {
  readonly chart: LaneChart;
  /** The moment that is looked at. */
  readonly at: number;
  /** Whoever runs has the GIL. */
  readonly gil: boolean;
  readonly onMoment: (at: number) => void;
}

/** Lanes over time or over steps. What they say is in the text form of the step too; this is hidden from who hears the page. */
export function Lanes({ chart, at, gil, onMoment }: LanesProps) {
  const id = useId();
  const x = placeOf(chart, at);
  return (
    <div className="relative grid gap-1" aria-hidden="true">
      <Patterns id={id} />
      {chart.rows.map((row) => <Row key={row.key} row={row} chart={chart} x={x} holdsGil={gil && row.note.startsWith("thread")} id={id} onMoment={onMoment} />)}
      {chart.marks.length > 0 && (
        <div className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-2 sm:grid-cols-[15rem_minmax(0,1fr)]">
          <p className="text-xs text-ink-3">virtual time</p>
          <svg className="h-5 w-full overflow-visible" aria-hidden="true">
            {chart.marks.map((mark, index) => <g key={mark.x} className={index % 2 === 1 ? "max-sm:hidden" : undefined}><line x1={`${mark.x}%`} x2={`${mark.x}%`} y1="0" y2="4" className="lane-base" /><text x={`${mark.x}%`} y="15" textAnchor={mark.x > 97 ? "end" : "start"} className="lane-mark">{mark.label}</text></g>)}
          </svg>
        </div>
      )}
      {chart.left > 0 && <p className="text-xs text-ink-2">and {chart.left} more</p>}
    </div>
  );
}
