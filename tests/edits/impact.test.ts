import { expect, test } from "vitest";
import { changeOf, tellingEdit } from "../../lib/edits/changes.ts";
import { impactOf } from "../../lib/edits/impact.ts";

const NOON = Date.UTC(2026, 10, 29, 12);
const TODAY = NOON / 86_400_000 - 0.5;
const edit = (number: number, editClass: "TYPO" | "CLARIFY" | "CORRECT" | "REPLACE") => ({ number, editClass, createdAt: number, change: null });

test("the impact counts each learner by their own study day, and does not ask who has suspended the card", () => {
  const state = (dueDay: number, more: object = {}) => ({ status: "active", dueDay, timeZone: "UTC", rolloverHour: 4, ...more });
  // At noon UTC it is 02:00 of the next day on Kiritimati (UTC+14), which with a rollover at 4:00 is still this study day; at 1:00 it is the next.
  const east = { timeZone: "Pacific/Kiritimati" };
  const states = [state(TODAY), state(TODAY - 3), state(TODAY + 1), state(TODAY + 90), state(TODAY + 1, east), state(TODAY + 1, { ...east, rolloverHour: 1 }), state(TODAY - 1, { status: "suspended" })];
  expect(impactOf(states, NOON)).toEqual({ learners: 7, dueAnyway: 3, suspended: 1, dueByCorrection: 3 });
  expect(impactOf([], NOON)).toEqual({ learners: 0, dueAnyway: 0, suspended: 0, dueByCorrection: 0 });
});

test("a learner is told of the newest correction since they answered, or else of a clarification; never of a typo", () => {
  const edits = [edit(2, "CLARIFY"), edit(3, "CORRECT"), edit(4, "CLARIFY"), edit(5, "TYPO")];
  expect(tellingEdit(edits, 1)?.number).toBe(3);
  expect(tellingEdit(edits, 3)?.number).toBe(4);
  expect(tellingEdit(edits, 4)).toBeNull();
  expect(tellingEdit([edit(1, "REPLACE")], 0)).toBeNull();
});

test("what is told of a correction are the lines that a learner reads, without front matter and proofs", () => {
  const text = (answer: string, tag: string, proof: string) => `---\nid: x\ntags: [${tag}]\n---\n\nWhat?\n\n## Answer\n\n${answer}\n\n## Why\n\nSo.\n\n## Proof\n\n${proof}\n`;
  const told = changeOf({ ...edit(2, "CORRECT"), change: "It is False." }, text("True.", "a", "assert 1"), text("False.", "b", "assert 2"));
  expect(told).toEqual({ kind: "corrected", at: 2, said: "It is False.", lines: [{ kind: "removed", text: "True." }, { kind: "added", text: "False." }] });
  expect(changeOf(edit(2, "CLARIFY"), text("a", "a", "a"), text("b", "b", "b"))).toEqual({ kind: "reworded", at: 2, said: "", lines: [] });
});
