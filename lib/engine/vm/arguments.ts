import { CodeFlag, type CodeSpec } from "../compiler/code.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyDict } from "../types/dict.ts";
import type { Frame } from "../types/frame.ts";
import type { PyFunction } from "../types/function.ts";
import { suggestKeyword } from "../protocol/suggest-keyword.ts";
import type { Machine } from "./machine.ts";

/**
 * Puts the arguments of a call into the new frame's fast locals (Python/ceval.c, initialize_locals). `args` are borrowed:
 * each is retained where it is kept.
 */
export function bindFrame(vm: Machine, func: PyFunction, frame: Frame, args: readonly PyObject[], kwnames: KeywordNames): void {
  const { spec } = func.code;
  const given = args.length - (kwnames ? kwnames.length : 0);
  const total = spec.argCount + spec.kwOnlyArgCount;
  const positional = Math.min(given, spec.argCount);
  for (let i = 0; i < positional; i++) frame.slots[i] = retain(args[i]);
  const keywords = spec.flags & CodeFlag.VARKEYWORDS ? (vm.dict() as PyDict) : null;
  let next = total;
  if (spec.flags & CodeFlag.VARARGS) frame.slots[next++] = vm.takeTupleOfArray(args.slice(positional, given).map(retain));
  if (keywords) frame.slots[next] = keywords;
  if (kwnames) bindKeywords(vm, func, frame, args, kwnames, keywords);
  if (given > spec.argCount && !(spec.flags & CodeFlag.VARARGS)) tooManyPositional(vm, func, frame, given);
  if (positional < spec.argCount) fillDefaults(vm, func, frame, positional);
  if (spec.kwOnlyArgCount > 0) fillKeywordDefaults(vm, func, frame);
}

const qualified = (vm: Machine, func: PyFunction) => vm.strText(func.qualname);

function bindKeywords(vm: Machine, func: PyFunction, frame: Frame, args: readonly PyObject[], kwnames: readonly string[], keywords: PyDict | null): void {
  const { spec } = func.code;
  const total = spec.argCount + spec.kwOnlyArgCount;
  const first = args.length - kwnames.length;
  kwnames.forEach((name, i) => {
    const slot = spec.varNames.indexOf(name, spec.posOnlyArgCount);
    if (slot < 0 || slot >= total) {
      if (!keywords) unexpectedKeyword(vm, func, kwnames, name);
      (keywords as PyDict).setName(name, args[first + i]);
      return;
    }
    if (frame.slots[slot]) vm.raise("TypeError", `${qualified(vm, func)}() got multiple values for argument '${name}'`);
    frame.slots[slot] = retain(args[first + i]);
  });
}

function unexpectedKeyword(vm: Machine, func: PyFunction, kwnames: readonly string[], name: string): never {
  const { spec } = func.code;
  const positionalOnly = spec.varNames.slice(0, spec.posOnlyArgCount).filter((n) => kwnames.includes(n));
  if (positionalOnly.length > 0) {
    vm.raise("TypeError", `${qualified(vm, func)}() got some positional-only arguments passed as keyword arguments: '${positionalOnly.join(", ")}'`);
  }
  const suggestion = suggestKeyword(vm, name, spec.varNames.slice(spec.posOnlyArgCount, spec.argCount + spec.kwOnlyArgCount));
  return vm.raise("TypeError", `${qualified(vm, func)}() got an unexpected keyword argument '${name}'${suggestion}`);
}

function defaultCount(func: PyFunction): number {
  return func.defaults ? func.defaults.items.length : 0;
}

function tooManyPositional(vm: Machine, func: PyFunction, frame: Frame, given: number): never {
  const { spec } = func.code;
  const kwonly = spec.varNames.slice(spec.argCount, spec.argCount + spec.kwOnlyArgCount).filter((_, i) => frame.slots[spec.argCount + i]).length;
  const defaults = defaultCount(func);
  const plural = defaults ? true : spec.argCount !== 1;
  const takes = defaults ? `from ${spec.argCount - defaults} to ${spec.argCount}` : `${spec.argCount}`;
  const extra = kwonly ? ` positional argument${given !== 1 ? "s" : ""} (and ${kwonly} keyword-only argument${kwonly !== 1 ? "s" : ""})` : "";
  const verb = given === 1 && !kwonly ? "was" : "were";
  return vm.raise("TypeError", `${qualified(vm, func)}() takes ${takes} positional argument${plural ? "s" : ""} but ${given}${extra} ${verb} given`);
}

function fillDefaults(vm: Machine, func: PyFunction, frame: Frame, from: number): void {
  const { spec } = func.code;
  const defaults = func.defaults ? func.defaults.items : [];
  const firstDefault = spec.argCount - defaults.length;
  const missing: string[] = [];
  for (let i = from; i < firstDefault; i++) if (!frame.slots[i]) missing.push(spec.varNames[i]);
  if (missing.length > 0) raiseMissing(vm, func, "positional", missing);
  for (let i = Math.max(from, firstDefault); i < spec.argCount; i++) {
    if (!frame.slots[i]) frame.slots[i] = retain(defaults[i - firstDefault]);
  }
}

function fillKeywordDefaults(vm: Machine, func: PyFunction, frame: Frame): void {
  const { spec } = func.code;
  const missing: string[] = [];
  for (let i = spec.argCount; i < spec.argCount + spec.kwOnlyArgCount; i++) {
    if (frame.slots[i]) continue;
    const value = func.kwDefaults?.peekName(spec.varNames[i]);
    if (value) frame.slots[i] = retain(value);
    else missing.push(spec.varNames[i]);
  }
  if (missing.length > 0) raiseMissing(vm, func, "keyword-only", missing);
}

function raiseMissing(vm: Machine, func: PyFunction, kind: string, names: readonly string[]): never {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted.length - 1;
  const list = quoted.length === 1 ? quoted[0] : quoted.length === 2 ? quoted.join(" and ") : `${quoted.slice(0, last).join(", ")}, and ${quoted[last]}`;
  return vm.raise("TypeError", `${qualified(vm, func)}() missing ${names.length} required ${kind} argument${names.length === 1 ? "" : "s"}: ${list}`);
}

/** Whether a call with so many positional arguments needs no binding: they are the fast locals (_PyFunction_Vectorcall's fast path). */
export function isSimpleCall(spec: CodeSpec, given: number): boolean {
  return spec.argCount === given && spec.kwOnlyArgCount === 0 && (spec.flags & (CodeFlag.OPTIMIZED | CodeFlag.VARARGS | CodeFlag.VARKEYWORDS)) === CodeFlag.OPTIMIZED;
}
