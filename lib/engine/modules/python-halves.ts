import { type PyObject, retain } from "../core/object.ts";
import { pythonSources } from "../python/sources.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";

/** What the machine lends to a Python half, by module: types without a public name, and rules of the version. */
const lent: Readonly<Record<string, (vm: Machine) => Record<string, PyObject>>> = {
  collections: (vm) => ({ _replace_raises_type_error: vm.bool(vm.profile.library.replaceRaisesTypeError) }),
  dataclasses: (vm) => {
    const rules = vm.profile.library.dataclasses;
    return {
      _mutable_means_unhashable: vm.bool(rules.mutableMeansUnhashable),
      _compares_field_by_field: vm.bool(rules.comparesFieldByField),
      _has_replace: vm.bool(rules.hasReplace),
      _has_doc: vm.bool(rules.hasDoc),
      _names_default_argument: vm.bool(rules.namesDefaultArgument),
    };
  },
  enum: (vm) => ({
    _enum_design: vm.intern(vm.profile.library.enumDesign),
    _contains_values: vm.bool(vm.profile.library.enumContainsValues),
    _nested_classes_stay: vm.bool(vm.profile.library.enumKeepsNestedClasses),
  }),
  functools: (vm) => ({
    _partial_binds: vm.bool(vm.profile.library.partialBinds),
    _annotation_names: vm.takeTuple(vm.profile.library.wrapperAnnotations.map((name) => vm.intern(name))),
  }),
  types: (vm) => ({
    _SimpleNamespace: retain(vm.types.SimpleNamespace),
    _TracebackType: retain(vm.types.traceback),
    _FrameType: retain(vm.types.frame),
  }),
};

/** Modules that are written in Python alone. */
export const pythonModules: readonly ModuleSpec[] = ["abc", "collections", "collections.abc", "copy", "dataclasses", "enum", "functools", "inspect", "operator", "reprlib", "tracemalloc", "types", "typing"].map((name) => ({
  name,
  source: pythonSources[name],
  names: lent[name],
}));
