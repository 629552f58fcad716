import type { Recording, Snapshot, Step } from "../../engine/index.ts";
import { frameOf } from "./look-up.ts";
import { short } from "./words.ts";

/**
 * What a reader of the program sees of a step, as a short mark: steps of two runs with the same mark are alike. It counts what
 * a step is, the source of the line that ran (not its number: in an edited program lines move), what the names of the running
 * function refer to and which of them share an object, and what was printed. It leaves out what differs between versions
 * everywhere and says nothing about the program: counts, addresses, numbers of objects, bytecode.
 */
export function markOf(recording: Recording, index: number): string {
  const step = recording.steps[index];
  const { source, steps, result } = recording;
  const lines = source.split("\n");
  const lineAt = (line: number | undefined) => (line === undefined ? "" : (lines[line - 1] ?? "").trim());
  const before = steps[index - 1]?.snapshot.output ?? { stdout: 0, stderr: 0 };
  const { output } = step.snapshot;
  const printed = result.stdout.slice(before.stdout, output.stdout) + result.stderr.slice(before.stderr, output.stderr);
  return hashed([step.kind, lineAt(step.ran?.line), printed, ...namesOf(step)].join("\0"));
}

/** Each name of the running function with its value, and with the name before it that refers to the same object. */
function namesOf({ snapshot, next }: Step): string[] {
  const frame = next && frameOf(snapshot, next.frame);
  const names = !frame || frame.kind === "module" ? snapshot.globals : (frame.names ?? frame.slots);
  const first = new Map<number, string>();
  return names.flatMap(({ name, to }) => {
    if (to === null) return [];
    const same = first.get(to) ?? null;
    if (same === null) first.set(to, name);
    return [`${name}=${same === null ? valueOf(snapshot, to) : `the object of ${same}`}`];
  });
}

/** A value without the number of its object, which follows from everything that was there before. */
function valueOf(snapshot: Snapshot, chip: number): string {
  return short(snapshot, chip).replace(/ #[\d.]+$/, "");
}

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a of 32 bits: the marks of 5,000 steps go to the page. */
function hashed(text: string): string {
  let hash = OFFSET;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return (hash >>> 0).toString(36);
}
