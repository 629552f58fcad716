import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Recording, record, run } from "../../lib/engine/index.ts";
import { boxAt, type LaneChart, lanesBySteps, lanesByTime, momentAt, placeOf } from "../../lib/lab/drawing/lanes.ts";
import { waitGraphOf } from "../../lib/lab/drawing/wait-graph.ts";
import { EXAMPLES } from "../../lib/lab/examples.ts";
import { sentenceOf } from "../../lib/lab/picture/sentence.ts";
import { twinOf, twinText } from "../../lib/lab/picture/twin.ts";
import { FREE_THREADED } from "../../lib/cards/versions.ts";
import { ofMoment } from "../../lib/lab/step-navigation.ts";
import { runOf } from "../../lib/lab/stage-run.ts";

const made = new Map<string, Recording>();
const of = (id: string): Recording => made.get(id) as Recording;

beforeAll(() => {
  for (const { id, topic, source, version, mode } of EXAMPLES) if (topic === "Threads, tasks, processes") made.set(id, record(source, { version, mode }));
}, 120_000);

const rowOf = (chart: LaneChart | null, name: string) => chart?.rows.find((row) => row.name === name);

describe("lanes", () => {
  it("are as long as their spans, one after the other, whatever the scale", () => {
    for (const [id, recording] of made) {
      for (const chart of [lanesByTime(recording, true), lanesByTime(recording, false), lanesBySteps(recording)]) {
        for (const { boxes } of chart?.rows ?? []) {
          boxes.forEach(({ x, width }, index) => {
            const before = boxes[index - 1];
            expect(x, id).toBeGreaterThanOrEqual(before ? before.x + before.width - 0.01 : 0);
            expect(x + width, id).toBeLessThanOrEqual(100.01);
          });
        }
      }
    }
  });

  it("give a moment's place and the moment of a place", () => {
    const chart = lanesByTime(of("event-loop"), true) as LaneChart;
    const end = chart.stops.at(-1)?.at ?? 0;
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (part) => Math.abs(momentAt(chart, placeOf(chart, part * end)) - part * end) <= end / 1000));
  });

  it("have one thread running at a time under the GIL, and both at once without it", () => {
    const { source } = EXAMPLES.find(({ id }) => id === "two-threads") ?? { source: "" };
    const both = (recording: Recording) => {
      const chart = lanesByTime(recording, false);
      const [red, blue] = [rowOf(chart, "red"), rowOf(chart, "blue")];
      return Array.from({ length: 199 }, (_, index) => (index + 1) / 2).filter((x) => [red, blue].every((row) => row && boxAt(row, x)?.state === "running")).length;
    };
    expect(both(of("two-threads"))).toBe(0);
    expect(both(record(source, { version: "3.14", freeThreaded: true, cores: 2 }))).toBeGreaterThan(50);
  });

  it("are drawn by steps with what each thread and task did when a step was looked at", () => {
    const recording = of("sleeping-threads");
    const chart = lanesBySteps(recording);
    const asleep = recording.steps.findIndex(({ snapshot }) => snapshot.threads.filter(({ waitsFor }) => waitsFor?.kind === "sleep").length === 2);
    expect(rowOf(chart, "sleeps 2")).toBeDefined();
    for (const name of ["sleeps 1", "sleeps 2"]) expect(boxAt(rowOf(chart, name) as NonNullable<ReturnType<typeof rowOf>>, placeOf(chart as LaneChart, asleep))?.state).toBe("blocked");
  });

  it("are none where there is one thread alone", () => {
    const { lanes, steps } = runOf(record("a = 1\n"), { source: "a = 1\n", version: "3.14", mode: "script" });
    expect([lanes, ofMoment(steps, 0)]).toEqual([null, steps.findLastIndex(({ clock }) => clock === 0)]);
  });

  it("tell of several processes by their numbers", () => {
    const notes = lanesByTime(of("processes"))?.rows.map(({ note }) => note) ?? [];
    expect(notes).toEqual(expect.arrayContaining(["thread, process 1", "thread, process 2"]));
  });
});

describe("who waits for whom", () => {
  it("is a closed loop where two threads take two locks in two orders, and the last sentence says it", () => {
    const recording = of("deadlock");
    const last = recording.steps.length - 1;
    const graph = waitGraphOf(recording.steps[last].snapshot);
    expect(graph?.nodes.filter(({ inCircle }) => inCircle).map(({ title, note }) => [title.replace(/#\d+/, "#"), note])).toEqual([["there", "blocked"], ["back", "blocked"], ["lock #", "checking"], ["lock #", "savings"]]);
    expect(graph?.edges.filter(({ inCircle }) => inCircle).map(({ kind }) => kind).toSorted()).toEqual(["holds", "holds", "waits", "waits"]);
    expect(sentenceOf(recording, last).replace(/#\d+/g, "#")).toContain("there waits for lock #, which back holds; back waits for lock #, which there holds: a circle, and none of them can go on");
    expect(twinText(twinOf(recording, last))).toContain("a circle");
  });

  it("is nothing where no thread waits", () => {
    expect(waitGraphOf(of("deadlock").steps[3].snapshot)).toBeNull();
  });
});

describe("a machine without the GIL", () => {
  it("is offered for the versions that have one", () => {
    for (const version of ["3.10", "3.11", "3.12", "3.13", "3.14", "3.15"] as const) expect(run("pass", { version, freeThreaded: true }).status === "done", version).toBe(FREE_THREADED.includes(version));
  });
});
