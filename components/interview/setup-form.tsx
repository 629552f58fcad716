"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { TOPICS, type TopicId } from "../../lib/cards/topics.ts";
import { VERSIONS } from "../../lib/cards/versions.ts";
import { LENGTHS, TIMINGS } from "../../lib/interview/choices.ts";
import { JUDGING_SECONDS } from "../../lib/interview/plan.ts";
import type { Setup } from "../../lib/interview/schema.ts";
import type { SetupView } from "../../lib/interview/loaders.ts";
import { LEVEL_WORDS } from "../cards/card-meta.tsx";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { startInterview } from "./send.ts";

const TIMING_WORDS: Record<Setup["timePercent"], string> = { 100: "As planned", 150: "One and a half times", 200: "Twice", 0: "No time limit" };

/** What an interview of this kind will be, in a sentence. */
function preview(setup: Setup, pool: SetupView["pool"]): string {
  const cards = pool.filter((card) => card.level <= setup.level && (setup.topics.length === 0 || setup.topics.some((topic) => topic === card.topic)));
  if (cards.length === 0) return "No card of these topics is at this level yet. Choose more topics, or a higher level.";
  const mean = cards.reduce((sum, card) => sum + card.seconds, 0) / cards.length + JUDGING_SECONDS;
  const count = Math.max(1, Math.min(cards.length, Math.floor((setup.lengthMinutes * 60) / mean)));
  const time = setup.timePercent === 0 ? "without time limits" : setup.timePercent === 100 ? "each with its own time" : `each with ${TIMING_WORDS[setup.timePercent].toLowerCase()} its own time`;
  return `About ${count} ${count === 1 ? "prompt" : "prompts"} in ${setup.lengthMinutes} minutes, ${time}, asked about Python ${setup.targetVersion}. Nothing is recorded but what you type.`;
}

type Choice = Omit<Setup, "topics">;

/** What is chosen before the start; the defaults are good enough to start at once. */
export function SetupForm({ pool, targetVersion, level = 2 }: Pick<SetupView, "pool" | "targetVersion"> & { readonly level?: number }) {
  const router = useRouter();
  const [choice, setChoice] = useState<Choice>({ lengthMinutes: 20, level, timePercent: 100, targetVersion: VERSIONS.find((one) => one === targetVersion) ?? "3.14" });
  const [topics, setTopics] = useState<readonly TopicId[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const setup: Setup = { ...choice, topics: [...topics] };
  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem("");
    const sent = await startInterview(setup);
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
      <p aria-live="polite" className="text-ink-2">{preview(setup, pool)}</p>
      <Notice tone="problem">{problem}</Notice>
      <div><Button type="submit" aria-disabled={busy} className="min-w-48">{busy ? "Starting" : "Start"}</Button></div>
    </form>
  );
}
