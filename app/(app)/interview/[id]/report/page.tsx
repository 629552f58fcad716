import type { Metadata } from "next";
import Link from "next/link";
import { DrillForm } from "../../../../../components/interview/drill-form.tsx";
import { ReportView } from "../../../../../components/interview/report.tsx";
import { ShareForm } from "../../../../../components/interview/share-form.tsx";
import { Page } from "../../../../../components/layout/page.tsx";
import { ButtonLink } from "../../../../../components/ui/button.tsx";
import { loadReport } from "../../../../../lib/interview/loaders.ts";
import { dateText, dayText } from "../../../../../lib/interview/words.ts";

export const metadata: Metadata = { title: "Report of a mock interview" };

interface Props {
  readonly params: Promise<{ id: string }>;
}

export default async function ReportPage({ params }: Props) {
  const report = await loadReport((await params).id);
  const { interview, timeZone, drill, brought, sharedAt } = report;
  return (
    <Page>
      <div className="grid gap-6">
        <header className="grid gap-1">
          <h1 className="text-3xl">Interview of {dateText(interview.createdAt, timeZone)}</h1>
          {interview.finishedAt === null && <p className="text-ink-2">It is still running; this is how it stands. <Link className="prose-link" href={`/interview/${interview.id}`}>Continue it</Link></p>}
        </header>
        <ReportView report={report} drill={drill.length === 0 ? <p className="text-ink-2">Nothing was missed in what was answered.</p> : <DrillForm id={interview.id} items={drill} brought={Object.fromEntries([...brought].map(([cardId, day]) => [cardId, dayText(day)]))} />} />
        <ShareForm id={interview.id} since={sharedAt === null ? null : dateText(sharedAt, timeZone)} />
        <div className="flex flex-wrap gap-3 print:hidden"><a className="inline-flex min-h-12 items-center justify-center rounded-lg border border-edge bg-surface px-5 text-[0.95rem] font-semibold hover:bg-sunken" href={`/api/interviews/${interview.id}/markdown`} download>Download as Markdown</a><ButtonLink look="quiet" href="/interview">Another interview</ButtonLink><ButtonLink look="quiet" href="/review">Go to the review</ButtonLink></div>
      </div>
    </Page>
  );
}
