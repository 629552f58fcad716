import { MATURE_DAYS, type Retention } from "../../lib/progress/retention.ts";
import type { Estimate } from "../../lib/progress/share.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { percent } from "./words.ts";

function Cell({ of }: { readonly of: Estimate }) {
  if (of.value === null) return <td className="pr-4 text-ink-2">no review</td>;
  return <td className="pr-4 tabular-nums"><span className="font-semibold">{percent(of.value)}</span> <span className="block whitespace-nowrap text-sm text-ink-2 sm:inline">{of.hits} of {of.total}</span></td>;
}

/** True retention, young and mature. The table is the chart. */
export function RetentionTable({ rows }: { readonly rows: readonly { readonly days: number; readonly retention: Retention }[] }) {
  return (
    <div className="grid gap-3">
      <p className="max-w-prose text-ink-2">How often you recalled a card that you had learned before, by the first answer of a day. Young cards come back within {MATURE_DAYS} days, mature ones later.</p>
      <ScrollBox className="overflow-x-auto" label="Table of retention">
        <table className="w-full text-left">
          <thead><tr className="border-b border-line text-sm text-ink-2"><th scope="col" className="py-2 pr-4 font-normal">Last</th><th scope="col" className="pr-4 font-normal">Young</th><th scope="col" className="pr-4 font-normal">Mature</th><th scope="col" className="pr-4 font-normal">All</th></tr></thead>
          <tbody>{rows.map(({ days, retention }) => <tr key={days} className="border-b border-line"><th scope="row" className="py-2.5 pr-4 font-normal">{days} days</th><Cell of={retention.young} /><Cell of={retention.mature} /><Cell of={retention.all} /></tr>)}</tbody>
        </table>
      </ScrollBox>
    </div>
  );
}
