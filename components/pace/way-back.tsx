"use client";
import { useActionState } from "react";
import { endCatchUp, type PaceResult, startCatchUp } from "../../lib/pace/actions.ts";
import type { CatchUpOffer } from "../../lib/pace/pace.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

interface OffersProps {
  readonly overdue: number;
  /** Each with the date of its last day, in words made on the server. */
  readonly offers: readonly (CatchUpOffer & { readonly until: string })[];
}

const cards = (count: number): string => `${count} ${count === 1 ? "card" : "cards"}`;

/** What waits after a while away, and the ways to spread it. */
export function CatchUpOffers({ overdue, offers }: OffersProps) {
  const [result, start, busy] = useActionState<PaceResult | null, FormData>(startCatchUp, null);
  return (
    <section className="grid gap-3 border-l-[3px] border-accent py-1 pl-4" aria-labelledby="way-back">
      <h2 id="way-back" className="text-[1.05rem]">Welcome back: {cards(overdue)} waited</h2>
      <p className="max-w-prose text-ink-2">They need not come at once. Choose how to spread them; until the last day no new cards come, and nothing is lost either way.</p>
      <form action={start} className="grid gap-3">
        <fieldset className="grid">
          <legend className="sr-only">Spread over</legend>
          {offers.map(({ studyDays, reviewsPerDay, until }, i) => (
            <label key={studyDays} className="flex min-h-12 items-center gap-3">
              <input type="radio" name="days" value={studyDays} defaultChecked={i === 1} className="size-5 accent-accent" />
              <span>{studyDays} days, about {cards(reviewsPerDay)} a day <span className="text-sm text-ink-2">until {until}</span></span>
            </label>
          ))}
        </fieldset>
        <Notice tone="problem">{result?.status === "refused" ? result.reason : ""}</Notice>
        <Button type="submit" look="quiet" className="justify-self-start" aria-disabled={busy}>Spread them so</Button>
      </form>
    </section>
  );
}

/** A plan under way. */
export function CatchUpRunning({ reviewsPerDay, until }: { readonly reviewsPerDay: number; readonly until: string }) {
  const [result, end, busy] = useActionState<PaceResult | null, FormData>(endCatchUp, null);
  return (
    <form action={end} className="flex flex-wrap items-center gap-x-4 border-l-[3px] border-accent py-1 pl-4">
      <p>Catching up until {until}: about {cards(reviewsPerDay)} a day, no new ones.</p>
      <button type="submit" aria-disabled={busy} className="prose-link inline-flex min-h-11 items-center">Back to the ordinary day</button>
      <Notice tone="problem">{result?.status === "refused" ? result.reason : ""}</Notice>
    </form>
  );
}
