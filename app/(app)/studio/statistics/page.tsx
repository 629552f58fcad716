import type { Metadata, Route } from "next";
import Link from "next/link";
import { Page } from "../../../../components/layout/page.tsx";
import { StatisticsTable } from "../../../../components/studio/statistics-table.tsx";
import { SURE } from "../../../../lib/statistics/harm.ts";
import { loadCardStatistics, STATISTICS_PAGE } from "../../../../lib/statistics/loaders.ts";

export const metadata: Metadata = { title: "Statistics" };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function StatisticsPage({ searchParams }: Props) {
  const { page: asked } = await searchParams;
  const page = typeof asked === "string" && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
  const { rows, answered, total } = await loadCardStatistics(page);
  const link = (to: number) => `/studio/statistics?page=${to}` as Route;
  return (
    <Page width="wide">
      <div className="grid gap-7">
        <div className="grid max-w-prose gap-2">
          <h1 className="text-3xl">Statistics</h1>
          <p className="text-ink-2">
            {answered === 0 ? "No published card has been answered yet, so there is nothing to tell them apart by." : `${answered} of ${total} published cards have been answered since their answer was last corrected.`} Harm counts cases: learners who
            fail the card (at least, with 95 % certainty), leeches, answers that failed though the learner was {SURE} % sure or more, and open flags.
          </p>
        </div>
        {rows.length === 0 ? <p>There is no card on this page.</p> : <StatisticsTable rows={rows} />}
        <p className="flex gap-6">
          {page > 1 && <Link className="prose-link" href={link(page - 1)}>More harmful ones</Link>}
          {page * STATISTICS_PAGE < total && <Link className="prose-link" href={link(page + 1)}>Less harmful ones</Link>}
        </p>
      </div>
    </Page>
  );
}
