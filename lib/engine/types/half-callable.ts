import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyFunction } from "./function.ts";

/** What is built in for the program, and a function of a Python half behind it. */
export interface HalfCallable extends PyObject {
  readonly half: PyFunction;
  /**
   * Refuses arguments as CPython's C code does; what it lets through the function takes. Gives what the function gets
   * before them, borrowed: the object that a method is bound to, or null.
   */
  checkCall(rt: Runtime, args: readonly PyObject[], kwnames: KeywordNames): PyObject | null;
}
