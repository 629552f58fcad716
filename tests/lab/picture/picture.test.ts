import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSession, record, type Recording, VERSIONS } from "../../../lib/engine/index.ts";
import { applyChanges } from "./apply.ts";
import { objectOf } from "../../../lib/lab/picture/look-up.ts";
import { referrersOf } from "../../../lib/lab/picture/referrers.ts";
import { sentenceOf } from "../../../lib/lab/picture/sentence.ts";
import { twinOf, twinText } from "../../../lib/lab/picture/twin.ts";
import { program } from "../../engine/properties/programs.ts";
import { picturePrograms } from "./programs.ts";

const limits = { steps: 10_000, memory: 8 * 1024 * 1024 } as const;

/** What must hold of every recording, whatever the program. */
function checkInvariants(recording: Recording): void {
  const { steps } = recording;
  steps.forEach(({ snapshot, changes }, index) => {
    // Thousands of these: only one that differs is worth the long way of showing how.
    const applied = index > 0 ? applyChanges(steps[index - 1].snapshot, changes) : snapshot;
    if (!isDeepStrictEqual(applied, snapshot)) expect(applied).toEqual(snapshot);
    expect(sentenceOf(recording, index)).toMatch(/^\S.*\.$/s);
  });
  // The count of every object covers the references that are shown.
  for (const index of [Math.floor(steps.length / 2), steps.length - 1]) {
    const { snapshot } = steps[index];
    for (const { chip, refs } of snapshot.objects) if (refs !== null && refs < 1e8) expect(referrersOf(snapshot, chip).elsewhere).toBeGreaterThanOrEqual(0);
    checkTwin(recording, index);
  }
}

/** The twin names everything that the snapshot has. */
function checkTwin(recording: Recording, index: number): void {
  const { snapshot } = recording.steps[index];
  const { sections } = twinOf(recording, index);
  const cells = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])));
  for (const { chip, type, refs, edges } of snapshot.objects) {
    const row = cells.find(([identity]) => identity === `#${chip}`);
    expect(row?.slice(1, 2)).toEqual([type]);
    expect(row?.[3]).toMatch(refs === null ? /^immortal$/ : new RegExp(`^${refs}(:|$)`));
    for (const { label, to } of edges) {
      expect(row?.[5]).toContain(label);
      // None, True and False are named without a number: there is one of each.
      if (to !== null && objectOf(snapshot, to)?.sharing !== "singleton") expect(row?.[5]).toContain(`#${to}`);
    }
  }
  for (const { name } of snapshot.globals) expect(cells.some(([first]) => first === name)).toBe(true);
  const text = twinText(twinOf(recording, index));
  for (const frame of snapshot.frames) {
    expect(text).toContain(`Frame ${frame.id}, `);
    for (const slot of frame.slots) expect(cells.some(([at, name]) => at === String(slot.index) && name === slot.name)).toBe(true);
  }
  for (const { name } of snapshot.threads) expect(text).toContain(`${name}: `);
}

describe("the picture of a run", () => {
  it("of a random program: its changes lead from each snapshot to the next, counts cover what is shown, the twin names everything", () => {
    fc.assert(
      fc.property(program, fc.constantFrom(...VERSIONS), (source, version) => checkInvariants(record(source, { version, limits }))),
      { numRuns: 4 },
    );
  }, 60_000);

  it("counts a called function once where the caller's stack lends it to the frame (3.10), and for both where the frame holds its own", () => {
    const counted = (version: "3.10" | "3.14") => {
      const { steps } = record("def f():\n    x = 1\nf()\n", { version });
      const { snapshot } = steps.findLast(({ next }) => next?.line === 2) ?? steps[0];
      const chip = snapshot.globals.find(({ name }) => name === "f")?.to ?? 0;
      const { strong, uncounted, elsewhere } = referrersOf(snapshot, chip);
      return [objectOf(snapshot, chip)?.refs, strong.length, uncounted.length, elsewhere];
    };
    expect([counted("3.10"), counted("3.14")]).toEqual([[2, 2, 1, 0], [2, 2, 0, 0]]);
  });

  const programs = picturePrograms();

  it("is looked at for forty programs", () => {
    expect(new Set(programs.map(({ name }) => name)).size).toBe(40);
  });

  it.each(programs)("says the same as the engine's inspector: $name", ({ source }) => {
    const recording = record(source, { limits });
    checkInvariants(recording);
    const { snapshot } = recording.steps.at(-1) ?? { snapshot: null };
    const session = openSession({ limits });
    session.exec(source);
    const rows = twinOf(recording, recording.steps.length - 1).sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])));
    const seen = new Map<number, number>();
    for (const { name, to } of snapshot?.globals ?? []) {
      const inspected = session.inspect(name);
      const row = rows.find(([identity]) => identity === `#${to}`);
      expect(row === undefined, name).toBe(inspected === null);
      if (inspected === null || row === undefined || to === null) continue;
      expect(inspected.type, name).toBe(row[1].split(".").at(-1));
      expect(inspected.refs === null ? "immortal" : String(inspected.refs), name).toBe(row[3]);
      // One object there is one object here.
      expect(seen.get(inspected.id) ?? to, name).toBe(to);
      seen.set(inspected.id, to);
    }
    expect(new Set(seen.values()).size).toBe(seen.size);
  });
});
