import type { Named, ShownEntry } from "../../lib/audit/types.ts";

/** An instant in UTC, to the second. */
const timeText = (at: number): string => `${new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle: "medium", timeStyle: "medium" }).format(at)} UTC`;

function Who({ label, named }: { readonly label: string; readonly named: Named | null }) {
  if (named === null) return null;
  return <div className="flex flex-wrap gap-x-2"><dt className="text-ink-2">{label}</dt><dd className="min-w-0 [overflow-wrap:anywhere]">{named.address !== null && <>{named.address} </>}<span className="font-mono text-[0.8rem] text-ink-2" translate="no">{named.id}</span></dd></div>;
}

/** A detail as `name: value`; it is stored as one JSON object. */
function detailText(detail: string): string {
  try {
    const value: unknown = JSON.parse(detail);
    if (typeof value === "object" && value !== null) return Object.entries(value).map(([name, one]) => `${name}: ${String(one)}`).join(", ");
  } catch {
    // Shown as it stands: it is what somebody has to look at.
  }
  return detail;
}

/** Entries of the log, newest first. */
export function EntryList({ entries, brokenAt }: { readonly entries: readonly ShownEntry[]; readonly brokenAt: number | null }) {
  return (
    <ol className="grid border-t border-edge">
      {entries.map((entry) => (
        <li key={entry.seq} id={`entry-${entry.seq}`} className={`grid gap-1 border-b py-3 ${entry.seq === brokenAt ? "border-l-[3px] border-again pl-4" : "border-line"}`}>
          <p className="flex flex-wrap gap-x-4">
            <span className="tabular-nums text-ink-2">{entry.seq}</span>
            <span className="font-mono text-[0.95rem] font-semibold [overflow-wrap:anywhere]" translate="no">{entry.name}</span>
            <time dateTime={new Date(entry.at).toISOString()} className="text-ink-2">{timeText(entry.at)}</time>
            {entry.seq === brokenAt && <span className="font-semibold text-again">Not what was noted</span>}
          </p>
          <dl className="grid gap-0.5 text-sm">
            <Who label="by" named={entry.actor ?? { id: "nobody with an account", address: null }} />
            <Who label="to" named={entry.target} />
            {detailText(entry.detail) !== "" && <div className="flex flex-wrap gap-x-2"><dt className="text-ink-2">detail</dt><dd className="min-w-0 [overflow-wrap:anywhere]">{detailText(entry.detail)}</dd></div>}
            {entry.requestId !== null && <div className="flex flex-wrap gap-x-2"><dt className="text-ink-2">request</dt><dd className="min-w-0 font-mono text-[0.8rem] [overflow-wrap:anywhere]" translate="no">{entry.requestId}</dd></div>}
          </dl>
        </li>
      ))}
    </ol>
  );
}
