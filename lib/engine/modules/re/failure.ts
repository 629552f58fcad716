import { type PyObject, releaseAll, retain } from "../../core/object.ts";
import { Raise } from "../../core/raise.ts";
import type { Runtime } from "../../core/runtime.ts";
import { chainContext } from "../../vm/loop.ts";
import type { Machine } from "../../vm/machine.ts";
import { FlagError, PatternError } from "./tree.ts";

/** Runs what reads a pattern or template; its mistakes are raised as guest exceptions. */
export function reportingMistakes<T>(rt: Runtime, source: PyObject, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof FlagError) return rt.raise(error.type, error.message);
    if (error instanceof PatternError) throw raised(rt as Machine, error, source);
    throw error;
  }
}

/** `re.error(msg, pattern, pos)`: the class is in the Python half. */
function raised(vm: Machine, { message, position }: PatternError, source: PyObject): Raise {
  const args = position === null ? [vm.str(message)] : [vm.str(message), retain(source), vm.int(position)];
  try {
    const exception = vm.call(vm.importer.peekName("re", "error"), args);
    chainContext(vm, exception);
    return new Raise(exception);
  } finally {
    releaseAll(args);
  }
}
