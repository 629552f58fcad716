import { describe, expect, it } from "vitest";
import { record } from "../../lib/engine/index.ts";
import { choicesIn, verdictOn, whoRefers } from "../../lib/lab/choices.ts";
import { lookAt, runOf, staged } from "../../lib/lab/stage-run.ts";

const program = { source: "a = [1]\nb = a\n", version: "3.14", mode: "script" } as const;
const recording = record(program.source, { version: program.version, mode: program.mode });
const stage = staged(recording, { compact: false, byChips: null });
const last = lookAt(stage, recording.steps.length - 2);
const list = choicesIn(last.drawing).objects.find(({ words }) => words.startsWith("list"))?.touch ?? "";

describe("what can be chosen in a picture", () => {
  it("are its names and objects, each with who refers to it", () => {
    expect(choicesIn(last.drawing).names.map(({ touch, words }) => [touch, words])).toEqual([[".a", "a"], [".b", "b"]]);
    expect(whoRefers(last.twin, list)).toBe("2 references: name a, name b");
    expect(whoRefers(last.twin, ".a")).toBe("");
  });

  it("names what a step touches as the run's summary does", () => {
    const { steps } = runOf(recording, program);
    const bound = steps.find(({ touched }) => touched.includes(".b"));
    expect(bound?.touched).toContain(list);
  });
});

describe("a prediction", () => {
  const choices = [{ touch: ".a", words: "a" }, { touch: "#1", words: "list #1" }];

  it("came true when it names one of what changed", () => {
    expect(verdictOn("#1", [".a", "#1"], choices)).toBe("Yes. Changed: a, list #1.");
    expect(verdictOn(".b", ["#1"], choices)).toBe("Not that. Changed: list #1.");
    expect(verdictOn(null, [], choices)).toBe("Yes. Nothing changed that is in the picture.");
    expect(verdictOn(null, ["#9"], choices)).toBe("Yes. Only what was not there before changed.");
    expect(verdictOn(null, ["#1"], choices)).toBe("Not that. Changed: list #1.");
  });
});

describe("who refers to an object", () => {
  it("is said once of a container that refers often, with how many references it holds", () => {
    const run = record("a = []\nb = [a, a, a]\nc = [a]\nend = 0\n", { version: "3.14", mode: "script" });
    const look = lookAt(staged(run, { compact: false, byChips: null }), run.steps.length - 2);
    const [touch] = choicesIn(look.drawing).objects.map((choice) => choice.touch);
    expect(whoRefers(look.twin, touch)).toMatch(/^5 references: name a, 3 times list #\d+, \[0\] of list #\d+$/);
  });
});

describe("an attribute that the next line reads", () => {
  it("is looked for along numbered stops in the picture, with a sign at each", () => {
    const run = record("class Base:\n    colour = 1000\nclass Child(Base):\n    pass\ntwo = Child()\nprint(two.colour)\n", { version: "3.14", mode: "script" });
    const step = run.steps.findIndex(({ next, kind }) => next?.line === 6 && kind === "line");
    const { drawing } = lookAt(staged(run, { compact: false, byChips: null }), step);
    expect(drawing.objects.filter(({ stop }) => stop !== "").map(({ type, stop }) => [stop, type]).toSorted()).toEqual([["1 ✗", "Child"], ["2 ✗", "class Child"], ["3 ✓", "class Base"]]);
    // The page keeps room for the line below the picture in every step.
    expect(runOf(run, { source: run.source, version: "3.14", mode: "script" }).notes).toBe(1);
  });
});
