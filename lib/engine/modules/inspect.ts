import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { type Parameter, parseSignature } from "../core/signature.ts";
import { PyBuiltinFunction } from "../types/builtin-function.ts";
import type { ModuleSpec } from "../vm/importer.ts";

/** Numbers of inspect's parameter kinds. */
const KINDS: Readonly<Record<Parameter["kind"], number>> = {
  "positional-only": 0,
  "positional-or-keyword": 1,
  "var-positional": 2,
  "keyword-only": 3,
  "var-keyword": 4,
};

/** Name, kind and default text of each parameter of a built-in function; None for what has no signature. */
function nativeSignature(rt: Runtime, callable: PyObject): PyObject {
  if (!(callable instanceof PyBuiltinFunction)) return retain(rt.none);
  const { spec } = callable;
  const { parameters } = spec.shown ? parseSignature(spec.name + spec.shown) : spec.signature;
  const shown = callable.spec.kind === "function" || callable.spec.kind === "staticmethod" ? parameters : parameters.slice(1);
  return rt.takeList(
    shown.map(({ name, kind, defaultText }) => rt.takeTuple([rt.str(name), rt.int(KINDS[kind]), defaultText === null ? retain(rt.none) : rt.str(defaultText)])),
  );
}

export const inspectHostModule: ModuleSpec = {
  name: "_inspect",
  functions: [nativeFunction("native_signature(callable, /)", (rt, [callable]) => nativeSignature(rt, callable))],
};
