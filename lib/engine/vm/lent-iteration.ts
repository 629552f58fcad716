import type { PyObject } from "../core/object.ts";
import type { KeywordNames } from "../core/slots.ts";
import { Lazy } from "../lazy/lazy.ts";
import type { Frame } from "../types/frame.ts";
import type { expectOthers } from "./flat-callbacks.ts";
import type { enterCollecting, enterExtending, flatHandlers, flatIterator } from "./flat-iteration.ts";
import type { Control } from "./loop.ts";
import type { Machine } from "./machine.ts";

/** Iteration as it is where there are other threads or processes. */
export const flatIteration = new Lazy<{
  readonly flatIterator: typeof flatIterator;
  readonly enterCollecting: typeof enterCollecting;
  readonly enterExtending: typeof enterExtending;
  readonly flatHandlers: typeof flatHandlers;
  readonly expectOthers: typeof expectOthers;
}>("library");

/** What stands for built-in functions and iterators that call back in the middle of their work. */
export const moduleStandIns = new Lazy<{
  readonly callStandIn: (vm: Machine, callable: PyObject, args: readonly PyObject[], kwnames: KeywordNames) => string | null;
  readonly enterCode: (vm: Machine, caller: Frame, callable: PyObject, args: readonly PyObject[], kwnames: KeywordNames, base: number) => Control | null;
  readonly toolStepper: (vm: Machine, iterator: PyObject) => string | null;
}>("library");
