import { type FunctionSpec, nativeFunction } from "../core/define.ts";
import { type PyObject, releaseIfAny, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { isCallable } from "../protocol/call.ts";
import { structSequence, takeStruct } from "../types/struct-sequence.ts";
import type { Machine } from "../vm/machine.ts";

const hooksOf = (rt: Runtime) => (rt as Machine).thread.generatorHooks;
const shown = structSequence("builtins", "asyncgen_hooks", ["firstiter", "finalizer"]);

function setHook(rt: Runtime, which: "firstIteration" | "finalizer", word: string, hook: PyObject | undefined): void {
  if (hook === undefined) return;
  if (hook !== rt.none && !isCallable(hook)) rt.raise("TypeError", `callable ${word} expected, got ${hook.type.shownName}`);
  const hooks = hooksOf(rt);
  const old = hooks[which];
  hooks[which] = hook === rt.none ? null : retain(hook);
  releaseIfAny(old);
}

/** Hooks that an event loop sets for asynchronous generators (Python/sysmodule.c, PEP 525). */
export const asyncHookFunctions: readonly FunctionSpec[] = [
  nativeFunction("set_asyncgen_hooks(firstiter=None, finalizer=None)", (rt, [firstIteration, finalizer]) => {
    setHook(rt, "finalizer", "finalizer", finalizer);
    setHook(rt, "firstIteration", "firstiter", firstIteration);
    return retain(rt.none);
  }),
  nativeFunction("get_asyncgen_hooks()", (rt) => {
    const { firstIteration, finalizer } = hooksOf(rt);
    return takeStruct(rt, shown, [retain(firstIteration ?? rt.none), retain(finalizer ?? rt.none)]);
  }),
];
