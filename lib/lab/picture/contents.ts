import type { EdgeView, ObjView, Snapshot } from "../../engine/index.ts";
import { nameIn, nameOf } from "./words.ts";

/** What became of one object's references and state, in words: `list #2 gets int 3 #7 at [2]`; and of its count, where nobody else says that. */
export function contentsClauses(before: Snapshot, after: Snapshot, old: ObjView, now: ObjView, saysCount = true): string[] {
  const clauses = old.edges === now.edges ? [] : edgeClauses(before, after, old, now);
  if (old.shape !== now.shape) clauses.push(...stateClauses(after, old, now));
  if (old.sharing !== now.sharing && now.sharing === "interned") clauses.push(`${nameOf(now)} is interned`);
  if (saysCount && old.refs !== now.refs && old.refs !== null && now.refs !== null) clauses.push(`the reference count of ${nameOf(now)} goes from ${old.refs} to ${now.refs}`);
  return clauses;
}

/** References change in so many places at most before they are only counted. */
const MOST_PLACES = 3;

function edgeClauses(before: Snapshot, after: Snapshot, old: ObjView, now: ObjView): string[] {
  const keyOf = ({ role, label }: EdgeView) => `${role} ${label}`;
  // A mapping's keys are read in the labels of its values.
  const edges = (view: ObjView) => new Map(view.edges.filter(({ role }) => role !== "key").map((edge) => [keyOf(edge), edge]));
  const was = edges(old);
  const is = edges(now);
  const name = nameOf(now);
  const clauses: string[] = [];
  for (const [key, edge] of is) {
    const from = was.get(key);
    if (!from) clauses.push(`${name} gets ${nameIn(after, edge.to)}${placeOf(edge)}`);
    else if (from.to !== edge.to) clauses.push(`${edge.label} of ${name} is ${nameIn(after, edge.to)} in place of ${nameIn(before, from.to)}`);
  }
  for (const [key, edge] of was) if (!is.has(key)) clauses.push(`${name} loses ${nameIn(before, edge.to)}${placeOf(edge)}`);
  return clauses.length <= MOST_PLACES ? clauses : [`${name} changes in ${clauses.length} places`];
}

function placeOf({ role, label }: EdgeView): string {
  if (role === "item" && !label.startsWith("[")) return "";
  return role === "attribute" || role === "slot" || role === "name" ? ` as ${label}` : ` at ${label}`;
}

function stateClauses(snapshot: Snapshot, old: ObjView, now: ObjView): string[] {
  if (now.shape.kind === "weakref" && old.shape.kind === "weakref" && now.shape.dead && !old.shape.dead) return [`${nameOf(now)} is dead: its referent was freed`];
  if (now.shape.kind === "generator" && old.shape.kind === "generator" && now.shape.state !== old.shape.state) return [`${nameOf(now)} is ${now.shape.state}`];
  if (now.shape.kind === "lock" && old.shape.kind === "lock" && now.shape.locked !== old.shape.locked) {
    const { owner } = now.shape;
    const thread = snapshot.threads.find(({ id }) => id === owner);
    return [now.shape.locked ? `${nameOf(now)} is locked${thread ? ` by ${thread.name}` : ""}` : `${nameOf(now)} is open`];
  }
  return [];
}
