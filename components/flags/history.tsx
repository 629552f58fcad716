import type { Route } from "next";
import Link from "next/link";
import { reasonWords } from "../../lib/flags/reasons.ts";
import type { ResolvedFlag } from "../../lib/flags/types.ts";

const dayText = (instant: number, timeZone: string): string => new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "short", year: "numeric" }).format(instant);

/** The flags that were decided, the last one first. */
export function FlagHistoryList({ flags, timeZone }: { readonly flags: readonly ResolvedFlag[]; readonly timeZone: string }) {
  return (
    <ul className="grid">
      {flags.map((flag) => (
        <li key={flag.id} className="grid gap-1 border-b border-line py-3 [overflow-wrap:anywhere]">
          <span className="flex flex-wrap gap-x-4">
            <Link className="prose-link" href={`/studio/cards/${flag.cardId}` as Route}>{flag.title}</Link>
            <span className={flag.accepted ? "font-semibold text-held" : "font-semibold"}>{flag.accepted ? "Accepted" : "Dismissed"}</span>
          </span>
          <span>{reasonWords(flag.reason)}{flag.note === "" ? "" : `: ${flag.note}`}</span>
          {flag.reply !== null && <span>Replied before: {flag.reply}</span>}
          {flag.word !== "" && <span>Told: {flag.word}</span>}
          <span className="text-sm text-ink-2">Revision {flag.revision}, flagged on {dayText(flag.createdAt, timeZone)}, decided on {dayText(flag.resolvedAt, timeZone)} by {flag.resolvedBy ?? "an account that is gone"}</span>
        </li>
      ))}
    </ul>
  );
}
