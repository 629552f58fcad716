import { describe, expect, it } from "vitest";
import { type RecordOptions, record, VERSIONS } from "../../../lib/engine/index.ts";
import { markOf } from "../../../lib/lab/picture/comparison.ts";
import { sourceOf } from "../../../lib/lab/picture/sentence.ts";
import { tracedProgram } from "./programs.ts";

/** The line that had run at the first step that looks different; null where none does. */
function parting([source, options]: [string, RecordOptions], [otherSource, otherOptions]: [string, RecordOptions]): string | null {
  const [one, other] = [record(source, options), record(otherSource, otherOptions)];
  const at = one.steps.findIndex(({ index }) => other.steps[index] === undefined || markOf(one, index) !== markOf(other, index));
  return at < 0 ? null : sourceOf(one, one.steps[at].ran?.line ?? 0);
}

describe("two runs", () => {
  // What CPython answers: False at the prompt until 3.14, True in a script and from 3.15 on, where small ints go to 1024.
  const program = "a = 257\nb = 257\nsame = a is b\n";

  it("of two versions part where an int is cached in one and made in the other", () => {
    expect(parting([program, { version: "3.14", mode: "repl" }], [program, { version: "3.15", mode: "repl" }])).toBe("b = 257");
  });

  it("of prompt and script part where a constant is shared in one", () => {
    const lines = (mode: "repl" | "script") => record(program, { version: "3.14", mode }).steps.filter(({ kind }) => kind === "line").map(({ next }) => next?.line);
    expect([lines("repl"), lines("script")]).toEqual([[1, 2, 3], [1, 2, 3]]);
  });

  it("of a program and one with a line more before it are alike but for that line", () => {
    const marks = (source: string) => {
      const recording = record(source, {});
      return recording.steps.slice(-3).map(({ index }) => markOf(recording, index));
    };
    expect(marks("a = [1]\nb = a\n")).toEqual(marks("# first\n\na = [1]\nb = a\n"));
  });

  it("part at the line that was edited", () => {
    const source = tracedProgram("aliases.py");
    expect(parting([source, {}], [source.replace("b = a", "b = a[:]"), {}])).toBe("b = a");
  });

  it.each(VERSIONS)("of one program are alike in 3.14 and %s where the versions do the same, though counts and bytecode differ", (version) => {
    expect(parting([tracedProgram("aliases.py"), { version: "3.14" }], [tracedProgram("aliases.py"), { version }])).toBeNull();
  });
});
