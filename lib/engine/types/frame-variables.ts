import { CodeFlag } from "../compiler/code.ts";
import { type NameSpace, type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyCell } from "./cell.ts";
import type { PyDict } from "./dict.ts";
import type { Frame } from "./frame.ts";

/** Value of a fast local, cell or free variable by slot; borrowed, null when unbound. */
export function peekVariable(frame: Frame, slot: number): PyObject | null {
  const value = frame.slots[slot];
  const kind = frame.code.spec.slots[slot].kind;
  return kind !== "local" && value instanceof PyCell ? value.value : value;
}

/** Binds or unbinds a fast local, cell or free variable by slot; retains the value. */
export function setVariable(frame: Frame, slot: number, value: PyObject | null): void {
  const held = frame.slots[slot];
  if (frame.code.spec.slots[slot].kind !== "local" && held instanceof PyCell) {
    held.takeValue(value ? retain(value) : null);
    return;
  }
  frame.slots[slot] = value ? retain(value) : null;
  // What the slot has lent to calls must outlive it (f_overwritten_fast_locals).
  if (held && !frame.borrowed[slot] && held.type.rt.profile.refs.borrowedLocals) frame.keepOverwritten(held);
  else if (held && !frame.borrowed[slot]) release(held);
  frame.borrowed[slot] = 0;
}

/** Whether the frame keeps its variables in fast locals (a function) and not in a namespace. */
export function isOptimized(frame: Frame): boolean {
  return (frame.code.spec.flags & CodeFlag.OPTIMIZED) !== 0;
}

/** A new dict of the frame's bound variables and of names that were put beside them. */
function snapshotLocals(rt: Runtime, frame: Frame): PyDict {
  const dict = rt.dict() as PyDict;
  writeLocals(frame, dict);
  if (frame.sharedLocals) dict.update(rt, frame.sharedLocals);
  return dict;
}

/** Brings a dict up to date with the frame's variables (PyFrame_FastToLocals). */
function writeLocals(frame: Frame, dict: NameSpace): void {
  frame.code.spec.slots.forEach(({ name }, slot) => {
    const value = peekVariable(frame, slot);
    if (value) dict.setName(name, value);
    else dict.deleteName(name);
  });
}

/** Whether a comprehension runs in this body of a module or class: its variables are none of the namespace (_PyFrame_HasHiddenLocals). */
export function hasHiddenLocals(frame: Frame): boolean {
  return !isOptimized(frame) && frame.code.spec.slots.some(({ hidden }, slot) => hidden && peekVariable(frame, slot) !== null);
}

/** What `locals()` gives there: the variables beside a copy of the namespace, or alone (3.13). */
function localsWithHidden(rt: Runtime, frame: Frame): PyObject {
  const dict = rt.dict() as PyDict;
  const isAlone = rt.profile.frames.locals === "snapshot";
  if (!isAlone) dict.update(rt, frame.locals ?? frame.globals);
  frame.code.spec.slots.forEach(({ name, hidden }, slot) => {
    const value = hidden || isAlone ? peekVariable(frame, slot) : null;
    if (value) dict.setName(name, value);
  });
  return dict;
}

/** What `locals()` gives in this frame; owned. */
export function localsOf(rt: Runtime, frame: Frame): PyObject {
  if (hasHiddenLocals(frame)) return localsWithHidden(rt, frame);
  if (!isOptimized(frame)) return retain(frame.locals ?? frame.globals);
  if (rt.profile.frames.locals === "snapshot") return snapshotLocals(rt, frame);
  if (!frame.sharedLocals) frame.sharedLocals = rt.dict();
  writeLocals(frame, frame.sharedLocals as PyDict);
  return retain(frame.sharedLocals);
}
