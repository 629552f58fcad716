"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useMemo, useState } from "react";
import { TOPICS, type TopicId } from "../../lib/cards/topics.ts";
import { VERSIONS } from "../../lib/cards/versions.ts";
import { LENGTHS, TIMINGS } from "../../lib/interview/choices.ts";
import { extentOf, planInterview } from "../../lib/interview/plan.ts";
import type { Setup } from "../../lib/interview/schema.ts";
import type { SetupView } from "../../lib/interview/loaders.ts";
import { LEVEL_WORDS } from "../cards/card-meta.tsx";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { startInterview } from "./send.ts";

const TIMING_WORDS: Record<Setup["timePercent"], string> = { 100: "As planned", 150: "One and a half times", 200: "Twice", 0: "No time limit" };

const TIMING_SENTENCES: Record<Setup["timePercent"], string> = {
  100: "each with its own time",
  150: "each with one and a half times its own time",
  200: "each with twice its own time",
  0: "without time limits",
};

/** What the interview will be, in a sentence: it is planned here as the server will plan it. */
function preview(setup: Setup, { id, pool, holds }: Pick<SetupView, "id" | "pool" | "holds">): string {
  const { prompts, minutes } = extentOf(planInterview(pool, new Map(holds), setup, id), pool);
  if (prompts === 0) return "No card of these topics is at this level yet. Choose more topics, or a higher level.";
  return `${prompts} ${prompts === 1 ? "prompt" : "prompts"}, about ${minutes} ${minutes === 1 ? "minute" : "minutes"}, ${TIMING_SENTENCES[setup.timePercent]}, asked about Python ${setup.targetVersion}. Nothing is recorded but what you type.`;
}

type Choice = Omit<Setup, "topics">;

/** What is chosen before the start; the defaults are good enough to start at once. */
export function SetupForm({ id, pool, holds, targetVersion }: Pick<SetupView, "id" | "pool" | "holds" | "targetVersion">) {
  const router = useRouter();
  const [choice, setChoice] = useState<Choice>({ lengthMinutes: 20, level: 2, timePercent: 100, targetVersion: VERSIONS.find((one) => one === targetVersion) ?? "3.14" });
  const [topics, setTopics] = useState<readonly TopicId[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const setup: Setup = useMemo(() => ({ ...choice, topics: [...topics] }), [choice, topics]);
  const sentence = useMemo(() => preview(setup, { id, pool, holds }), [setup, id, pool, holds]);
  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem("");
    const sent = await startInterview({ id, ...setup });
    if (sent.ok && typeof sent.body.id === "string") return router.push(`/interview/${sent.body.id}`);
    setProblem(sent.ok ? "The server did not answer as expected. Reload the page." : sent.message);
    setBusy(false);
  };
  const known = TOPICS.filter(({ id }) => pool.some((card) => card.topic === id));
  return (
    <form method="post" className="grid gap-6" onSubmit={(event) => void start(event)}>
      <div className="grid gap-5 sm:grid-cols-2">
        <Select label="Length" name="lengthMinutes" value={choice.lengthMinutes} onChange={(event) => setChoice({ ...choice, lengthMinutes: LENGTHS.find((one) => one === Number(event.target.value)) ?? 20 })}>
          {LENGTHS.map((one) => <option key={one} value={one}>{one} minutes</option>)}
        </Select>
        <Select label="Level" name="level" value={choice.level} onChange={(event) => setChoice({ ...choice, level: Number(event.target.value) })}>
          {[1, 2, 3, 4].map((one) => <option key={one} value={one}>{LEVEL_WORDS[one]}</option>)}
        </Select>
        <Select label="Time for each answer" name="timePercent" value={choice.timePercent} onChange={(event) => setChoice({ ...choice, timePercent: TIMINGS.find((one) => one === Number(event.target.value)) ?? 100 })}>
          {TIMINGS.map((one) => <option key={one} value={one}>{TIMING_WORDS[one]}</option>)}
        </Select>
        <Select label="Python version" name="targetVersion" value={choice.targetVersion} onChange={(event) => setChoice({ ...choice, targetVersion: VERSIONS.find((one) => one === event.target.value) ?? "3.14" })}>
          {VERSIONS.map((one) => <option key={one}>{one}</option>)}
        </Select>
      </div>
      <details className="rounded-lg border border-line px-4">
        <summary className="flex min-h-12 items-center font-semibold">Topics: {topics.length === 0 ? "all" : topics.length}</summary>
        <fieldset className="grid pb-3 sm:grid-cols-2">
          <legend className="sr-only">Topics; none ticked means all</legend>
          {known.map(({ id, title }) => (
            <label key={id} className="flex min-h-12 items-center gap-3">
              <input type="checkbox" checked={topics.includes(id)} onChange={() => setTopics(topics.includes(id) ? topics.filter((one) => one !== id) : [...topics, id])} className="size-5 shrink-0 accent-accent" />
              {title}
            </label>
          ))}
        </fieldset>
      </details>
      <p aria-live="polite" className="text-ink-2">{sentence}</p>
      <Notice tone="problem">{problem}</Notice>
      <div><Button type="submit" aria-disabled={busy} className="min-w-48">{busy ? "Starting" : "Start"}</Button></div>
    </form>
  );
}
