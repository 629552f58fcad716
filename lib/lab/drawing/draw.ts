import type { Change, Chip, EdgeView, ObjView, Snapshot, Step } from "../../engine/index.ts";
import { countLabel, splitNote } from "../picture/split-text.ts";
import { frameState, sharingText } from "../picture/words.ts";
import { touchOf } from "../stage-messages.ts";
import type { Arrow, Drawing, FrameBox, Held, ObjectBox, Rect, Row, StackEntry, ThreadLane } from "./drawing.ts";
import { cut, SIZE } from "./metrics.ts";
import { frameKey, objectKey, type Plan, type Sights } from "./plan.ts";
import { routeOf } from "./route.ts";
import { frameNote, frameTitle, type RowContent, stackPlaces } from "./contents.ts";
import type { VisibleFrame, VisibleObject } from "./visible.ts";

/** What a step did, for the marks in its picture. */
class Marks {
  readonly touched = new Set<string>();
  readonly tags = new Map<Chip, string>();
  readonly entered = new Set<number>();
  private readonly before = new Map<Chip, readonly EdgeView[]>();

  constructor(changes: readonly Change[]) {
    for (const change of changes) this.add(change);
  }

  private add(change: Change): void {
    switch (change.kind) {
      case "binding":
        this.touched.add(change.frame === null ? touchOf.name(change.after.name) : touchOf.slot(change.frame, change.slot ?? change.after.name));
        return;
      case "object":
        this.tags.set(change.object.chip, change.born ? "new" : "");
        return;
      case "count":
        this.tags.set(change.chip, change.from === change.to ? "moved" : `rc ${change.from ?? "∞"} → ${change.to ?? "∞"}`);
        return;
      case "contents":
        this.before.set(change.after.chip, change.before.edges);
        this.tags.set(change.after.chip, change.before.edges !== change.after.edges || change.before.shape !== change.after.shape ? "changed" : `rc ${change.before.refs ?? "∞"} → ${change.after.refs ?? "∞"}`);
        return;
      case "entered":
        this.entered.add(change.frame.id);
    }
  }

  /** Whether a row of an object's box is another than before. */
  edgeChanged(chip: Chip, { label, held }: RowContent): boolean {
    const edges = this.before.get(chip);
    if (edges === undefined || held.kind === "empty" && /^[…▸] /.test(label)) return false;
    const to = "to" in held ? held.to : null;
    return !edges.some((edge) => edge.to === to && (edge.label === label || edge.label.startsWith(label.replace("…", "")) || label === "contents" || label === "refers to"));
  }
}

const slotOf = (rect: Rect, row: Pick<Row, "y">) => ({ x: rect.x + rect.width - SIZE.side - SIZE.slot / 2, y: row.y + SIZE.row / 2 });

function placedRows(rows: readonly RowContent[], top: number, changed: (row: RowContent) => boolean): Row[] {
  return rows.map((row, index) => ({ ...row, opens: row.opens ?? null, y: top + index * SIZE.row, changed: changed(row) }));
}

function drawFrame({ frame, rows, stack }: VisibleFrame, plan: Plan, snapshot: Snapshot, marks: Marks): FrameBox[] {
  const place = plan.frames.get(frameKey(frame));
  if (place === undefined) return [];
  const top = place.y + SIZE.head + SIZE.line;
  const placed = placedRows(rows, top, ({ touch }) => touch !== null && marks.touched.has(touch));
  const bottom = top + Math.max(1, rows.length) * SIZE.row;
  const { middles } = stackPlaces(stack);
  const entries = stack.map((held, index): StackEntry => ({ x: place.x + SIZE.side + (middles[index] ?? 0), y: bottom + SIZE.row / 2, borrowed: frame?.stack[index]?.borrowed ?? false, held }));
  return [{
    ...place,
    id: frame?.id ?? 0, kind: frame?.kind ?? "module", title: frameTitle(frame), note: frameNote(frame, snapshot), state: frame === null ? "waiting" : frameState(snapshot, frame),
    isNew: frame !== null && marks.entered.has(frame.id), rows: placed, stack: entries,
    height: bottom - place.y + SIZE.pad + (entries.length > 0 ? SIZE.row : 0),
  }];
}

function objectNote({ object }: VisibleObject, { collects, showsIds, firstThread }: Plan): string {
  return [
    sharingText(object),
    splitNote(object.split, firstThread),
    showsIds ? `id ${object.address}` : "",
    object.reach === "unreachable" ? "unreachable" : "",
    object.sharing === null && object.weakrefs > 0 ? `${object.weakrefs} weak ${object.weakrefs === 1 ? "reference" : "references"}` : "",
    collects && object.sharing === null && object.generation !== null && isWatched(object) ? `generation ${object.generation}` : "",
  ].filter((note) => note !== "").join(", ");
}

/** Whether the collector's generations matter for it: functions, classes and modules are there for as long as the program. */
const isWatched = ({ shape }: ObjView): boolean => shape.kind !== "function" && shape.kind !== "class" && shape.kind !== "module";

function drawObject(seen: VisibleObject, plan: Plan, marks: Marks): ObjectBox[] {
  const { object, content } = seen;
  const place = plan.objects.get(object.chip);
  if (place === undefined) return [];
  const { lines, isValue } = content;
  const text = isValue ? SIZE.value + (lines.length - 1) * SIZE.line : lines.length * SIZE.line;
  const top = place.y + SIZE.head + text;
  return [{
    ...place,
    height: SIZE.head + text + content.rows.length * SIZE.row + SIZE.pad,
    chip: object.chip, look: content.look, type: content.type, lines, isValue,
    count: countLabel(object),
    rows: placedRows(content.rows, top, (row) => marks.edgeChanged(object.chip, row) || (row.held.kind === "folded" && marks.tags.has(row.held.to))),
    isOpened: seen.isOpened, isCompared: false, stop: "",
    tag: marks.tags.get(object.chip) ?? "", state: object.reach === "unreachable" ? "unreachable" : "live", note: objectNote(seen, plan),
  }];
}

const overlap = (a: Rect, b: Rect): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Outlines of what was freed, until their place is needed. */
function tombstones(plan: Plan, step: Step, living: readonly ObjectBox[]): ObjectBox[] {
  const stones: ObjectBox[] = [];
  const buried = [...plan.freed].filter(([, at]) => at <= step.index).sort(([, a], [, b]) => b - a);
  for (const [chip, at] of buried) {
    const seen = plan.lastSeen.get(chip);
    if (seen === undefined || (seen.content.isValue && at !== step.index)) continue;
    const [stone] = drawObject(seen, plan, new Marks([]));
    if (stone === undefined || [...living, ...stones].some((box) => overlap(box, stone))) continue;
    stones.push({ ...stone, rows: [], state: "freed", tag: at === step.index ? "freed" : "", note: `freed at step ${at + 1}`, count: "" });
  }
  return stones;
}

interface Tail {
  readonly key: string;
  readonly owner: string;
  readonly source: Rect;
  readonly slot: { readonly x: number; readonly y: number };
  readonly below: number;
  readonly held: Held;
  readonly changed: boolean;
}

/** How deep an arrow runs below the slots of a value stack that stand after its own. */
const passing = (after: number): number => (after === 0 ? 0 : Math.min(4 + 4 * after, 16));

function tailsOf(frames: readonly FrameBox[], objects: readonly ObjectBox[]): Tail[] {
  const ofRows = (owner: string, source: Rect, rows: readonly Row[]): Tail[] => rows.map((row, index) => ({ key: `${owner} ${index}`, owner, source, slot: slotOf(source, row), below: 0, held: row.held, changed: row.changed }));
  return [
    ...frames.flatMap((frame) => {
      const owner = frame.kind === "module" ? "module" : `f${frame.id}`;
      const stack = frame.stack.map(({ x, y, held }, index): Tail => ({ key: `${owner} stack ${index}`, owner, source: frame, slot: { x, y }, below: passing(frame.stack.length - 1 - index), held, changed: false }));
      return [...ofRows(owner, frame, frame.rows), ...stack];
    }),
    ...objects.filter(({ state }) => state !== "freed").flatMap((object) => ofRows(objectKey(object.chip), object, object.rows)),
  ];
}

/** The same arrow takes the same way in every step. */
function trackOf(key: string): number {
  let sum = 0;
  for (const character of key) sum = (sum * 7 + character.charCodeAt(0)) % 997;
  return sum;
}

function arrowsOf(frames: readonly FrameBox[], objects: readonly ObjectBox[]): Arrow[] {
  const boxes: Rect[] = [...frames, ...objects];
  const byChip = new Map(objects.map((object) => [object.chip, object]));
  const tails = tailsOf(frames, objects);
  const count = new Map<Chip, number>();
  for (const { held } of tails) if (held.kind === "reference") count.set(held.to, (count.get(held.to) ?? 0) + 1);
  return tails.flatMap(({ key, owner, source, slot, below, held, changed }): Arrow[] => {
    const target = held.kind === "reference" ? byChip.get(held.to) : undefined;
    if (held.kind !== "reference" || target === undefined) return [];
    const track = trackOf(key);
    const ends = { slot, source, target, track, below };
    const { path, head } = routeOf({ ...ends, bundle: trackOf(objectKey(held.to)) }, boxes);
    const apart = (count.get(held.to) ?? 0) < 2 ? null : routeOf({ ...ends, spread: (track % 5) * 4 - 8 }, boxes);
    return [{ key, owner, path, head, apart, from: slot, to: held.to, weak: held.weak, awaits: held.awaits ?? false, changed }];
  });
}

function lanesOf(plan: Plan, { threads }: Snapshot): ThreadLane[] {
  if (plan.lanes.size < 2) return [];
  const width = plan.frames.get("module")?.width ?? 0;
  return threads.map(({ id, name, state, holdsGil, waitsFor }) => ({
    id, name: cut(name, 22), holdsGil, x: SIZE.margin + (plan.lanes.get(id) ?? 0) * (width + SIZE.lane), y: SIZE.margin + SIZE.zone,
    note: waitsFor === null ? state : `waits: ${cut(waitsFor.via ?? waitsFor.kind, 16)}`,
  }));
}

/** What is pointed at in the picture of a step, beside what it changed. */
export interface Pointers {
  /** The objects that it compared with `is`. */
  readonly compared: readonly Chip[];
  /** Where the next line looks for an attribute, and whether it is there. */
  readonly stops: ReadonlyMap<Chip, string>;
}

const NOTHING: Pointers = { compared: [], stops: new Map() };

/** The picture of one step. */
export function drawStep(plan: Plan, sights: Sights, step: Step, { compared, stops }: Pointers = NOTHING): Drawing {
  const visible = sights.at(step);
  const marks = new Marks(step.changes);
  const frames = visible.frames.flatMap((frame) => drawFrame(frame, plan, step.snapshot, marks));
  const living = visible.objects.flatMap((seen) => drawObject(seen, plan, marks));
  const objects = [...living.map((box) => ({ ...box, isCompared: compared.includes(box.chip), stop: stops.get(box.chip) ?? "" })), ...tombstones(plan, step, living)];
  return {
    width: plan.width, height: plan.height, framesHeight: plan.framesHeight, heapHeight: plan.heapHeight, heapX: plan.heapX, frames, objects, byChips: plan.byChips, folds: plan.folds, isCrowded: plan.isCrowded,
    arrows: plan.byChips ? [] : arrowsOf(frames, objects),
    lanes: lanesOf(plan, step.snapshot), hidden: visible.hidden + step.snapshot.hidden,
  };
}
