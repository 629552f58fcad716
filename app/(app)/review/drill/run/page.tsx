import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Drill } from "../../../../../components/drill/drill.tsx";
import { Page } from "../../../../../components/layout/page.tsx";
import { currentUser } from "../../../../../lib/auth/loaders.ts";
import { now } from "../../../../../lib/clock.ts";
import { loadDrill } from "../../../../../lib/drills/loaders.ts";
import { drillAddress, type Params, readDrillRequest, sittingAddress } from "../../../../../lib/drills/schema.ts";
import { loadDeviceSettings } from "../../../../../lib/settings/loaders.ts";

export const metadata: Metadata = { title: "Drill" };

const VISITORS_VERSION = "3.14";

export default async function DrillRunPage({ searchParams }: { readonly searchParams: Promise<Params> }) {
  const { typed, size, begunAt } = readDrillRequest(await searchParams, now());
  if (typed === null) redirect("/review/drill");
  // From here on the address says when it began, so that a reload goes on with the same cards.
  if (begunAt === null) redirect(sittingAddress(typed, size, now()));
  const [user, session, device] = await Promise.all([currentUser(), loadDrill(typed, size, begunAt), loadDeviceSettings()]);
  const choose = drillAddress(typed, size);
  if (session === null) redirect(choose);
  return (
    <Page>
      {/* Room for the bar of grades, which is fixed at the bottom. */}
      <div className="grid gap-4 pb-20">
        <p className="flex flex-wrap items-baseline gap-x-4 border-l-[3px] border-accent py-1 pl-4 text-sm text-ink-2">
          <span>A drill: no card&rsquo;s day moves.</span>
          <Link prefetch={false} className="prose-link" href={choose}>{typed === "" ? "All cards" : <span translate="no" className="font-mono [overflow-wrap:anywhere]">{typed}</span>}</Link>
        </p>
        <Drill session={session} begunAt={begunAt} userId={user?.id ?? null} targetVersion={user?.targetVersion ?? VISITORS_VERSION} device={device} links={{ again: sittingAddress(typed, size), choose }} />
        <noscript>A drill needs JavaScript. All cards can be read in the <Link className="prose-link" href="/library">library</Link> without it.</noscript>
      </div>
    </Page>
  );
}
