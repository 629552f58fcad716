import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyType } from "../core/type.ts";
import { getItem } from "../protocol/item.ts";
import { binaryOperation } from "../protocol/number.ts";
import { PyGenericAlias } from "./generic-alias-object.ts";
import { PyTuple } from "./tuple.ts";
import { makeUnion, PyUnion } from "./union.ts";

function isTypeVariable(rt: Runtime, object: PyObject): boolean {
  return [rt.types.TypeVar, rt.types.ParamSpec, rt.types.TypeVarTuple].some((type) => type !== undefined && object.type === type);
}

/** What an argument tells as its own parameters, borrowed for the length of the instruction; none for types. */
function innerParameters(rt: Runtime, item: PyObject): readonly PyObject[] {
  if (item instanceof PyType) return [];
  const told = rt.getAttributeOrNull(item, "__parameters__");
  return told && rt.temp(told) instanceof PyTuple ? (told as PyTuple).items : [];
}

/** The type variables in the arguments, each once (_Py_make_parameters). Aliases nest as deep as a program likes; the host's stack does not. */
export function parametersOf(rt: Runtime, args: readonly PyObject[]): PyObject[] {
  rt.enterNative();
  try {
    const found = new Set<PyObject>();
    for (const item of args) for (const parameter of isTypeVariable(rt, item) ? [item] : innerParameters(rt, item)) found.add(parameter);
    return [...found];
  } finally {
    rt.leaveNative();
  }
}

/** An argument with values in place of the parameters (_Py_subs_parameters); owned. */
function substituted(rt: Runtime, item: PyObject, parameters: readonly PyObject[], values: readonly PyObject[]): PyObject {
  const at = parameters.indexOf(item);
  if (at >= 0) return retain(values[at] === rt.none ? rt.none.type : values[at]);
  const inner = innerParameters(rt, item);
  if (inner.length === 0) return retain(item);
  const chosen = rt.takeTuple(inner.map((parameter) => retain(values[parameters.indexOf(parameter)])));
  try {
    return getItem(rt, item, chosen);
  } finally {
    release(chosen);
  }
}

/** The arguments of `alias[key]` for an alias or a union that has parameters; owned. TypeError where they do not fit. */
function argumentsFor(rt: Runtime, self: PyObject, args: readonly PyObject[], key: PyObject): PyObject[] {
  const parameters = parametersOf(rt, args);
  const values = key instanceof PyTuple ? key.items : [key];
  if (parameters.length === 0) rt.raise("TypeError", rt.message("aliasIsComplete", rt.reprText(self)));
  if (values.length !== parameters.length) {
    const word = values.length > parameters.length ? "many" : "few";
    rt.raise("TypeError", `Too ${word} arguments for ${rt.reprText(self)}; actual ${values.length}, expected ${parameters.length}`);
  }
  return args.map((item) => substituted(rt, item, parameters, values));
}

/** `alias[key]`: arguments in place of type variables. */
export function subscriptAlias(rt: Runtime, self: PyObject, key: PyObject): PyObject {
  if (self instanceof PyUnion) return subscriptUnion(rt, self, key);
  const { type, origin, args, isStarred } = self as PyGenericAlias;
  const made = rt.takeTuple(argumentsFor(rt, self, args.items, key)) as PyTuple;
  return new PyGenericAlias(type, retain(origin), made, isStarred);
}

/** Members are joined by `|`, which each of them answers (union_getitem). */
function subscriptUnion(rt: Runtime, self: PyUnion, key: PyObject): PyObject {
  const members = argumentsFor(rt, self, self.args, key).map((member) => rt.temp(member));
  let joined = retain(members[0]);
  for (const member of members.slice(1)) {
    const left = rt.temp(joined);
    joined = binaryOperation(rt, "|", left, member);
  }
  return members.length > 1 ? joined : makeUnion(rt, [rt.temp(joined)]);
}
