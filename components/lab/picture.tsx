"use client";
import { memo, type Ref, useState } from "react";
import type { Drawing } from "../../lib/lab/drawing/drawing.ts";
import { SIZE } from "../../lib/lab/drawing/metrics.ts";
import { Arrows } from "./picture-arrows.tsx";
import { FrameShape } from "./picture-frame.tsx";
import { ObjectShape } from "./picture-object.tsx";
import type { PictureActs } from "./picture-row.tsx";

/** Which part of the picture is shown: a narrow screen has room for one. */
export type Part = "all" | "frames" | "heap";

export interface PictureProps {
  readonly drawing: Drawing;
  readonly part: Part;
  /** So much smaller than its own size it may get, to fit in. */
  readonly smallest?: number;
  /** As `touchOf` names it. */
  readonly selected: string | null;
  readonly onSelect: PictureActs["onSelect"];
  readonly onOpen: PictureActs["onOpen"];
  readonly ref?: Ref<SVGSVGElement>;
}

function viewOf({ width, height, framesHeight, heapHeight, heapX }: Drawing, part: Part): readonly [x: number, y: number, width: number, height: number] {
  if (part === "frames") return [0, 0, heapX, framesHeight];
  return part === "heap" ? [heapX, 0, width - heapX, heapHeight] : [0, 0, width, height];
}

/** The chip of the object that is selected, or that the selected name refers to. */
export function chipOf(selected: string | null, { frames }: Drawing): number | null {
  if (selected === null) return null;
  if (selected.startsWith("#")) return Number(selected.slice(1));
  const row = frames.flatMap(({ rows }) => rows).find(({ touch }) => touch === selected);
  if (row === undefined) return null;
  return row.cell ?? (row.held.kind === "reference" ? row.held.to : null);
}

/** The memory at one step. The text twin says the same; this is hidden from who hears the page. */
export const Picture = memo(function Picture({ drawing, part, smallest = 0, selected, onSelect, onOpen, ref }: PictureProps) {
  const view = viewOf(drawing, part);
  const chip = chipOf(selected, drawing);
  const [hovered, onHover] = useState<number | null>(null);
  const acts = { onSelect, onOpen, onHover };
  const ofObject = { ...acts, onSelect: (touch: string | null) => onSelect(touch === selected ? null : touch) };
  return (
    <svg ref={ref} aria-hidden="true" viewBox={view.join(" ")} width={view[2]} height={view[3]} style={{ minWidth: Math.round(view[2] * smallest) }} className="lab-picture mx-auto block h-auto max-w-full" onClick={() => onSelect(null)}>
      {part !== "heap" && <text x={SIZE.margin} y={SIZE.margin + 8} className="lab-zone">Frames and names</text>}
      {part !== "frames" && <text x={drawing.heapX + SIZE.channel / 2} y={SIZE.margin + 8} className="lab-zone">Objects on the heap</text>}
      {drawing.lanes.map(({ id, name, note, holdsGil, x, y }) => (
        <g key={id}>
          <text x={x} y={y + 8} className="lab-lane">{name}<tspan className="lab-small"> {note}</tspan></text>
          {holdsGil && <g><rect x={x + 128} y={y - 5} width="36" height="17" rx="8.5" className="fill-frame" /><text x={x + 146} y={y + 7.5} textAnchor="middle" className="lab-gil">GIL</text></g>}
        </g>
      ))}
      {drawing.frames.map((frame) => <FrameShape key={frame.kind === "module" ? "module" : frame.id} frame={frame} byChips={drawing.byChips} selected={selected} acts={acts} />)}
      {drawing.objects.map((object) => <ObjectShape key={object.chip} object={object} byChips={drawing.byChips} selected={chip} acts={ofObject} />)}
      <Arrows arrows={drawing.arrows} selected={chip ?? hovered} />
      {drawing.hidden > 0 && <text x={drawing.heapX + SIZE.channel / 2} y={drawing.height - 8} className="lab-small">and {drawing.hidden} more objects</text>}
    </svg>
  );
});
