import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedVersion } from "../../lib/cards/answer.ts";
import { assignedNames, drawnNames } from "../../lib/cards/assigned-names.ts";
import { run } from "../../lib/engine/index.ts";
import { isDrawable } from "../../lib/interview/ladder.ts";
import { judgeSketch, sketchGap, sketchRun } from "../../lib/interview/sketch/check.ts";
import { parseSketch, referencesOf, sketchText } from "../../lib/interview/sketch/sketch.ts";
import { shipped } from "./shipped.ts";

/** What is said of a sketch of a program, given line by line. */
function judged(source: string, ...lines: readonly string[]) {
  const asked = sketchRun({ source, mode: "script" }, lines.join("\n"), "3.13");
  return judgeSketch(run(asked.source, asked), "3.13");
}

const PASS = { objective: "pass", verdict: "This is the heap at the end in Python 3.13." };
const fail = (problem: string) => ({ objective: "fail", verdict: `In Python 3.13 ${problem}.` });

describe("a sketch of the heap", () => {
  const SHARED = "a = [1, 2]\nb = a\nc = [1, 2]\n";

  test("holds when names share objects where the program's do", () => {
    expect(judged(SHARED, "a -> #1", "b -> #1", "c -> #2", "#1 = [1, 2]", "#2 = [1, 2]")).toEqual(PASS);
    expect(judged(SHARED, "a -> #2", "b -> #2", "c -> #1", "#1 = [1,2]", "#2 = list")).toEqual(PASS);
  });

  test("tells two objects that are one, and one that is two", () => {
    expect(judged(SHARED, "a -> #1", "b -> #2", "c -> #3", "#1 = list", "#2 = list", "#3 = list")).toEqual(fail("a and b are one object; the sketch has two"));
    expect(judged(SHARED, "a -> #1", "b -> #1", "c -> #1", "#1 = [1, 2]")).toEqual(fail("a and c are two objects; the sketch has one"));
  });

  test("is compared item by item, with the objects that items refer to", () => {
    const nested = "row = [0]\ngrid = [row] * 2\nother = [[0], [0]]\nring = []\nring.append(ring)\n";
    const right = ["row -> #1", "grid -> #2", "other -> #3", "ring -> #4", "#1 = [0]", "#2 = [#1, #1]", "#3 = [[0], [0]]", "#4 = [#4]"];
    expect(judged(nested, ...right)).toEqual(PASS);
    expect(judged(nested, ...right.with(5, "#2 = [[0], [0]]"))).toEqual(fail("row and grid[0] are one object; the sketch has two"));
    expect(judged(nested, ...right.with(6, "#3 = [#5, #5]"), "#5 = [0]")).toEqual(fail("other[0] and other[1] are two objects; the sketch has one"));
    expect(judged(nested, ...right.with(4, "#1 = [1]"))).toEqual(fail("row[0] holds 0"));
  });

  test("knows dicts, tuples, sets, text with signs, instances and names that are gone", () => {
    const source = "class Point:\n    pass\n\npoint = Point()\nbox = {'at': point, '#1': (1,)}\nseen = {3, 1}\nword = 'it\\'s #2'\ntemp = 1\ndel temp\n";
    const right = ["point -> #1", "box -> #2", "seen -> #3", "word -> #4", "temp -> nothing", "#1 = Point", "#2 = {'at': #1, '#1': (1,)}", "#3 = {1, 3}", `#4 = "it's #2"`];
    expect(judged(source, ...right)).toEqual(PASS);
    expect(judged(source, ...right.with(4, "temp -> #5"), "#5 = 1")).toEqual(fail("temp is not there at the end"));
    expect(judged(source, ...right.with(0, "point -> nothing"))).toEqual(fail("point is there at the end"));
    expect(judged(source, ...right.with(7, "#3 = {1}"))).toEqual(fail("seen holds {1, 3}"));
    expect(judged(source, ...right.with(6, "#2 = {'at': #1, '#1': [1]}"))).toEqual(fail("box['#1'] holds (1,)"));
  });

  test("does not take a value for another of its kind, nor what cannot be read", () => {
    expect(judged("x = 1\ny = True\n", "x -> #1", "y -> #2", "#1 = True", "#2 = True")).toEqual(fail("x holds 1"));
    expect(judged("x = 1\ny = 2\n", "x -> #1", "y -> #2", "#1 = )", "#2 = 2")).toEqual(fail("x holds 1"));
    expect(judged("x = 1\ny = 2\n", "x -> #1", "y -> #2", "#1 = __import__('os')", "#2 = 2")).toEqual(fail("x holds 1"));
    expect(judged("x = 1\ny = 2\n", "x -> #1", "y -> #2", "#1 = ", "#2 = 2")).toEqual(fail("the sketch does not say what x holds"));
  });

  test("is not judged where the program does not come to its end", () => {
    expect(judged("x = 1\ny = x / 0\n", "x -> #1", "#1 = 1").objective).toBeNull();
  });

  test("must have all names that were asked for, in lines that can be read", () => {
    expect(sketchGap("a -> #1\nb -> nothing", ["a", "b"])).toBeNull();
    expect(sketchGap("a -> #1", ["a", "b", "c"])).toBe("The sketch leaves b, c out.");
    expect(sketchGap("a -> #1\nand b too", ["a"])).toBe("Line 2 of the sketch could not be read.");
    expect(sketchGap("a -> #99", ["a"])).toBe("Line 1 of the sketch could not be read.");
  });

  test("is the same after it was written down and read", () => {
    const held = fc.string().map((text) => text.replace(/\s+/g, " "));
    const name = fc.constantFrom("a", "b", "größe", "_x1");
    fc.assert(fc.property(fc.uniqueArray(name), fc.array(held, { maxLength: 12 }), fc.nat(12), (names, objects, object) => {
      const sketch = { names: names.map((one, place) => ({ name: one, object: (object + place) % 13 })), objects };
      expect(parseSketch(sketchText(sketch))).toEqual({ ...sketch, unread: [] });
    }));
  });

  test("refers to objects outside text in quotes", () => {
    expect(referencesOf(`[#1, '#2', "it's #3", #12]`)).toEqual([1, 12]);
  });
});

describe("the names of a program", () => {
  test("are those that assignments at its top level bind", () => {
    expect(assignedNames("a = b = 1\nc, d = 1, 2\ne: int = 3\nif a:\n    f = 1\na == b\na.x = 1\na[0] = 1\n_ = 2\nprint(x=1)\ng = [\n  1,\n]\n")).toEqual(["a", "b", "c", "d", "e", "g"]);
  });

  test("can be drawn for many cards of the library, whose programs come to their end", () => {
    const cards = shipped.filter((card) => isDrawable({ names: drawnNames(card) }));
    expect(cards.length).toBeGreaterThan(40);
    for (const card of cards) {
      const { id, prediction } = card;
      if (prediction === null) continue;
      const version = askedVersion(card, "3.13");
      const asked = sketchRun(prediction, drawnNames(card).map((name) => `${name} -> nothing`).join("\n"), version);
      expect([id, judgeSketch(run(asked.source, asked), version).objective]).not.toEqual([id, null]);
    }
  });
});
