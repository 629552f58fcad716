import { nativeFunction } from "../core/define.ts";
import { retain } from "../core/object.ts";
import type { PyType } from "../core/type.ts";
import { pythonHalf } from "../python/halves.ts";
import { PyGenericAlias } from "../types/generic-alias-object.ts";
import { makeUnion } from "../types/union.ts";
import { PyTuple } from "../types/tuple.ts";
import type { ModuleSpec } from "../vm/importer.ts";

/** The host half tells the built-in aliases which classes are type parameters, so that `list[T][int]` is `list[int]`. */
export const typingHostModule: ModuleSpec = {
  name: "_typing",
  functions: [
    nativeFunction("know_parameter(name, type, /)", (rt, [name, type]) => {
      (rt.types as Record<string, PyType>)[rt.strText(name)] = type as PyType;
      return retain(rt.none);
    }),
    nativeFunction("union_of(*parts)", (rt, [parts]) => makeUnion(rt, (parts as PyTuple).items)),
    nativeFunction("alias_of(origin, args, /)", (rt, [origin, args]) =>
      new PyGenericAlias(rt.types.GenericAlias, retain(origin), args instanceof PyTuple ? retain(args) : (rt.takeTuple([retain(args)]) as PyTuple), false),
    ),
  ],
  names: (vm) => ({ _aliases_are_qualified: vm.bool(vm.profile.library.aliasesAreQualified), _has_evaluators: vm.bool(vm.profile.library.typeEvaluators), _variables_in_c: vm.bool(vm.profile.library.typing.variablesInC), _have_defaults: vm.bool(!vm.profile.absentNames.has("typing.NoDefault")) }),
  source: () => pythonHalf("_typing"),
};
