import type { HandleView, LoopView, Recording, Snapshot, Step, TaskView, ThreadView } from "../../engine/index.ts";
import { objectOf } from "./look-up.ts";
import { chipText, nameIn } from "./words.ts";

const UNITS = [["s", 1e9], ["ms", 1e6], ["µs", 1e3], ["ns", 1]] as const;

/** A span of virtual nanoseconds in the unit that reads well: `1.5 s`, `50 ms`. */
export function durationText(nanoseconds: number): string {
  if (nanoseconds === 0) return "0";
  const [word, size] = UNITS.find(([, unit]) => Math.abs(nanoseconds) >= unit) ?? ["ns", 1];
  return `${Number((nanoseconds / size).toPrecision(3))} ${word}`;
}

export const threadName = ({ threads }: Snapshot, id: number | null): string => threads.find((thread) => thread.id === id)?.name ?? "a thread that has ended";

/** What a blocked thread waits for: `lock #3, which worker holds`, `Queue.get`, `the end of worker`. */
export function waitText(snapshot: Snapshot, { waitsFor }: ThreadView): string {
  if (waitsFor === null) return "";
  const { kind, object, via, holder } = waitsFor;
  if (kind === "join" && holder !== null) return `the end of ${threadName(snapshot, holder)}`;
  if (object !== null) return `${nameIn(snapshot, object)}${holder === null ? "" : `, which ${threadName(snapshot, holder)} holds`}${via === null ? "" : ` (${via})`}`;
  return via ?? kind;
}

const taskName = ({ objects }: Pick<Snapshot, "objects">, chip: number | null): string => {
  const shape = objects.find((object) => object.chip === chip)?.shape;
  return shape?.kind === "task" ? shape.name : chip === null ? "nothing" : chipText(chip);
};

/** `Task-2 goes on`, `Task-1 is woken`, `one_done is called`. */
export function handleText(snapshot: Snapshot, { does, task, callback }: HandleView): string {
  switch (does) {
    case "step":
      return `${taskName(snapshot, task)} goes on`;
    case "wake":
      return `${taskName(snapshot, task)} is woken`;
    case "timeout":
      return `${taskName(snapshot, task)} is cancelled: its time is up`;
    case "call":
      return `${callback} is called`;
  }
}

/** The function whose coroutine a task runs. */
export function coroutineName(snapshot: Snapshot, { coroutine }: TaskView): string {
  return coroutine === null ? "" : (objectOf(snapshot, coroutine)?.text ?? "");
}

function awaitedText(snapshot: Snapshot, { waitsFor }: TaskView): string {
  if (waitsFor === null) return "";
  const view = objectOf(snapshot, waitsFor);
  if (view?.shape.kind === "task") return view.shape.name;
  const gathered = (view?.edges ?? []).flatMap(({ label, to }) => (label.startsWith("gathers") && to !== null ? [taskName(snapshot, to)] : []));
  return gathered.length === 0 ? nameIn(snapshot, waitsFor) : `${nameIn(snapshot, waitsFor)}: ${gathered.join(", ")}`;
}

/** One event loop: whose step it is, what is in its queue and its timers, and how its tasks stand. */
export interface LoopWords {
  readonly sentence: string;
  readonly ready: readonly string[];
  readonly timers: readonly (readonly [when: string, what: string])[];
  readonly tasks: readonly (readonly [name: string, coroutine: string, state: string, waitsFor: string])[];
}

export function loopWords(snapshot: Snapshot, { thread, running, ready, timers, tasks }: LoopView): LoopWords {
  const owner = snapshot.threads.length > 1 ? ` in ${threadName(snapshot, thread)}` : "";
  return {
    sentence: `The loop${owner} ${running === null ? "is between two steps" : `runs a step of ${taskName(snapshot, running)}`}; ${count(ready.length, "call")} ready, ${count(timers.length, "timer")}.`,
    ready: ready.map((handle) => handleText(snapshot, handle)),
    timers: timers.map((handle) => [durationText((handle.when ?? 0) * 1e9), handleText(snapshot, handle)]),
    tasks: tasks.map((task) => [task.name, coroutineName(snapshot, task), task.state, task.state === "waiting" ? awaitedText(snapshot, task) : ""]),
  };
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? "" : "s"}`;

/** Threads that wait for each other in a circle, each for the next; empty where there is none. */
export function circleIn({ threads }: Snapshot): readonly ThreadView[] {
  const byId = new Map(threads.map((thread) => [thread.id, thread]));
  for (const start of threads) {
    const way: ThreadView[] = [];
    for (let at: ThreadView | undefined = start; at?.waitsFor != null && at.waitsFor.holder !== null; at = byId.get(at.waitsFor.holder)) {
      const known = way.indexOf(at);
      if (known >= 0) return way.slice(known);
      way.push(at);
    }
  }
  return [];
}

/** The circle as a sentence; "" where there is none. */
export function circleText(snapshot: Snapshot): string {
  const circle = circleIn(snapshot);
  if (circle.length === 0) return "";
  return `${circle.map((thread) => `${thread.name} waits for ${waitText(snapshot, thread)}`).join("; ")}: a circle, and none of them can go on.`;
}

/** Which task of a loop has its step now, where another one had it before; "" where that did not change. */
export function stepText(before: Snapshot, { loops, ...snapshot }: Snapshot): string {
  const old = new Set(before.loops.map(({ running }) => running));
  const now = loops.find(({ running }) => running !== null && !old.has(running));
  return now ? `the event loop lets ${taskName(snapshot, now.running)} go on` : "";
}

/** Why another thread runs than before, in words; what it did in between is read from the lanes of the run. */
export function switchText({ result, freeThreaded }: Recording, before: Step, step: Step): string {
  if (before.thread === step.thread) return "";
  const { snapshot } = step;
  const name = threadName(snapshot, step.thread);
  if (freeThreaded) return `the thread ${name} goes on; there is no GIL`;
  const old = snapshot.threads.find(({ id }) => id === before.thread);
  if (!old) return `the thread ${name} has the GIL now; the one before has ended`;
  if (old.waitsFor) return `the thread ${name} has the GIL now while ${old.name} waits for ${waitText(snapshot, old)}`;
  const lane = result.concurrency?.lanes.find((one) => one.kind === "thread" && one.name === old.name);
  const waited = lane?.spans.find(({ kind, from, to }) => (kind === "blocked" || kind === "working") && to > before.clock && from < step.clock);
  const why = waited ? `${old.name} had to wait (${waited.waitsFor ?? "work without the GIL"})` : `${old.name} gave it up after the switch interval`;
  return `the thread ${name} has the GIL now; ${why}`;
}
