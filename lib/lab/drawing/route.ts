// The way of an arrow: straight pieces with rounded bends, between boxes and not through them.
import type { ArrowWay, Point, Rect } from "./drawing.ts";
import { SIZE } from "./metrics.ts";

const RADIUS = 7;
/** Room around a box that no arrow runs through. */
const CLEAR = 7;
/** Ways in one channel that stand beside each other before they begin anew. */
const TRACKS = 8;
const TRACK = 5;

/** A line through points, its corners rounded. All pieces are level or upright. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  let path = `M${first.x} ${first.y}`;
  let from = first;
  rest.forEach((corner, index) => {
    const next = rest[index + 1];
    if (next === undefined) {
      path += `L${corner.x} ${corner.y}`;
      return;
    }
    const reach = Math.min(RADIUS, distance(from, corner) / 2, distance(corner, next) / 2);
    const before = towards(corner, from, reach);
    const after = towards(corner, next, reach);
    path += `L${before.x} ${before.y}Q${corner.x} ${corner.y} ${after.x} ${after.y}`;
    from = corner;
  });
  return path;
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

function towards(from: Point, to: Point, reach: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * reach, y: from.y + Math.sign(to.y - from.y) * reach };
}

/** The height nearest to where an arrow begins and ends at which it meets no box between two channels. */
function corridor(boxes: readonly Rect[], left: number, right: number, from: number, to: number): number {
  const between = boxes.filter((box) => box.x < right && box.x + box.width > left);
  const free = (y: number): boolean => between.every((box) => y < box.y - CLEAR / 2 || y > box.y + box.height + CLEAR / 2);
  const candidates = [from, to, ...between.flatMap((box) => [box.y - CLEAR, box.y + box.height + CLEAR])].filter(free);
  const cost = (y: number): number => Math.abs(y - from) + Math.abs(y - to);
  return candidates.length === 0 ? from : candidates.reduce((best, y) => (cost(y) < cost(best) ? y : best));
}

export interface Ends {
  /** Where it begins: the middle of a slot, in a box. */
  readonly slot: Point;
  readonly source: Rect;
  readonly target: Rect;
  /** Which of the ways beside each other it takes; any number. */
  readonly track: number;
  /** The way close to the target, where it is shared with others; else its own. */
  readonly bundle?: number;
  /** How far below the middle of the slot it leaves: past slots that stand beside it. */
  readonly below?: number;
  /** How far from the middle of the title it comes in. */
  readonly spread?: number;
}

/** A way down the channel on the right of a box, which ends where the next box begins. */
function besides(right: number, wanted: number, others: readonly Rect[]): number {
  const room = Math.min(...others.map(({ x }) => x - right).filter((space) => space > 0)) - CLEAR;
  return right + (wanted <= room ? wanted : CLEAR / 2 + (wanted % Math.max(1, room - CLEAR / 2)));
}

/** Below the middle of a row: its words end above. */
const UNDER = 9;

/** The height at which arrows come in: the middle of the title. */
const inletOf = (target: Rect): number => target.y + SIZE.head / 2 + 2;

/** Goes from a slot to an object around the boxes of the picture. */
export function routeOf({ slot, source, target, track, bundle = track, below = 0, spread = 0 }: Ends, boxes: readonly Rect[]): ArrowWay {
  const offset = (track % TRACKS) * TRACK;
  const shared = (bundle % TRACKS) * TRACK;
  const y = inletOf(target) + spread;
  const start = { x: slot.x, y: slot.y + below };
  const right = source.x + source.width;
  if (target.x > right) {
    const others = boxes.filter((box) => box !== source && box !== target);
    const near = besides(right, 12 + offset, others);
    const far = target.x - 14 - shared;
    const head = { x: target.x, y, towards: 1 as const };
    const level = corridor(others, near, far, start.y, y);
    if (level === start.y) return { path: straight([slot, start, { x: far, y: start.y }, { x: far, y }, { x: target.x - 1, y }]), head };
    if (level === y) return { path: straight([slot, start, { x: near, y: start.y }, { x: near, y }, { x: target.x - 1, y }]), head };
    return { path: straight([slot, start, { x: near, y: start.y }, { x: near, y: level }, { x: far, y: level }, { x: far, y }, { x: target.x - 1, y }]), head };
  }
  const edge = target.x + target.width;
  const head = { x: edge, y, towards: -1 as const };
  if (edge < source.x) {
    // Below the words of the row, then beside the source, where no box of the target's column is in the way; else close to the target.
    const under = slot.y + UNDER;
    const near = source.x - 12 - offset;
    const others = boxes.filter((box) => box !== source && box !== target);
    const channel = near > edge && corridor(others, edge, near, y, y) === y ? near : edge + 14 + shared;
    return { path: straight([slot, { x: slot.x, y: under }, { x: channel, y: under }, { x: channel, y }, { x: edge + 1, y }]), head };
  }
  const channel = Math.max(right, edge) + 12 + shared;
  return { path: straight([slot, start, { x: channel, y: start.y }, { x: channel, y }, { x: edge + 1, y }]), head };
}

/** Leaves out the corners that are none. */
function straight(points: readonly Point[]): string {
  const corners = points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    return before === undefined || after === undefined || !((before.y === point.y && point.y === after.y) || (before.x === point.x && point.x === after.x));
  });
  return roundedPath(corners);
}
