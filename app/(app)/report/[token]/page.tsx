import type { Metadata } from "next";
import { ReportView } from "../../../../components/interview/report.tsx";
import { Page } from "../../../../components/layout/page.tsx";
import { loadShared } from "../../../../lib/interview/loaders.ts";
import { dateText } from "../../../../lib/interview/words.ts";

// The address is the key: it goes into no index, and to no other site.
export const metadata: Metadata = { title: "Report of a mock interview", robots: { index: false, follow: false }, referrer: "no-referrer" };

interface Props {
  readonly params: Promise<{ token: string }>;
}

export default async function SharedReportPage({ params }: Props) {
  const report = await loadShared((await params).token);
  const { interview, timeZone } = report;
  return (
    <Page>
      <div className="grid gap-6">
        <header className="grid gap-1">
          <h1 className="text-3xl">Mock interview of {dateText(interview.createdAt, timeZone)}</h1>
          <p className="text-ink-2">The candidate shares this report by a private link and can take it back.{interview.finishedAt === null ? " The interview is still running; this is how it stands." : ""}</p>
        </header>
        <ReportView report={report} />
      </div>
    </Page>
  );
}
