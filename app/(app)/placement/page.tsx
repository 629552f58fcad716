import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "../../../components/layout/page.tsx";
import { Review } from "../../../components/review/review.tsx";
import { currentUser } from "../../../lib/auth/loaders.ts";
import { now } from "../../../lib/clock.ts";
import { loadPlacement } from "../../../lib/placement/loaders.ts";
import { loadDeviceSettings } from "../../../lib/settings/loaders.ts";

export const metadata: Metadata = { title: "Test out" };

const VISITORS_VERSION = "3.14";

export default async function PlacementPage() {
  const [user, session, device] = await Promise.all([currentUser(), loadPlacement(), loadDeviceSettings()]);
  return (
    <Page>
      {/* Room for the bar of grades, which is fixed at the bottom. */}
      <div className="grid gap-6 pb-20">
        <p className="border-l-[3px] border-accent py-1 pl-4 text-ink-2">
          {session.queue.cardIds.length} prompts, a topic each, to see what you know already. Your answers are ordinary reviews: what you know comes back seldom, what you do not comes first.
          {user !== null && <> When you are through, <Link prefetch={false} className="prose-link" href="/progress">your progress</Link> says where to begin.</>}
        </p>
        <Review session={session} plannedAt={now()} userId={user?.id ?? null} targetVersion={user?.targetVersion ?? VISITORS_VERSION} device={device} keep={false} />
        <noscript>This needs JavaScript. All cards can be read in the <Link className="prose-link" href="/library">library</Link> without it.</noscript>
      </div>
    </Page>
  );
}
