import { defineType } from "../core/define.ts";
import { type LentMemory, PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import { callSpecial } from "../protocol/call.ts";
import { PyWrapperDescriptor } from "./descriptors.ts";
import { isContiguous, makeView, memoryOf, open, PyMemoryView, wholeLayout } from "./memory-object.ts";
import { GENERIC_SLOTS } from "./slot-functions.ts";

/** What is asked for of the buffer protocol (Include/pybuffer.h). */
const WRITABLE = 1;
const FORMAT = 4;

/** The flags that `__buffer__` was called with (wrap_buffer in Objects/typeobject.c). */
export function bufferFlags(rt: Runtime, flags: PyObject): number {
  const value = rt.index(flags);
  if (value > 0x7fff_ffffn || value < -0x8000_0000n) rt.raise("OverflowError", `buffer flags too ${value > 0n ? "large" : "small"}`);
  return Number(value);
}

/** `__buffer__` of what lends memory of its own: a view of all of it. BufferError where it cannot be written and should be. */
export function lendNatively(rt: Runtime, self: PyObject, flags: number): PyObject {
  const opened = self instanceof PyMemoryView ? open(rt, self).layout : null;
  const layout = opened && isContiguous(opened) ? { ...opened, start: 0 } : wholeLayout(self);
  if (!layout) return rt.raise("TypeError", `a bytes-like object is required, not '${self.type.shownName}'`);
  if (flags & WRITABLE && layout.isReadOnly) rt.raise("BufferError", opened ? "memoryview: underlying buffer is not writable" : "Object is not writable.");
  return makeView(rt.types.memoryview, self, flags & FORMAT ? layout : { ...layout, format: "B" });
}

/** `__release_buffer__` of the same (wrap_releasebuffer): releases the view, which must be one of this object. */
export function giveBack(rt: Runtime, self: PyObject, view: PyObject): void {
  if (!(view instanceof PyMemoryView)) return rt.raise("TypeError", "expected a memoryview object");
  if (view.source === null) rt.raise("ValueError", "memoryview's buffer has already been released");
  if (view.source !== self) rt.raise("ValueError", "memoryview's buffer is not this object");
  view.clear();
}

/** `view.release()`: refused while views that its `__buffer__` gave are open. */
export function releaseView(rt: Runtime, self: PyObject): void {
  const { exports } = self as PyMemoryView;
  if (exports > 0) rt.raise("BufferError", `memoryview has ${exports} exported buffer${exports === 1 ? "" : "s"}`);
  self.clear();
}

/** The object is asked for its memory by a `__buffer__` that is guest code. */
export function lendsByMethod({ type }: PyObject): boolean {
  return type.slots.getBuffer === GENERIC_SLOTS.getBuffer && type.rt.profile.memberRules.classesLend;
}

/** Holds the view that a `__buffer__` gave, and its object, while somebody uses the memory (bufferwrapper in Objects/typeobject.c). */
class PyBufferWrapper extends PyObject {
  view: PyMemoryView | null = null;
  lender: PyObject | null = null;
  private users = 0;

  override edges(visit: Visit): void {
    if (this.view) visit(this.view);
    if (this.lender) visit(this.lender);
  }

  override clear(): void {
    const { view, lender } = this;
    this.view = null;
    this.lender = null;
    view?.countView(-1);
    releaseIfAny(view);
    releaseIfAny(lender);
  }

  override lend(): LentMemory | null {
    return this.view?.source?.lend() ?? null;
  }

  override countView(by: 1 | -1): void {
    this.users += by;
    if (this.users > 0) return;
    if (this.lender && this.view) tellReleased(this.type.rt, this.lender, this.view);
    this.clear();
  }
}

const bufferWrapperSpec = defineType({ name: "_buffer_wrapper", basicSize: 32, collected: true, baseType: false, slots: {} });

/** Calls `__release_buffer__` if it is guest code; what it raises has nowhere to go (releasebuffer_call_python). */
function tellReleased(rt: Runtime, lender: PyObject, view: PyObject): void {
  const found = lender.type.peek("__release_buffer__");
  if (found === null || found instanceof PyWrapperDescriptor) return;
  try {
    releaseIfAny(callSpecial(rt, lender, "__release_buffer__", [view]));
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    rt.unraisable(error.exception, lender, "__release_buffer__");
  }
}

/** What a `__buffer__` that is guest code gives, as a view that tells its object when it is released (slot_bf_getbuffer). */
export function lendByMethod(rt: Runtime, self: PyObject, flags: number): PyObject {
  const given = callSpecial(rt, self, "__buffer__", [rt.temp(rt.int(flags))]);
  if (!(given instanceof PyMemoryView)) {
    const found = (given ?? rt.none).type.shownName;
    releaseIfAny(given);
    return rt.raise("TypeError", rt.message("bufferNotView", self.type.shownName, found));
  }
  const { layout } = open(rt, rt.temp(given));
  if (flags & WRITABLE && layout.isReadOnly) rt.raise("BufferError", "memoryview: underlying buffer is not writable");
  const wrapper = rt.temp(new PyBufferWrapper(rt.typeOf(bufferWrapperSpec)));
  wrapper.view = retain(given);
  wrapper.lender = retain(self);
  given.countView(1);
  return makeView(rt.types.memoryview, wrapper, layout);
}

/** The bytes that a view shows; the view is taken over, and released. */
export function bytesOfView(rt: Runtime, view: PyObject): Uint8Array {
  try {
    return memoryOf(rt, view);
  } finally {
    view.clear();
    release(view);
  }
}
