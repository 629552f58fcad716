import { beforeAll, describe, expect, it } from "vitest";
import { type Recording, record } from "../../lib/engine/index.ts";
import type { Drawing, Rect, Row } from "../../lib/lab/drawing/drawing.ts";
import { roundedPath, routeOf } from "../../lib/lab/drawing/route.ts";
import { drawStep } from "../../lib/lab/drawing/draw.ts";
import { planOf } from "../../lib/lab/drawing/plan.ts";
import { EXAMPLES } from "../../lib/lab/examples.ts";

const AS_USUAL = { compact: false, byChips: false } as const;
const overlap = (a: Rect, b: Rect): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

interface Drawn {
  readonly id: string;
  readonly recording: Recording;
  readonly drawings: readonly Drawing[];
}

const drawn: Drawn[] = [];
const drawingsOf = (recording: Recording, options = AS_USUAL): Drawing[] => {
  const { plan, sights } = planOf(recording, options);
  return recording.steps.map((step) => drawStep(plan, sights, step));
};
const of = (id: string): Drawn => drawn.find((one) => one.id === id) as Drawn;
const rowsOf = ({ frames, objects }: Drawing): Row[] => [...frames, ...objects.filter(({ state }) => state !== "freed")].flatMap(({ rows }) => rows);

beforeAll(() => {
  for (const { id, source, version, mode } of EXAMPLES) {
    const recording = record(source, { version, mode });
    drawn.push({ id, recording, drawings: drawingsOf(recording) });
  }
}, 120_000);

describe("the picture of a run", () => {
  it("puts no box on another one, in any step", () => {
    for (const { id, drawings } of drawn) {
      drawings.forEach((drawing, step) => {
        const boxes: Rect[] = [...drawing.frames, ...drawing.objects];
        boxes.forEach((box, index) => {
          for (const other of boxes.slice(index + 1)) expect(overlap(box, other), `${id}, step ${step}`).toBe(false);
          expect([box.x >= 0, box.y >= 0, box.x + box.width <= drawing.width, box.y + box.height <= drawing.height], `${id}, step ${step}`).toEqual([true, true, true, true]);
        });
      });
    }
  });

  it("leaves every object and every frame where it is, from its first step to its last", () => {
    for (const { id, drawings } of drawn) {
      const places = new Map<string, string>();
      for (const { frames, objects } of drawings) {
        const all = [...frames.map(({ id: frame, kind, x, y }) => [kind === "module" ? "module" : `frame ${frame}`, `${x} ${y}`]), ...objects.map(({ chip, x, y }) => [`#${chip}`, `${x} ${y}`])] as const;
        for (const [key = "", place = ""] of all) expect(places.get(key) ?? place, `${id}: ${key}`).toBe((places.set(key, places.get(key) ?? place), place));
      }
      expect(new Set(drawings.map(({ width, height }) => `${width} ${height}`)).size, id).toBe(1);
    }
  });

  it("is the same whether a step is reached forward or back", () => {
    const { recording, drawings } = of("late-binding");
    const { plan, sights } = planOf(recording, AS_USUAL);
    for (let step = drawings.length - 1; step >= 0; step -= 1) expect(drawStep(plan, sights, recording.steps[step])).toEqual(drawings[step]);
  });

  it("has an arrow for every reference to a box, and a box at the end of every arrow", () => {
    for (const { id, drawings } of drawn) {
      for (const { arrows, objects, ...rest } of drawings) {
        const chips = new Set(objects.map(({ chip }) => chip));
        const references = rowsOf({ ...rest, arrows, objects }).flatMap(({ held }) => (held.kind === "reference" && chips.has(held.to) ? [held.to] : []));
        expect(arrows.map(({ to }) => to).toSorted((a, b) => a - b), id).toEqual(references.toSorted((a, b) => a - b));
      }
    }
  });

  it("shows two names that refer to one list, its count, and what the step changed", () => {
    const { drawings } = of("shared-list");
    const drawing = drawings.find(({ frames }) => frames[0].rows.some(({ label, changed }) => label === "b" && changed));
    const [a, b] = drawing?.frames[0].rows ?? [];
    expect([a.label, b.label, a.held]).toEqual(["a", "b", b.held]);
    const list = drawing?.objects.find(({ type }) => type === "list");
    expect([list?.count, list?.tag]).toEqual(["rc 2", "rc 1 → 2"]);
  });

  it("draws what exists once apart, an unbound name without an arrow, and a cell between its slot and the object", () => {
    expect(of("shared-list").drawings.at(-2)?.objects.filter(({ look }) => look === "shared").map(({ note }) => note)).toEqual(["cached small int", "cached small int", "cached small int"]);
    expect(of("unbound-local").drawings.flatMap((drawing) => rowsOf(drawing)).some(({ label, held }) => label === "count" && held.kind === "unbound")).toBe(true);
    const closures = of("late-binding").drawings.flatMap(({ objects }) => objects).filter(({ look }) => look === "cell");
    expect(new Set(closures.map(({ chip }) => chip)).size).toBe(1);
  });

  it("greys a cycle that nothing reaches, and leaves outlines of what was freed", () => {
    const { drawings } = of("cycle");
    expect(drawings.some(({ objects }) => objects.filter(({ state, note }) => state === "unreachable" && note.startsWith("unreachable")).length >= 2)).toBe(true);
    expect(drawings.some(({ objects }) => objects.some(({ state, tag }) => state === "freed" && tag === "freed"))).toBe(true);
  });

  it("says of the top frame of a thread that waits that it is blocked, not that it runs", () => {
    const { recording, drawings } = of("deadlock");
    drawings.forEach(({ frames }, step) => {
      const { threads } = recording.steps[step].snapshot;
      for (const { id, state, note } of frames) {
        const thread = threads.find((one) => one.frames.at(-1) === id);
        if (thread?.state === "blocked" && state !== "waiting" && state !== "raising" && state !== "returning") expect([state, note.startsWith("blocked at line")], `step ${step}`).toEqual(["blocked", true]);
      }
    });
    expect(drawings.at(-1)?.frames.filter(({ state }) => state === "blocked").length).toBeGreaterThanOrEqual(2);
    expect(drawings.at(-1)?.frames.filter(({ state }) => state === "running")).toEqual([]);
  });

  it("hangs an exception at the frame that handles it, also while that calls another one", () => {
    const recording = record("def g():\n    pass\ndef f():\n    try:\n        1 / 0\n    except ZeroDivisionError:\n        g()\nf()\n", { version: "3.14", mode: "script" });
    const called = drawingsOf(recording).filter(({ frames }) => frames.some(({ title }) => title === "g"));
    expect(called.length).toBeGreaterThan(0);
    for (const { frames, objects } of called) {
      const rows = frames.flatMap(({ title, rows: all }) => all.flatMap(({ label, held }) => (label === "handles" && held.kind === "reference" ? [[title, objects.find(({ chip }) => chip === held.to)?.type]] : [])));
      expect(rows).toEqual([["f", "ZeroDivisionError"]]);
    }
  });

  it("writes the number that id() gives below an object where the program asks for it", () => {
    const recording = record("a = [1]\nprint(id(a))\nend = 0\n", { version: "3.14", mode: "script" });
    const last = drawingsOf(recording).at(-2) as Drawing;
    expect(last.objects.find(({ type }) => type === "list")?.note).toBe(`id ${recording.result.stdout.trim()}`);
    expect(of("shared-list").drawings.flatMap(({ objects }) => objects).filter(({ note }) => note.includes("id "))).toEqual([]);
  });

  it("keeps a generator's frame in its box while it rests, and a weak reference's arrow apart", () => {
    const resting = of("generator").drawings.flatMap(({ objects }) => objects).find(({ look, lines }) => look === "generator" && lines[0]?.startsWith("suspended at line"));
    expect(resting?.rows.map(({ label }) => label)).toContain("n");
    expect(of("weakref").drawings.flatMap(({ arrows }) => arrows).some(({ weak }) => weak)).toBe(true);
  });

  it("stands in one column where there is little room, without a box on another one", () => {
    for (const id of ["late-binding", "event-loop"]) {
      for (const { objects } of drawingsOf(of(id).recording, { compact: false, byChips: true, oneColumn: true } as never)) {
        expect(new Set(objects.map(({ x }) => x)).size, id).toBeLessThanOrEqual(1);
        objects.forEach((box, index) => {
          for (const other of objects.slice(index + 1)) expect(overlap(box, other), id).toBe(false);
        });
      }
    }
  });

  it("writes functions and classes into their slots when they are hidden", () => {
    const { recording } = of("attribute-lookup");
    const last = drawingsOf(recording, { compact: false, byChips: false, withoutCode: true } as never).at(-2) as Drawing;
    expect(last.objects.filter(({ look }) => look === "class" || look === "function")).toEqual([]);
    expect(last.frames[0].rows.slice(0, 2).map(({ label, held }) => [label, held.kind === "inline" ? held.text : ""])).toEqual([["Base", "Base"], ["Child", "Child"]]);
  });

  it("writes plain values into their slots in the compact view, and tells references by chips when asked", () => {
    const { recording } = of("shared-list");
    const compact = drawingsOf(recording, { compact: true, byChips: false } as never).at(3) as Drawing;
    expect(compact.objects.filter(({ isValue }) => isValue)).toEqual([]);
    expect(rowsOf(compact).flatMap(({ held }) => (held.kind === "inline" ? [held.text] : []))).toEqual(["1", "2"]);
    const chips = drawingsOf(recording, { compact: false, byChips: true } as never).at(3) as Drawing;
    expect([chips.byChips, chips.arrows]).toEqual([true, []]);
  });
});

describe("an arrow's way", () => {
  const box = (x: number, y: number): Rect => ({ x, y, width: 100, height: 60 });

  it("goes straight, with rounded corners", () => {
    expect(roundedPath([{ x: 0, y: 0 }, { x: 20, y: 0 }, { x: 20, y: 40 }])).toBe("M0 0L13 0Q20 0 20 7L20 40");
  });

  it("enters from the left what is on the right, from the right what is below or to the left", () => {
    const source = box(200, 100);
    const ends = (target: Rect) => routeOf({ slot: { x: 280, y: 140 }, source, target, track: 0 }, [source, target]).head.towards;
    expect([ends(box(400, 300)), ends(box(200, 300)), ends(box(0, 100)), ends(source)]).toEqual([1, -1, -1, -1]);
  });

  it("goes around a box in between", () => {
    const [source, between, target] = [box(0, 100), box(200, 110), box(400, 100)];
    const { path } = routeOf({ slot: { x: 80, y: 140 }, source, target, track: 0 }, [source, between, target]);
    const levels = [...path.matchAll(/[ML](\d+) (\d+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
    const crossing = levels.filter((point, index) => point.x > 300 && (levels[index - 1]?.x ?? 0) < 200);
    expect(crossing.every(({ y }) => y < 110 || y > 170)).toBe(true);
  });
});
