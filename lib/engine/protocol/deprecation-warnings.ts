import type { Runtime } from "../core/runtime.ts";
import { warn } from "./warn.ts";

/** Issues a DeprecationWarning about the running line; a filter may make it an error (PyErr_WarnEx). */
function warnDeprecated(rt: Runtime, text: string): void {
  warn(rt, text, rt.types.DeprecationWarning);
}

/** The same of a conversion's result that is of a subclass; `refusal` is the text for one of another type (PyNumber_Index). */
export function warnOfSubclass(rt: Runtime, refusal: string, kind: "int" | "float" | "complex"): void {
  warnDeprecated(rt, `${refusal}.  The ability to return an instance of a strict subclass of ${kind} is deprecated, and may be removed in a future version of Python.`);
}

/** `~True`, where the version warns of it (bool_invert). */
export function warnOfInversion(rt: Runtime): void {
  const { boolInversion } = rt.profile.memberRules;
  if (boolInversion === "silent") return;
  const until = boolInversion === "ends" ? " and will be removed in Python 3.16" : "";
  warnDeprecated(rt, `Bitwise inversion '~' on bool is deprecated${until}. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.`);
}

/** A truth value of NotImplemented (notimplemented_bool). */
export function warnOfTruth(rt: Runtime): void {
  warnDeprecated(rt, "NotImplemented should not be used in a boolean context");
}

/** `int()` of what has only a `__trunc__`, where the version warns of it (PyNumber_Long). */
export function warnOfTrunc(rt: Runtime): void {
  if (rt.profile.memberRules.truncIsDeprecated) warnDeprecated(rt, "The delegation of int() to __trunc__ is deprecated.");
}
