"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useMemo, useState } from "react";
import { TOPICS, type TopicId } from "../../lib/cards/topics.ts";
import { VERSIONS } from "../../lib/cards/versions.ts";
import { LENGTHS, type Style, STYLES, TIMINGS } from "../../lib/interview/choices.ts";
import { extentOf, planInterview } from "../../lib/interview/plan.ts";
import type { Setup } from "../../lib/interview/schema.ts";
import type { SetupView } from "../../lib/interview/loaders.ts";
import { LEVEL_WORDS } from "../cards/card-meta.tsx";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { startInterview } from "./send.ts";

const TIMING_WORDS: Record<Setup["timePercent"], string> = { 100: "As planned", 150: "One and a half times", 200: "Twice", 300: "Three times", 500: "Five times", 1000: "Ten times", 0: "No time limit" };

const timingSentence = (timePercent: Setup["timePercent"]): string => {
  if (timePercent === 0) return "without time limits";
  return timePercent === 100 ? "each with its own time" : `each with ${(TIMING_WORDS[timePercent]).toLowerCase()} its own time`;
};

const STYLE_WORDS: Record<Style, string> = { mixed: "Mixed", talk: "Open questions", predict: "Predict the output", debug: "Repair programs", draw: "Draw the heap" };

/** What the interview will be, in a sentence: it is planned here as the server will plan it. */
function preview(setup: Setup, { id, pool, holds }: Pick<SetupView, "id" | "pool" | "holds">): string {
  const planned = planInterview(pool, new Map(holds), setup, id);
  const { prompts, minutes } = extentOf(planned, pool);
  if (prompts === 0) return "No card of this style and these topics is at this level yet. Choose more topics, another style, or a higher level.";
  const followUps = planned.filter((prompt) => prompt.follows !== null).length;
  return `${prompts} ${prompts === 1 ? "prompt" : "prompts"}, about ${minutes} ${minutes === 1 ? "minute" : "minutes"}, ${timingSentence(setup.timePercent)}${followUps === 0 ? "" : `; ${followUps} of them follow up another`}. Asked about Python ${setup.targetVersion}. Nothing is recorded but what you type.`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

type Choice = Omit<Setup, "topics">;

interface PartProps {
  readonly choice: Choice;
  readonly change: (next: Partial<Choice>) => void;
}

function Choices({ choice, change }: PartProps) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Select label="Length" name="lengthMinutes" value={choice.lengthMinutes} onChange={(event) => change({ lengthMinutes: LENGTHS.find((one) => one === Number(event.target.value)) ?? 20 })}>
        {LENGTHS.map((one) => <option key={one} value={one}>{one} minutes</option>)}
      </Select>
      <Select label="Level" name="level" value={choice.level} onChange={(event) => change({ level: Number(event.target.value) })}>
        {[1, 2, 3, 4].map((one) => <option key={one} value={one}>{capital(LEVEL_WORDS[one] ?? "")}</option>)}
      </Select>
      <Select label="Style" name="style" value={choice.style} onChange={(event) => change({ style: STYLES.find((one) => one === event.target.value) ?? "mixed" })}>
        {STYLES.map((one) => <option key={one} value={one}>{STYLE_WORDS[one]}</option>)}
      </Select>
      <Select label="Python version" name="targetVersion" value={choice.targetVersion} onChange={(event) => change({ targetVersion: VERSIONS.find((one) => one === event.target.value) ?? "3.14" })}>
        {VERSIONS.map((one) => <option key={one}>{one}</option>)}
      </Select>
      <Select label="Time for each answer" name="timePercent" value={choice.timePercent} onChange={(event) => change({ timePercent: TIMINGS.find((one) => one === Number(event.target.value)) ?? 100 })}>
        {TIMINGS.map((one) => <option key={one} value={one}>{TIMING_WORDS[one]}</option>)}
      </Select>
    </div>
  );
}

const SWITCHES: readonly (readonly ["spoken" | "calm" | "bring", string, string])[] = [
  ["spoken", "I answer aloud", "The field is for notes; you can also record yourself, on this device alone."],
  ["calm", "Calm", "No timer on the screen until you ask for it."],
  ["bring", "Bring what I miss into tomorrow's review", "Each card with the reason. Without this, one click in the report does it."],
];

function Switches({ choice, change }: PartProps) {
  return (
    <fieldset className="grid gap-1">
      <legend className="sr-only">How it runs</legend>
      {SWITCHES.map(([key, label, note]) => (
        <label key={key} className="flex min-h-12 items-start gap-3 rounded-lg px-1 py-2 hover:bg-sunken">
          <input type="checkbox" checked={choice[key]} onChange={() => change({ [key]: !choice[key] })} className="mt-0.5 size-5 shrink-0 accent-accent" />
          <span className="grid"><span>{label}</span><span className="text-sm text-ink-2">{note}</span></span>
        </label>
      ))}
    </fieldset>
  );
}

function Topics({ known, topics, change }: { readonly known: readonly { readonly id: TopicId; readonly title: string }[]; readonly topics: readonly TopicId[]; readonly change: (next: readonly TopicId[]) => void }) {
  return (
    <details className="rounded-lg border border-line px-4">
      <summary className="flex min-h-12 items-center justify-between font-semibold">Topics: {topics.length === 0 ? "all" : topics.length}<span aria-hidden="true" className="font-normal text-ink-2">▾</span></summary>
      <fieldset className="grid pb-3 sm:grid-cols-2">
        <legend className="sr-only">Topics; none ticked means all</legend>
        {known.map(({ id, title }) => (
          <label key={id} className="flex min-h-12 items-center gap-3">
            <input type="checkbox" checked={topics.includes(id)} onChange={() => change(topics.includes(id) ? topics.filter((one) => one !== id) : [...topics, id])} className="size-5 shrink-0 accent-accent" />
            {title}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

/** What is chosen before the start; the defaults are good enough to start at once. */
export function SetupForm({ id, pool, holds, targetVersion }: Pick<SetupView, "id" | "pool" | "holds" | "targetVersion">) {
  const router = useRouter();
  const [choice, setChoice] = useState<Choice>({ lengthMinutes: 20, level: 2, timePercent: 100, targetVersion: VERSIONS.find((one) => one === targetVersion) ?? "3.14", style: "mixed", spoken: false, calm: false, bring: true });
  const [topics, setTopics] = useState<readonly TopicId[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const setup: Setup = useMemo(() => ({ ...choice, topics: [...topics] }), [choice, topics]);
  const sentence = useMemo(() => preview(setup, { id, pool, holds }), [setup, id, pool, holds]);
  const change = (next: Partial<Choice>): void => setChoice({ ...choice, ...next });
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
  return (
    <form method="post" className="grid gap-6" onSubmit={(event) => void start(event)}>
      <Choices choice={choice} change={change} />
      <Topics known={TOPICS.filter((topic) => pool.some((card) => card.topic === topic.id))} topics={topics} change={setTopics} />
      <Switches choice={choice} change={change} />
      <p aria-live="polite" className="text-ink-2">{sentence}</p>
      <Notice tone="problem">{problem}</Notice>
      <div><Button type="submit" aria-disabled={busy} className="min-w-48">{busy ? "Starting" : "Start"}</Button></div>
    </form>
  );
}
