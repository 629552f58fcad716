import type { CompileMode } from "../../compiler/code.ts";
import type { PyObject } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { Lazy } from "../../lazy/lazy.ts";

type Body = (rt: Runtime, args: PyObject[]) => PyObject;

type ReadSource = (rt: Runtime, value: PyObject, what: string, mode: CompileMode, filename: string) => string;

/** Functions of `builtins` that few programs call, and what few sources need. */
export const rareFunctions = new Lazy<{ readonly input: Body; readonly compile: Body; readonly readSource: ReadSource }>("rare");
