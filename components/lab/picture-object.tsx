import type { MouseEvent } from "react";
import type { ObjectBox } from "../../lib/lab/drawing/drawing.ts";
import { touchOf } from "../../lib/lab/stage-messages.ts";
import { FONT, sansWidth, SIZE } from "../../lib/lab/drawing/metrics.ts";
import { type PictureActs, RowShape } from "./picture-row.tsx";

interface ObjectShapeProps {
  readonly object: ObjectBox;
  readonly byChips: boolean;
  readonly selected: number | null;
  readonly acts: PictureActs;
}

/** The outline says what kind of object it is: double for what exists once, dashed for a cell, a bar for a function or class. */
function Outline({ object }: { readonly object: ObjectBox }) {
  const { x, y, width, height, look, state } = object;
  const shape = state === "freed" ? "lab-freed" : state === "unreachable" ? "lab-garbage" : `lab-object lab-${look}`;
  const radius = look === "cell" ? 18 : 10;
  return (
    <>
      <rect x={x} y={y} width={width} height={height} rx={radius} className={shape} />
      {look === "shared" && state === "live" && <rect x={x + 3} y={y + 3} width={width - 6} height={height - 6} rx="7.5" className="lab-inner" />}
      {(look === "class" || look === "function") && state === "live" && <path d={`M${x + 1} ${y + 9}a8 8 0 0 1 8 -8H${x + width - 9}a8 8 0 0 1 8 8v${SIZE.head - 10}H${x + 1}z`} className={`lab-bar lab-bar-${look}`} />}
    </>
  );
}

/** A sign at the box's corner for what the step did to it. */
function Tag({ object: { x, y, width, tag } }: { readonly object: ObjectBox }) {
  if (tag === "") return null;
  const size = sansWidth(tag, FONT.small) + 12;
  return <g><rect x={x + width - size + 6} y={y - 9} width={size} height="17" rx="8.5" className={tag === "freed" ? "lab-tag lab-tag-freed" : "lab-tag"} /><text x={x + width - size / 2 + 6} y={y + 3.5} textAnchor="middle" className="lab-tag-text">{tag}</text></g>;
}

/** A sign at the other corner for a place where an attribute is looked for. */
function Stop({ object: { x, y, stop } }: { readonly object: ObjectBox }) {
  if (stop === "") return null;
  const size = sansWidth(stop, FONT.small) + 14;
  return <g><rect x={x - 6} y={y - 11} width={size} height="17" rx="8.5" className="lab-stop" /><text x={x - 6 + size / 2} y={y + 1.5} textAnchor="middle" className="lab-tag-text">{stop}</text></g>;
}

/** A click on it folds the object again. */
function FoldSign({ x, y, onFold }: { readonly x: number; readonly y: number; readonly onFold: () => void }) {
  const fold = (event: MouseEvent): void => {
    event.stopPropagation();
    onFold();
  };
  // biome-ignore lint/a11y/noStaticElementInteractions: below the picture is a button for it
  return <g onClick={fold} className="cursor-pointer"><rect x={x} y={y} width="24" height="24" className="lab-row" /><text x={x + 9} y={y + 16} className="lab-small">▾</text></g>;
}

/** An object: type and identity, its count, its value, what it refers to. */
export function ObjectShape({ object, byChips, selected, acts }: ObjectShapeProps) {
  const { x, y, width, height, chip, type, count, lines, isValue, rows, note, tag, state, isOpened, isCompared } = object;
  const isSelected = chip === selected;
  const choose = (event: MouseEvent): void => {
    event.stopPropagation();
    acts.onSelect(touchOf.object(chip));
  };
  const dim = selected !== null && !isSelected && !rows.some(({ held }) => "to" in held && held.to === selected);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the text form has a button for it
    <g onClick={choose} onPointerEnter={() => acts.onHover(chip)} onPointerLeave={() => acts.onHover(null)} className={`cursor-pointer ${dim ? "lab-dim-box" : ""} ${tag === "new" ? "lab-enter" : ""}`}>
      <Outline object={object} />
      {isCompared && <rect x={x - 5} y={y - 5} width={width + 10} height={height + 10} rx="14" className="lab-compared" />}
      {isSelected && <rect x={x - 4} y={y - 4} width={width + 8} height={height + 8} rx="13" className="lab-ring" />}
      {isOpened && <FoldSign x={x + 2} y={y + 2} onFold={() => acts.onOpen(chip)} />}
      <text x={x + SIZE.side + (isOpened ? 13 : 0)} y={y + 18} className={state === "freed" ? "lab-title lab-gone" : "lab-title"}>{type}<tspan className="lab-identity"> #{chip}</tspan></text>
      {/* The tag of a count stands where the count would, and says more. */}
      {tag.startsWith("rc") ? null : <text x={x + width - SIZE.side} y={y + 18} textAnchor="end" className="lab-small">{count}</text>}
      {lines.map((line, index) => (
        <text key={line} x={x + SIZE.side} y={y + SIZE.head + (isValue && index === 0 ? 15 : 11 + index * SIZE.line)} className={state === "freed" ? "lab-text lab-gone" : isValue && index === 0 ? "lab-value" : "lab-text"}>{line}</text>
      ))}
      {rows.map((row) => <RowShape key={row.y} row={row} left={x} right={x + width} byChips={byChips} names={row.touch !== null} isSelected={false} acts={acts} />)}
      {note !== "" && <text x={x + SIZE.side} y={y + height + 14} className="lab-small">{note}</text>}
      <Tag object={object} />
      <Stop object={object} />
    </g>
  );
}
