import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StepLine } from "../../lib/lab/stage-messages.ts";
import { byChange, byLine, firstDifference, ofLine } from "../../lib/lab/step-navigation.ts";

const step = (kind: StepLine["kind"], next: number | null, touched: readonly string[] = [], mark = ""): StepLine => ({ kind, ran: null, next, touched, clock: 0, sentence: "", mark });

// 1 def f():   2 a = 1   3 f()
const run: readonly StepLine[] = [step("start", 1), step("line", 3, [".f"]), step("call", 2), step("line", 2, ["#4"]), step("return", 2, ["0:0"]), step("line", 3, [".f"]), step("end", null)];

describe("going through a run", () => {
  it("by line passes over calls and returns, and ends at the ends", () => {
    expect([0, 1, 3, 5].map((at) => byLine(run, at, 1))).toEqual([1, 3, 5, 6]);
    expect([6, 5, 3, 1].map((at) => byLine(run, at, -1))).toEqual([5, 3, 1, 0]);
  });

  it("to a line finds its next time, and begins again after the last", () => {
    expect(ofLine(run, 0, 3)).toBe(1);
    expect(ofLine(run, 1, 3)).toBe(5);
    expect(ofLine(run, 5, 3)).toBe(1);
    expect(ofLine(run, 0, 99)).toBeNull();
  });

  it("by change finds those of one name or object, or any", () => {
    expect(byChange(run, 0, 1, ".f")).toBe(1);
    expect(byChange(run, 1, 1, ".f")).toBe(5);
    expect(byChange(run, 5, -1, ".f")).toBe(1);
    expect(byChange(run, 5, 1, ".f")).toBeNull();
    expect(byChange(run, 1, 1, null)).toBe(3);
  });

  it("back undoes going on, from any step that has a change", () => {
    const runs = fc.array(fc.record({ kind: fc.constantFrom("line" as const, "call" as const), next: fc.nat(5), touched: fc.subarray(["#1", "#2"]) }).map(({ kind, next, touched }) => step(kind, next, touched)), { minLength: 1 });
    fc.assert(fc.property(runs, fc.nat(), (steps, start) => {
      const at = start % steps.length;
      if (steps[at].touched.length === 0) return;
      const on = byChange(steps, at, 1, null);
      if (on !== null) expect(byChange(steps, on, -1, null)).toBe(at);
    }));
  });
});

describe("two runs", () => {
  it("part at the first step with another mark, or that only one has", () => {
    expect(firstDifference(run, run)).toBeNull();
    expect(firstDifference(run, run.slice(0, 4))).toBe(4);
    expect(firstDifference(run, run.with(2, step("call", 2, [], "other")))).toBe(2);
  });
});
