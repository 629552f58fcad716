import type { PyObject } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { Lazy } from "../../lazy/lazy.ts";

type Body = (rt: Runtime, args: PyObject[]) => PyObject;

/** Functions of `builtins` that few programs call. */
export const rareFunctions = new Lazy<{ readonly input: Body; readonly compile: Body }>("rare");
