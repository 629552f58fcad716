import type { PyObject } from "../core/object.ts";
import { pythonHalf } from "../python/halves.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";

const loggingRules = (vm: Machine) => {
  const isMapped = vm.profile.library.logging !== "first";
  const isReplacing = vm.profile.library.logging === "replacing";
  return { _has_level_mapping: vm.bool(isMapped), _warns_plainly: vm.bool(isMapped), _filters_replace: vm.bool(isReplacing), _records_tasks: vm.bool(isReplacing) };
};

/** Modules about text that are written in Python, with the rules of the version that each is lent. */
const halves: Readonly<Record<string, (vm: Machine) => Record<string, PyObject>>> = {
  _string: () => ({}),
  string: (vm) => ({ _has_identifiers: vm.bool(vm.profile.textModules.string.hasIdentifiers), _numbers_paths: vm.bool(vm.profile.textModules.string.numbersPaths) }),
  textwrap: (vm) => ({
    _blank_means_space: vm.bool(vm.profile.textModules.textwrap.blankMeansSpace),
    _full_lines_take_off: vm.bool(vm.profile.textModules.textwrap.fullLinesTakeOff),
  }),
  logging: loggingRules,
  "logging._formats": loggingRules,
  "logging._loggers": loggingRules,
  "logging.handlers": loggingRules,
  "logging.config": loggingRules,
  keyword: (vm) => ({ _soft: vm.str(vm.profile.textModules.softKeywords) }),
  pprint: (vm) => ({ _expands: vm.bool(vm.profile.textModules.pprintExpands) }),
  shlex: (vm) => ({ _refuses_none: vm.bool(vm.profile.textModules.shlex.refusesNone), _type_text: vm.str(vm.profile.textModules.shlex.typeText) }),
  fnmatch: (vm) => ({
    _end: vm.str(vm.profile.textModules.fnmatch.end),
    _has_atomic: vm.bool(vm.profile.textModules.fnmatch.atomicGroups),
    _has_filterfalse: vm.bool(vm.profile.textModules.fnmatch.hasFilterfalse),
  }),
};

export const textModules: readonly ModuleSpec[] = Object.keys(halves).map((name) => ({ name, source: () => pythonHalf(name), names: halves[name] }));
