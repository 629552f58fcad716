import type { MouseEvent } from "react";
import type { Held, Row } from "../../lib/lab/drawing/drawing.ts";
import { FONT, monoWidth, SIZE } from "../../lib/lab/drawing/metrics.ts";

/** What the pointer can do in the picture. */
export interface PictureActs {
  readonly onSelect: (touch: string | null) => void;
  /** Opens an object that is folded or has more rows, or folds one that was opened. */
  readonly onOpen: (chip: number) => void;
  readonly onHover: (chip: number | null) => void;
}

interface SlotProps {
  readonly held: Held;
  /** The middle of the slot. */
  readonly x: number;
  readonly y: number;
  readonly byChips: boolean;
  readonly cell: number | null;
}

/** A slot: the tail of one arrow, a value written in it, or the sign that there is none. */
export function Slot({ held, x, y, byChips, cell }: SlotProps) {
  const half = SIZE.slot / 2;
  switch (held.kind) {
    case "folded":
      return <text x={x + half} y={y + 4} textAnchor="end" className="lab-inline">▸ {held.text}<tspan className="lab-identity"> #{held.to}</tspan></text>;
    case "inline":
      return <text x={x + half} y={y + 4} textAnchor="end" className="lab-inline">{held.text}</text>;
    case "reference": {
      const chip = `#${held.to}`;
      if (byChips) {
        const width = monoWidth(chip, FONT.small) + 12;
        return <g><rect x={x + half - width} y={y - 8.5} width={width} height="17" rx="8.5" className={held.weak ? "lab-chip lab-dashed" : "lab-chip"} /><text x={x + half - width / 2} y={y + 4} textAnchor="middle" className="lab-chip-text">{chip}</text></g>;
      }
      return <rect x={x - half} y={y - half} width={SIZE.slot} height={SIZE.slot} rx={cell === null ? 3 : half} className={cell === null ? "lab-slot" : "lab-slot lab-dashed"} />;
    }
    case "unbound":
      return <g><text x={x - half - 5} y={y + 3.5} textAnchor="end" className="lab-small">unbound</text><rect x={x - half} y={y - half} width={SIZE.slot} height={SIZE.slot} rx="3" className="lab-slot lab-void" /></g>;
    case "deleted":
      return (
        <g>
          <text x={x - half - 5} y={y + 3.5} textAnchor="end" className="lab-small">deleted</text>
          <rect x={x - half} y={y - half} width={SIZE.slot} height={SIZE.slot} rx="3" className="lab-slot lab-void" />
          <path d={`M${x - half + 2} ${y + half - 2}L${x + half - 2} ${y - half + 2}M${x - half + 1} ${y + 1}L${x + 1} ${y - half + 1}M${x - 1} ${y + half - 1}L${x + half - 1} ${y - 1}`} className="lab-hatch" />
        </g>
      );
    case "empty":
      return null;
  }
}

interface RowShapeProps {
  readonly row: Row;
  readonly left: number;
  readonly right: number;
  readonly byChips: boolean;
  readonly names: boolean;
  readonly isSelected: boolean;
  readonly acts: PictureActs;
}

/** A name, an index or a key with its slot. */
export function RowShape({ row, left, right, byChips, names, isSelected, acts }: RowShapeProps) {
  const middle = row.y + SIZE.row / 2;
  const { touch, opens, held } = row;
  const choose = (event: MouseEvent): void => {
    if (touch === null && opens === null) return;
    event.stopPropagation();
    if (opens !== null) acts.onOpen(opens);
    else acts.onSelect(isSelected ? null : touch);
  };
  const to = held.kind === "reference" && names ? held.to : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: below the picture is a choice of all that can be chosen, with a button that opens it
    <g onClick={choose} onPointerEnter={to === null ? undefined : () => acts.onHover(to)} onPointerLeave={to === null ? undefined : () => acts.onHover(null)} className={touch === null && opens === null ? undefined : "cursor-pointer"}>
      <rect x={left + 3} y={row.y + 1} width={right - left - 6} height={SIZE.row - 2} rx="5" className={isSelected ? "lab-row-lit" : row.changed ? "lab-row-changed" : "lab-row"} />
      {row.index !== null && <text x={left + SIZE.side} y={middle + 4} className="lab-small">{row.index}</text>}
      <text x={left + SIZE.side + (row.index === null ? 0 : 16)} y={middle + 4.5} className={names ? "lab-name" : "lab-label"}>{row.label}</text>
      <Slot held={row.held} x={right - SIZE.side - SIZE.slot / 2} y={middle} byChips={byChips} cell={row.cell} />
    </g>
  );
}
