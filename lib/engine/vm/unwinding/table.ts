import { prepare, type Prepared } from "../prepare.ts";
import type { Unwinding } from "./unwinding.ts";

/** Handlers are rows of the code object's exception table (Python/ceval.c of 3.11, get_exception_handler). */
export const tableUnwinding: Unwinding = {
  enterHandler(vm, frame, exception) {
    const entry = ((frame.code.prepared ?? prepare(vm, frame.code)) as Prepared).handlerAt(vm.searchFrom ?? frame.lasti);
    vm.searchFrom = null;
    if (!entry) return false;
    const depth = frame.stackBase + entry.depth;
    if (frame.sp > depth) frame.drop(frame.sp - depth);
    if (entry.lasti) frame.push(vm.int(frame.lasti));
    frame.push(exception);
    frame.pc = entry.target;
    return true;
  },
};
