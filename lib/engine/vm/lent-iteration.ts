import { Lazy } from "../lazy/lazy.ts";
import type { expectOthers, flatHandlers } from "./flat-callbacks.ts";
import type { enterCollecting, enterExtending, flatIterator } from "./flat-iteration.ts";

/** Iteration as it is where there are other threads or processes. */
export const flatIteration = new Lazy<{
  readonly flatIterator: typeof flatIterator;
  readonly enterCollecting: typeof enterCollecting;
  readonly enterExtending: typeof enterExtending;
  readonly flatHandlers: typeof flatHandlers;
  readonly expectOthers: typeof expectOthers;
}>("library");
