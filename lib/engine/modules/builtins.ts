import { type PyObject, retain } from "../core/object.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { evaluationFunctions } from "./builtins/evaluation.ts";
import { builtinFunctions } from "./builtins/functions.ts";

/** Types that have a name in `builtins`; exceptions come on top. */
const TYPE_NAMES = [
  "object", "type", "int", "bool", "float", "complex", "str", "bytes", "bytearray", "memoryview", "list", "tuple", "dict", "frozendict",
  "set", "frozenset", "range", "slice", "property", "classmethod", "staticmethod", "super", "enumerate", "zip", "map", "filter", "reversed",
];

function names(vm: Machine): Record<string, PyObject> {
  const found: Record<string, PyObject> = {
    None: retain(vm.none),
    True: retain(vm.true),
    False: retain(vm.false),
    Ellipsis: retain(vm.ellipsis),
    NotImplemented: retain(vm.notImplemented),
    __debug__: retain(vm.true),
  };
  for (const name of TYPE_NAMES) if (vm.types[name]) found[name] = retain(vm.types[name]);
  for (const name of Object.keys(vm.types)) {
    if (vm.types[name].isSubtypeOf(vm.types.BaseException)) found[name] = retain(vm.types[name]);
  }
  found.EnvironmentError = retain(vm.types.OSError);
  found.IOError = retain(vm.types.OSError);
  return found;
}

export const builtinsModule: ModuleSpec = { name: "builtins", functions: [...builtinFunctions, ...evaluationFunctions], names };
