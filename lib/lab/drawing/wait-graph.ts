// Who waits for whom: threads on the left, what they wait for on the right. A circle is a deadlock.
import type { Snapshot, ThreadView } from "../../engine/index.ts";
import { circleIn, circleText, threadName } from "../picture/concurrency.ts";
import { nameIn } from "../picture/words.ts";
import type { Point, Rect } from "./drawing.ts";
import { cut, FONT, sansWidth } from "./metrics.ts";

export interface WaitNode extends Rect {
  readonly key: string;
  readonly kind: "thread" | "object";
  readonly title: string;
  readonly note: string;
  readonly inCircle: boolean;
}

export interface WaitEdge {
  readonly key: string;
  /** `waits`: a thread for something; `holds`: who has it. */
  readonly kind: "waits" | "holds";
  readonly label: string;
  readonly from: Point;
  readonly to: Point;
  readonly inCircle: boolean;
}

export interface WaitGraph {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly WaitNode[];
  readonly edges: readonly WaitEdge[];
  /** What the picture says; "" where nobody waits in a circle. */
  readonly sentence: string;
}

const HEIGHT = 44;
const GAP = 26;
const CHANNEL = 130;
const MARGIN = 10;

interface Target {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly holder: number | null;
}

/** What a thread waits for, as a box. Null where that is no thing: a sleep. */
function targetOf(snapshot: Snapshot, { waitsFor }: ThreadView): Target | null {
  if (waitsFor === null) return null;
  const { kind, object, via, holder } = waitsFor;
  if (kind === "join" && holder !== null) return { key: `end ${holder}`, title: `the end of ${threadName(snapshot, holder)}`, note: "", holder };
  if (object !== null) return { key: `object ${object}`, title: nameIn(snapshot, object), note: namesOf(snapshot, object), holder };
  return via === null ? null : { key: `signal ${via}`, title: via, note: "a signal of another thread", holder: null };
}

/** The global names of an object: `lock_a`. */
const namesOf = ({ globals }: Snapshot, chip: number): string => globals.flatMap(({ name, to }) => (to === chip ? [name] : [])).join(", ");

const widthOf = (texts: readonly string[]): number => Math.max(120, ...texts.map((text) => sansWidth(text, FONT.title) + 24));

/** The graph of a moment; null where no thread waits for another one or for what another one has. */
export function waitGraphOf(snapshot: Snapshot): WaitGraph | null {
  const targets = new Map<string, Target>();
  const waits: { thread: ThreadView; target: Target }[] = [];
  for (const thread of snapshot.threads) {
    const found = targetOf(snapshot, thread);
    if (found === null) continue;
    const target = targets.get(found.key) ?? found;
    targets.set(target.key, target);
    waits.push({ thread, target });
  }
  if (waits.length === 0) return null;
  const circle = new Set(circleIn(snapshot).map(({ id }) => id));
  const holders = new Set([...targets.values()].flatMap(({ holder }) => (holder === null ? [] : [holder])));
  const threads = snapshot.threads.filter(({ id, waitsFor }) => waitsFor !== null || holders.has(id));
  const left = widthOf(threads.map(({ name }) => cut(name)));
  const right = widthOf([...targets.values()].flatMap(({ title, note }) => [cut(title, 34), cut(note, 34)]));
  const y = (index: number): number => MARGIN + index * (HEIGHT + GAP);
  const x = MARGIN + left + CHANNEL;
  const isCircled = (target: Target): boolean => waits.some(({ thread, target: one }) => one === target && circle.has(thread.id));
  const nodes: WaitNode[] = [
    ...threads.map(({ id, name, state }, index): WaitNode => ({ key: `thread ${id}`, kind: "thread", title: cut(name), note: state, inCircle: circle.has(id), x: MARGIN, y: y(index), width: left, height: HEIGHT })),
    ...[...targets.values()].map((target, index): WaitNode => ({ key: target.key, kind: "object", title: cut(target.title, 34), note: cut(target.note, 34), inCircle: isCircled(target), x, y: y(index), width: right, height: HEIGHT })),
  ];
  const boxes = new Map(nodes.map((node) => [node.key, node]));
  return {
    width: x + right + MARGIN,
    height: y(Math.max(threads.length, targets.size)) - GAP + MARGIN,
    nodes,
    edges: edgesOf(waits, [...targets.values()], boxes, circle, isCircled),
    sentence: circleText(snapshot),
  };
}

function edgesOf(waits: readonly { readonly thread: ThreadView; readonly target: Target }[], targets: readonly Target[], boxes: ReadonlyMap<string, WaitNode>, circle: ReadonlySet<number>, isCircled: (target: Target) => boolean): WaitEdge[] {
  const edges: WaitEdge[] = [];
  // A waiting arrow leaves and comes in above the middle, one of holding below it: the two between one pair stand apart.
  const end = (node: WaitNode, part: number): Point => ({ x: node.kind === "thread" ? node.x + node.width : node.x, y: node.y + node.height * part });
  for (const { thread, target } of waits) {
    const [from, to] = [boxes.get(`thread ${thread.id}`), boxes.get(target.key)];
    if (from && to) edges.push({ key: `${from.key} ${to.key}`, kind: "waits", label: "waits for", from: end(from, 0.3), to: end(to, 0.3), inCircle: circle.has(thread.id) });
  }
  for (const target of targets) {
    const [from, to] = [boxes.get(target.key), boxes.get(`thread ${target.holder}`)];
    if (from && to) edges.push({ key: `${from.key} held`, kind: "holds", label: target.key.startsWith("end ") ? "" : "held by", from: end(from, 0.7), to: end(to, 0.7), inCircle: isCircled(target) });
  }
  return edges;
}
