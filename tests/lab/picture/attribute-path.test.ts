import { describe, expect, it } from "vitest";
import { record } from "../../../lib/engine/index.ts";
import { attributePaths, pathText } from "../../../lib/lab/picture/attribute-path.ts";

/** The ways that the last line of a program takes, without the numbers of objects. */
function waysOf(source: string): string[] {
  const recording = record(source);
  const last = source.trimEnd().split("\n").length;
  const step = recording.steps.find(({ kind, next }) => kind === "line" && next?.line === last);
  return step ? attributePaths(recording, step).map((path) => pathText(path).replaceAll(/ #\d+/g, "")) : [];
}

const DIAMOND = "class A:\n    x = 1\nclass B(A):\n    pass\nclass C(A):\n    x = 2\nclass D(B, C):\n    pass\nd = D()\n";

// The order is that of the data model (object.__getattribute__): data descriptor, instance, class, __getattr__.
describe("the way of an attribute", () => {
  it("goes from the instance through the classes of its order of look-up, to the first that has it", () => {
    expect(waysOf(`${DIAMOND}print(d.x)\n`)).toEqual(["d.x: the instance ✗ → D ✗ → B ✗ → C ✓"]);
    expect(waysOf(`${DIAMOND}d.x = 3\nprint(d.x)\n`)).toEqual(["d.x: the instance ✓"]);
  });

  it("of a class itself begins with the class", () => {
    expect(waysOf(`${DIAMOND}print(B.x)\n`)).toEqual(["B.x: B ✗ → A ✓"]);
  });

  it("ends at a property before the instance is asked, and at __getattr__ when nobody has it", () => {
    expect(waysOf("class P:\n    @property\n    def x(self):\n        return 1\np = P()\np.__dict__['x'] = 2\nprint(p.x)\n")).toEqual(["p.x: P ✓ (property of the class: a data descriptor goes before what the instance has)"]);
    expect(waysOf("class G:\n    def __getattr__(self, name):\n        return name\ng = G()\nprint(g.y)\n")).toEqual(["g.y: the instance ✗ → G ✗ → object built in (then __getattr__ of G is asked)"]);
  });

  it("is not shown for what is bound, for modules, and for text in quotes", () => {
    expect(waysOf(`${DIAMOND}d.x = 1\n`)).toEqual([]);
    expect(waysOf(`${DIAMOND}import math\nprint(math.pi, "d.x")  # d.x\n`)).toEqual([]);
  });
});
