import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "../../../components/layout/page.tsx";
import { TitledSection } from "../../../components/layout/titled-section.tsx";
import { TodaysPace } from "../../../components/pace/todays-pace.tsx";
import { CalibrationChart } from "../../../components/progress/calibration.tsx";
import { ForecastChart } from "../../../components/progress/forecast.tsx";
import { HeatMap } from "../../../components/progress/heat-map.tsx";
import { NextSteps } from "../../../components/progress/next-steps.tsx";
import { RetentionTable } from "../../../components/progress/retention.tsx";
import { SlippingCards } from "../../../components/progress/slipping.tsx";
import { StudyTime } from "../../../components/progress/study-time.tsx";
import { Topics } from "../../../components/progress/topics.tsx";
import { ButtonLink } from "../../../components/ui/button.tsx";
import { loadWayBack } from "../../../lib/pace/loaders.ts";
import { loadProgress, rangeOf } from "../../../lib/progress/loaders.ts";
import { type Range, RANGES } from "../../../lib/progress/types.ts";

export const metadata: Metadata = { title: "Progress" };

function RangePicker({ range }: { readonly range: Range }) {
  return (
    <nav aria-label="Days looked back over" className="flex flex-wrap items-center gap-x-1">
      <span className="text-sm text-ink-2">Time and confidence over</span>
      {RANGES.map((days) => <Link key={days} prefetch={false} scroll={false} href={`/progress?days=${days}#time`} aria-current={days === range ? "true" : undefined} className="inline-flex min-h-11 items-center px-2 text-accent underline-offset-4 hover:underline aria-[current=true]:font-semibold aria-[current=true]:text-ink">{days} days</Link>)}
    </nav>
  );
}

export default async function ProgressPage({ searchParams }: { readonly searchParams: Promise<{ days?: string | string[] }> }) {
  const { days } = await searchParams;
  const [progress, wayBack] = await Promise.all([loadProgress(rangeOf(typeof days === "string" ? days : null)), loadWayBack()]);
  const { today, range } = progress;
  if (progress.answers === 0) {
    return (
      <Page>
        <div className="grid gap-5">
          <h1 className="text-3xl">Progress</h1>
          <p className="max-w-prose text-ink-2">After your first answers this page says what to do next: which topic needs you most, which cards slip, and how much comes on the next days. After about 30 it can also tell how well you remember.</p>
          <p><ButtonLink href="/review">Answer the first card</ButtonLink></p>
        </div>
      </Page>
    );
  }
  return (
    <Page width="wide">
      <div className="grid gap-10">
        <header className="grid gap-2"><h1 className="text-3xl">Progress</h1><p className="text-ink-2">Days studied of the last 30: <span className="font-semibold text-ink tabular-nums">{progress.studiedOfThirty}</span></p></header>
        {wayBack !== null && <TodaysPace wayBack={wayBack} />}
        <NextSteps progress={progress} />
        <TitledSection id="topics" title="Topics"><Topics topics={progress.topics} /></TitledSection>
        <TitledSection id="retention" title="Retention"><RetentionTable rows={progress.retention} /></TitledSection>
        <TitledSection id="forecast" title="The next 30 days"><ForecastChart forecast={progress.forecast} reviewsPerDay={progress.reviewsPerDay} today={today.day} /></TitledSection>
        {progress.slipping.length > 0 && <TitledSection id="slipping" title="Cards that slip"><SlippingCards cards={progress.slipping} /></TitledSection>}
        <TitledSection id="days" title="Study days"><HeatMap days={progress.heat} today={today.day} /></TitledSection>
        <TitledSection id="time" title="Time"><RangePicker range={range} /><StudyTime days={progress.days} /></TitledSection>
        <TitledSection id="confidence" title="Confidence"><CalibrationChart calibration={progress.calibration} answers={progress.confidences} /></TitledSection>
        <p><Link className="prose-link inline-flex min-h-11 items-center" href="/progress/history">History: every answer and what was taken back</Link></p>
      </div>
    </Page>
  );
}
