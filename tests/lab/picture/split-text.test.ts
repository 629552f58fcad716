import { describe, expect, it } from "vitest";
import { record } from "../../../lib/engine/index.ts";
import { whoRefers } from "../../../lib/lab/choices.ts";
import { sentenceOf } from "../../../lib/lab/picture/sentence.ts";
import { countInFull, countLabel, splitNote } from "../../../lib/lab/picture/split-text.ts";
import { twinOf } from "../../../lib/lab/picture/twin.ts";
import { lookAt, staged } from "../../../lib/lab/stage-run.ts";

const SOURCE = "import threading\nbox = []\ndef work():\n    box.clear()\n    x = 1\na = [1]\nbox.append(a)\nt = threading.Thread(target=work, name='worker')\nt.start()\nt.join()\nend = 0\n";
const recording = record(SOURCE, { version: "3.14", freeThreaded: true });
const { steps } = recording;
const beforeLine = (line: number) => steps.findLastIndex(({ kind, next }) => kind === "line" && next?.line === line);
const chip = steps.at(-1)?.snapshot.globals.find(({ name }) => name === "a")?.to ?? 0;
const row = (step: number) => twinOf(recording, step).sections.find(({ id }) => id === "objects")?.blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])).find(([identity]) => identity === `#${chip}`);
const box = (step: number) => lookAt(staged(recording, { compact: false, byChips: null }), step).drawing.objects.find((object) => object.chip === chip);

describe("the two counts of a free-threaded build", () => {
  it("stand in the head of a box, in the text form and beside who refers to the object", () => {
    expect([box(beforeLine(4))?.count, row(beforeLine(4))?.[3]]).toEqual(["rc 2 + 0", "2: MainThread 2, shared 0"]);
    expect(whoRefers(twinOf(recording, beforeLine(4)), `#${chip}`)).toBe("2 references (MainThread 2, shared 0): name a, [0] of list #2");
    expect([box(beforeLine(5))?.count, box(beforeLine(5))?.note, row(beforeLine(5))?.[3]]).toEqual(["rc 2 − 1", "queued for MainThread", "1: MainThread 2, shared -1; MainThread will merge them"]);
    expect([box(steps.length - 1)?.count, box(steps.length - 1)?.note, row(steps.length - 1)?.[3]]).toEqual(["rc 0 + 1", "merged", "1: merged, shared 1"]);
  });

  it("are told when they move", () => {
    const said = steps.map((_, index) => sentenceOf(recording, index)).join("\n");
    expect(said).toContain(`another thread gave up a reference to list #${chip} that MainThread had counted: MainThread will merge the counts`);
    expect(said).toContain(`MainThread gives up list #${chip}: its two counts are merged`);
  });

  it("are told whole where a thread's name has a colon", () => {
    const named = record("import threading\nbox = []\ndef work():\n    mine = [1]\n    box.append(mine)\nthreading.Thread(target=work, name='db: reader').start()\n", { version: "3.14", freeThreaded: true });
    const at = named.steps.findLastIndex(({ kind, next }) => kind === "line" && next?.line === 5);
    const mine = named.steps[at]?.snapshot.frames.at(-1)?.slots.find(({ name }) => name === "mine")?.to;
    expect(whoRefers(twinOf(named, at), `#${mine}`)).toMatch(/^1 reference \(db: reader 1, shared 0\): /);
  });

  it("are one where there is a GIL", () => {
    const view = record("a = []\n").steps.at(-1)?.snapshot.objects[0];
    expect(view && [countLabel(view), countInFull(view), splitNote(view.split, null)]).toEqual(["rc 1", "1", ""]);
  });
});
