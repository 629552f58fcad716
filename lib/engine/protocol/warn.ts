import { release } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";

/** Issues a DeprecationWarning about the running line; a filter may make it an error (PyErr_WarnEx). An empty text: none in this version. */
export function warnDeprecated(rt: Runtime, text: string): void {
  if (text === "") return;
  const warn = rt.temp(rt.getAttribute(rt.temp(rt.importModule("warnings")), "warn"));
  release(rt.call(warn, [rt.temp(rt.str(text)), rt.types.DeprecationWarning]));
}

/** The same of a conversion's result that is of a subclass; `refusal` is the text for one of another type (PyNumber_Index). */
export function warnOfSubclass(rt: Runtime, refusal: string, kind: "int" | "float" | "complex"): void {
  warnDeprecated(rt, `${refusal}.  The ability to return an instance of a strict subclass of ${kind} is deprecated, and may be removed in a future version of Python.`);
}
