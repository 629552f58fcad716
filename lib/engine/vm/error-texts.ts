import type { PyObject } from "../core/object.ts";
import { Lazy } from "../lazy/lazy.ts";
import type { SourceError } from "../syntax/source-error.ts";
import type { PyException } from "../types/exception.ts";
import type { Machine } from "./machine.ts";
import type { Input } from "./source-errors.ts";
import type { Unraisable } from "./unraisable.ts";

/** How exceptions are shown to a reader, for programs that let one go. */
interface ErrorTexts {
  readonly lastLine: (vm: Machine, exception: PyObject) => string;
  readonly whole: (vm: Machine, exception: PyObject) => string;
  readonly alone: (vm: Machine, exception: PyException) => string;
  /** Raises what is wrong with a source. */
  readonly refuseSource: (vm: Machine, error: SourceError, filename: string, input: Input | null) => never;
  /** Takes over the reference. */
  readonly unraisable: (vm: Machine, exception: PyObject, where: PyObject, doing: Unraisable) => void;
}

export const errorTexts = new Lazy<ErrorTexts>("rare");
