import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import { pythonSources } from "../python/sources.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { sourceLineFunction } from "./traceback.ts";

/** Shows an exception that nothing can catch any more. */
const reportFunction = nativeFunction("_report(exception, where, /)", (rt, [exception, where]) => {
  rt.unraisable(retain(exception), where);
  return retain(rt.none);
});

/** What the machine lends to a Python half, by module: types without a public name, and rules of the version. */
const lent: Readonly<Record<string, (vm: Machine) => Record<string, PyObject>>> = {
  atexit: (vm) => ({ _report: vm.importer.makeFunction(reportFunction, "atexit") }),
  collections: (vm) => ({ _replace_raises_type_error: vm.bool(vm.profile.library.replaceRaisesTypeError) }),
  contextlib: (vm) => ({ _has_groups: vm.bool(vm.types.BaseExceptionGroup !== undefined) }),
  dataclasses: (vm) => {
    const rules = vm.profile.library.dataclasses;
    return {
      _mutable_means_unhashable: vm.bool(rules.mutableMeansUnhashable),
      _compares_field_by_field: vm.bool(rules.comparesFieldByField),
      _has_replace: vm.bool(rules.hasReplace),
      _has_doc: vm.bool(rules.hasDoc),
      _made_in_callers_module: vm.bool(rules.madeInCallersModule),
      _renews_class_cells: vm.bool(rules.renewsClassCells),
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
  inspect: (vm) => ({ _tells_keyword_only: vm.bool(vm.profile.library.bindTellsKeywordOnly) }),
  "json.decoder": (vm) => ({ _names_trailing_commas: vm.bool(vm.profile.library.json.namesTrailingCommas) }),
  "json.encoder": (vm) => ({ _shows_float: vm.bool(vm.profile.library.json.namesRefusedFloat), _adds_notes: vm.bool(vm.profile.library.json.addsNotes) }),
  types: (vm) => ({
    _SimpleNamespace: retain(vm.types.SimpleNamespace),
    _TracebackType: retain(vm.types.traceback),
    _FrameType: retain(vm.types.frame),
  }),
  warnings: (vm) => ({ _source_line: vm.importer.makeFunction(sourceLineFunction, "warnings") }),
};

/** Modules that came with a version, by what brought them. */
const since: Readonly<Record<string, (vm: Machine) => boolean>> = {
  "string.templatelib": (vm) => vm.profile.syntax.templateStrings,
};

const NAMES = [
  "abc", "atexit", "collections", "collections.abc", "contextlib", "contextvars", "copy", "dataclasses", "enum", "functools", "inspect", "io", "json", "json.decoder", "json.encoder",
  "operator", "reprlib", "string.templatelib", "tracemalloc", "types", "typing", "warnings",
];

/** Modules that are written in Python alone. */
export const pythonModules: readonly ModuleSpec[] = NAMES.map((name) => ({
  name,
  source: pythonSources[name],
  names: lent[name],
  when: since[name],
}));
