import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";

/**
 * Checks the arguments of a constructor that takes positional arguments only; TypeError in the words of
 * _PyArg_CheckPositional and _PyArg_NoKeywords (Python/getargs.c).
 */
export function expectPositional(rt: Runtime, name: string, args: readonly PyObject[], kwnames: KeywordNames, min: number, max: number): void {
  expectNoKeywords(rt, name, kwnames);
  const given = args.length;
  if (given >= min && given <= max) return;
  const bound = given < min ? min : max;
  if (rt.profile.memberRules.parsedByFormat.has(name)) rt.raise("TypeError", `${name} takes ${given < min ? "at least" : "at most"} ${bound} argument${bound === 1 ? "" : "s"} (${given} given)`);
  const relation = min === max ? "" : given < min ? "at least " : "at most ";
  rt.raise("TypeError", `${name} expected ${relation}${bound} argument${bound === 1 ? "" : "s"}, got ${given}`);
}

/** TypeError when keyword arguments were given (_PyArg_NoKeywords). */
export function expectNoKeywords(rt: Runtime, name: string, kwnames: KeywordNames): void {
  if (kwnames && kwnames.length > 0) rt.raise("TypeError", `${name}() takes no keyword arguments`);
}
