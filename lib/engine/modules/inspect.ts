import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { type Parameter, parseSignature } from "../core/signature.ts";
import { nativeSignatures } from "../profiles/native-signatures.ts";
import { PyType } from "../core/type.ts";
import { PyBuiltinFunction } from "../types/builtin-function.ts";
import { PyMethodDescriptor, PyMethodWrapper, PyWrapperDescriptor } from "../types/descriptors.ts";
import type { ModuleSpec } from "../vm/importer.ts";

/** Numbers of inspect's parameter kinds. */
const KINDS: Readonly<Record<Parameter["kind"], number>> = {
  "positional-only": 0,
  "positional-or-keyword": 1,
  "var-positional": 2,
  "keyword-only": 3,
  "var-keyword": 4,
};

/** What a built-in function, bound or not, says that it takes; null for what says nothing. */
function shownParameters(callable: PyObject): readonly Parameter[] | null {
  if (callable instanceof PyWrapperDescriptor) return parseSignature(callable.def.dunder + callable.def.signature.replace("$", "")).parameters;
  if (callable instanceof PyMethodWrapper) return shownParameters(callable.descriptor)?.slice(1) ?? null;
  if (!(callable instanceof PyBuiltinFunction || callable instanceof PyMethodDescriptor)) return null;
  const { spec } = callable;
  const { parameters } = spec.shown ? parseSignature(spec.name + spec.shown) : spec.signature;
  const isWhole = callable instanceof PyMethodDescriptor || spec.kind === "function" || spec.kind === "staticmethod";
  return isWhole ? parameters : parameters.slice(1);
}

/** What the version tells of a function or type of `builtins` otherwise than its declaration says; undefined for all others. */
function toldText(rt: Runtime, callable: PyObject): string | undefined {
  const isOfBuiltins = callable instanceof PyType ? callable.spec !== null && (callable.spec.module ?? "builtins") === "builtins" : callable instanceof PyBuiltinFunction && callable.self === null && callable.module === "builtins";
  if (!isOfBuiltins) return undefined;
  return nativeSignatures(rt.profile.id).get(callable instanceof PyType ? callable.name : (callable as PyBuiltinFunction).spec.name);
}

/** Name, kind and default text of each parameter of a built-in function or type; None for what has no signature, an empty text for one that cannot be read. */
function nativeSignature(rt: Runtime, callable: PyObject): PyObject {
  const told = toldText(rt, callable);
  if (told === "none") return retain(rt.none);
  if (told === "invalid") return rt.str("");
  const parameters = told === undefined ? shownParameters(callable) : parseSignature(`f${told}`).parameters;
  if (!parameters) return retain(rt.none);
  return rt.takeList(
    parameters.map(({ name, kind, defaultText }) => rt.takeTuple([rt.str(name), rt.int(KINDS[kind]), defaultText === null ? retain(rt.none) : rt.str(defaultText)])),
  );
}

export const inspectHostModule: ModuleSpec = {
  name: "_inspect",
  functions: [nativeFunction("native_signature(callable, /)", (rt, [callable]) => nativeSignature(rt, callable))],
};
