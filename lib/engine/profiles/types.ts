import type { DataclassesRules, RegexRules, SignaturesRules } from "./library-rules.ts";
import type { FrameRules } from "./frame-rules.ts";
import type { ObjectRules } from "./object-rules.ts";
import type { AsyncModules } from "./async-modules.ts";
import type { DataModules } from "./data-modules.ts";
import type { FreeThreading } from "./free-threading.ts";
import type { NumericModules } from "./numeric-modules.ts";
import type { MemberRules } from "./member-rules.ts";
import type { SourceModules } from "./source-modules.ts";
import type { TextModules } from "./text-modules.ts";
/** The Python versions that the engine knows. */
export type VersionId = "3.10" | "3.11" | "3.12" | "3.13" | "3.14" | "3.15";

/**
 * One CPython version as data. The rest of the engine asks for a property, never for a version; each profile file states
 * only what changed since the version before.
 */
export interface Profile extends ObjectRules {
  readonly id: VersionId;
  /** The exact release followed, e.g. [3, 14, 10]; `sys.version_info` is made of it. */
  readonly release: readonly [number, number, number];

  readonly syntax: {
    /** `except*` (PEP 654). */
    readonly exceptStar: boolean;
    /** `class C[T]`, `def f[T]`, `type X = …` (PEP 695). */
    readonly typeParameters: boolean;
    /** Defaults of type parameters (PEP 696). */
    readonly typeParameterDefaults: boolean;
    /** Any expression, the same quotes and newlines inside an f-string's braces (PEP 701). */
    readonly freeFStrings: boolean;
    /** t"…" (PEP 750). */
    readonly templateStrings: boolean;
    /** `except A, B:` without parentheses (PEP 758). */
    readonly exceptWithoutParentheses: boolean;
    /** `[*x for x in y]`, `{**d for d in y}` (PEP 798). */
    readonly unpackingInComprehensions: boolean;
    /** `lazy import x` (PEP 810). */
    readonly lazyImports: boolean;
    /** `x[*a]` and `*args: *Ts` (PEP 646). */
    readonly starInSubscript: boolean;
    /** A warning for return, break or continue that leaves a finally block (PEP 765). */
    readonly finallyControlFlowWarning: boolean;
    /** The category of warnings of the tokenizer: escapes that mean nothing, numbers that run into a keyword. */
    readonly lexicalWarnings: "DeprecationWarning" | "SyntaxWarning";
  };

  readonly ints: {
    /** Small integers from `min` to `max`, both included, are one object each (Objects/longobject.c). */
    readonly cached: { readonly min: number; readonly max: number };
    /** Bytes of the int 0; all others take 24 and 4 for each 30 bits. */
    readonly zeroSize: number;
  };

  readonly strings: {
    /** Bytes of an ASCII str before its characters, and of any other (Include/cpython/unicodeobject.h). */
    readonly asciiHeader: number;
    readonly header: number;
    /** That of an instance of a subclass, whose characters lie elsewhere. */
    readonly ownHeader: number;
    /** The one-character texts that the interpreter starts with hold their UTF-8 besides (3.12). */
    readonly singletonsHoldUtf8: boolean;
    /** Rounds of the keyed hash per block and at the end: SipHash-2-4 until 3.10, SipHash-1-3 since. */
    readonly hashRounds: readonly [number, number];
    /** Characters whose interned text is not the one that indexing gives: names in frozen code came first (3.11). */
    readonly internedApart: string;
  };

  readonly complex: {
    /** A real operand stays real: `1 - 0j` keeps the sign of its zero (C99, Annex G). */
    readonly mixedOperands: boolean;
  };

  readonly formatting: {
    /** `z` in a format specification: no negative zero (PEP 682). */
    readonly negativeZeroOption: boolean;
    /** A separator after the precision groups the fraction's digits. */
    readonly fractionGrouping: boolean;
  };

  /** Which objects are never freed and show one constant reference count (PEP 683). */
  readonly immortality: {
    /** `none`: every count is real (3.10). `static-large-count`: small ints, `()`, and empty and one-character texts start at a huge count and are counted on (3.11). `immortal`: PEP 683. */
    readonly kind: "none" | "static-large-count" | "immortal";
    /** What `sys.getrefcount` shows for an immortal object. */
    readonly shownCount: number;
    /** How often the modules that an interpreter starts with refer to these, where they are counted: about what CPython shows at its start. */
    readonly heldAtStart: Readonly<Partial<Record<"none" | "true" | "false", number>>>;
    /** `sys._is_immortal` exists. */
    readonly hasIsImmortal: boolean;
    /** Interned strings that come from code objects are immortal. */
    readonly internedConstants: boolean;
  };

  readonly freeThreading: FreeThreading | null;
  readonly refs: {
    /** A local pushed by LOAD_FAST_BORROW is not counted while it is on the value stack (3.14). */
    readonly borrowedLocals: boolean;
  };

  readonly compiler: {
    /** List, set and dict comprehensions run in the frame around them (PEP 709). */
    readonly inlinedComprehensions: boolean;
    /** Annotations are evaluated when asked for (PEP 649, 749). */
    readonly lazyAnnotations: boolean;
    /** Annotation scopes that see a class hold no lambda and no comprehension (3.12). */
    readonly bareClassScopes: boolean;
    /** `__static_attributes__` and `__firstlineno__` are set in class bodies. */
    readonly staticAttributes: boolean;
    /** Docstrings lose their common indentation when they are compiled (3.13). */
    readonly cleanDocstrings: boolean;
    /** Blocks inside each other in one function. */
    readonly maxBlocks: number;
    /** At level 2 a docstring is compiled as `pass` is, or to nothing (3.13), or taken out of the tree (3.14). */
    readonly docstringRemoval: "pass" | "nothing" | "removed";
    /** `co_flags` say whether there is a docstring, and whether the code is a method's (3.14). */
    readonly docstringAndMethodFlags: boolean;
    /** `"%s" % (x,)` is compiled as an f-string (3.11). */
    readonly percentFormats: boolean;
    /** Code objects have an exception table and a table of places with columns (3.11). */
    readonly exceptionTables: boolean;
    /** `co_lines` has a row for each instruction, not for each run on one line (3.11). */
    readonly linesByInstruction: boolean;
    /** Constant slices `x[1:2]` are constants. */
    readonly constantSlices: boolean;
    /** Code objects carry `co_qualname`. */
    readonly qualifiedCodeNames: boolean;
    /** Code objects whose lines or columns differ are not equal. */
    readonly equalCodeHasEqualLines: boolean;
    /** Name of the recorded instruction set: bytecode recipes and passes. */
    readonly instructionSet: VersionId;
    /** The longest str, bytes or tuple that folding makes: items for tuples, characters for strings; bits for ints. */
    readonly folding: { readonly maxStr: number; readonly maxTuple: number; readonly maxIntBits: number; readonly maxTotalItems: number; /** `~True` is computed when compiled; later it warns when run. */ readonly invertsBools: boolean; /** As `complex.mixedOperands`. */ readonly realStaysReal: boolean };
  };

  readonly arithmetic: {
    /** `sum` of floats keeps the rounding errors and adds them at the end (3.12). */
    readonly compensatedSum: boolean;
  };

  readonly frames: FrameRules;

  readonly generators: {
    /** A request to an asynchronous generator begins with `throw()` as it does with `send()`, and one that was never awaited warns (3.13). */
    readonly requestsBeginByThrow: boolean;
    /** `throw` and `athrow` are to be given an exception alone, and warn of more (3.12). */
    readonly throwTakesInstance: boolean;
    /** One that waits in no try statement is closed without being run, so that no trace function hears of it (3.13). */
    readonly closesUnheard: boolean;
    /** The `throw` of an object that is no generator sees the frame that delegates to it (3.14). */
    readonly throwShowsDelegators: boolean;
  };

  /** How threads of one interpreter share it. */
  readonly threads: {
    /** Virtual nanoseconds of one instruction or unit of work: a core about ten times slower than a current one, so that what takes intervals shows in small programs. 3.10 is the slower by what 3.11's What's New says. */
    readonly unitNanoseconds: number;
    /** A function looks at the eval breaker at its first instruction, or at RESUME (3.11). */
    readonly entry: "first-instruction" | "resume";
    /** A caller looks at it when a Python function has returned to it (up to 3.10, where calls nest in C). */
    readonly checksAfterReturn: boolean;
    /** So does any conditional jump that is taken (up to 3.10). */
    readonly checksTakenJumps: boolean;
    /** A jump back looks at it before it jumps (3.13). */
    readonly jumpsLookFirst: boolean;
    /** Reentrant locks have `locked()` (3.14). */
    readonly reentrantLocksTell: boolean;
    /** `threading.Lock` is the type of locks, not a function (3.13). */
    readonly lockIsClass: boolean;
    /** `settrace_all_threads` and its twin for profiles (3.12). */
    readonly tracesAllThreads: boolean;
    /** Arguments of `threading.RLock`: ignored, warned of (3.13), refused (3.15). */
    readonly rlockArguments: "ignored" | "deprecated" | "refused";
    /** What a barrier for fewer than one thread is told; null up to 3.12, where it is made. */
    readonly barrierRefusal: string | null;
    /** Threads run in a context, which `Thread(context=)` gives (3.14). */
    readonly takesContext: boolean;
    /** Iterators that several threads share (3.15). */
    readonly sharesIterators: boolean;
    /** `Queue.shutdown`, of threads and of asyncio (3.13). */
    readonly queuesShutDown: boolean;
    /** The TimeoutError of futures and of asyncio is the built-in one (3.11). */
    readonly futuresTimeOutAsBuiltin: boolean;
    /** What a negative timeout is told. */
    readonly negativeTimeoutText: string;
    /** What a time that does not fit is told. */
    readonly timestampText: string;
    /** Events, semaphores and barriers show their state (3.11). */
    readonly primitivesTellState: boolean;
  };

  readonly processes: {
    /** How multiprocessing starts a process unless it is told (Linux). */
    readonly startMethod: "fork" | "forkserver";
    /** Forking beside other threads warns (3.12). */
    readonly forkWarnsOfThreads: boolean;
    /** A task limit for workers of a ProcessPoolExecutor, and workers that start when they are needed (3.11). */
    readonly workersEnd: boolean;
    /** `terminate_workers` and `kill_workers` (3.14). */
    readonly workersAreKilled: boolean;
    /** Processes have `interrupt()` (3.14). */
    readonly processesInterrupt: boolean;
  };

  readonly tracebacks: {
    /** Marks under the source of a frame: none, on its first line (PEP 657), or on each line of the expression (3.13). */
    readonly carets: "none" | "first-line" | "every-line";
    /** What nothing caught quotes sources that only `linecache` has (3.13), as the traceback module does. */
    readonly readCache: boolean;
    /** Marks under a SyntaxError's line take the columns of wide characters into account (3.15), as those of frames do. */
    readonly marksTakeWidth: boolean;
    /** Marks under the line of a SyntaxError end with it, also where the error ends in a later line (3.13). */
    readonly marksStayInLine: boolean;
    /** An exception that has nowhere to go is told with what was being done. */
    readonly unraisableSaysWhat: boolean;
    /** One that ended a thread of `_thread` names the function in its message; before, the hook is handed it besides (3.13). */
    readonly threadErrorNamesFunction: boolean;
    /** It is shown with its causes, notes and suggestions. */
    readonly unraisableIsWhole: boolean;
  };

  /** Names that are told as what was meant when a name, an attribute or an import is missing. */
  readonly suggestions: {
    /** The traceback module tells them too, not only what the machine prints itself. */
    readonly inModule: boolean;
    /** What the machine prints looks through locals, globals and built-ins one after the other, and for the bare types only. */
    readonly scopeByScope: boolean;
    /** Names of a module that an import missed, `self.x`, and modules of the library that were not imported. */
    readonly imports: boolean;
    /** A name without an underscore is never meant as one that starts with it. */
    readonly hidesPrivate: boolean;
    /** The AttributeError of an assignment, or of a deletion, says which name of which object it is about. */
    readonly onSet: boolean;
    readonly onDelete: boolean;
    /** Attributes of attributes. */
    readonly nested: boolean;
    /** Methods of other languages and of other types. */
    readonly foreignNames: boolean;
    /** The other protocol of an object that `with` or `async with` cannot use; both methods are named then (3.14). */
    readonly managers: boolean;
    /** A keyword that a SyntaxError may go away with (3.14), from 3.15 on only where what is tried is wrong by itself. */
    readonly keywords: "never" | "always" | "if-broken";
  };

  readonly gc: {
    readonly thresholds: readonly [number, number, number];
    readonly kind: "generational" | "incremental";
    /** A threshold that is passed collects at once, or at the next check of the eval breaker. */
    readonly runsAt: "allocation" | "eval-breaker";
    /** Weak references without a callback to unreachable objects are cleared before `__del__` of those runs, or after. */
    readonly weakrefsDie: "before-finalizers" | "after-finalizers";
    /** Statistics and callbacks tell how many objects were looked at, and how long that took (3.15). */
    readonly timesCollections: boolean;
    /** A dict is tracked from its birth (3.14), or from the first key or value that could be part of a cycle. */
    readonly tracksDicts: "always" | "with-content";
    /** Tuples that an instruction, a call or `tuple()` of a list makes are tracked always, or if an item is of a collected type (3.14). */
    readonly tracksTuples: "always" | "with-content";
    /** The same for frozen sets (3.15). */
    readonly tracksFrozenSets: "always" | "with-content";
  };

  /** Rules of the Python halves of modules. */
  readonly library: {
    /** `_replace` of a named tuple raises TypeError, not ValueError, for a name that is no field. */
    readonly replaceRaisesTypeError: boolean;
    /**
     * Mapped: `logging.getLevelNamesMapping`, and a captured warning is the message itself, not an argument of one (3.11).
     * Replacing: a filter may give another record, records name the asyncio task, handlers can be asked for by name and loggers
     * for their children (3.12).
     */
    readonly logging: "first" | "mapped" | "replacing";
    /** `Counter ^ Counter` (3.15). */
    readonly countersDiffer: boolean;
    /** `isinstance(x, Protocol)` answers instead of refusing (3.12). */
    readonly protocolAnswers: boolean;
    /** `issubclass` with a protocol of data names that data when it refuses (3.13). */
    readonly protocolsNameData: boolean;
    /** `auto()` goes on from the highest value, not from the last one; members take further names and values; `super().__new__` is told of (3.13). */
    readonly enumAutoIsHighest: boolean;
    /** `UserDict.get` does not ask `__missing__` (3.12). */
    readonly userDictGetIgnoresMissing: boolean;
    /** `sys._jit` tells about the compiler to machine code, which ordinary builds lack (3.14). */
    readonly jitNamespace: boolean;
    /** `functools.partial` objects have a `__get__`, which warns (3.13), or binds them to instances as functions are (3.14). */
    readonly partialBinds: "never" | "warns" | "methods";
    /** What `typing` refuses as a type. */
    readonly typing: {
      /** All but a tuple may stand for a type, not only what can be called (3.11). */
      readonly takesAnyValue: boolean;
      /** What takes the place of a type variable is asked of the variable (3.11). */
      readonly substitutes: boolean;
      /** Lists of parameters are shown in brackets, and what is unpacked by Unpack's name (3.12). */
      readonly showsLists: boolean;
      /** Members of a union must have a hash (until 3.12). */
      readonly unionsHash: boolean;
      /** ClassVar and Final may be in each other (3.13). */
      readonly nestsForms: boolean;
      /** A single constraint is an error before a bound beside it is, constraints are not looked at, and a bound may be false (3.12). */
      readonly variablesInC: boolean;
    };
    /** `functools.reduce` takes its first value by name. */
    readonly reduceNamesInitial: boolean;
    /** `cached_property` computes in one thread at a time (up to 3.11). */
    readonly cachedPropertiesLock: boolean;
    /** `functools.singledispatch` registers for each class of a union (3.11). */
    readonly dispatchesUnions: boolean;
    /** A `singledispatchmethod` that is called without arguments tells that it needs one (3.13). */
    readonly dispatchTellsArguments: boolean;
    /** The repr of `functools.partialmethod` has commas for arguments that are not there (until 3.13). */
    readonly partialMethodShowsGaps: boolean;
    /** Names about annotations that `functools.wraps` takes over. */
    readonly wrapperAnnotations: readonly string[];
    /** Fields of `sys.flags` with their values in an ordinary run. */
    readonly systemFlags: readonly (readonly [name: string, value: number | boolean])[];
    /** Rules of `enum`: those of the first design, or of the one with `ReprEnum` and `verify` (3.11). */
    readonly enumDesign: "first" | "second";
    /** `value in Color` is a question about values too; before, it raised TypeError (3.12). */
    readonly enumContainsValues: boolean;
    /** Type aliases have a `__qualname__`, which shows where they are arguments (3.15). */
    readonly aliasesAreQualified: boolean;
    /** What computes a bound, a default or an alias in a format of annotations: `evaluate_bound` and its like (3.14). */
    readonly typeEvaluators: boolean;
    /** The signature of a class is that of its `__wrapped__`, if it has one (until 3.12). */
    readonly signaturesUnwrapClasses: boolean;
    /** `Signature.bind` says of a missing argument that it is keyword-only (3.12). */
    readonly bindTellsKeywordOnly: boolean;
    /** Rules of `inspect.Signature`. */
    readonly signatures: SignaturesRules;
    /** Rules of `dataclasses`. */
    readonly dataclasses: DataclassesRules;
    /** How `json` words what it refuses. */
    readonly json: {
      /** A comma before the end of an array or object is named as such (3.13). */
      readonly namesTrailingCommas: boolean;
      /** The error for a float that JSON does not have shows it (3.12). */
      readonly namesRefusedFloat: boolean;
      /** Errors carry notes about where in the value they were (3.14). */
      readonly addsNotes: boolean;
    };
    /** What patterns of `re` may say. */
    readonly regex: RegexRules;
    /** A class nested in an enum is a plain attribute, not a member (3.13). */
    readonly enumKeepsNestedClasses: boolean;
  };

  /** `sys.monitoring` (PEP 669); null where there is none. */
  readonly monitoring: {
    /** A branch has an event for each of its two ways (3.14). */
    readonly splitsBranches: boolean;
    /** The first line of a function is an event even where the `def` is on it (3.12). */
    readonly startsWithLine: boolean;
    /** An exception out of a called Python function is told after the call's caches, or before the call; one of the call itself the other way round (3.13). */
    readonly callsRaise: "after" | "before";
    /** PY_THROW is told at the yield, or at the instruction after it (3.13). */
    readonly throwAt: "yield" | "resume";
    /** A call of a bound method tells of its function and its instance (3.14). */
    readonly opensMethods: boolean;
    /** Events of exceptions can be had for single code objects (3.15). */
    readonly localExceptions: boolean;
  } | null;

  /** Rules of modules about data: dates, numbers, bytes. */
  readonly dataModules: DataModules;
  /** What modules about numbers do. */
  readonly numericModules: NumericModules;
  /** Rules of modules about text and source. */
  readonly textModules: TextModules;
  /** Rules of `asyncio`. */
  readonly asyncModules: AsyncModules;
  /** Rules of modules about trees of syntax and other things of sources. */
  readonly sourceModules: SourceModules;
  /** Members of built-in types and functions of modules that this version lacks, as `type.member` and `module.function`. */
  readonly absentNames: ReadonlySet<string>;
  /** What members of built-in types do. */
  readonly memberRules: MemberRules;

  /** Texts that differ between versions, by key; see `profiles/messages.ts`. */
  readonly messages: Readonly<Record<string, string>>;
}
