import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type FrameView, type Recording, record, type Snapshot, type Step, type VersionId } from "../../../lib/engine/index.ts";

type SeenNames = Readonly<Record<string, readonly [type: string, id: number, count: number | null]>>;

interface Recorded {
  readonly version: VersionId;
  /** Reading the names added no references. */
  readonly counts: boolean;
  readonly programs: Readonly<Record<string, readonly (readonly [event: string, line: number, name: string, names: SeenNames])[]>>;
}

const read = (name: string) => readFileSync(path.join(import.meta.dirname, name), "utf8");
const recordings = ["recorded-3.11.json", "recorded-3.13.json"].map((name) => JSON.parse(read(name)) as Recorded);

const EVENTS: Partial<Record<Step["kind"], string>> = { line: "line", call: "call", resume: "call", return: "return", yield: "return", raise: "exception", unwind: "exception" };

/** Objects by name, as groups of names for one object: identity without addresses. */
function groups(ids: readonly (readonly [name: string, id: number])[]): string[] {
  const byId = new Map<number, string[]>();
  for (const [name, id] of ids) byId.set(id, [...(byId.get(id) ?? []), name]);
  return [...byId.values()].map((names) => names.sort().join("=")).sort();
}

interface Bound {
  readonly name: string;
  readonly to: number;
}

function namesOf(snapshot: Snapshot, frame: FrameView): Bound[] {
  // While an inlined comprehension runs in a module, f_locals has its variable alone (PEP 709).
  const isInlined = frame.kind === "module" && frame.slots.some(({ to }) => to !== null);
  const names = frame.kind === "module" && !isInlined ? snapshot.globals : (frame.names ?? frame.slots);
  return names.flatMap(({ name, to }) => (to === null || name.startsWith("__") ? [] : [{ name, to }]));
}

/** What CPython's tracer tells, read off the recording. */
function eventsOf(recording: Recording, withCounts: boolean) {
  return recording.steps.flatMap(({ kind, next, snapshot }) => {
    const event = EVENTS[kind];
    const frame = snapshot.frames.find(({ id }) => id === next?.frame);
    if (!event || !frame) return [];
    const bound = namesOf(snapshot, frame);
    const views = new Map(snapshot.objects.map((view) => [view.chip, view]));
    return [{
      event, line: next?.line, name: frame.name,
      types: Object.fromEntries(bound.map(({ name, to }) => [name, views.get(to)?.type])),
      groups: groups(bound.map(({ name, to }) => [name, to])),
      counts: withCounts && event === "line" ? Object.fromEntries(bound.map(({ name, to }) => [name, views.get(to)?.refs])) : {},
    }];
  });
}

describe.each(recordings)("a recording by line in $version", ({ version, counts, programs }) => {
  it.each(Object.entries(programs))("has the events, names, identities and counts that CPython's tracer sees: %s", (name, events) => {
    const recording = record(read(`programs/${name}`), { version });
    const expected = events
      .filter(([event, , code]) => event !== "call" || code !== "<module>")
      .map(([event, line, code, names]) => ({
        event, line, name: code,
        types: Object.fromEntries(Object.entries(names).map(([key, [type]]) => [key, type])),
        groups: groups(Object.entries(names).map(([key, [, id]]) => [key, id])),
        counts: counts && event === "line" ? Object.fromEntries(Object.entries(names).map(([key, [, , count]]) => [key, count])) : {},
      }));
    expect(eventsOf(recording, counts)).toEqual(expected);
  });
});
