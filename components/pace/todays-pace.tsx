import Link from "next/link";
import type { WayBack } from "../../lib/pace/loaders.ts";
import { longDay } from "../progress/words.ts";
import { CatchUpOffers, CatchUpRunning } from "./way-back.tsx";

/** What is out of the ordinary about today: a rest, a plan, a backlog; nothing on other days. */
export function TodaysPace({ wayBack }: { readonly wayBack: WayBack }) {
  const { rest, breakUntil, offers, overdue, plan } = wayBack;
  if (rest !== null) {
    return (
      <p className="border-l-[3px] border-accent py-1 pl-4">
        {breakUntil === null ? "A rest day: nothing is asked. " : `A break until ${longDay(breakUntil)}: nothing is asked. `}
        <Link prefetch={false} className="prose-link inline-flex min-h-11 items-center" href="/settings/pace">Change it</Link>
      </p>
    );
  }
  if (plan !== null) return <CatchUpRunning reviewsPerDay={plan.reviewsPerDay} until={longDay(plan.untilDay)} />;
  if (offers.length === 0) return null;
  return <CatchUpOffers overdue={overdue} offers={offers.map((offer) => ({ ...offer, until: longDay(offer.untilDay) }))} />;
}
