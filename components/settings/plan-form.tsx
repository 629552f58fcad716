"use client";
import { useActionState, useEffect, useRef, useState, useTransition } from "react";
import type { PlanOfStudy } from "../../lib/scheduling/forecast.ts";
import { RETENTION_RANGE } from "../../lib/scheduling/fsrs.ts";
import type { SchedulerSetting } from "../../lib/scheduling/scheduler.ts";
import { dayToIso, type StudyDay } from "../../lib/scheduling/study-day.ts";
import { comparePlan, type Comparison, savePlan, type SettingsResult } from "../../lib/settings/actions.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { WorkloadForecast } from "./workload-forecast.tsx";

const SCHEDULER_WORDS: readonly (readonly [SchedulerSetting["scheduler"], string, string])[] = [
  ["sm2", "SM-2", "As published in 1990: 1 day, 6 days, then each interval times the card's easiness."],
  ["fsrs", "FSRS-6", "A model of memory: a card comes when its chance of recall has fallen to the share that you choose."],
];

/** How long nothing must change before the workload is asked for, in ms. */
const PAUSE_MS = 400;

interface PlanFormProps {
  readonly plan: PlanOfStudy;
  readonly today: StudyDay;
}

/** How cards come back and how many, with the workload to expect before it is saved. */
export function PlanForm({ plan, today }: PlanFormProps) {
  const [result, save, busy] = useActionState<SettingsResult | null, FormData>(savePlan, null);
  const form = useRef<HTMLFormElement>(null);
  const [scheduler, setScheduler] = useState(plan.setting.scheduler);
  const { comparison, waiting, ask } = useComparison(form);
  const problems = result?.status === "invalid" ? result.problems : {};
  const saved = JSON.stringify(plan);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once on arrival, and again for what was saved
  useEffect(() => ask(0), [saved]);
  return (
    <form ref={form} key={saved} action={save} onChange={() => ask(PAUSE_MS)} className="grid gap-6">
      <div className="grid max-w-md gap-5">
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-semibold">Scheduler</legend>
          {SCHEDULER_WORDS.map(([value, name, words]) => (
            <label key={value} className="flex min-h-12 gap-3 py-1.5">
              <input type="radio" name="scheduler" value={value} defaultChecked={plan.setting.scheduler === value} onChange={() => setScheduler(value)} className="mt-0.5 size-5 shrink-0 accent-accent" />
              <span><span className="font-medium">{name}</span><span className="block text-sm text-ink-2">{words}</span></span>
            </label>
          ))}
          <p className="text-sm text-ink-2">Both read the same answers. You can change and change back: nothing is lost. <a className="prose-link" href="/library/scheduling">How SM-2 is read here</a>.</p>
        </fieldset>
        <Retention retention={plan.setting.retention} shown={scheduler === "fsrs"} problem={problems.retention} />
        <Field label="New cards a day" name="newPerDay" type="number" min={0} max={100} required defaultValue={plan.newPerDay} problem={problems.newPerDay} />
        <Field label="Reviews a day, at most" name="reviewsPerDay" type="number" min={0} max={999} required defaultValue={plan.reviewsPerDay} problem={problems.reviewsPerDay} />
        <Field label="Day of your interview" name="interviewDay" type="date" min={dayToIso(today + 1)} max={dayToIso(today + 365)} defaultValue={plan.interviewDay === null ? "" : dayToIso(plan.interviewDay)} hint="Optional. New cards are spread up to it, and every card is asked once more in the last days before." problem={problems.interviewDay} />
      </div>
      <WorkloadForecast comparison={comparison} waiting={waiting} today={today} />
      <Notice tone={result?.status === "saved" ? "plain" : "problem"}>{result?.status === "saved" ? "The plan is saved." : result?.status === "refused" ? result.reason : ""}</Notice>
      <Button type="submit" className="justify-self-start" aria-disabled={busy}>Save the plan</Button>
    </form>
  );
}

function Retention({ retention, shown, problem }: { readonly retention: number; readonly shown: boolean; readonly problem: string | undefined }) {
  const [chosen, setChosen] = useState(retention);
  const { least, most } = RETENTION_RANGE;
  if (!shown) return <input type="hidden" name="retention" value={chosen} />;
  return (
    <div className="grid gap-1.5">
      <label htmlFor="retention" className="font-semibold">Recall aimed at: {chosen} %</label>
      <input id="retention" name="retention" type="range" min={least} max={most} value={chosen} aria-valuetext={`${chosen} percent`} aria-describedby="retention-hint" onChange={(event) => setChosen(Number(event.target.value))} className="min-h-12 w-full accent-accent" />
      <p id="retention-hint" className="text-sm text-ink-2">Of the cards that are due, so many should be remembered. More means more answers a day.</p>
      {problem !== undefined && <p className="text-sm font-medium text-again">{problem}</p>}
    </div>
  );
}

/** Asks for the workload of what the form says, when it has not changed for a moment; an answer that came too late is dropped. */
function useComparison(form: React.RefObject<HTMLFormElement | null>) {
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [waiting, startWaiting] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (afterMs: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (form.current === null) return;
      asked.current += 1;
      const turn = asked.current;
      const fields = new FormData(form.current);
      startWaiting(async () => {
        const answer = await comparePlan(fields).catch((): Comparison => ({ status: "refused", reason: "The server cannot be reached, so the workload is not known. Saving needs the connection too." }));
        if (turn === asked.current) setComparison(answer);
      });
    }, afterMs);
  };
  return { comparison, waiting, ask };
}
