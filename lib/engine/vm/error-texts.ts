import type { CompileMode } from "../compiler/code.ts";
import type { PyObject } from "../core/object.ts";
import { Lazy } from "../lazy/lazy.ts";
import type { PyException } from "../types/exception.ts";
import type { Machine } from "./machine.ts";
import type { Unraisable } from "./unraisable.ts";

/** How exceptions are shown to a reader, for programs that let one go. */
interface ErrorTexts {
  readonly lastLine: (vm: Machine, exception: PyObject) => string;
  readonly whole: (vm: Machine, exception: PyObject) => string;
  readonly alone: (vm: Machine, exception: PyException) => string;
  /** Notes in a SyntaxError what it takes to find a misspelt keyword. */
  readonly noteStatement: (vm: Machine, exception: PyException, source: string, mode: CompileMode, filename: string) => void;
  /** Takes over the reference. */
  readonly unraisable: (vm: Machine, exception: PyObject, where: PyObject, doing: Unraisable) => void;
}

export const errorTexts = new Lazy<ErrorTexts>("rare");
