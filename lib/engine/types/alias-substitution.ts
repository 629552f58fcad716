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

/** What an argument answers to a name of the substitution protocol (PEP 646), borrowed for the length of the instruction; types are not asked. */
function asked(rt: Runtime, item: PyObject, name: string): PyObject | null {
  const found = item instanceof PyType ? null : rt.getAttributeOrNull(item, name);
  return found && rt.temp(found);
}

/** What an argument tells as its own parameters. */
function innerParameters(rt: Runtime, item: PyObject): readonly PyObject[] {
  const told = asked(rt, item, "__parameters__");
  return told instanceof PyTuple ? told.items : [];
}

/** In 3.10 only `typing`'s own variables are parameters, and whatever stands in the brackets takes their place; `Callable` asks them nevertheless. */
const asksParameters = (rt: Runtime, self: PyObject | null = null) => rt.profile.library.typing.substitutes || (self instanceof PyGenericAlias && self.type !== rt.types.GenericAlias);

/** The type variables in the arguments, each once (_Py_make_parameters). Aliases nest as deep as a program likes; the host's stack does not. */
export function parametersOf(rt: Runtime, args: readonly PyObject[]): PyObject[] {
  rt.enterNative();
  try {
    const found = new Set<PyObject>();
    for (const item of args) {
      const isParameter = asksParameters(rt) ? asked(rt, item, "__typing_subst__") !== null : isTypeVariable(rt, item);
      for (const parameter of isParameter ? [item] : innerParameters(rt, item)) found.add(parameter);
    }
    return [...found];
  } finally {
    rt.leaveNative();
  }
}

/** What stands in the brackets, with unpacked tuples of a known length replaced by their items (_unpack_args). */
function unpacked(rt: Runtime, items: readonly PyObject[]): PyObject[] {
  return items.flatMap((item) => {
    const parts = asked(rt, item, "__typing_unpacked_tuple_args__");
    return parts instanceof PyTuple && parts.items.at(-1) !== rt.ellipsis ? parts.items : [item];
  });
}

/** The values of the parameters: each may rearrange what was given. */
function valuesFor(rt: Runtime, self: PyObject, parameters: readonly PyObject[], key: PyObject): readonly PyObject[] {
  const given = key instanceof PyTuple ? key.items : [key];
  if (!asksParameters(rt, self)) return given;
  let values: readonly PyObject[] = unpacked(rt, given);
  for (const parameter of parameters) {
    const prepare = asked(rt, parameter, "__typing_prepare_subst__");
    if (!prepare || prepare === rt.none) continue;
    const made = rt.temp(rt.call(prepare, [self, rt.temp(rt.takeTuple(values.map(retain)))]));
    values = made instanceof PyTuple ? made.items : [made];
  }
  return values;
}

/** An argument that has parameters inside, subscribed with their values (subs_tvars); owned. */
function substitutedInside(rt: Runtime, item: PyObject, parameters: readonly PyObject[], values: readonly PyObject[]): PyObject {
  const inner = innerParameters(rt, item);
  if (inner.length === 0) return retain(item);
  const parts = inner.flatMap((parameter) => {
    const at = parameters.indexOf(parameter);
    const value = at < 0 ? parameter : values[at];
    return at >= 0 && parameter.type === rt.types.TypeVarTuple && value instanceof PyTuple ? value.items : [value];
  });
  const chosen = rt.takeTuple(parts.map(retain));
  try {
    return getItem(rt, item, chosen);
  } finally {
    release(chosen);
  }
}

/** What takes the place of an argument (_Py_subs_parameters); owned. */
function substituted(rt: Runtime, self: PyObject, item: PyObject, parameters: readonly PyObject[], values: readonly PyObject[]): PyObject[] {
  if (item instanceof PyType) return [retain(item)];
  const at = parameters.indexOf(item);
  if (!asksParameters(rt, self)) return [at < 0 ? substitutedInside(rt, item, parameters, values) : retain(values[at] === rt.none ? rt.none.type : values[at])];
  const isUnpacked = asked(rt, item, "__typing_is_unpacked_typevartuple__");
  const subst = at < 0 ? null : asked(rt, item, "__typing_subst__");
  const made = subst ? rt.call(subst, [values[at]]) : substitutedInside(rt, item, parameters, values);
  if (!(made instanceof PyTuple) || !isUnpacked || !rt.truth(isUnpacked)) return [made];
  return (rt.temp(made) as PyTuple).items.map(retain);
}

/** The arguments of `alias[key]` for an alias or a union that has parameters; owned. TypeError where they do not fit. */
function argumentsFor(rt: Runtime, self: PyObject, args: readonly PyObject[], key: PyObject): PyObject[] {
  const parameters = parametersOf(rt, args);
  if (parameters.length === 0) rt.raise("TypeError", asksParameters(rt, self) ? `${rt.reprText(self)} is not a generic class` : `There are no type variables left in ${rt.reprText(self)}`);
  const values = valuesFor(rt, self, parameters, key);
  if (values.length !== parameters.length) {
    const counts = asksParameters(rt, self) ? `; actual ${values.length}, expected ${parameters.length}` : "";
    rt.raise("TypeError", `Too ${values.length > parameters.length ? "many" : "few"} arguments for ${rt.reprText(self)}${counts}`);
  }
  return args.flatMap((item) => substituted(rt, self, item, parameters, values));
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
