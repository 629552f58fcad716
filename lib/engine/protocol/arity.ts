import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";

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

/**
 * The positional arguments of a constructor that takes no keywords. Those that a subclass is given are left to the other
 * half of its construction, `__init__` beside `__new__` or the other way round, if that half is its own; TypeError else
 * (list___init__, tuple_new).
 */
export function withoutKeywords(rt: Runtime, base: PyType, type: PyType, otherHalf: "new" | "init", args: readonly PyObject[], kwnames: KeywordNames, name: string = base.name): readonly PyObject[] {
  if (!kwnames || kwnames.length === 0) return args;
  if (type === base || (rt.profile.memberRules.subclassesRefuseKeywords && type.slots[otherHalf] === base.slots[otherHalf])) expectNoKeywords(rt, name, kwnames);
  return args.slice(0, args.length - kwnames.length);
}

/** The same, of so many arguments; `name` is told where it are more or less. */
export function positionalArguments(rt: Runtime, base: PyType, type: PyType, otherHalf: "new" | "init", args: readonly PyObject[], kwnames: KeywordNames, min: number, max: number, name: string = base.name): readonly PyObject[] {
  const positional = withoutKeywords(rt, base, type, otherHalf, args, kwnames);
  expectPositional(rt, name, positional, null, min, max);
  return positional;
}
