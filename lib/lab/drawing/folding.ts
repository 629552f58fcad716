// What is written into the row of its only owner instead of in a box of its own, where a picture would have too many boxes.
import type { Chip, ObjView, Snapshot } from "../../engine/index.ts";

/** With more boxes than this in any step, objects are folded into their owners. */
export const BOXES_AT_MOST = 12;

/** Kinds that say nothing in a row: what they are is in their boxes. */
const FOLDS: ReadonlySet<ObjView["shape"]["kind"]> = new Set(["scalar", "sequence", "set", "mapping", "instance", "function", "method", "iterator", "code", "opaque"]);

/** References that are no arrows are no owners either; a weak one is drawn. */
const SILENT: ReadonlySet<string> = new Set(["key", "class", "traceback", "frame"]);

/** How many references there are to each object, and from outside of the heap so many that it keeps its box. */
function countsOf({ globals, frames, threads, loops, objects }: Snapshot): Map<Chip, number> {
  const counts = new Map<Chip, number>();
  const count = (to: Chip | null, by: number): void => {
    if (to !== null) counts.set(to, (counts.get(to) ?? 0) + by);
  };
  for (const { to } of globals) count(to, 2);
  for (const { slots, names, stack, returns, exception } of frames) {
    for (const { to } of [...slots, ...(names ?? []), ...stack]) count(to, 2);
    count(returns, 2);
    count(exception, 2);
  }
  for (const { handling } of threads) for (const chip of handling) count(chip, 2);
  for (const { tasks } of loops) for (const { chip, coroutine } of tasks) {
    count(chip, 2);
    count(coroutine, 2);
  }
  for (const { edges } of objects) for (const { role, to } of edges) if (!SILENT.has(role)) count(to, role === "weak" ? 2 : 1);
  return counts;
}

/** The objects of a moment that have one owner, another object, and nobody else who refers to them; without those that are opened. */
export function foldedIn(snapshot: Snapshot, opened: ReadonlySet<Chip>): ReadonlySet<Chip> {
  const counts = countsOf(snapshot);
  const folded = new Set<Chip>();
  for (const { chip, shape, reach } of snapshot.objects) if (counts.get(chip) === 1 && reach === "reached" && FOLDS.has(shape.kind) && !opened.has(chip)) folded.add(chip);
  return folded;
}
