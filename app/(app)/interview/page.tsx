import type { Metadata } from "next";
import Link from "next/link";
import { ComparisonView } from "../../../components/interview/comparison.tsx";
import { History } from "../../../components/interview/history.tsx";
import { Recordings } from "../../../components/interview/recording/recordings.tsx";
import { RunningNotice } from "../../../components/interview/running-notice.tsx";
import { SetupForm } from "../../../components/interview/setup-form.tsx";
import { Page } from "../../../components/layout/page.tsx";
import { loadSetup } from "../../../lib/interview/loaders.ts";

export const metadata: Metadata = { title: "Mock interview" };

export default async function InterviewPage() {
  const { running, past, id, pool, holds, targetVersion, timeZone } = await loadSetup();
  return (
    <Page>
      <div className="grid gap-10">
        <header className="grid gap-2">
          <h1 className="text-3xl">Mock interview</h1>
          <p className="text-ink-2">Prompts against the clock, your answers beside the model answers, and what you missed in tomorrow's review. <Link className="prose-link" href="/interview/join">Interview somebody</Link> · <Link className="prose-link" href="/verdict-rule">How the verdict is found</Link></p>
        </header>
        {running === null ? <SetupForm key={id} id={id} pool={pool} holds={holds} targetVersion={targetVersion} /> : <RunningNotice id={running} />}
        <section className="grid gap-4 border-t border-line pt-7" aria-labelledby="history">
          <h2 id="history" className="text-xl">Earlier interviews</h2>
          <History past={past} timeZone={timeZone} />
        </section>
        <ComparisonView past={past} timeZone={timeZone} />
        <Recordings interviewId={null} />
      </div>
    </Page>
  );
}
