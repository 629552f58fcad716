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
