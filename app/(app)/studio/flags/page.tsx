import type { Metadata } from "next";
import Link from "next/link";
import { FlagHistoryList } from "../../../../components/flags/history.tsx";
import { FlagInbox } from "../../../../components/flags/inbox.tsx";
import { Page } from "../../../../components/layout/page.tsx";
import { loadFlagHistory, loadInbox } from "../../../../lib/flags/loaders.ts";
import { loadDeviceSettings } from "../../../../lib/settings/loaders.ts";

export const metadata: Metadata = { title: "Flags" };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const tab = "inline-flex min-h-11 items-center underline-offset-4 hover:underline aria-[current=page]:font-semibold";

function Head({ history }: { readonly history: boolean }) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
      <h1 className="text-3xl">Flags</h1>
      <nav aria-label="Flags" className="flex gap-6">
        <Link className={tab} href="/studio/flags" aria-current={history ? undefined : "page"}>Open</Link>
        <Link className={tab} href="/studio/flags?tab=history" aria-current={history ? "page" : undefined}>Decided</Link>
      </nav>
    </header>
  );
}

async function Decided({ after }: { readonly after: string }) {
  const { flags, next, timeZone } = await loadFlagHistory(after);
  return (
    <>
      <Head history />
      {flags.length === 0 ? <p>No flag was decided yet.</p> : <FlagHistoryList flags={flags} timeZone={timeZone} />}
      {next !== null && <p><Link className="prose-link" href={`/studio/flags?tab=history&after=${next}`}>Older ones</Link></p>}
    </>
  );
}

async function Open() {
  const [{ cards, shown, total, now }, device] = await Promise.all([loadInbox(), loadDeviceSettings()]);
  const singleKeys = device.singleKeys === "on";
  return (
    <>
      <Head history={false} />
      {total === 0 ? <p>No reader has flagged anything that is still open. Flags come from the review and from the cards' own pages.</p> : <p className="text-ink-2">{total} open, the oldest first{shown < total ? `; ${shown} are shown, the others come as these are decided` : ""}.{singleKeys ? " Keys: j and k move, a accepts, d dismisses, r replies." : ""}</p>}
      <FlagInbox cards={cards} now={now} singleKeys={singleKeys} />
    </>
  );
}

export default async function FlagsPage({ searchParams }: Props) {
  const { tab: which, after } = await searchParams;
  return <Page width="wide"><div className="grid gap-7">{which === "history" ? <Decided after={typeof after === "string" ? after : ""} /> : <Open />}</div></Page>;
}
