import { type NameSpace, type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { Parameter, Signature } from "../core/signature.ts";
import type { KeywordNames } from "../core/slots.ts";
import { raiseUnexpectedKeyword } from "./suggest-keyword.ts";

/**
 * The arguments of a call in the order of a signature's parameters; one that was not given is `undefined`. The tuple of
 * `*args` and the dict of `**kwargs` are new and owned by the caller (`releaseBound`); all others are borrowed. `bound`
 * is 1 when `args[0]` is self or the class, which the texts do not count. Texts: Python/getargs.c and
 * Objects/methodobject.c.
 */
export function bindArguments(
  rt: Runtime,
  signature: Signature,
  shownName: string,
  args: readonly PyObject[],
  kwnames: KeywordNames,
  bound: 0 | 1,
): PyObject[] {
  const keywordCount = kwnames ? kwnames.length : 0;
  const { parameters } = signature;
  const given = args.length - keywordCount - bound;
  if (signature.isPositionalOnly || !takesKeywords(signature)) {
    const isBare = signature.hasVarPositional && rt.profile.memberRules.variadicNameIsBare;
    if (keywordCount > 0) rt.raise("TypeError", `${isBare ? signature.name : shownName}() takes no keyword arguments`);
    checkPositional(rt, signature, shownName, given, bound);
    if (signature.isPositionalOnly) return args as PyObject[];
  } else checkKeywordCall(rt, signature, given, keywordCount, bound);
  const values = new Array<PyObject>(parameters.length);
  const positional = Math.min(given + bound, signature.positionalCount);
  for (let i = 0; i < positional; i++) values[i] = args[i];
  const strange = kwnames ? takeKeywords(signature, args, kwnames, values) : [];
  checkMissing(rt, signature, values, bound);
  const extra = strange.length > 0 ? takeStrange(rt, signature, args, strange, values, bound) : null;
  parameters.forEach((parameter, i) => {
    if (parameter.kind === "var-positional") {
      const rest = args.slice(positional, given + bound).map(retain);
      values[i] = rt.takeTuple(rest);
    } else if (parameter.kind === "var-keyword") values[i] = extra ?? rt.dict();
  });
  return values;
}

/** Gives up what `bindArguments` made. */
export function releaseBound(signature: Signature, values: readonly PyObject[]): void {
  if (!signature.hasVarPositional && !signature.hasVarKeyword) return;
  signature.parameters.forEach(({ kind }, i) => {
    if (kind === "var-positional" || kind === "var-keyword") release(values[i]);
  });
}

function takesKeywords(signature: Signature): boolean {
  return signature.parameters.some(({ kind }) => kind !== "positional-only" && kind !== "var-positional");
}

const plural = (n: number) => (n === 1 ? "" : "s");

/** Counts of functions without keywords: METH_NOARGS, METH_O and _PyArg_CheckPositional have a text each. */
function checkPositional(rt: Runtime, signature: Signature, shownName: string, given: number, bound: number): void {
  const min = signature.requiredPositional - bound;
  const max = signature.hasVarPositional ? Infinity : signature.positionalCount - bound;
  if (given >= min && given <= max) return;
  if (max === 0) rt.raise("TypeError", `${shownName}() takes no arguments (${given} given)`);
  if (min === 1 && max === 1) rt.raise("TypeError", `${shownName}() takes exactly one argument (${given} given)`);
  const limit = given < min ? min : max;
  if (rt.profile.memberRules.parsedByFormat.has(shownName)) {
    rt.raise("TypeError", `${signature.name}() takes ${given < min ? "at least" : "at most"} ${limit} argument${plural(limit)} (${given} given)`);
  }
  const quantity = min === max ? "" : given < min ? "at least " : "at most ";
  rt.raise("TypeError", `${signature.name} expected ${quantity}${limit} argument${plural(limit)}, got ${given}`);
}

/** Counts of functions that take keywords (_PyArg_UnpackKeywords). */
function checkKeywordCall(rt: Runtime, signature: Signature, given: number, keywords: number, bound: number): void {
  const name = signature.name;
  const named = signature.parameters.length - bound;
  if (!signature.hasVarPositional && !signature.hasVarKeyword && given + keywords > named) {
    const kind = given === 0 ? "keyword " : "";
    rt.raise("TypeError", `${name}() takes at most ${named} ${kind}argument${plural(named)} (${given + keywords} given)`);
  }
  const max = signature.positionalCount - bound;
  if (!signature.hasVarPositional && given > max) {
    if (max === 0) rt.raise("TypeError", `${name}() takes no positional arguments`);
    const quantity = signature.requiredPositional - bound < max ? "at most" : "exactly";
    rt.raise("TypeError", `${name}() takes ${quantity} ${max} positional argument${plural(max)} (${given} given)`);
  }
  const only = signature.parameters.filter((p) => p.kind === "positional-only" && p.defaultText === null).length - bound;
  if (given < only) {
    if (signature.hasVarPositional) rt.raise("TypeError", `${name} expected at least ${only} argument${plural(only)}, got ${given}`);
    const most = signature.parameters.filter((p) => p.kind === "positional-only").length - bound;
    rt.raise("TypeError", `${name}() takes ${only < most || signature.positionalCount - bound > most ? "at least" : "exactly"} ${only} positional argument${plural(only)} (${given} given)`);
  }
}

/** Puts keyword arguments in their places; gives those that have none, or whose place is taken, with their position in the call. */
function takeKeywords(signature: Signature, args: readonly PyObject[], kwnames: readonly string[], values: PyObject[]): [string, number][] {
  const first = args.length - kwnames.length;
  const strange: [string, number][] = [];
  kwnames.forEach((name, k) => {
    const at = signature.parameters.findIndex((p) => p.name === name && isNameable(p));
    if (at < 0 || values[at] !== undefined) strange.push([name, first + k]);
    else values[at] = args[first + k];
  });
  return strange;
}

/** What has no place goes to the dict of `**kwargs`, which is returned; without one it is an error, as is a place that is taken. */
function takeStrange(rt: Runtime, signature: Signature, args: readonly PyObject[], strange: readonly (readonly [string, number])[], values: PyObject[], bound: number): PyObject {
  for (const [name] of strange) {
    const at = signature.parameters.findIndex((p) => p.name === name && isNameable(p));
    if (at >= 0 && values[at] !== undefined) rt.raise("TypeError", `argument for ${signature.name}() given by name ('${name}') and position (${at + 1 - bound})`);
    if (!signature.hasVarKeyword) raiseUnexpectedKeyword(rt, signature.name, name, signature.parameters.filter(isNameable).map((parameter) => parameter.name));
  }
  const extra = rt.dict() as NameSpace;
  for (const [name, at] of strange) extra.setName(name, args[at]);
  return extra;
}

function isNameable(parameter: Parameter): boolean {
  return parameter.kind === "positional-or-keyword" || parameter.kind === "keyword-only";
}

function checkMissing(rt: Runtime, signature: Signature, values: readonly PyObject[], bound: number): void {
  for (let i = 0; i < signature.parameters.length; i++) {
    const { name, kind, defaultText } = signature.parameters[i];
    if (defaultText !== null || values[i] !== undefined || kind === "var-positional" || kind === "var-keyword") continue;
    rt.raise("TypeError", `${signature.name}() missing required argument '${name}' (pos ${i + 1 - bound})`);
  }
}
