import { describe, expect, it } from "vitest";
import { record } from "../../../lib/engine/index.ts";
import { referrersOf, referrerText } from "../../../lib/lab/picture/referrers.ts";
import { sentenceOf } from "../../../lib/lab/picture/sentence.ts";

/** All sentences of a run, the start and the end left out. */
function sentences(source: string): string[] {
  const recording = record(source);
  return recording.steps.slice(2).map(({ index }) => sentenceOf(recording, index));
}

describe("the sentence of a step", () => {
  it("says what is bound, and what becomes of the count", () => {
    expect(sentences("a = []\nb = a\nb = None\ndel a\nx = 1\n").slice(0, 4)).toEqual([
      "`a = []` makes list #1 and binds the name a to it.",
      "`b = a` binds the name b to list #1; its reference count goes from 1 to 2.",
      "`b = None` binds the name b to None in place of list #1; the reference count of list #1 goes from 2 to 1.",
      "`del a` unbinds the name a from list #1; list #1 is freed.",
    ]);
  });

  it("says what a container gets and loses", () => {
    expect(sentences("a = [300]\na.append(a)\na[0] = 5\na.pop()\nd = {}\nd['k'] = a\nx = 1\n").slice(1, 6)).toEqual([
      "`a.append(a)`: list #1 gets list #1 at [1]; the reference count of list #1 goes from 1 to 2.",
      "`a[0] = 5`: [0] of list #1 is int 5 #3 in place of int 300 #2.",
      "`a.pop()`: list #1 loses list #1 at [1]; the reference count of list #1 goes from 2 to 1.",
      "`d = {}` makes dict #4 and binds the name d to it.",
      "`d['k'] = a`: dict #4 gets list #1 at 'k'; the reference count of list #1 goes from 1 to 2.",
    ]);
  });

  it("follows a call, its value and an exception", () => {
    expect(sentences("def f(x):\n    return [x]\nf(7)\ntry:\n    f()\nexcept TypeError:\n    print('no')\n").filter((text) => /calls|gives|raises|handled|prints/.test(text))).toEqual([
      "`f(7)` calls f: a new frame with x bound to int 7 #2.",
      "f gives back list #3.",
      expect.stringMatching(/^`f\(\)` raises TypeError #4 \(f\(\) missing 1 required positional argument: 'x'\)\.$/),
      expect.stringMatching(/^TypeError #4 is handled in the module: line 6 is next/),
      expect.stringMatching(/^`print\('no'\)` prints “no”/),
    ]);
  });

  it("says that a cycle is not freed, and what the collector does", () => {
    const said = sentences("import gc\na = []\na.append(a)\ndel a\ngc.collect()\nx = 1\n");
    expect(said[3]).toBe("`del a` unbinds the name a from list #2; its reference count goes from 2 to 1; list #2 cannot be reached any more, but is not freed: only other garbage refers to it.");
    expect(said[4]).toBe("`gc.collect()`: list #2 is freed; the cyclic collector ran and freed 1 object.");
  });
});

describe("who refers to an object", () => {
  it("is told by name, by container and by the code's constants, and the count is theirs", () => {
    const recording = record("a = ('x', 5000)\nb = [a, a]\ndef f(y=a):\n    z = y\n    return 1\nf()\n");
    const { snapshot } = recording.steps.find(({ kind }) => kind === "return") ?? recording.steps[0];
    const { strong, elsewhere } = referrersOf(snapshot, snapshot.globals[0].to ?? 0);
    expect(strong.map((referrer) => referrerText(recording, snapshot, referrer))).toEqual([
      "name a", "y in f", "z in f", "[0] of list #4", "[1] of list #4", "y of function f #5", expect.stringMatching(/^constant \d of the code of <module>$/),
    ]);
    expect(elsewhere).toBe(0);
  });
});
