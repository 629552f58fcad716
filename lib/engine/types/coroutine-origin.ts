import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { lineAt } from "./code.ts";
import type { Frame } from "./frame.ts";
import { visibleFrame } from "./frame-object.ts";

/** File, line and name of the innermost frames (compute_cr_origin in Objects/genobject.c). */
export function originOf(rt: Runtime, innermost: Frame | null, depth: number): PyObject {
  const rows: PyObject[] = [];
  for (let frame = visibleFrame(innermost); frame && rows.length < depth; frame = visibleFrame(frame.back)) {
    const { spec } = frame.code;
    rows.push(rt.takeTuple([rt.str(spec.filename), rt.int(lineAt(spec, Math.max(0, frame.pc - 1)) ?? spec.firstLine), rt.str(spec.name)]));
  }
  return rt.takeTuple(rows);
}
