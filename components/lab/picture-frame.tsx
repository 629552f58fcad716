import type { FrameBox } from "../../lib/lab/drawing/drawing.ts";
import { SIZE } from "../../lib/lab/drawing/metrics.ts";
import { type PictureActs, RowShape, Slot } from "./picture-row.tsx";

const SIGNS: Record<FrameBox["state"], string> = { running: "▷", blocked: "⊘", ready: "", waiting: "", suspended: "⏸", returning: "↩", raising: "✱" };

interface FrameShapeProps {
  readonly frame: FrameBox;
  readonly byChips: boolean;
  readonly selected: string | null;
  readonly acts: PictureActs;
}

/** An activation: its name, where it stands, its names and slots. */
export function FrameShape({ frame, byChips, selected, acts }: FrameShapeProps) {
  const { x, y, width, height, title, note, state, rows, stack, isNew } = frame;
  return (
    <g className={isNew ? "lab-enter" : undefined}>
      <rect x={x} y={y} width={width} height={height} rx="10" className={`lab-frame lab-frame-${state}`} />
      <text x={x + SIZE.side} y={y + 19} className="lab-frame-title">{title}</text>
      <text x={x + width - SIZE.side} y={y + 19} textAnchor="end" className="lab-frame-sign">{SIGNS[state]}</text>
      <text x={x + SIZE.side} y={y + SIZE.head + 9} className={state === "raising" ? "lab-small lab-alarm" : "lab-small"}>{note}</text>
      {rows.length === 0 && <text x={x + SIZE.side} y={y + SIZE.head + SIZE.line + 16} className="lab-small">no names yet</text>}
      {rows.map((row) => (
        <RowShape key={row.y} row={row} left={x} right={x + width} byChips={byChips} names={row.touch !== null} isSelected={row.touch !== null && row.touch === selected} acts={acts} />
      ))}
      {stack.length > 0 && (
        <g>
          <text x={x + SIZE.side} y={(stack[0]?.y ?? y) + 4} className="lab-small">stack</text>
          {stack.map((entry) => (entry.held.kind === "empty" ? <text key={entry.x} x={entry.x} y={entry.y + 4} textAnchor="middle" className="lab-small">∅</text> : <Slot key={entry.x} held={entry.held} x={entry.x} y={entry.y} byChips={byChips} cell={null} />))}
        </g>
      )}
    </g>
  );
}
