import type { Twin } from "../../lib/lab/picture/twin.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";

/** The columns of the text form that tell objects apart at a glance. */
const COLUMNS = [0, 1, 2, 3, 4];

/** The objects of a step one below the other, where boxes would be too many. */
export function ObjectTable({ twin, selected }: { readonly twin: Twin; readonly selected: string | null }) {
  const table = twin.sections.find(({ id }) => id === "objects")?.blocks.find((block) => block.kind === "table");
  if (table?.kind !== "table") return null;
  return (
    <ScrollBox label="Objects on the heap" className="max-h-[34rem] overflow-auto">
      <table translate="no" className="w-full border-collapse text-left text-xs">
        <thead className="sticky top-0 bg-surface"><tr className="border-b border-edge">{COLUMNS.map((at) => <th key={at} scope="col" className="px-2 py-1.5 font-semibold">{table.columns[at]}</th>)}</tr></thead>
        <tbody className="font-mono">
          {table.rows.map((row) => (
            <tr key={row[0]} className={`border-b border-line align-top ${row[0] === selected ? "bg-accent-soft" : ""}`}>
              {COLUMNS.map((at) => (at === 0 ? <th key={at} scope="row" className="px-2 py-1 font-semibold">{row[at]}</th> : <td key={at} className="px-2 py-1 [overflow-wrap:anywhere]">{row[at]}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
