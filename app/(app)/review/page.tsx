import type { Metadata } from "next";
import Link from "next/link";
import { Review } from "../../../components/review/review.tsx";
import { Page } from "../../../components/layout/page.tsx";
import { currentUser } from "../../../lib/auth/loaders.ts";
import { now } from "../../../lib/clock.ts";
import { loadStudySession } from "../../../lib/reviews/loaders.ts";
import { loadDeviceSettings } from "../../../lib/settings/loaders.ts";

export const metadata: Metadata = { title: "Review" };

const VISITORS_VERSION = "3.14";

export default async function ReviewPage() {
  const [user, session, device] = await Promise.all([currentUser(), loadStudySession(), loadDeviceSettings()]);
  return (
    <Page>
      {/* Room for the bar of grades, which is fixed at the bottom. */}
      <div className="pb-20">
        <Review session={session} plannedAt={now()} userId={user?.id ?? null} targetVersion={user?.targetVersion ?? VISITORS_VERSION} device={device} keep />
        <noscript>
          The review needs JavaScript. All cards can be read in the <Link className="prose-link" href="/library">library</Link> without it.
        </noscript>
      </div>
    </Page>
  );
}
