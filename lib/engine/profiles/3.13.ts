import { python312 } from "./3.12.ts";
import { dataModules } from "./data-modules.ts";
import { heapTypes, structSizes } from "./struct-sizes.ts";
import { numericModules } from "./numeric-modules.ts";
import { memberRules } from "./member-rules.ts";
import { absentNames } from "./absent-names.ts";
import { asyncModules } from "./async-modules.ts";
import { sourceModules } from "./source-modules.ts";
import { textModules } from "./text-modules.ts";
import type { Profile } from "./types.ts";

/** CPython 3.13.2: locals() is a snapshot (PEP 667), defaults of type parameters (PEP 696), static attributes of classes. */
export const python313: Profile = {
  ...python312,
  id: "3.13",
  release: [3, 13, 2],
  threads: { ...python312.threads, lockIsClass: true, rlockArguments: "deprecated", barrierRefusal: "parties must be > 0", queuesShutDown: true, jumpsLookFirst: true, negativeTimeoutText: "timeout value must be a non-negative number" },
  tracebacks: { ...python312.tracebacks, carets: "every-line", marksStayInLine: true, readCache: true, threadErrorNamesFunction: true },
  syntax: { ...python312.syntax, typeParameterDefaults: true },
  instances: { ...python312.instances, dictSharesValues: true, vars: "view" },
  classes: { ...python312.classes, classMethodChains: false, staticHeader: 0 },
  compiler: { ...python312.compiler, bareClassScopes: false, instructionSet: "3.13", staticAttributes: true, cleanDocstrings: true, docstringRemoval: "nothing" },
  frames: { ...python312.frames, locals: "snapshot", tracesMadeGroups: true, jumps: { ...python312.frames.jumps, afterYield: "at-first" } },
  suggestions: { ...python312.suggestions, scopeByScope: false, hidesPrivate: true, onSet: true },
  gc: { ...python312.gc, thresholds: [2000, 10, 10] },
  dataModules: dataModules["3.13"],
  numericModules: numericModules["3.13"],
  textModules: textModules["3.13"],
  asyncModules: asyncModules["3.13"],
  freeThreading: { sharedCode: "immortal-with-threads" },
  generators: { ...python312.generators, requestsBeginByThrow: true, closesUnheard: true },
  sourceModules: sourceModules["3.13"],
  absentNames: absentNames["3.13"],
  memberRules: memberRules["3.13"],
  structSizes: structSizes["3.13"],
  heapTypes: heapTypes["3.13"],
  containers: { ...python312.containers, strictBatched: true, clearChangesOrder: true, listsReadTables: true, equalRuns: true },
  library: { ...python312.library, partialMethodShowsGaps: false, partialBinds: "warns", signaturesUnwrapClasses: false, typing: { ...python312.library.typing, unionsHash: false, nestsForms: true }, dispatchTellsArguments: true, enumAutoIsHighest: true, signatures: { ...python312.library.signatures, positionalNamesAreFree: true, newerMethods: true, bindCalls: true }, protocolsNameData: true, systemFlags: [...python312.library.systemFlags, ["gil", 1]],
    json: { ...python312.library.json, namesTrailingCommas: true },
    regex: { ...python312.library.regex, templateFlag: false, errorName: "PatternError", warnsOfPositions: true },
    replaceRaisesTypeError: true, enumKeepsNestedClasses: true, dataclasses: { ...python312.library.dataclasses, namesDefaultArgument: true, basesMustAllBeFrozen: true, seesWeakrefSlots: true, comparesFieldByField: true, hasReplace: true } },
  monitoring: { splitsBranches: false, startsWithLine: false, throwAt: "resume", callsRaise: "before", opensMethods: false, localExceptions: false },
  messages: {
    ...python312.messages,
    tracebackName: "traceback",
    releaseBufferFailed: "Exception ignored in __release_buffer__ of {0}",
    bytearrayOfText: "expected iterable of integers; got: 'str'",
    yieldFromOutside: "'yield from' outside function",
    tooManyForType: "{0} expected at most {1} arguments, got {2}",
    clearSuspended: "cannot clear a suspended frame",
    keywordSuggestion: ". Did you mean '{0}'?",
    forgottenImportEnd: "?",
    iterNotCallable: "iter(v, w): v must be callable",
    superMismatch: "super(type, obj): obj ({0} {1}) is not an instance or subtype of type ({2}).",
    groupCondition: "expected an exception type, a tuple of exception types, or a callable (other than a class)",
    mroConflict: "Cannot create a consistent method resolution order (MRO) for bases {0}",
    noDictHint: " and no __dict__ for setting new attributes",
    unexpectedKeyword: "{0}() got an unexpected keyword argument '{1}'",
    strArgument: "{0}() argument {1} must be str, not {3}",
    floatModuloByZero: "float modulo by zero",
  },
};
