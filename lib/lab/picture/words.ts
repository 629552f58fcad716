import type { Chip, EdgeView, FrameView, ObjView, Snapshot } from "../../engine/index.ts";
import { objectOf } from "./look-up.ts";

/** An identity chip as it is written: the same everywhere, so that it can be searched for. */
export function chipText(chip: Chip): string {
  return `#${chip}`;
}

/** A qualified name without the function that it was defined in: `inc` for `make.<locals>.inc`. */
export function plainName(qualname: string): string {
  return qualname.slice(qualname.lastIndexOf("<locals>.") < 0 ? 0 : qualname.lastIndexOf("<locals>.") + "<locals>.".length);
}

/** A type as people say it: a lock is of a private module. */
export const typeName = ({ type }: Pick<ObjView, "type">): string => type.replace(/^_thread\./, "");

/** What an object is called in a sentence: `list #2`, `int 257 #3`, `function f #5`. */
export function nameOf(view: ObjView): string {
  const { text, chip, shape } = view;
  const type = typeName(view);
  if (shape.kind === "class") return `class ${plainName(text)} ${chipText(chip)}`;
  if (shape.kind === "function") return `function ${plainName(text.slice(0, text.indexOf("(")))} ${chipText(chip)}`;
  if (shape.kind === "task") return `task ${shape.name} ${chipText(chip)}`;
  if (type === "NoneType" || type === "bool" || type === "ellipsis") return text;
  if (shape.kind === "exception" || shape.kind === "mapping" || text === "") return `${type} ${chipText(chip)}`;
  return `${type} ${text} ${chipText(chip)}`;
}

/** The same for a chip; an empty place is `nothing`. */
export function nameIn(snapshot: Snapshot, chip: Chip | null): string {
  if (chip === null) return "nothing";
  const view = objectOf(snapshot, chip);
  return view ? nameOf(view) : `object ${chipText(chip)}`;
}

/** Items of a container that one line names. */
const MOST_ITEMS = 8;

/** An object's value in one line; what it refers to is named by value where that is short, by chip else. */
export function valueText(snapshot: Snapshot, view: ObjView): string {
  const { shape, text, edges } = view;
  switch (shape.kind) {
    case "sequence":
      return view.type === "tuple" ? `(${items(snapshot, edges, shape.length)}${shape.length === 1 ? "," : ""})` : `[${items(snapshot, edges, shape.length)}]`;
    case "set":
      return shape.length === 0 ? "empty" : `{${items(snapshot, edges, shape.length)}}`;
    case "mapping":
      // A namespace that is shown beside its frame.
      if (text !== "") return text;
      return `{${pairs(snapshot, edges, shape.length)}}`;
    case "cell":
      return edges[0]?.to == null ? "empty" : short(snapshot, edges[0].to);
    case "weakref":
      return shape.dead ? "dead: its referent was freed" : `refers weakly to ${short(snapshot, edges[0]?.to ?? null)}`;
    case "generator":
      return `${text}, ${shape.state}${shape.awaits === null ? "" : `, awaits ${short(snapshot, shape.awaits)}`}`;
    case "exception":
      return shape.message;
    case "lock":
      return lockText(snapshot, view.chip, shape);
    case "task":
    case "future":
      return shape.state;
    default:
      return text;
  }
}

/** How a lock stands: who has it, and who waits for it. */
export function lockText({ threads }: Snapshot, chip: Chip, { locked, owner }: { readonly locked: boolean; readonly owner: number | null }): string {
  const holder = threads.find(({ id }) => id === owner);
  const waiters = threads.filter(({ waitsFor }) => waitsFor?.object === chip).map(({ name }) => name);
  return `${locked ? `locked${holder ? ` by ${holder.name}` : ""}` : "open"}${waiters.length === 0 ? "" : `; ${waiters.join(", ")} ${waiters.length === 1 ? "waits" : "wait"}`}`;
}

function items(snapshot: Snapshot, edges: readonly EdgeView[], length: number): string {
  const shown = edges.filter(({ role }) => role === "item").slice(0, MOST_ITEMS).map(({ to }) => short(snapshot, to));
  return shown.length < length ? `${shown.join(", ")}, … ${length} items` : shown.join(", ");
}

function pairs(snapshot: Snapshot, edges: readonly EdgeView[], length: number): string {
  const shown = edges.filter(({ role }) => role === "value").slice(0, MOST_ITEMS).map(({ label, to }) => `${label}: ${short(snapshot, to)}`);
  return shown.length < length ? `${shown.join(", ")}, … ${length} entries` : shown.join(", ");
}

/** An object inside another one's text: its value where that is its whole content, its chip else. */
export function short(snapshot: Snapshot, chip: Chip | null): string {
  if (chip === null) return "nothing";
  const view = objectOf(snapshot, chip);
  if (!view) return chipText(chip);
  return view.shape.kind === "scalar" && view.text !== "" ? view.text : `${view.type === "type" ? "class" : view.type} ${chipText(chip)}`;
}

/** How a frame stands: the one on top of a thread goes on only when its thread does. */
export function frameState({ threads }: Pick<Snapshot, "threads">, { id, state }: Pick<FrameView, "id" | "state">): FrameView["state"] | "blocked" | "ready" {
  const thread = state === "running" ? threads.find(({ frames }) => frames.at(-1) === id) : undefined;
  return thread?.state === "blocked" || thread?.state === "ready" ? thread.state : state;
}

/** What a frame is called: `f`, `<module>`; with its number where there are more of that name. */
export function frameName(frame: FrameView, among: readonly FrameView[]): string {
  const name = frame.kind === "module" ? "the module" : plainName(frame.qualname);
  return among.filter(({ qualname }) => qualname === frame.qualname).length > 1 ? `${name} (frame ${frame.id})` : name;
}

/** Why there is only one object of this value. */
export function sharingText(view: ObjView): string {
  switch (view.sharing) {
    case "small-int":
      return "cached small int";
    case "interned":
      return "interned string";
    case "one-character":
      return "cached one-character string";
    case "singleton":
      return "exists once";
    case "static":
      return "built in";
    case null:
      return "";
  }
}
