import { REASONS } from "../../lib/flags/reasons.ts";
import type { Flag } from "../../lib/flags/types.ts";

const date = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

function outcome({ status, resolution, resolvedAt }: Flag): string {
  if (status === "OPEN" || resolvedAt === null) return "The authors have not answered yet.";
  const said = resolution === null || resolution === "" ? "" : ` ${resolution}`;
  return status === "ACCEPTED" ? `Accepted on ${date(resolvedAt)}.${said}` : `Not changed, on ${date(resolvedAt)}.${said}`;
}

/** What a reader flagged of a card, and what became of it. */
export function OwnFlags({ flags }: { readonly flags: readonly Flag[] }) {
  if (flags.length === 0) return null;
  return (
    <section className="grid gap-2" aria-label="Your flags">
      {flags.map((flag) => <p key={flag.id} className="border-l-[3px] border-edge pl-4 text-sm text-ink-2">You flagged this on {date(flag.createdAt)}: {REASONS[flag.reason].toLowerCase()}. {outcome(flag)}</p>)}
    </section>
  );
}
