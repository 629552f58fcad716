import type { Recording, Step } from "../../engine/index.ts";
import { frameOf } from "./look-up.ts";
import { short } from "./words.ts";

/** Where two runs part, as the steps that stand side by side. */
export interface Parting {
  /** The first step of each run that is not as in the other one; a run that has ended stands at its last step. */
  readonly a: number;
  readonly b: number;
  /** What is different there, in words. */
  readonly why: string;
}

/**
 * The first difference between two runs: of a program and an edited one, of two versions, of prompt and script. Runs are
 * compared by what a reader of the program sees: what a step is, in which function, at which source line (by its text, so
 * that lines may move), what the names there refer to and which of them share an object, and what was printed. Counts,
 * addresses and bytecode differ between versions everywhere. Null: the runs do the same.
 */
export function partingOf(one: Recording, other: Recording): Parting | null {
  const length = Math.max(one.steps.length, other.steps.length);
  for (let index = 0; index < length; index++) {
    const [a, b] = [one.steps[index], other.steps[index]];
    const why = a && b ? differenceOf(one, a, other, b) : "one run has ended, the other goes on";
    if (why !== null) return { a: Math.min(index, one.steps.length - 1), b: Math.min(index, other.steps.length - 1), why };
  }
  return null;
}

function differenceOf(one: Recording, a: Step, other: Recording, b: Step): string | null {
  if (a.kind !== b.kind) return `one comes to a ${a.kind}, the other to a ${b.kind}`;
  const [ran, next] = [textAt(one, a.ran?.line), textAt(one, a.next?.line)];
  if (ran !== textAt(other, b.ran?.line)) return "the line that ran is another";
  const [names, others] = [namesOf(a), namesOf(b)];
  const name = [...new Set([...names.keys(), ...others.keys()])].find((key) => names.get(key) !== others.get(key));
  if (name !== undefined) return `${name} is ${names.get(name) ?? "not bound"} in one, ${others.get(name) ?? "not bound"} in the other`;
  if (printed(one, a) !== printed(other, b)) return "they print something else";
  if (next !== textAt(other, b.next?.line)) return "the line that runs next is another";
  return null;
}

function textAt({ source }: Recording, line: number | undefined): string {
  return line === undefined ? "" : (source.split("\n")[line - 1] ?? "").trim();
}

function printed({ result }: Recording, { snapshot: { output } }: Step): string {
  return result.stdout.slice(0, output.stdout) + result.stderr.slice(0, output.stderr);
}

/** Each name of the running function with its value, and with the names before it that refer to the same object. */
function namesOf({ snapshot, next }: Step): Map<string, string> {
  const frame = next && frameOf(snapshot, next.frame);
  const names = !frame || frame.kind === "module" ? snapshot.globals : (frame.names ?? frame.slots);
  const first = new Map<number, string>();
  const found = new Map<string, string>();
  for (const { name, to } of names) {
    if (to === null) continue;
    const text = short(snapshot, to).replace(/ #[\d.]+$/, "");
    const same = first.get(to);
    if (same === undefined) first.set(to, name);
    found.set(name, same === undefined ? text : `${text}, the object of ${same}`);
  }
  return found;
}
