import type { Change, Chip, FrameView, NameView, ObjView, SlotView, Snapshot } from "./recording.ts";

/**
 * The changes from one snapshot to the next. They are found by identity: what is the same JavaScript object did not change.
 * Frames and names first, then objects, then the rest.
 * `born`: chips of objects made since the first one; `freed`: of those that do not exist any more.
 */
export function changesBetween(before: Snapshot, after: Snapshot, born: ReadonlySet<Chip>, freed: ReadonlySet<Chip>): Change[] {
  return [...frameChanges(before, after), ...nameChanges(null, before.globals, after.globals), ...objectChanges(before, after, born, freed), ...otherChanges(before, after)];
}

function frameChanges(before: Snapshot, after: Snapshot): Change[] {
  if (before.frames === after.frames) return [];
  const changes: Change[] = [];
  const known = new Map(before.frames.map((frame) => [frame.id, frame]));
  const still = new Set(after.frames.map(({ id }) => id));
  for (const frame of before.frames) if (!still.has(frame.id)) changes.push({ kind: "left", frame });
  for (const frame of after.frames) {
    const old = known.get(frame.id);
    if (!old) changes.push({ kind: "entered", frame });
    else if (old !== frame) changes.push(...oneFrame(old, frame));
  }
  return changes;
}

function oneFrame(before: FrameView, after: FrameView): Change[] {
  const changes: Change[] = [];
  after.slots.forEach((slot, i) => {
    if (slot !== before.slots[i]) changes.push({ kind: "binding", frame: after.id, slot: i, before: before.slots[i], after: slot });
  });
  if (before.names && after.names) changes.push(...nameChanges(after.id, before.names, after.names));
  changes.push({ kind: "frame", before, after });
  return changes;
}

function nameChanges(frame: number | null, before: readonly NameView[], after: readonly NameView[]): Change[] {
  if (before === after) return [];
  const changes: Change[] = [];
  after.forEach((name, i) => {
    const old: NameView | SlotView | null = before[i] ?? null;
    if (name !== old) changes.push({ kind: "binding", frame, slot: null, before: old, after: name });
  });
  return changes;
}

function objectChanges(before: Snapshot, after: Snapshot, born: ReadonlySet<Chip>, freed: ReadonlySet<Chip>): Change[] {
  if (before.objects === after.objects) return [];
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  const old = before.objects;
  const now = after.objects;
  while (i < old.length || j < now.length) {
    if (j === now.length || (i < old.length && old[i].chip < now[j].chip)) {
      changes.push({ kind: "gone", freed: freed.has(old[i].chip), object: old[i] });
      i++;
    } else if (i === old.length || old[i].chip > now[j].chip) {
      changes.push({ kind: "object", born: born.has(now[j].chip), object: now[j] });
      j++;
    } else changes.push(...oneObject(old[i++], now[j++]));
  }
  return changes;
}

const FIELDS: readonly (keyof ObjView)[] = ["type", "class", "text", "refs", "split", "sharing", "generation", "reach", "edges", "isCut", "weakrefs", "shape"];

function oneObject(before: ObjView, after: ObjView): Change[] {
  if (before === after) return [];
  // What is equal is the same object, but for the views themselves.
  // Where a number was settled later there are two views that say the same.
  const isCountOnly = FIELDS.every((field) => field === "refs" || field === "split" || before[field] === after[field]);
  if (isCountOnly && before.refs === after.refs && before.split === after.split) return [];
  return [isCountOnly ? { kind: "count", chip: after.chip, from: before.refs, to: after.refs, split: after.split } : { kind: "contents", before, after }];
}

function otherChanges(before: Snapshot, after: Snapshot): Change[] {
  const changes: Change[] = [];
  if (before.threads !== after.threads) changes.push({ kind: "threads", before: before.threads, after: after.threads });
  if (before.loops !== after.loops) changes.push({ kind: "loops", before: before.loops, after: after.loops });
  for (const stream of ["stdout", "stderr"] as const) {
    if (before.output[stream] !== after.output[stream]) changes.push({ kind: "output", stream, from: before.output[stream], to: after.output[stream] });
  }
  if (before.gc !== after.gc) changes.push({ kind: "collector", from: before.gc, to: after.gc });
  if (before.constants !== after.constants) changes.push({ kind: "constants", before: before.constants, after: after.constants });
  if (before.hidden !== after.hidden) changes.push({ kind: "hidden", from: before.hidden, to: after.hidden });
  return changes;
}
