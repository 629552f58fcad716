import type { Chip, EdgeRole, FrameId, Recording, Snapshot } from "../../engine/index.ts";
import { frameOf, objectOf } from "./look-up.ts";
import { frameName, nameOf } from "./words.ts";

/** One reference to an object, by where it is held. */
export type Referrer =
  /** `frame` null: a global name. */
  | { readonly kind: "name"; readonly frame: FrameId | null; readonly name: string }
  | { readonly kind: "slot"; readonly frame: FrameId; readonly index: number; readonly name: string }
  | { readonly kind: "stack"; readonly frame: FrameId; readonly position: number }
  | { readonly kind: "edge"; readonly owner: Chip; readonly role: EdgeRole; readonly label: string }
  /** An instance keeps its class alive. */
  | { readonly kind: "instance"; readonly owner: Chip }
  | { readonly kind: "constant"; readonly code: number; readonly index: number }
  /** A frame holds the function that was called, the value it gives back, or the exception that leaves it. */
  | { readonly kind: "frame"; readonly frame: FrameId; readonly what: "function" | "value" | "exception" }
  | { readonly kind: "handling"; readonly thread: number };

export interface Referrers {
  /** Those that count. */
  readonly strong: readonly Referrer[];
  /** Borrowed slots and weak references: the object does not count them. */
  readonly uncounted: readonly Referrer[];
  /** References by what is not shown; null for an immortal object, whose references are not counted. */
  readonly elsewhere: number | null;
}

/** Who refers to an object. */
export function referrersOf(snapshot: Snapshot, chip: Chip): Referrers {
  const strong: Referrer[] = [];
  const uncounted: Referrer[] = [];
  for (const { name, to } of snapshot.globals) if (to === chip) strong.push({ kind: "name", frame: null, name });
  fromFrames(snapshot, chip, strong, uncounted);
  for (const owner of snapshot.objects) {
    for (const { role, label, to } of owner.edges) if (to === chip) (role === "weak" ? uncounted : strong).push({ kind: "edge", owner: owner.chip, role, label });
    if (owner.class === chip) strong.push({ kind: "instance", owner: owner.chip });
  }
  for (const { code, index, to } of snapshot.constants) if (to === chip) strong.push({ kind: "constant", code, index });
  for (const { id, handling } of snapshot.threads) for (const handled of handling) if (handled === chip) strong.push({ kind: "handling", thread: id });
  const refs = objectOf(snapshot, chip)?.refs ?? null;
  return { strong, uncounted, elsewhere: refs === null ? null : refs - strong.length };
}

function fromFrames(snapshot: Snapshot, chip: Chip, strong: Referrer[], uncounted: Referrer[]): void {
  for (const { id, slots, names, stack, returns, exception, function: called, functionIsLent } of snapshot.frames) {
    for (const { index, name, to, cell, borrowed } of slots) {
      // A slot with a cell holds the cell; the value is the cell's.
      if ((cell ?? to) === chip) (borrowed ? uncounted : strong).push({ kind: "slot", frame: id, index, name });
    }
    for (const { name, to } of names ?? []) if (to === chip) strong.push({ kind: "name", frame: id, name });
    stack.forEach(({ to, borrowed }, position) => {
      if (to === chip) (borrowed ? uncounted : strong).push({ kind: "stack", frame: id, position });
    });
    for (const [what, held, isLent] of [["function", called, functionIsLent], ["value", returns, false], ["exception", exception, false]] as const) {
      if (held === chip) (isLent ? uncounted : strong).push({ kind: "frame", frame: id, what });
    }
  }
}

/** References of one object are named one by one up to this many. */
const NAMED_AT_MOST = 2;

/** Who holds how many: each referrer in words, and an object that refers more often once, with its number of references. */
export function holderTexts(recording: Pick<Recording, "codes">, snapshot: Snapshot, referrers: readonly Referrer[]): string[] {
  const byOwner = new Map<Chip, number>();
  for (const referrer of referrers) if (referrer.kind === "edge") byOwner.set(referrer.owner, (byOwner.get(referrer.owner) ?? 0) + 1);
  const told = new Set<Chip>();
  return referrers.flatMap((referrer) => {
    const count = referrer.kind === "edge" ? (byOwner.get(referrer.owner) ?? 0) : 0;
    if (referrer.kind !== "edge" || count <= NAMED_AT_MOST) return [referrerText(recording, snapshot, referrer)];
    if (told.has(referrer.owner)) return [];
    told.add(referrer.owner);
    return [`${count} times ${objectName(snapshot, referrer.owner)}`];
  });
}

function objectName(snapshot: Snapshot, chip: Chip): string {
  const view = objectOf(snapshot, chip);
  return view ? nameOf(view) : `#${chip}`;
}

/** A referrer in words: `name a`, `x in f`, `[0] of list #2`, `value stack of f, position 1`. */
export function referrerText({ codes }: Pick<Recording, "codes">, snapshot: Snapshot, referrer: Referrer): string {
  const ofFrame = (id: FrameId) => {
    const frame = frameOf(snapshot, id);
    return frame ? frameName(frame, snapshot.frames) : `frame ${id}`;
  };
  switch (referrer.kind) {
    case "name":
      return referrer.frame === null ? `name ${referrer.name}` : `name ${referrer.name} in ${ofFrame(referrer.frame)}`;
    case "slot":
      return `${referrer.name} in ${ofFrame(referrer.frame)}`;
    case "stack":
      return `value stack of ${ofFrame(referrer.frame)}, position ${referrer.position}`;
    case "edge":
      return `${referrer.label} of ${objectName(snapshot, referrer.owner)}`;
    case "instance":
      return `class of ${objectName(snapshot, referrer.owner)}`;
    case "constant":
      return `constant ${referrer.index} of the code of ${codes[referrer.code]?.qualname ?? "?"}`;
    case "frame":
      return `${referrer.what === "function" ? "called function" : referrer.what === "value" ? "value given back" : "exception on its way"} of ${ofFrame(referrer.frame)}`;
    case "handling":
      return "the exception being handled";
  }
}
