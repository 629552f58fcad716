/**
 * Names of built-in types and host modules that some versions lack: `type.member` or `module.function`, each with the
 * first version that has it, or the last one.
 */
const SINCE: Readonly<Record<string, string>> = {
  "3.11": `object.__getstate__ bytes.__bytes__ complex.__complex__ generator.gi_suspended coroutine.cr_suspended
    GenericAlias.__iter__ GenericAlias.__unpacked__ GenericAlias.__typing_unpacked_tuple_args__
    BaseException.add_note
    math.cbrt math.exp2 sys.exception operator.call inspect.getmembers_static typing.get_overloads typing.clear_overloads`,
  "3.12": `dis.hasarg dis.hasexc int.is_integer ImportError.name_from async_generator.ag_suspended function.__type_params__ type.__type_params__
    math.sumprod bytes.__buffer__ bytearray.__buffer__ bytearray.__release_buffer__ array.__buffer__ array.__release_buffer__ memoryview.__buffer__ memoryview.__release_buffer__
    memoryview._from_flags types.get_original_bases typing.TypeAliasType typing.override sys._getframemodulename sys.getunicodeinternedsize`,
  "3.13": `dis.hasjump property.__name__ math.fma code.__replace__ SimpleNamespace.__replace__ flags.__replace__ float_info.__replace__
    hash_info.__replace__ int_info.__replace__ version_info.__replace__ thread_info.__replace__ struct_time.__replace__ generator.__class_getitem__
    coroutine.__class_getitem__ copy.replace warnings.deprecated typing.NoDefault typing.ReadOnly typing.TypeIs typing.is_protocol typing.get_protocol_members
    flags.gil builtins.PythonFinalizationError builtins._IncompleteInputError
    sys._is_interned sys._clear_internal_caches`,
  "3.14": `float.from_number complex.from_number function.__annotate__ type.__annotate__ frame.f_generator bytearray.resize
    memoryview.__class_getitem__ memoryview.count memoryview.index classmethod.__annotate__ staticmethod.__annotate__
    classmethod.__annotations__ staticmethod.__annotations__ classmethod.__class_getitem__ staticmethod.__class_getitem__
    module.__annotate__ map.__setstate__ operator.is_none operator.is_not_none Union.__name__ Union.__qualname__ Union.__mro_entries__ UnionType.__origin__ UnionType.__class_getitem__
    code.co_branches SyntaxError._metadata errno.EHWPOISON`,
  "3.15": `bytearray.take_bytes generator.gi_state coroutine.cr_state async_generator.ag_state slice.__class_getitem__
    math.fmax math.fmin math.isnormal math.issubnormal math.signbit builtins.ImportCycleError`,
};
const UNTIL: Readonly<Record<string, string>> = { "3.10": "deque.__bool__", "3.11": "dis.hasnargs", "3.14": "code.co_lnotab typing.no_type_check_decorator" };
/** Names that one version alone lacks. */
const WITHOUT: Readonly<Record<string, string>> = { "3.11": "method.__get__", "3.12": "method.__get__" };

const VERSIONS = ["3.10", "3.11", "3.12", "3.13", "3.14", "3.15"] as const;

const words = (text: string): string[] => text.split(/\s+/);

function absentIn(version: string): ReadonlySet<string> {
  const at = (VERSIONS as readonly string[]).indexOf(version);
  const later = VERSIONS.slice(at + 1).flatMap((other) => words(SINCE[other] ?? ""));
  const gone = VERSIONS.slice(0, at).flatMap((other) => words(UNTIL[other] ?? ""));
  return new Set([...later, ...gone, ...words(WITHOUT[version] ?? "")]);
}

/** By version. */
export const absentNames = Object.fromEntries(VERSIONS.map((version) => [version, absentIn(version)])) as Readonly<Record<(typeof VERSIONS)[number], ReadonlySet<string>>>;
