import { describe, expect, it } from "vitest";
import { record } from "../../lib/engine/index.ts";
import { choicesIn, openingOf } from "../../lib/lab/choices.ts";
import { drawStep } from "../../lib/lab/drawing/draw.ts";
import type { Drawing, DrawingOptions } from "../../lib/lab/drawing/drawing.ts";
import { planOf } from "../../lib/lab/drawing/plan.ts";

const AS_USUAL: DrawingOptions = { compact: false, byChips: null };

/** The picture when the program has ended its last line. */
function lastOf(source: string, options: DrawingOptions = AS_USUAL): Drawing {
  const recording = record(source, { version: "3.14", mode: "script" });
  const { steps } = recording;
  const { plan, sights } = planOf(recording, options);
  return drawStep(plan, sights, steps[steps.length - 2]);
}

const MANY = "class Node:\n    def __init__(self, n):\n        self.n = n\nnodes = [Node(1000 + n) for n in range(15)]\nfirst = nodes[0]\nend = 0\n";

describe("a picture with many objects", () => {
  it("has boxes for what is shared or named, and rows for what one object alone refers to", () => {
    const { objects, folds } = lastOf(MANY);
    const list = objects.find(({ type }) => type === "list");
    expect(folds).toBe(true);
    expect(list?.rows.map(({ held }) => held.kind)).toEqual(["reference", ...Array(8).fill("folded"), "empty"]);
    // The first is named too, so that whoever looks sees that both refer to one object.
    expect(objects.filter(({ type }) => type === "Node")).toHaveLength(1);
  });

  it("draws every object of a small program, and of a large one when that is asked for", () => {
    expect(lastOf("a = [1, [2]]\nend = 0\n").folds).toBe(false);
    const { objects, folds } = lastOf(MANY, { ...AS_USUAL, folds: false });
    expect([folds, objects.filter(({ type }) => type === "Node").length]).toEqual([false, 9]);
  });

  it("opens what is folded and the rest of a long object, and folds them again", () => {
    const folded = lastOf(MANY);
    const list = folded.objects.find(({ type }) => type === "list");
    const [, second] = list?.rows ?? [];
    const rest = list?.rows.at(-1);
    expect([rest?.label, rest?.opens, second.opens]).toEqual(["▸ 6 more", list?.chip, second.held.kind === "folded" ? second.held.to : null]);
    const opened = lastOf(MANY, { ...AS_USUAL, opened: [Number(list?.chip), Number(second.opens)] });
    const whole = opened.objects.find(({ type }) => type === "list");
    expect([whole?.rows.length, whole?.isOpened, opened.objects.filter(({ type }) => type === "Node").length]).toEqual([15, true, 2]);
    expect(openingOf(folded, `#${second.opens}`)).toEqual({ chip: second.opens, word: "Open it" });
    expect(openingOf(opened, `#${second.opens}`)).toEqual({ chip: second.opens, word: "Fold it" });
    expect(openingOf(opened, `#${folded.objects[0].chip}`)).toBeNull();
  });

  it("offers what is folded to whoever chooses without the pointer", () => {
    const drawing = lastOf(MANY);
    const rows = drawing.objects.flatMap(({ rows }) => rows.filter(({ held }) => held.kind === "folded"));
    const touches = new Set(choicesIn(drawing).objects.map(({ touch }) => touch));
    expect(rows.every(({ opens }) => touches.has(`#${opens}`))).toBe(true);
  });

  it("never folds what two refer to, what a weak reference is to, or what nothing reaches", () => {
    const source = `${MANY}import gc, weakref\nshared = []\nholder = [shared, [shared]]\nheld = [Node(1)]\nweak = weakref.ref(held[0])\ngc.disable()\nx = []\nx.append([x])\ndel x\nend = 1\n`;
    const { objects } = lastOf(source);
    const folded = new Set(objects.flatMap(({ rows }) => rows.flatMap(({ held }) => (held.kind === "folded" ? [held.to] : []))));
    expect(objects.filter(({ state }) => state === "unreachable")).toHaveLength(2);
    expect(objects.filter(({ chip, state }) => state === "live" && folded.has(chip))).toEqual([]);
    const weak = objects.find(({ look }) => look === "weak");
    expect(weak?.rows.map(({ held }) => held.kind)).toContain("reference");
  });

  it("is told by a table where even so there are too many boxes", () => {
    expect(lastOf(MANY).isCrowded).toBe(false);
    const names = Array.from({ length: 35 }, (_, n) => `n${n} = [[${n}]] * 2`).join("\n");
    expect(lastOf(`${names}\nend = 0\n`).isCrowded).toBe(true);
  });

  it("shows as many names of a frame as anybody looks through, and counts the others", () => {
    const names = Array.from({ length: 70 }, (_, n) => `n${n} = [${n}]`).join("\n");
    const [{ rows }] = lastOf(`${names}\nend = 0\n`).frames;
    expect(rows.slice(38).map(({ label }) => label)).toEqual(["n38", "… 32 more, in Text", "gives back"]);
  });
});

describe("arrows to one object", () => {
  it("come together before it, and have ways of their own for whoever asks", () => {
    const { arrows } = lastOf("x = []\ny = x\nz = x\nalone = ()\nother = [alone]\nend = 0\n", { compact: false, byChips: false });
    const [list] = arrows.map(({ to }) => to);
    const together = arrows.filter(({ to }) => to === list);
    const heads = (ways: readonly { readonly head: { readonly y: number } }[]): number => new Set(ways.map(({ head }) => head.y)).size;
    expect([together.length, heads(together)]).toEqual([3, 1]);
    expect(heads(together.map(({ apart }) => apart ?? together[0]))).toBeGreaterThan(1);
    expect(arrows.filter(({ to }) => to !== list).filter(({ apart }) => apart !== null)).toEqual([]);
  });
});
