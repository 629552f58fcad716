import { describe, expect, it } from "vitest";
import { record, type RecordOptions } from "../../../lib/engine/index.ts";
import { identityChecks, identityText } from "../../../lib/lab/picture/identity-check.ts";

const OPTIONS: RecordOptions = { version: "3.14", mode: "script" };

/** What each step of a program says about `is`. */
function saidOf(source: string, options: RecordOptions = OPTIONS): string[] {
  const recording = record(source, options);
  return recording.steps.flatMap(({ index, snapshot }) => identityChecks(recording, index).map((check) => identityText(snapshot, check)));
}

describe("a comparison with is", () => {
  it("says whether two names refer to one object, in the step that has compared", () => {
    expect(saidOf("a = []\nb = a\nc = []\nif a is b:\n    pass\nprint(a is not c)\n")).toEqual([
      "a is b: both are list #1, one and the same object",
      "a is not c: list #1 and list #2 are two objects",
    ]);
  });

  it("looks names up as the running function does, and knows what exists once", () => {
    const said = saidOf("x = []\ndef f(x):\n    return x is None\nf(None)\n");
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^x is None: both are None/);
  });

  it("is not read out of strings, comments, items and attributes", () => {
    expect(saidOf("a = b = []\nc = 'a is b'  # a is b\nd = a[:] is b\ne = a.append is b\n")).toEqual([]);
  });

  it("of an instruction compares what lies on the value stack", () => {
    const source = "a = [1]\nb = [[1], a]\nb[1] is a\n";
    const { steps } = record(source, OPTIONS);
    const step = steps.findIndex(({ kind, next }) => kind === "line" && next?.line === 3);
    const said = saidOf(source, { ...OPTIONS, instructionsOf: step });
    expect(said).toEqual([expect.stringMatching(/^is: both are list/)]);
  });
});
