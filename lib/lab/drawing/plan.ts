// Where everything stands, decided once for a run: nothing moves when a step is taken, forward or back.
import type { Chip, Recording, Snapshot, Step } from "../../engine/index.ts";
import { frameHeight, frameNote, frameTitle, type Measure, measureObject, type ObjectContent, rowWidth, stackPlaces } from "./contents.ts";
import type { DrawingOptions, Rect } from "./drawing.ts";
import { BOXES_AT_MOST } from "./folding.ts";
import { FONT, monoWidth, sansWidth, SIZE } from "./metrics.ts";
import { frameKey, objectKey, type Visible, type VisibleObject, visibleIn } from "./visible.ts";

/** An object of the run: how long it is drawn, how large it gets, and where it is reached from first. */
interface Life {
  readonly chip: Chip;
  readonly from: VisibleObject["from"];
  readonly first: number;
  last: number;
  column: number;
  size: Measure;
}

/** Places for a whole run. */
export interface Plan {
  readonly options: DrawingOptions;
  readonly byChips: boolean;
  readonly folds: boolean;
  readonly isCrowded: boolean;
  /** The program asks for identities as numbers. */
  readonly showsIds: boolean;
  /** Most objects of a free-threaded build are this one's. */
  readonly firstThread: number | null;
  /** The cyclic collector matters: it freed something, or the program speaks to it. */
  readonly collects: boolean;
  readonly frames: ReadonlyMap<string, Rect>;
  readonly lanes: ReadonlyMap<number, number>;
  readonly objects: ReadonlyMap<Chip, Rect>;
  /** The step at which an object was freed. */
  readonly freed: ReadonlyMap<Chip, number>;
  /** The last look of each object that was freed. */
  readonly lastSeen: ReadonlyMap<Chip, VisibleObject>;
  readonly width: number;
  readonly height: number;
  /** Of the part with the frames alone, and of that with the objects. */
  readonly framesHeight: number;
  readonly heapHeight: number;
  readonly heapX: number;
}

/** Columns of objects, by their distance from the frames; what is shared stands in one of its own after them. */
const COLUMNS_AT_MOST = 4;
/** With more arrows than this in any step, references are told by chips. */
const ARROWS_AT_MOST = 25;
/** With more boxes than this in any step, a table says more than a picture. */
const CROWD = 60;
const FRAME_WIDTH = 168;
const ASKS_THE_COLLECTOR = /(?<![\w.])gc\./;
const ASKS_FOR_IDS = /(?<![\w.])id\(/;

const isShelved = ({ object }: VisibleObject): boolean => object.shape.kind === "scalar" && object.sharing !== null;

const references = ({ frames, objects }: Visible): number =>
  [...frames.map(({ rows }) => rows), ...objects.map(({ content }) => content.rows)].reduce((sum, rows) => sum + rows.filter(({ held }) => held.kind === "reference").length, 0);

/** What is drawn at each step, worked out once for each snapshot. */
export class Sights {
  private readonly known = new WeakMap<Snapshot, Visible>();
  private readonly options: DrawingOptions;
  private readonly withStack: boolean;
  constructor(options: DrawingOptions, withStack: boolean) {
    this.options = options;
    this.withStack = withStack;
  }

  /** Whether some step has more boxes than that. */
  haveMoreThan(boxes: number, steps: readonly Step[]): boolean {
    return steps.some((step) => this.at(step).objects.length > boxes);
  }

  at({ snapshot }: Step): Visible {
    let visible = this.known.get(snapshot);
    if (visible === undefined) this.known.set(snapshot, (visible = visibleIn(snapshot, this.options, this.withStack)));
    return visible;
  }
}

/** Frames stand below the frame that called them; each thread has a lane. */
class FramePlaces {
  readonly frames = new Map<string, Rect>();
  readonly lanes = new Map<number, number>();
  private readonly heights = new Map<string, number>();
  private readonly width: number;
  private readonly top: number;

  constructor(steps: readonly Step[], sights: Sights) {
    let width = FRAME_WIDTH;
    let threads = 1;
    for (const step of steps) {
      threads = Math.max(threads, step.snapshot.threads.length);
      for (const { frame, rows, stack } of sights.at(step).frames) {
        const key = frameKey(frame);
        this.heights.set(key, Math.max(this.heights.get(key) ?? 0, frameHeight(rows.length + (stack.length > 0 ? 1 : 0))));
        width = Math.max(width, ...rows.map((row) => rowWidth(row) + 2 * SIZE.side), monoWidth(frameTitle(frame), FONT.row) + 2 * SIZE.side + 16, sansWidth(frameNote(frame, step.snapshot), FONT.title) + 2 * SIZE.side, stackPlaces(stack).width + 2 * SIZE.side);
      }
    }
    this.width = Math.min(width, 300);
    this.top = SIZE.margin + SIZE.zone + (threads > 1 ? SIZE.laneHead : 0);
    for (const { snapshot } of steps) this.place(snapshot);
    if (!this.frames.has("module")) this.put("module", SIZE.margin, this.top);
  }

  private put(key: string, x: number, y: number): Rect {
    const rect = { x, y, width: this.width, height: this.heights.get(key) ?? frameHeight(1) };
    this.frames.set(key, rect);
    return rect;
  }

  private place({ threads, frames }: Snapshot): void {
    for (const thread of threads) {
      let lane = this.lanes.get(thread.id);
      if (lane === undefined) this.lanes.set(thread.id, (lane = this.lanes.size));
      const x = SIZE.margin + lane * (this.width + SIZE.lane);
      let y = this.top;
      for (const id of thread.frames) {
        const frame = frames.find((one) => one.id === id);
        if (frame === undefined) continue;
        const key = frameKey(frame);
        const placed = this.frames.get(key) ?? this.put(key, x, lane === 0 && key !== "module" && y === this.top ? this.top + (this.heights.get("module") ?? 0) + SIZE.gap : y);
        y = placed.y + placed.height + SIZE.gap;
      }
    }
  }

  get right(): number {
    return Math.max(...[...this.frames.values()].map(({ x, width }) => x + width));
  }

  get bottom(): number {
    return Math.max(...[...this.frames.values()].map(({ y, height }) => y + height));
  }
}

/** The lives of all objects that are drawn in any step, in the order in which they appear. */
function livesOf(steps: readonly Step[], sights: Sights, { oneColumn }: DrawingOptions): Map<Chip, Life> {
  const lives = new Map<Chip, Life>();
  const sizes = new WeakMap<ObjectContent, Measure>();
  for (const step of steps) {
    for (const seen of sights.at(step).objects) {
      const { chip } = seen.object;
      let size = sizes.get(seen.content);
      if (size === undefined) sizes.set(seen.content, (size = measureObject(seen.content, chip)));
      const life = lives.get(chip);
      if (life === undefined) lives.set(chip, { chip, from: seen.from, first: step.index, last: step.index, column: oneColumn ? 0 : isShelved(seen) ? COLUMNS_AT_MOST : Math.min(seen.depth, COLUMNS_AT_MOST - 1), size });
      else {
        life.last = step.index;
        life.size = { width: Math.max(life.size.width, size.width), height: Math.max(life.size.height, size.height) };
      }
    }
  }
  return lives;
}

/** The nearest place to where it is wanted that is free for as long as the object lives. */
function freeY(taken: readonly { readonly life: Life; readonly rect: Rect }[], life: Life, wanted: number, top: number): number {
  const inTheWay = taken.filter((one) => one.life.first <= life.last && life.first <= one.life.last).map(({ rect }) => rect);
  const fits = (y: number): boolean => y >= top && inTheWay.every((rect) => y + life.size.height + SIZE.gap <= rect.y || rect.y + rect.height + SIZE.gap <= y);
  const candidates = [Math.max(wanted, top), top, ...inTheWay.flatMap((rect) => [rect.y + rect.height + SIZE.gap, rect.y - SIZE.gap - life.size.height])].filter(fits);
  return candidates.reduce((best, y) => (Math.abs(y - wanted) < Math.abs(best - wanted) ? y : best));
}

function placeObjects(lives: readonly Life[], frames: FramePlaces, base: Plan | null): Map<Chip, Rect> {
  const top = SIZE.margin + SIZE.zone;
  const widths = Array.from({ length: COLUMNS_AT_MOST + 1 }, (_, column) => Math.max(0, ...lives.filter((life) => life.column === column).map(({ size }) => size.width)));
  const xs: number[] = [];
  let x = frames.right + SIZE.channel;
  for (const width of widths) {
    xs.push(x);
    if (width > 0) x += width + SIZE.channel;
  }
  const placed = new Map<Chip, Rect>();
  const taken: { readonly life: Life; readonly rect: Rect }[][] = widths.map(() => []);
  const ownerOf = (owner: string): Rect | undefined => frames.frames.get(owner) ?? placed.get(Number(owner.slice(1)));
  for (const life of lives) {
    const column = taken[life.column] ?? [];
    const owner = life.from === null ? undefined : ownerOf(life.from.owner);
    const row = owner === undefined || life.from === null ? top : owner.y + SIZE.head + life.from.row * SIZE.row + (life.from.owner.startsWith("o") ? 0 : SIZE.line);
    const known = base?.objects.get(life.chip);
    const y = known?.y ?? freeY(column, life, row - SIZE.pad, top);
    const rect = { x: known?.x ?? xs[life.column] ?? x, y, width: life.size.width, height: life.size.height };
    column.push({ life, rect });
    placed.set(life.chip, rect);
  }
  return placed;
}

/** Which objects were freed, when, and how each looked last. */
function endsOf(steps: readonly Step[], sights: Sights): Pick<Plan, "freed" | "lastSeen"> {
  const freed = new Map<Chip, number>();
  const lastSeen = new Map<Chip, VisibleObject>();
  for (const step of steps) {
    for (const change of step.changes) if (change.kind === "gone" && change.freed) freed.set(change.object.chip, step.index);
    for (const seen of sights.at(step).objects) lastSeen.set(seen.object.chip, seen);
  }
  return { freed, lastSeen };
}

/** What is drawn, with folding decided on for the whole run. */
function sightsOf(steps: readonly Step[], options: DrawingOptions, withStack: boolean, base: Plan | null): { readonly sights: Sights; readonly folds: boolean } {
  const plain = new Sights({ ...options, folds: false }, withStack);
  const folds = options.folds ?? base?.folds ?? plain.haveMoreThan(BOXES_AT_MOST, steps);
  return { folds, sights: folds ? new Sights({ ...options, folds }, withStack) : plain };
}

/** Decides on all places of a recording. With the plan of a coarser recording of the same run, what stands in that one stays where it is. */
export function planOf({ steps, grain, source }: Pick<Recording, "steps" | "grain" | "source">, options: DrawingOptions, base: Plan | null = null): { readonly plan: Plan; readonly sights: Sights } {
  const withStack = grain.by === "instruction";
  const { sights, folds } = sightsOf(steps, options, withStack, base);
  const frames = new FramePlaces(steps, sights);
  const lives = livesOf(steps, sights, options);
  const objects = placeObjects([...lives.values()].sort((a, b) => Number(base?.objects.has(b.chip) ?? false) - Number(base?.objects.has(a.chip) ?? false)), frames, base);
  const rects = [...objects.values()];
  const heightOf = (bottoms: readonly number[]): number => Math.max(0, ...bottoms) + SIZE.gap + SIZE.margin;
  const framesHeight = heightOf([frames.bottom]);
  const heapHeight = heightOf(rects.map((rect) => rect.y + rect.height));
  const arrows = Math.max(0, ...steps.map((step) => references(sights.at(step))));
  return {
    sights,
    plan: {
      options, frames: frames.frames, lanes: frames.lanes, objects, ...endsOf(steps, sights),
      folds, isCrowded: sights.haveMoreThan(CROWD, steps), showsIds: ASKS_FOR_IDS.test(source), firstThread: steps[0]?.snapshot.threads[0]?.id ?? null, collects: ASKS_THE_COLLECTOR.test(source) || steps.some(({ collections }) => collections.some(({ collected }) => collected > 0)),
      byChips: options.byChips ?? base?.byChips ?? arrows > ARROWS_AT_MOST,
      heapX: frames.right + SIZE.channel / 2,
      width: Math.max(frames.right, ...rects.map((rect) => rect.x + rect.width)) + SIZE.margin + 16,
      framesHeight, heapHeight, height: Math.max(framesHeight, heapHeight),
    },
  };
}

export { frameKey, objectKey };
