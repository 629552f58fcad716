// What threads and tasks do, one beside the other: over the steps of a recording, or over virtual time. Places are parts of
// the width, in percent.
import type { LaneSpan, LaneView, Recording, TaskState, ThreadView } from "../../engine/index.ts";
import { coroutineName, durationText } from "../picture/concurrency.ts";

export type LaneState = LaneSpan["kind"];

export interface LaneBox {
  readonly x: number;
  readonly width: number;
  readonly state: LaneState;
  readonly waitsFor: string | null;
}

export interface LaneRow {
  readonly key: string;
  readonly name: string;
  /** `thread`, `task fetch`, `thread of process 4243`. */
  readonly note: string;
  readonly boxes: readonly LaneBox[];
}

/** A place on the axis: of a moment, in virtual nanoseconds or in steps. */
interface Stop {
  readonly at: number;
  readonly x: number;
}

export interface LaneChart {
  readonly rows: readonly LaneRow[];
  /** Lanes that are not drawn, as there are too many. */
  readonly left: number;
  readonly marks: readonly { readonly x: number; readonly label: string }[];
  /** The axis, piece by piece. */
  readonly stops: readonly Stop[];
  /** Long waits are drawn shorter than they are. */
  readonly isSqueezed: boolean;
}

const LANES_AT_MOST = 24;
/** Boxes of one lane; what is finer is drawn as what it is for the most part. */
const BOXES_AT_MOST = 400;
/** A box narrower than this cannot be told from a line, in percent. */
const VISIBLE = 0.4;

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Where a moment is on the axis. */
export function placeOf({ stops }: Pick<LaneChart, "stops">, at: number): number {
  const after = stops.findIndex((stop) => stop.at >= at);
  if (after < 0) return stops.at(-1)?.x ?? 0;
  const [from, to] = [stops[Math.max(0, after - 1)], stops[after]];
  if (from === undefined || to === undefined || from.at === to.at) return to?.x ?? 0;
  return from.x + ((at - from.at) / (to.at - from.at)) * (to.x - from.x);
}

/** What a lane does at a place of the axis; where two boxes meet, the later one. Null: not started, or over. */
export const boxAt = ({ boxes }: LaneRow, x: number): LaneBox | null => boxes.findLast((box) => box.x <= x + 0.0005 && x < box.x + box.width) ?? null;

/** The moment of a place: the other way round. */
export function momentAt({ stops }: Pick<LaneChart, "stops">, x: number): number {
  const after = stops.findIndex((stop) => stop.x >= x);
  if (after < 0) return stops.at(-1)?.at ?? 0;
  const [from, to] = [stops[Math.max(0, after - 1)], stops[after]];
  if (from === undefined || to === undefined || from.x === to.x) return to?.at ?? 0;
  return from.at + ((x - from.x) / (to.x - from.x)) * (to.at - from.at);
}

/** Each piece of the axis between two events gets room by its magnitude: a wait of a second beside work of microseconds. */
function squeezed(times: readonly number[]): Stop[] {
  const weights = times.slice(1).map((time, index) => Math.log2(1 + (time - (times[index] ?? 0)) / 500));
  const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
  let x = 0;
  return times.map((at, index) => ({ at, x: round(index === 0 ? 0 : (x += ((weights[index - 1] ?? 0) / sum) * 100)) }));
}

function timesOf(lanes: readonly LaneView[]): number[] {
  return [...new Set([0, ...lanes.flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to]))])].sort((a, b) => a - b);
}

/** Whether work can be seen where the axis is true to scale. */
function isReadable(lanes: readonly LaneView[], end: number): boolean {
  const work = lanes.flatMap(({ spans }) => spans.filter(({ kind }) => kind === "running" || kind === "working"));
  const seen = work.filter(({ from, to }) => ((to - from) / end) * 100 >= VISIBLE);
  return seen.length * 2 >= work.length;
}

/** As many of them as can be told apart: each place shows what takes most of its time. */
function thinned(boxes: readonly LaneBox[]): LaneBox[] {
  if (boxes.length <= BOXES_AT_MOST) return [...boxes];
  const made: LaneBox[] = [];
  const step = 100 / BOXES_AT_MOST;
  let first = 0;
  for (let slot = 0; slot < BOXES_AT_MOST; slot += 1) {
    const [from, to] = [slot * step, (slot + 1) * step];
    while (first < boxes.length && (boxes[first]?.x ?? 0) + (boxes[first]?.width ?? 0) <= from) first += 1;
    let best: LaneBox | null = null;
    let most = 0;
    for (let at = first; at < boxes.length && (boxes[at]?.x ?? 100) < to; at += 1) {
      const box = boxes[at] as LaneBox;
      const inside = Math.min(to, box.x + box.width) - Math.max(from, box.x);
      if (inside > most) [best, most] = [box, inside];
    }
    const last = made.at(-1);
    if (best === null) continue;
    if (last && last.state === best.state && last.waitsFor === best.waitsFor && Math.abs(last.x + last.width - from) < 0.001) made[made.length - 1] = { ...last, width: round(to - last.x) };
    else made.push({ ...best, x: round(from), width: round(step) });
  }
  return made;
}

const STEPS = [1, 2, 5];

/** Round moments along a true axis, or the events along a squeezed one, as far apart as their labels need. */
function marksOf(stops: readonly Stop[], isSqueezed: boolean): LaneChart["marks"] {
  const end = stops.at(-1)?.at ?? 0;
  if (end === 0) return [];
  if (!isSqueezed) {
    const magnitude = 10 ** Math.floor(Math.log10(end));
    const step = [...STEPS.map((part) => (part * magnitude) / 10), ...STEPS.map((part) => part * magnitude)].find((one) => end / one <= 6) ?? magnitude;
    return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => ({ x: round(((index * step) / end) * 100), label: durationText(index * step) }));
  }
  const marks: { x: number; label: string }[] = [];
  for (const { at, x } of stops) {
    const label = durationText(at);
    const last = marks.at(-1);
    if (x <= 95 && (last === undefined || (x - last.x >= 14 && label !== last.label))) marks.push({ x, label });
  }
  return marks;
}

function noteOf({ kind, process, name }: LaneView, first: number, hasSeveral: boolean, coroutines: ReadonlyMap<string, string>): string {
  const what = kind === "task" ? `task ${coroutines.get(name) ?? ""}`.trim() : "thread";
  return hasSeveral ? `${what}, process ${process - first + 1}` : what;
}

/** Names of the coroutines that tasks run, by the names of the tasks. */
function coroutinesOf({ steps }: Pick<Recording, "steps">): Map<string, string> {
  const names = new Map<string, string>();
  for (const { snapshot } of steps) for (const { tasks } of snapshot.loops) for (const task of tasks) if (!names.has(task.name)) names.set(task.name, coroutineName(snapshot, task));
  return names;
}

/** The lanes of a run over virtual time. Null where there is only one, which is no picture. `squeeze` null: as it reads better. */
export function lanesByTime(recording: Recording, squeeze: boolean | null = null): LaneChart | null {
  const lanes = recording.result.concurrency?.lanes.filter(({ spans }) => spans.length > 0) ?? [];
  if (lanes.length < 2) return null;
  const times = timesOf(lanes);
  const end = times.at(-1) ?? 0;
  const isSqueezed = squeeze ?? !isReadable(lanes, end);
  const stops = isSqueezed ? squeezed(times) : [{ at: 0, x: 0 }, { at: end, x: 100 }];
  const processes = new Set(lanes.map(({ process }) => process));
  const coroutines = coroutinesOf(recording);
  const first = Math.min(...processes);
  const rows = lanes.slice(0, LANES_AT_MOST).map((lane, index): LaneRow => ({
    key: `${index}`, name: lane.name, note: noteOf(lane, first, processes.size > 1, coroutines),
    boxes: thinned(lane.spans.map(({ from, to, kind, waitsFor }) => {
      const x = placeOf({ stops }, from);
      return { x: round(x), width: round(placeOf({ stops }, to) - x), state: kind, waitsFor };
    })),
  }));
  return { rows, left: lanes.length - rows.length, marks: marksOf(stops, isSqueezed), stops: isSqueezed && stops.length > 1_000 ? thinStops(stops) : stops, isSqueezed };
}

/** Fewer pieces than anybody could tell apart. */
function thinStops(stops: readonly Stop[]): Stop[] {
  const kept: Stop[] = [];
  for (const stop of stops) if (stop.x - (kept.at(-1)?.x ?? -1) >= 0.1) kept.push(stop);
  const last = stops.at(-1);
  return last && last !== kept.at(-1) ? [...kept, last] : kept;
}

const OF_TASK: Partial<Record<TaskState, LaneState>> = { running: "running", ready: "ready", waiting: "blocked" };

interface Said {
  readonly state: LaneState;
  readonly waitsFor: string | null;
}

function ofThread({ state, waitsFor }: ThreadView): Said | null {
  if (state === "done") return null;
  return { state: state === "blocked" && waitsFor?.kind === "work" ? "working" : state, waitsFor: waitsFor?.via ?? waitsFor?.kind ?? null };
}

/** The lanes of the first process over the steps of its recording: what stood how when each step was looked at. */
export function lanesBySteps({ steps }: Recording): LaneChart | null {
  const rows = new Map<string, { name: string; note: string; said: (Said | null)[] }>();
  const say = (key: string, name: string, note: string, step: number, said: Said | null): void => {
    let row = rows.get(key);
    if (!row) rows.set(key, (row = { name, note, said: [] }));
    row.name = name;
    row.said[step] = said;
  };
  steps.forEach(({ snapshot }, index) => {
    for (const thread of snapshot.threads) say(`thread ${thread.id}`, thread.name, "thread", index, ofThread(thread));
    for (const { tasks } of snapshot.loops) {
      for (const task of tasks) {
        const state = OF_TASK[task.state];
        say(`task ${task.chip}`, task.name, `task ${coroutineName(snapshot, task)}`.trim(), index, state === undefined ? null : { state, waitsFor: null });
      }
    }
  });
  if (rows.size < 2) return null;
  const width = 100 / steps.length;
  const made = [...rows].slice(0, LANES_AT_MOST).map(([key, { name, note, said }]): LaneRow => {
    const boxes: LaneBox[] = [];
    steps.forEach((_, index) => {
      const now = said[index];
      const last = boxes.at(-1);
      if (!now) return;
      if (last && last.state === now.state && last.waitsFor === now.waitsFor && Math.abs(last.x + last.width - index * width) < 0.01) boxes[boxes.length - 1] = { ...last, width: round((index + 1) * width - last.x) };
      else boxes.push({ ...now, x: round(index * width), width: round(width) });
    });
    return { key, name, note, boxes };
  });
  return { rows: made, left: rows.size - made.length, marks: [], stops: [{ at: 0, x: round(width / 2) }, { at: steps.length - 1, x: round(100 - width / 2) }], isSqueezed: false };
}
