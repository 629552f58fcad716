import Link from "next/link";
import { TopicList } from "../../components/cards/topic-list.tsx";
import { ToldFlags } from "../../components/flags/told-flags.tsx";
import { Page } from "../../components/layout/page.tsx";
import { Landing } from "../../components/review/landing.tsx";
import { TodaysPace } from "../../components/pace/todays-pace.tsx";
import { TodaysPlan } from "../../components/review/todays-plan.tsx";
import { currentUser } from "../../lib/auth/loaders.ts";
import { loadLibraryRows, loadTopicCounts } from "../../lib/content/loaders.ts";
import { loadUntoldFlags } from "../../lib/flags/loaders.ts";
import { loadWayBack } from "../../lib/pace/loaders.ts";
import { loadBrought, loadReviewCards, loadTodaysQueue } from "../../lib/reviews/loaders.ts";
import { loadDeviceSettings } from "../../lib/settings/loaders.ts";

/** The question that is taught wrongly nearly everywhere. */
const FIRST_CARD = "257-at-the-prompt";

export default async function HomePage() {
  const [user, plan, counts, device] = await Promise.all([currentUser(), loadTodaysQueue(), loadTopicCounts(), loadDeviceSettings()]);
  if (user !== null) {
    const [brought, wayBack] = await Promise.all([loadBrought(), loadWayBack()]);
    return (
      <Page width="wide">
        <div className="grid gap-14">
          <div className="grid gap-8">
            <TodaysPlan plan={plan} brought={brought} />
            {plan.nextDueDay === null && plan.queue.counts.new > 0 && <p>Know some of it already? <Link prefetch={false} className="prose-link inline-flex min-h-11 items-center" href="/placement">Test out with 12 prompts</Link></p>}
            {wayBack !== null && <TodaysPace wayBack={wayBack} />}
          </div>
          <ToldFlags {...await loadUntoldFlags()} />
          <section className="grid gap-3" aria-labelledby="topics">
            <h2 id="topics" className="text-lg">Topics</h2>
            <TopicList counts={counts} />
          </section>
        </div>
      </Page>
    );
  }
  const [cards, rows] = await Promise.all([loadReviewCards([FIRST_CARD, ...plan.queue.cardIds.slice(0, 1)]), loadLibraryRows()]);
  return (
    <Page width="wide">
      <Landing card={cards[0] ?? null} today={plan.today} counts={counts} rows={rows} device={device} />
    </Page>
  );
}
