import { useEffect, useRef } from "react";
import type { Drawing } from "../../lib/lab/drawing/drawing.ts";
import type { Twin } from "../../lib/lab/picture/twin.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";

/** The columns of the text form that tell objects apart at a glance. */
const COLUMNS = [0, 1, 2, 3, 4];

interface ObjectTableProps {
  readonly twin: Twin;
  readonly drawing: Drawing;
  /** The object that is chosen, or that the chosen name refers to. */
  readonly chip: number | null;
}

/** The objects of a step one below the other, where boxes would be too many. What changed is marked, what is chosen comes into sight. */
export function ObjectTable({ twin, drawing, chip }: ObjectTableProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const row = chip === null ? null : box.current?.querySelector<HTMLElement>("tr[aria-current]");
    // Only the box scrolls, never the page.
    if (row && box.current) box.current.scrollTop = Math.max(0, row.offsetTop - box.current.clientHeight / 2);
  }, [chip]);
  const table = twin.sections.find(({ id }) => id === "objects")?.blocks.find((block) => block.kind === "table");
  if (table?.kind !== "table") return null;
  const changed = new Set(drawing.objects.flatMap((object) => (object.tag === "" || object.state === "freed" ? [] : [`#${object.chip}`])));
  return (
    <ScrollBox ref={box} label="Objects on the heap" className="h-[34rem] overflow-auto print:h-auto">
      <table translate="no" className="w-full border-collapse text-left text-xs">
        <thead className="sticky top-0 bg-surface"><tr className="border-b border-edge">{COLUMNS.map((at) => <th key={at} scope="col" className="px-2 py-1.5 font-semibold">{table.columns[at]}</th>)}</tr></thead>
        <tbody className="font-mono">
          {table.rows.map(([identity = "", ...cells]) => (
            <tr key={identity} aria-current={identity === `#${chip}` ? true : undefined} className={`border-b border-line align-top aria-[current]:bg-accent-soft ${changed.has(identity) ? "lab-line-changed" : ""}`}>
              <th scope="row" className="px-2 py-1 font-semibold">{identity}</th>
              {COLUMNS.slice(1).map((at) => <td key={at} className="px-2 py-1 [overflow-wrap:anywhere]">{cells[at - 1]}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
