import Link from "next/link";
import type { BroughtCard } from "../../lib/reviews/loaders.ts";
import type { TodaysQueue } from "../../lib/reviews/types.ts";
import { ButtonLink } from "../ui/button.tsx";

const cards = (count: number): string => `${count} ${count === 1 ? "card" : "cards"}`;

function when(days: number): string {
  return days <= 1 ? "tomorrow" : `in ${days} days`;
}

/** A signed-in user's day: what is waiting, and one button. */
export function TodaysPlan({ plan, brought = [] }: { readonly plan: TodaysQueue; readonly brought?: readonly BroughtCard[] }) {
  const { counts, keptBack } = plan.queue;
  const total = counts.drilling + counts.brought + counts.due + counts.new;
  const { nextDueDay, today } = plan;
  const rows: readonly (readonly [string, number])[] = [["To drill again today", counts.drilling], ["Asked for again", counts.brought], ["Due", counts.due], ["New", counts.new]];
  return (
    <section className="grid gap-6" aria-labelledby="today">
      <h1 id="today" className="text-3xl">{total === 0 ? "Nothing due" : `${cards(total)} today`}</h1>
      {total === 0 ? (
        <p className="text-ink-2">
          {nextDueDay === null ? "No card is waiting." : `Next: ${when(nextDueDay - today.day)}, from ${today.rule.rolloverHour}:00.`}
          {keptBack.byLimit > 0 && ` ${cards(keptBack.byLimit)} wait for another day; the settings say how many come on one.`}
        </p>
      ) : (
        <dl className="grid max-w-xs">
          {rows.filter(([, count]) => count > 0).map(([label, count]) => (
            <div key={label} className="flex justify-between border-b border-line py-2.5"><dt className="text-ink-2">{label}</dt><dd className="font-semibold tabular-nums">{count}</dd></div>
          ))}
        </dl>
      )}
      {brought.length > 0 && (
        <div className="grid max-w-prose gap-2">
          <h2 className="text-[1.05rem]">First</h2>
          <ul className="grid">{brought.map(({ cardId, title, reason }) => <li key={cardId} className="grid gap-0.5 border-b border-line py-2.5"><span>{title}</span><span className="text-sm text-ink-2">{reason}</span></li>)}</ul>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">{total === 0 ? <ButtonLink href="/library" look="quiet">Browse the library</ButtonLink> : <ButtonLink href="/review" className="min-w-48">Start</ButtonLink>}<Link prefetch={false} className="prose-link inline-flex min-h-12 items-center" href="/review/drill">Drill</Link><Link prefetch={false} className="prose-link inline-flex min-h-12 items-center" href="/progress">Progress</Link></div>
    </section>
  );
}
