import type { KeywordNames } from "../core/slots.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { lazySignature } from "../core/signature.ts";
import { bindArguments } from "../protocol/binding.ts";
import { PyFrame } from "./frame-object.ts";
import { PyTraceback } from "./traceback.ts";

/* What programs do with tracebacks of their own (Python/traceback.c). */

const PARAMETERS = "(tb_next, tb_frame, tb_lasti, tb_lineno)";
const signatures = new Map(["traceback", "TracebackType"].map((name) => [name, lazySignature(name + PARAMETERS)]));

/** `types.TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)` (tb_new_impl). */
export function makeTraceback(rt: Runtime, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const name = rt.message("tracebackName");
  const signature = signatures.get(name) as ReturnType<typeof lazySignature>;
  const [next, frame, lasti, line] = bindArguments(rt, signature(), name, args, kwnames, 0);
  if (!(frame instanceof PyFrame)) return rt.raise("TypeError", `${name}() argument 'tb_frame' must be frame, not ${frame.type.shownName}`);
  const offset = rt.index(lasti);
  const number = Number(rt.index(line));
  if (next !== rt.none && !(next instanceof PyTraceback)) rt.raise("TypeError", `expected traceback object or None, got '${next.type.shownName}'`);
  const at = frame.frame.code.spec.code.findLastIndex((instruction) => BigInt(instruction.offset) <= offset);
  const made = new PyTraceback(rt, next instanceof PyTraceback ? retain(next) : null, retain(frame), Math.max(at, 0), number);
  made.shownOffset = Number(offset);
  return made;
}

/** Sets `tb_next`, which must not lead back (tb_next_set). */
export function linkTraceback(rt: Runtime, self: PyTraceback, value: PyObject | null): void {
  if (!value) rt.raise("TypeError", "can't delete tb_next attribute");
  if (value !== rt.none && !(value instanceof PyTraceback)) rt.raise("TypeError", `expected traceback object, got '${value?.type.shownName}'`);
  for (let at = value instanceof PyTraceback ? value : null; at; at = at.next) {
    rt.charge(1);
    if (at === self) rt.raise("ValueError", "traceback loop detected");
  }
  const old = self.next;
  self.next = value instanceof PyTraceback ? retain(value) : null;
  if (old) release(old);
}
