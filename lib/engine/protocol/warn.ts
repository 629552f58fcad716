import { type PyObject, release } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";

/** `warnings.warn(text, category)` about the line that runs (PyErr_WarnEx). Throws where a filter makes an error of it. */
export function warn(rt: Runtime, text: string, category: PyObject): void {
  const warnings = rt.temp(rt.importModule("warnings"));
  const show = rt.temp(rt.getAttribute(warnings, "warn"));
  release(rt.call(show, [rt.temp(rt.str(text)), category]));
}
