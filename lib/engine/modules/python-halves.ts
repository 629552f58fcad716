import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import { dequeSpec } from "./collections-deque.ts";
import { pythonHalf } from "../python/halves.ts";
import type { PyModule } from "../types/module.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { abcFunctions } from "./abc-data.ts";
import { abstractNamesFunction } from "./abstract-names.ts";
import { numericLent } from "./numeric-halves.ts";
import { modulesInC, sealFor } from "./seal.ts";
import { threadLent, threadNames } from "./thread-halves.ts";
import { sourceLineFunction } from "./traceback.ts";

/** Shows an exception that nothing can catch any more. */
const reportFunction = nativeFunction("_report(exception, where, /)", (rt, [exception, where]) => {
  rt.unraisable(retain(exception), where);
  return retain(rt.none);
});

/** An object's address for a table that nobody sees, as the C halves of CPython's modules use it: no look at an address. */
const identityFunction = nativeFunction("_identity(object, /)", (rt, [object]) => rt.int(object.address));

const identityFor = (module: string) => (vm: Machine) => ({ _identity: vm.importer.makeFunction(identityFunction, module) });

/** What `await` asks of an object; a coroutine may be in the middle of its work (iterobject.c, anextawaitable_getiter). */
const awaitableFunction = nativeFunction("_awaitable(object, /)", (rt, [object]) => {
  const wrap = object.type === rt.types.coroutine && object.type.slots.await;
  return wrap ? wrap(rt, object) : (rt as Machine).awaitable(object, 0);
});

/** Cores of the machine room that the model stands for. */
const coresFunction = nativeFunction("_cores()", (rt) => rt.int((rt as Machine).run.cores));

/** The name of the program's own file, or None. */
const mainFileFunction = nativeFunction("_main_file()", (rt) => {
  const main = (rt as Machine).importer.mainSource();
  return main === null ? retain(rt.none) : rt.str(main.filename);
});

const importerFunctions = [
  nativeFunction("_load(name, /)", (rt, [name]) => rt.importModule(rt.strText(name))),
  nativeFunction("_knows(name, /)", (rt, [name]) => rt.bool((rt as Machine).importer.has(rt.strText(name)))),
  nativeFunction("_known(name, /)", (rt, [name]) => {
    const { importer } = rt as Machine;
    const text = rt.strText(name);
    if (!importer.has(text)) return retain(rt.none);
    return rt.takeTuple([rt.bool(importer.hasSubmodules(text)), rt.bool(importer.isHostModule(text))]);
  }),
  nativeFunction("_reload(module, /)", (rt, [module]) => {
    const name = rt.temp(rt.getAttribute(module, "__name__"));
    (rt as Machine).importer.reload(module as PyModule, rt.strText(name));
    return retain(rt.none);
  }),
];

function importlibNames(vm: Machine): Record<string, PyObject> {
  return Object.fromEntries(importerFunctions.map((declared) => [declared.name, vm.importer.makeFunction(declared, "importlib")]));
}

/** What the machine lends to a Python half, by module: types without a public name, and rules of the version. */
const lent: Readonly<Record<string, (vm: Machine) => Record<string, PyObject>>> = {
  abc: (vm) => Object.fromEntries([abstractNamesFunction, ...abcFunctions].map((declared) => [declared.name, vm.importer.makeFunction(declared, "abc")])),
  _anext: (vm) => ({ _awaitable: vm.importer.makeFunction(awaitableFunction, "_anext") }),
  atexit: (vm) => ({ _report: vm.importer.makeFunction(reportFunction, "atexit") }),
  _namedtuple: (vm) => ({ _has_replace: vm.bool(vm.profile.library.dataclasses.hasReplace), _replace_raises_type_error: vm.bool(vm.profile.library.replaceRaisesTypeError) }),
  collections: (vm) => ({ _get_ignores_missing: vm.bool(vm.profile.library.userDictGetIgnoresMissing), _counters_differ: vm.bool(vm.profile.library.countersDiffer) }),
  "collections.abc": (vm) => {
    const { dict_keys, dict_items, dict_values, mappingproxy, frozendict, FrameLocalsProxy } = vm.types;
    const kinds = [mappingproxy, frozendict, vm.profile.frames.locals === "snapshot" ? FrameLocalsProxy : undefined].flatMap((type) => (type ? [type] : []));
    return {
      _views: vm.takeTuple([dict_keys, dict_items, dict_values].map(retain)),
      _mappings: vm.takeTuple(kinds.map(retain)),
      _deque: retain(vm.typeOf(dequeSpec)),
      _has_byte_string: vm.bool(vm.profile.dataModules.hasByteString),
      _byte_string_goes: vm.str(vm.profile.dataModules.byteStringGoes),
      _has_buffer: vm.bool(vm.profile.dataModules.hasBuffer),
    };
  },
  contextlib: (vm) => ({ _has_groups: vm.bool(vm.types.BaseExceptionGroup !== undefined) }),
  _strptime: (vm) => ({ _short_directives: vm.bool(vm.profile.dataModules.datetime.shortDirectives), _day_needs_year: vm.bool(vm.profile.dataModules.datetime.dayNeedsYear) }),
  datetime: (vm) => {
    const rules = vm.profile.dataModules.datetime;
    return {
      ...sealFor("datetime")(vm),
      _reads_most_formats: vm.bool(rules.readsMostFormats),
      _reads_midnight: vm.bool(rules.readsMidnight),
      _has_utc: vm.bool(rules.hasUtc),
      _has_replace: vm.bool(vm.profile.library.dataclasses.hasReplace),
      _has_date_strptime: vm.bool(rules.hasDateStrptime),
      _has_colon_offset: vm.bool(rules.hasColonOffset),
      _warns_of_utc: vm.bool(rules.warnsOfUtc),
      _tells_values: vm.bool(rules.tellsValues),
      _names_functions: vm.bool(rules.namesFunctions),
      _timestamp_text: vm.str(rules.timestampText),
      _pads_years: vm.bool(rules.padsYears),
      _dates_differ_from_datetimes: vm.bool(rules.datesDifferFromDatetimes),
    };
  },
  dataclasses: (vm) => {
    const rules = vm.profile.library.dataclasses;
    return {
      _mutable_means_unhashable: vm.bool(rules.mutableMeansUnhashable),
      _compares_field_by_field: vm.bool(rules.comparesFieldByField),
      _has_replace: vm.bool(rules.hasReplace),
      _has_doc: vm.bool(rules.hasDoc),
      _made_in_callers_module: vm.bool(rules.madeInCallersModule),
      _renews_class_cells: vm.bool(rules.renewsClassCells),
      _all_bases_frozen: vm.bool(rules.basesMustAllBeFrozen),
      _leaves_out_inherited: vm.bool(rules.leavesOutInheritedSlots),
      _sees_weakref_slots: vm.bool(rules.seesWeakrefSlots),
      _names_default_argument: vm.bool(rules.namesDefaultArgument),
    };
  },
  enum: (vm) => ({
    _enum_design: vm.intern(vm.profile.library.enumDesign),
    _auto_is_highest: vm.bool(vm.profile.library.enumAutoIsHighest),
    _contains_values: vm.bool(vm.profile.library.enumContainsValues),
    _nested_classes_stay: vm.bool(vm.profile.library.enumKeepsNestedClasses),
  }),
  functools: (vm) => ({
    ...sealFor("functools")(vm),
    _reduce_names_initial: vm.bool(vm.profile.library.reduceNamesInitial),
    _cached_properties_lock: vm.bool(vm.profile.library.cachedPropertiesLock),
    _partial_binds: vm.intern(vm.profile.library.partialBinds),
    _dispatches_unions: vm.bool(vm.profile.library.dispatchesUnions),
    _methods_tell_arguments: vm.bool(vm.profile.library.dispatchTellsArguments),
    _shows_gaps: vm.bool(vm.profile.library.partialMethodShowsGaps),
    _annotation_names: vm.takeTuple(vm.profile.library.wrapperAnnotations.map((name) => vm.intern(name))),
  }),
  ...numericLent,
  ...threadLent,
  errno: (vm) => ({ _has_poison: vm.bool(!vm.profile.absentNames.has("errno.EHWPOISON")) }),
  importlib: importlibNames,
  cmath: sealFor("cmath"),
  io: sealFor("io"),
  operator: sealFor("operator"),
  "importlib.util": (vm) => ({ ...importlibNames(vm), _has_interpreters: vm.bool(vm.profile.dataModules.hasInterpreters) }),
  copyreg: (vm) => ({ _protocol_text: vm.str(vm.profile.dataModules.pickle.slotsProtocolText) }),
  os: (vm) => ({
    _cores: vm.importer.makeFunction(coresFunction, "os"),
    _plain_environ_repr: vm.bool(vm.profile.dataModules.os.plainEnvironRepr),
    _has_process_cpu_count: vm.bool(vm.profile.dataModules.os.hasProcessCpuCount),
    _warns_of_threads: vm.bool(vm.profile.processes.forkWarnsOfThreads),
    _report: vm.importer.makeFunction(reportFunction, "os"),
  }),
  "os.path": (vm) => ({ _iterable_text: vm.bool(vm.profile.dataModules.os.hasProcessCpuCount) }),
  pickle: (vm) => {
    const rules = vm.profile.dataModules.pickle;
    return {
      ...identityFor("pickle")(vm),
      _default_protocol: vm.int(rules.defaultProtocol),
      _has_buffers: vm.bool(rules.formatIsFive),
      _shows_types: vm.bool(rules.showsTypes),
      _local_text: vm.str(rules.localText),
      _reduce_texts: vm.takeTuple(rules.reduceTexts.map((text) => vm.str(text))),
    };
  },
  reprlib: identityFor("reprlib"),
  sysconfig: (vm) => ({ _can_be_free_threaded: vm.bool(vm.profile.freeThreading !== null), _is_free_threaded: vm.bool(vm.run.isFree) }),
  inspect: (vm) => {
    const rules = vm.profile.library.signatures;
    return {
      _main_file: vm.importer.makeFunction(mainFileFunction, "inspect"),
      _tells_keyword_only: vm.bool(vm.profile.library.bindTellsKeywordOnly), _unwraps_classes: vm.bool(vm.profile.library.signaturesUnwrapClasses), _has_buffer_flags: vm.bool(vm.profile.dataModules.hasBuffer),
      _refuses_keywords: vm.bool(rules.refuseKeywords),
      _refuses_two_variadic: vm.bool(rules.refuseTwoVariadic),
      _positional_names_are_free: vm.bool(rules.positionalNamesAreFree),
      _positional_names_are_missed: vm.bool(rules.missPositionalNames),
      _has_newer_methods: vm.bool(rules.newerMethods),
      _binds_calls: vm.bool(rules.bindCalls),
    };
  },
  "json.decoder": (vm) => ({ _names_trailing_commas: vm.bool(vm.profile.library.json.namesTrailingCommas) }),
  "json.encoder": (vm) => ({ ...identityFor("json.encoder")(vm), _shows_float: vm.bool(vm.profile.library.json.namesRefusedFloat), _adds_notes: vm.bool(vm.profile.library.json.addsNotes) }),
  types: (vm) => ({
    _SimpleNamespace: retain(vm.types.SimpleNamespace),
    _TracebackType: retain(vm.types.traceback),
    _FrameType: retain(vm.types.frame),
  }),
  typing: (vm) => ({
    _takes_any_value: vm.bool(vm.profile.library.typing.takesAnyValue),
    _unions_hash: vm.bool(vm.profile.library.typing.unionsHash),
    _nests_forms: vm.bool(vm.profile.library.typing.nestsForms),
    _byte_string_goes: vm.str(vm.profile.dataModules.byteStringGoes),
    _has_defaults: vm.bool(!vm.profile.absentNames.has("typing.NoDefault")),
    _shows_lists: vm.bool(vm.profile.library.typing.showsLists),
    _lazy_annotations: vm.bool(vm.profile.compiler.lazyAnnotations),
    _lacks: vm.takeTuple([...vm.profile.absentNames].filter((name) => name.startsWith("typing.")).map((name) => vm.str(name.slice("typing.".length)))),
    _names_data_members: vm.bool(vm.profile.library.protocolsNameData),
    _protocol_answers: vm.bool(vm.profile.library.protocolAnswers),
  }),
  _typing_hints: (vm) => ({ _lazy_annotations: vm.bool(vm.profile.compiler.lazyAnnotations) }),
  warnings: (vm) => ({ _source_line: vm.importer.makeFunction(sourceLineFunction, "warnings") }),
};

/** Modules that came with a version, by what brought them. */
const since: Readonly<Record<string, (vm: Machine) => boolean>> = {
  annotationlib: (vm) => vm.profile.compiler.lazyAnnotations,
  "string.templatelib": (vm) => vm.profile.syntax.templateStrings,
};

const NAMES = [
  "__future__", "_anext", "_codecs", "_namedtuple", "_strptime", "_typing_hints", "_typing_records", "abc", "annotationlib", "atexit", "base64", "calendar", "cmath", "collections", "collections.abc", "contextlib", "copy", "copyreg", "dataclasses", "datetime", "enum", "errno", "fractions", "functools", "hmac", "importlib", "importlib.machinery", "importlib.util", "inspect", "io", "json", "json.decoder", "json.encoder",
  "numbers", "operator", "os", "os.path", "pickle", "platform", "reprlib", "statistics", "string.templatelib", "sysconfig", "timeit", "tracemalloc", "types", "typing", "warnings",
];

/** Modules that are written in Python alone. */
export const pythonModules: readonly ModuleSpec[] = [
  ...modulesInC,
  ...[...NAMES, ...threadNames].map((name) => ({ name, source: () => pythonHalf(name), names: lent[name], when: since[name] })),
];
