import type { StepLine } from "./stage-messages.ts";

/** Towards the end, or back. */
export type Direction = 1 | -1;

function search(steps: readonly StepLine[], at: number, direction: Direction, wanted: (step: StepLine, index: number) => boolean): number | null {
  for (let index = at + direction; index >= 0 && index < steps.length; index += direction) {
    const step = steps[index];
    if (step !== undefined && wanted(step, index)) return index;
  }
  return null;
}

/** The next step at which a line begins, without the calls, returns and exceptions between; else the run's end. */
export function byLine(steps: readonly StepLine[], at: number, direction: Direction): number {
  return search(steps, at, direction, ({ kind }) => kind === "line") ?? (direction === 1 ? steps.length - 1 : 0);
}

/** The next time that a line is about to run, and after the last time the first; null when it never does. */
export function ofLine(steps: readonly StepLine[], at: number, line: number): number | null {
  const begins = ({ kind, next }: StepLine): boolean => next === line && (kind === "line" || kind === "start");
  return search(steps, at, 1, begins) ?? search(steps, -1, 1, begins);
}

/** The next step that changed a name or an object; without one, the next that changed anything. Null: there is none that way. */
export function byChange(steps: readonly StepLine[], at: number, direction: Direction, touch: string | null): number | null {
  return search(steps, at, direction, ({ touched }) => (touch === null ? touched.length > 0 : touched.includes(touch)));
}

/** Where two runs part: the first step that a reader sees to be different. Null: they do the same. */
export function firstDifference(a: readonly StepLine[], b: readonly StepLine[]): number | null {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const [one, other] = [a[index], b[index]];
    if (one === undefined || other === undefined || one.mark !== other.mark) return index;
  }
  return null;
}

/** The last step that was looked at by a moment of virtual time. */
export function ofMoment(steps: readonly StepLine[], at: number): number {
  return Math.max(0, steps.findLastIndex(({ clock }) => clock <= at));
}
