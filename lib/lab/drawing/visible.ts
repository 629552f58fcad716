// Which objects a step's picture shows, and from where each is reached first.
import type { Chip, FrameView, ObjView, Snapshot } from "../../engine/index.ts";
import { frameRows, handledBy, heldOf, isInline, type LookUp, nameRows, objectContent, type ObjectContent, type RowContent } from "./contents.ts";
import { objectOf } from "../picture/look-up.ts";
import type { DrawingOptions, Held } from "./drawing.ts";
import { foldedIn } from "./folding.ts";

/** Objects of one picture at most. */
const OBJECTS_AT_MOST = 80;
/** Names of one frame at most. */
const NAMES_AT_MOST = 40;

export interface VisibleFrame {
  readonly frame: FrameView | null;
  readonly rows: readonly RowContent[];
  /** The value stack, where it is shown; what is no box of its own by name. */
  readonly stack: readonly Held[];
}

export interface VisibleObject {
  readonly object: ObjView;
  readonly content: ObjectContent;
  /** Where the first reference to it stands: a frame's row, an object's row. Null: nowhere. */
  readonly from: { readonly owner: string; readonly row: number } | null;
  /** The reader opened it. */
  readonly isOpened: boolean;
  /** How far it is from the frames: 0 when a name refers to it. */
  readonly depth: number;
}

export interface Visible {
  /** The module's names, then the frames of each thread. */
  readonly frames: readonly VisibleFrame[];
  readonly objects: readonly VisibleObject[];
  readonly hidden: number;
}

export const frameKey = (frame: FrameView | null): string => (frame === null || frame.kind === "module" ? "module" : `f${frame.id}`);
export const objectKey = (chip: Chip): string => `o${chip}`;

/** Frames that lie on a stack; those of generators at rest are in their objects. */
function framesOf(snapshot: Snapshot): FrameView[] {
  const onStack = new Set(snapshot.threads.flatMap(({ frames }) => frames));
  return snapshot.frames.filter(({ id }) => onStack.has(id));
}

/** Tasks that the loop will let go on. */
const PENDING: ReadonlySet<string> = new Set(["running", "ready", "waiting"]);

interface Waiting {
  readonly chip: Chip;
  readonly from: VisibleObject["from"];
  readonly depth: number;
}

/** As many names as anybody looks through, and how many there are more; what is no name stays. */
function shortened(rows: readonly RowContent[]): readonly RowContent[] {
  const names = rows.filter(({ touch }) => touch !== null);
  const left = names.length - NAMES_AT_MOST + 1;
  if (left <= 1) return rows;
  return [...names.slice(0, NAMES_AT_MOST - 1), { touch: null, label: `… ${left} more, in Text`, index: null, cell: null, held: { kind: "empty" } }, ...rows.filter(({ touch }) => touch === null)];
}

/** What is drawn of a snapshot. `withStack`: the value stacks too. */
export function visibleIn(snapshot: Snapshot, { compact, withoutCode, folds, opened }: DrawingOptions, withStack: boolean): Visible {
  const open = new Set(opened);
  const options = { compact, withoutCode, ...(folds ? { folded: foldedIn(snapshot, open) } : {}) };
  const lookUp: LookUp = (chip) => objectOf(snapshot, chip);
  const waiting: Waiting[] = [];
  const enqueue = (rows: readonly RowContent[], owner: string, depth: number): void => {
    rows.forEach(({ held }, row) => {
      if (held.kind === "reference") waiting.push({ chip: held.to, from: { owner, row }, depth });
    });
  };
  const onStack = framesOf(snapshot);
  const handled = handledBy(snapshot, lookUp);
  const module = onStack.find(({ kind }) => kind === "module") ?? null;
  const frames = [module, ...onStack.filter(({ kind }) => kind !== "module")].map((frame): VisibleFrame => {
    const globals = frame === module ? nameRows(snapshot.globals, null, lookUp, options) : [];
    const rows = shortened([...globals, ...(frame === null ? [] : frameRows(frame, lookUp, options, handled.get(frame)))]);
    enqueue(rows, frameKey(frame), 0);
    const stack = withStack ? (frame?.stack ?? []).map(({ to }) => heldOf(to, lookUp, { compact, withoutCode })) : [];
    for (const held of stack) if (held.kind === "reference") waiting.push({ chip: held.to, from: { owner: frameKey(frame), row: rows.length }, depth: 0 });
    return { frame, rows, stack };
  });
  for (const { tasks } of snapshot.loops) for (const { chip, state } of tasks) if (PENDING.has(state)) waiting.push({ chip, from: null, depth: 0 });
  for (const { handling } of snapshot.threads) for (const chip of handling) waiting.push({ chip, from: null, depth: 0 });
  for (const { chip, reach } of snapshot.objects) if (reach === "unreachable") waiting.push({ chip, from: null, depth: 1 });
  const shown = new Map<Chip, VisibleObject>();
  let hidden = 0;
  for (let at = 0; at < waiting.length; at += 1) {
    const { chip, from, depth } = waiting[at] as Waiting;
    const object = lookUp(chip);
    if (object === undefined || shown.has(chip) || isInline(object, options)) continue;
    if (shown.size >= OBJECTS_AT_MOST) {
      hidden += 1;
      continue;
    }
    const isOpened = open.has(chip);
    const content = objectContent(object, snapshot, lookUp, options, isOpened);
    shown.set(chip, { object, content, from, isOpened, depth });
    enqueue(content.rows, objectKey(chip), depth + 1);
  }
  return { frames, objects: [...shown.values()], hidden };
}
