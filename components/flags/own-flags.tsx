import { outcomeWords } from "../../lib/flags/outcome.ts";
import { reasonWords } from "../../lib/flags/reasons.ts";
import type { OwnFlag } from "../../lib/flags/types.ts";

const dayText = (instant: number, timeZone: string): string => new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "long", year: "numeric" }).format(instant);

/** What became of the reader's own flags of this card. */
export function OwnFlags({ flags, timeZone }: { readonly flags: readonly OwnFlag[]; readonly timeZone: string }) {
  if (flags.length === 0) return null;
  return (
    <ul className="grid gap-2" aria-label="Your flags">
      {flags.map(({ id, reason, createdAt, outcome }) => (
        <li key={id} className={`border-l-[3px] py-1 pl-4 [overflow-wrap:anywhere] ${outcome.kind === "accepted" ? "border-held" : "border-edge"}`}>
          You flagged this on {dayText(createdAt, timeZone)} ({reasonWords(reason).toLowerCase()}): {outcomeWords(outcome)}{/[.!?]$/.test(outcomeWords(outcome)) ? "" : "."}
        </li>
      ))}
    </ul>
  );
}
