import { defineType, method } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { Frame } from "./frame.ts";
import { hasHiddenLocals, isOptimized, localsOf } from "./frame-variables.ts";
import { rareMembers } from "./rare-members.ts";

/** What the structure has room for already, where variables are its own (frame_sizeof of 3.10). */
const FIRST_SLOT = 8;

/** A frame object (Objects/frameobject.c): the guest's view of an activation. */
export class PyFrame extends PyObject {
  readonly frame: Frame;
  /** The caller's frame object once the call is over, owned. */
  back: PyFrame | null = null;

  constructor(rt: Runtime, frame: Frame) {
    super(rt.types.frame, rt.types.frame.basicSize + frame.bytes - (rt.profile.frames.allocation === "heap" ? FIRST_SLOT : 0));
    this.frame = frame;
    frame.object = retain(this as PyFrame);
    // While the call runs no cycle through it could be garbage.
    rt.heap.collector.untrack(this);
  }

  override edges(visit: Visit): void {
    if (this.back) visit(this.back);
    if (this.frame.owner === "frame-object") this.frame.visit(visit);
  }

  override clear(): void {
    const back = this.back;
    this.back = null;
    if (this.refs === 0) this.frame.object = null;
    if (this.frame.owner === "frame-object") {
      if (this.refs === 0) this.frame.clearAll();
      else this.frame.clearSlots();
    }
    if (back) release(back);
  }
}

/** The frame object of an activation, made at the first request; owned by the caller. */
export function frameObject(rt: Runtime, frame: Frame): PyFrame {
  return frame.object ? retain(frame.object) : new PyFrame(rt, frame);
}

/**
 * The call is over: its contents die now, unless a frame object is still held somewhere, which then takes them over
 * (take_ownership in Python/frame.c).
 */
export function endFrame(rt: Runtime, frame: Frame, caller: Frame | null): void {
  const { object } = frame;
  if (!object || object.refs === 1) {
    frame.object = null;
    frame.clearAll();
    if (object) release(object);
    return;
  }
  frame.owner = "frame-object";
  frame.ownFunc();
  while (frame.sp > frame.stackBase) frame.drop(1);
  const visible = visibleFrame(caller);
  if (visible && !object.back) object.back = frameObject(rt, visible);
  rt.heap.collector.track(object);
  release(object);
}

/** The nearest frame that guest code may see, from `frame` outwards. */
export function visibleFrame(frame: Frame | null): Frame | null {
  let current = frame;
  while (current?.hidden) current = current.back;
  return current;
}

const view = (self: PyObject) => (self as PyFrame).frame;

/** An attribute that says which events a trace function gets. */
const traceSwitch = (name: string, field: "tracesLines" | "tracesOpcodes") => ({
  name,
  get: (rt: Runtime, self: PyObject) => rt.bool(view(self)[field]),
  set: (rt: Runtime, self: PyObject, value: PyObject | null) => {
    if (value !== rt.true && value !== rt.false) rt.raise("TypeError", "attribute value type must be bool");
    view(self)[field] = value === rt.true;
  },
});

export const frameSpec = defineType({
  name: "frame",
  basicSize: 360,
  itemSize: 8,
  collected: true,
  baseType: false,
  slots: {
    repr: (rt, self) => {
      const { code, line } = view(self);
      return rt.str(`<frame at 0x${self.id.toString(16)}, file '${code.spec.filename}', line ${line ?? code.spec.firstLine}, code ${code.spec.name}>`);
    },
  },
  getset: [
    { name: "f_code", get: (_rt, self) => retain(view(self).code) },
    { name: "f_globals", get: (_rt, self) => retain(view(self).globals) },
    { name: "f_builtins", get: (_rt, self) => retain(view(self).builtins) },
    { name: "f_locals", get: (rt, self) => (rt.profile.frames.locals === "snapshot" && (isOptimized(view(self)) || hasHiddenLocals(view(self))) ? rt.frameLocalsProxy(self) : localsOf(rt, view(self))) },
    { name: "f_lineno", get: (rt, self) => (view(self).line === null ? retain(rt.none) : rt.int(view(self).line as number)), set: (rt, self, value) => rareMembers.get().setLine(rt, view(self), value) },
    { name: "f_lasti", get: (rt, self) => rt.int(view(self).pc === 0 ? -1 : view(self).code.spec.code[view(self).lasti].offset) },
    {
      name: "f_back",
      get: (rt, self) => {
        const object = self as PyFrame;
        if (object.back) return retain(object.back);
        const back = visibleFrame(object.frame.back);
        return back ? frameObject(rt, back) : retain(rt.none);
      },
    },
    { name: "f_generator", get: (rt, self) => retain(view(self).generator ?? rt.none) },
    traceSwitch("f_trace_lines", "tracesLines"),
    traceSwitch("f_trace_opcodes", "tracesOpcodes"),
    {
      name: "f_trace",
      get: (rt, self) => retain(view(self).traceFunction ?? rt.none),
      set: (rt, self, value) => {
        const old = view(self).traceFunction;
        view(self).traceFunction = value && value !== rt.none ? retain(value) : null;
        releaseIfAny(old);
      },
    },
  ],
  methods: [
    method("clear(self, /)", (rt, [self]) => {
      const frame = view(self);
      if (frame.owner === "thread" || frame.generator?.state === "running") rt.raise("RuntimeError", "cannot clear an executing frame");
      if (frame.owner === "generator") {
        if (frame.generator?.state === "suspended" && rt.message("clearSuspended")) rt.raise("RuntimeError", rt.message("clearSuspended"));
        const { generator } = frame;
        // A coroutine that was never awaited is told of.
        if (generator?.state === "created") rt.finalizeGenerator(generator);
        rt.closeSuspended(generator as PyObject);
      }
      else if (frame.owner === "frame-object") frame.clearSlots();
      return retain(rt.none);
    }),
  ],
});
