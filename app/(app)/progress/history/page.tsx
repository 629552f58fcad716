import type { Metadata, Route } from "next";
import Link from "next/link";
import { Page } from "../../../../components/layout/page.tsx";
import { History } from "../../../../components/progress/history.tsx";
import { Button } from "../../../../components/ui/button.tsx";
import { Field } from "../../../../components/ui/field.tsx";
import { SEARCH_AT_MOST } from "../../../../lib/progress/history.ts";
import { loadHistory } from "../../../../lib/progress/loaders.ts";

export const metadata: Metadata = { title: "History" };

export default async function HistoryPage({ searchParams }: { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { query, events, timeZone, older } = await loadHistory(await searchParams);
  const narrowed = query.search !== "" || query.before !== null;
  return (
    <Page width="wide">
      <div className="grid gap-7">
        <header className="grid gap-2">
          <p className="text-sm"><Link className="prose-link" href="/progress">Progress</Link></p>
          <h1 className="text-3xl">History</h1>
          <p className="max-w-prose text-ink-2">Every answer and decision, the newest first. Nothing in it is ever changed: what was taken back stays, marked as such. <Link className="prose-link" href="/settings/data">Take it with you</Link> as a file.</p>
        </header>
        <search>
          <form action="/progress/history" className="flex flex-wrap items-end gap-4">
            <Field label="Cards with these words" name="q" type="search" defaultValue={query.search} maxLength={SEARCH_AT_MOST} autoComplete="off" />
            <Button type="submit">Show</Button>
          </form>
        </search>
        {events.length > 0 ? <History events={events} timeZone={timeZone} /> : <p role="status">{narrowed ? "No event fits." : "Nothing yet: your first answer will stand here."}</p>}
        <p className="flex flex-wrap gap-x-6">
          {older !== null && <Link className="prose-link inline-flex min-h-11 items-center" href={older as Route}>Older</Link>}
          {narrowed && <Link className="prose-link inline-flex min-h-11 items-center" href="/progress/history">The newest of all cards</Link>}
        </p>
      </div>
    </Page>
  );
}
