import type { Metadata } from "next";
import Link from "next/link";
import { ReportView } from "../../../../../components/interview/report.tsx";
import { dateText } from "../../../../../components/interview/words.ts";
import { Page } from "../../../../../components/layout/page.tsx";
import { ButtonLink } from "../../../../../components/ui/button.tsx";
import { loadReport } from "../../../../../lib/interview/loaders.ts";

export const metadata: Metadata = { title: "Report of a mock interview" };

interface Props {
  readonly params: Promise<{ id: string }>;
}

export default async function ReportPage({ params }: Props) {
  const report = await loadReport((await params).id);
  const { interview, timeZone } = report;
  return (
    <Page>
      <div className="grid gap-6">
        <header className="grid gap-1">
          <h1 className="text-3xl">Interview of {dateText(interview.createdAt, timeZone)}</h1>
          {interview.finishedAt === null && <p className="text-ink-2">It is still running; this is how it stands. <Link className="prose-link" href={`/interview/${interview.id}`}>Continue it</Link></p>}
        </header>
        <ReportView report={report} brought={report.brought} />
        <div className="flex flex-wrap gap-3 print:hidden"><ButtonLink look="quiet" href="/interview">Another interview</ButtonLink><ButtonLink look="quiet" href="/review">Go to the review</ButtonLink></div>
      </div>
    </Page>
  );
}
