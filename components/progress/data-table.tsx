import { ScrollBox } from "../ui/scroll-box.tsx";

interface DataTableProps {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The same figures as the chart above it, as a table that opens. */
export function DataTable({ label, head, rows }: DataTableProps) {
  return (
    <details className="text-sm">
      <summary className="inline-flex min-h-11 items-center text-ink-2 hover:text-ink">As a table<span className="sr-only">: {label}</span></summary>
      <ScrollBox className="max-h-96 overflow-auto border-y border-line" label={label}>
        <table className="w-full text-left tabular-nums">
          <thead><tr className="border-b border-line text-ink-2">{head.map((cell) => <th key={cell} scope="col" className="py-2 pr-4 font-normal">{cell}</th>)}</tr></thead>
          <tbody>{rows.map(([first, ...rest]) => <tr key={first} className="border-b border-line last:border-0"><th scope="row" className="py-1.5 pr-4 font-normal">{first}</th>{rest.map((cell, i) => <td key={head[i + 1]} className="pr-4">{cell}</td>)}</tr>)}</tbody>
        </table>
      </ScrollBox>
    </details>
  );
}
