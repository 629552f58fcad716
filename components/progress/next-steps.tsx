import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Progress } from "../../lib/progress/types.ts";
import { drillAddress } from "../../lib/drills/schema.ts";
import { percent } from "./words.ts";
import { count } from "../ui/words.ts";

interface StepProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly href: string;
  readonly action: string;
}

function Step({ title, children, href, action }: StepProps) {
  return (
    <li className="grid content-start gap-2 border-t-2 border-accent pt-4">
      <h2 className="text-[1.05rem]">{title}</h2>
      <p className="text-ink-2">{children}</p>
      <p><Link prefetch={false} className="prose-link inline-flex min-h-11 items-center font-semibold" href={href as Route}>{action}</Link></p>
    </li>
  );
}

function Today({ due, today }: Progress) {
  if (due.cards === 0) return <Step title="Done for today" href="/review/drill" action="Drill cards of your choice">The next study day begins at {today.rule.rolloverHour}:00.</Step>;
  return <Step title={`${count(due.cards, "card")} today`} href="/review" action="Start the review">{due.minutes === null ? "The day's review." : `About ${count(due.minutes, "minute")}, at your pace of the last 30 days.`}</Step>;
}

function Weakest({ topics }: Progress) {
  const weak = topics.find(({ retention }) => retention.total > 0);
  const fresh = topics.find(({ met }) => met === 0);
  if (weak?.retention.value != null && weak.retention.value < 1) {
    return <Step title={weak.title} href={drillAddress(`topic:${weak.topic} is:learned`)} action="Drill its cards">You recalled {percent(weak.retention.value)} of {count(weak.retention.total, "review")}, the least of your topics{weak.sure ? "" : ", though that is too few to be sure"}.</Step>;
  }
  if (fresh !== undefined) return <Step title={fresh.title} href={`/library?topic=${fresh.topic}`} action="Look at its cards">{count(fresh.cards, "card")}, and you have met none of them yet.</Step>;
  return <Step title="A mock interview" href="/interview" action="Set one up">You have met every topic. See what is left of it against the clock.</Step>;
}

function Slips({ slipping, forecast }: Progress) {
  const leeches = slipping.filter(({ leech, suspended }) => leech && !suspended);
  const first = leeches[0] ?? slipping[0];
  if (first !== undefined) return <Step title={leeches.length > 0 ? count(leeches.length, "leech", "leeches") : "A card that slips"} href={leeches.length > 1 ? drillAddress("is:leech") : `/library/${first.cardId}`} action={leeches.length > 1 ? "Drill them" : "Read its reasons"}>{`“${first.title}” was forgotten ${count(first.lapses, "time")}. Another look at why it is so helps more than another try.`}</Step>;
  const tomorrow = forecast.days[1]?.due ?? 0;
  return <Step title="Nothing slips" href="/interview" action="Set up a mock interview">No card was forgotten often enough to name it. {tomorrow === 0 ? "Tomorrow nothing is due so far." : `Tomorrow: ${count(tomorrow, "card")} due.`}</Step>;
}

/** The three things to do, before any chart. */
export function NextSteps({ progress }: { readonly progress: Progress }) {
  return <ul className="grid gap-8 md:grid-cols-3">{[<Today key="today" {...progress} />, <Weakest key="weakest" {...progress} />, <Slips key="slips" {...progress} />]}</ul>;
}
