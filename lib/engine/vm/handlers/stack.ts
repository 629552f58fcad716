import { IMMORTAL, type PyObject, release, retain } from "../../core/object.ts";
import type { Handler } from "../loop.ts";
import { PyCell } from "../../types/cell.ts";
import type { Frame } from "../../types/frame.ts";
import { PyInt } from "../../types/int-object.ts";
import { raiseName } from "../errors.ts";
import type { Machine } from "../machine.ts";

const nothing: Handler = () => {};

/** One reference more: of ints, which most programs count with, without asking what the object is. */
export function retainLoaded(value: PyObject): void {
  if (value instanceof PyInt) {
    const { refs } = value;
    if (refs < IMMORTAL) value.refs = refs + 1;
  } else retain(value);
}

/** One reference less of what lay in a slot. */
function releaseStored(vm: Machine, value: PyObject): void {
  if (value instanceof PyInt) vm.scalars.giveUpInt(value);
  else release(value);
}

/** One more reference to what a slot holds: a slot that only borrows it lends it on (PyStackRef_DUP). */
function loadFast(frame: Frame, slot: number): void {
  const { slots } = frame;
  const value = slots[slot];
  const at = frame.sp++;
  slots[at] = value;
  frame.borrowed[at] = frame.borrowed[slot];
  if (value !== null && frame.borrowed[slot] === 0) retainLoaded(value);
}

/** The slot keeps the object alive meanwhile: it is not counted. */
function loadBorrowed(frame: Frame, slot: number): void {
  const { slots } = frame;
  const value = slots[slot];
  const at = frame.sp++;
  slots[at] = value;
  frame.borrowed[at] = value === null ? 0 : 1;
}

/** Moves the top of the stack into a slot, counted or not. */
function storeFast(vm: Machine, frame: Frame, slot: number): void {
  const { slots, borrowed } = frame;
  const old = slots[slot];
  const wasBorrowed = borrowed[slot];
  const at = --frame.sp;
  const value = slots[at] as PyObject;
  slots[at] = null;
  slots[slot] = value;
  borrowed[slot] = borrowed[at];
  if (old !== null && wasBorrowed === 0) releaseStored(vm, old);
}

function unbound(vm: Machine, frame: Frame, slot: number): never {
  const { name, kind } = frame.code.spec.slots[slot];
  return raiseName(vm, kind === "free" ? "NameError" : "UnboundLocalError", vm.message(kind === "free" ? "unboundFree" : "unboundLocal", name), name);
}

function cellAt(frame: Frame, slot: number): PyCell {
  return frame.slots[slot] as PyCell;
}

/** Gives a handler its part among neighbours that run as one. */
function as(kind: "local" | "two-locals" | "constant" | "small-int" | "store", handler: Handler): Handler {
  return Object.assign(handler, { role: { kind } as const });
}

/** Constants, fast locals, cells, and moving things on the stack. */
export const stackHandlers: Readonly<Record<string, Handler>> = {
  NOP: nothing,
  NOT_TAKEN: nothing,
  CACHE: nothing,
  EXTENDED_ARG: nothing,
  POP_TOP: (_vm, frame) => frame.drop(1),
  POP_ITER: (_vm, frame) => frame.drop(1),
  END_FOR: (_vm, frame) => frame.drop(1),
  PUSH_NULL: (_vm, frame) => frame.push(null),
  COPY: (_vm, frame, depth) => {
    const at = frame.sp - depth;
    const value = frame.slots[at];
    if (value !== null && frame.borrowed[at] === 1) frame.pushBorrowed(value);
    else frame.push(value ? retain(value) : null);
  },
  SWAP: (_vm, frame, depth) => {
    const top = frame.sp - 1;
    const other = frame.sp - depth;
    const value = frame.slots[top];
    const borrowed = frame.borrowed[top];
    frame.slots[top] = frame.slots[other];
    frame.borrowed[top] = frame.borrowed[other];
    frame.slots[other] = value;
    frame.borrowed[other] = borrowed;
  },
  LOAD_CONST: as("constant", (_vm, frame, index) => {
    const value = frame.code.constants[index];
    retainLoaded(value);
    frame.push(value);
  }),
  "LOAD_CONST of a lent constant": as("constant", (_vm, frame, index) => frame.pushBorrowed(frame.code.constants[index])),
  LOAD_SMALL_INT: as("small-int", (vm, frame, value) => frame.push(vm.int(value))),
  LOAD_FAST: as("local", (_vm, frame, slot) => loadFast(frame, slot)),
  LOAD_FAST_BORROW: as("local", (_vm, frame, slot) => loadBorrowed(frame, slot)),
  LOAD_FAST_LOAD_FAST: as("two-locals", (_vm, frame, pair) => {
    loadFast(frame, pair >> 4);
    loadFast(frame, pair & 15);
  }),
  LOAD_FAST_BORROW_LOAD_FAST_BORROW: as("two-locals", (_vm, frame, pair) => {
    loadBorrowed(frame, pair >> 4);
    loadBorrowed(frame, pair & 15);
  }),
  LOAD_FAST_CHECK: as("local", (vm, frame, slot) => {
    if (frame.slots[slot] === null) unbound(vm, frame, slot);
    loadFast(frame, slot);
  }),
  LOAD_FAST_AND_CLEAR: (_vm, frame, slot) => {
    frame.push(frame.slots[slot]);
    frame.borrowed[frame.sp - 1] = frame.borrowed[slot];
    frame.slots[slot] = null;
    frame.borrowed[slot] = 0;
  },
  STORE_FAST: as("store", (vm, frame, slot) => storeFast(vm, frame, slot)),
  STORE_FAST_MAYBE_NULL: (vm, frame, slot) => storeFast(vm, frame, slot),
  STORE_FAST_LOAD_FAST: (vm, frame, pair) => {
    storeFast(vm, frame, pair >> 4);
    loadFast(frame, pair & 15);
  },
  STORE_FAST_STORE_FAST: (vm, frame, pair) => {
    storeFast(vm, frame, pair >> 4);
    storeFast(vm, frame, pair & 15);
  },
  DELETE_FAST: (vm, frame, slot) => {
    const value = frame.slots[slot];
    if (value === null) unbound(vm, frame, slot);
    frame.slots[slot] = null;
    if (!frame.borrowed[slot]) release(value as NonNullable<typeof value>);
    frame.borrowed[slot] = 0;
  },
  MAKE_CELL: (vm, frame, slot) => {
    const value = frame.slots[slot];
    const owned = value && frame.borrowed[slot] ? retain(value) : value;
    frame.slots[slot] = new PyCell(vm.types.cell, owned);
    frame.borrowed[slot] = 0;
  },
  COPY_FREE_VARS: (_vm, frame, count) => {
    const closure = frame.func?.closure;
    const first = frame.stackBase - count;
    for (let i = 0; i < count; i++) frame.slots[first + i] = retain(closure?.items[i] as PyCell);
  },
  LOAD_DEREF: (vm, frame, slot) => {
    const { value } = cellAt(frame, slot);
    if (!value) unbound(vm, frame, slot);
    frame.push(retain(value as NonNullable<typeof value>));
  },
  STORE_DEREF: (_vm, frame, slot) => cellAt(frame, slot).takeValue(frame.pop()),
  DELETE_DEREF: (vm, frame, slot) => {
    const cell = cellAt(frame, slot);
    if (!cell.value) unbound(vm, frame, slot);
    cell.takeValue(null);
  },
  RESUME: (vm, frame) => vm.tracer.call(frame),
};
