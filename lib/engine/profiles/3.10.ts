import { dataModules } from "./data-modules.ts";
import { heapTypes, structSizes } from "./struct-sizes.ts";
import { numericModules } from "./numeric-modules.ts";
import { memberRules } from "./member-rules.ts";
import { absentNames } from "./absent-names.ts";
import { asyncModules } from "./async-modules.ts";
import { sourceModules } from "./source-modules.ts";
import { textModules } from "./text-modules.ts";
import type { Profile } from "./types.ts";
import { baseMessages } from "./messages.ts";

/** `sys.flags` of a run without options (Python/sysmodule.c). */
const systemFlags310 = [
  ["debug", 0], ["inspect", 0], ["interactive", 0], ["optimize", 0], ["dont_write_bytecode", 0], ["no_user_site", 0], ["no_site", 0],
  ["ignore_environment", 0], ["verbose", 0], ["bytes_warning", 0], ["quiet", 0], ["hash_randomization", 1], ["isolated", 0],
  ["dev_mode", false], ["utf8_mode", 0], ["warn_default_encoding", 0], ["int_max_str_digits", 4300],
] as const;

/** CPython 3.10.13: every count is real, exceptions use the block stack, comprehensions are functions. */
export const python310: Profile = {
  id: "3.10",
  release: [3, 10, 13],
  syntax: {
    exceptStar: false,
    typeParameters: false,
    typeParameterDefaults: false,
    freeFStrings: false,
    templateStrings: false,
    exceptWithoutParentheses: false,
    unpackingInComprehensions: false,
    lazyImports: false,
    starInSubscript: false,
    finallyControlFlowWarning: false,
    lexicalWarnings: "DeprecationWarning",
  },
  ints: { cached: { min: -5, max: 256 }, zeroSize: 24 },
  strings: { asciiHeader: 48, header: 72, ownHeader: 80, singletonsHoldUtf8: false, hashRounds: [2, 4], internedApart: "" },
  complex: { mixedOperands: false },
  formatting: { negativeZeroOption: false, fractionGrouping: false },
  freeThreading: null,
  immortality: { kind: "none", shownCount: 0, heldAtStart: { none: 4000, true: 100, false: 100 }, hasIsImmortal: false, internedConstants: false },
  refs: { borrowedLocals: false },
  instances: { attributes: "dict", dictSharesValues: false, vars: "holder", dictPointer: 8, weakrefPointer: 8, variableDictPointer: 8, sharing: "all" },
  classes: { setNameErrors: "wrapped", looseBases: false, mroIsMember: true, classMethodChains: true, unionType: "types.UnionType", importErrorShowsNames: false, sharesMarks: false, staticSize: 408, staticHeader: 0, sharedKeys: "any-dict" },
  compiler: {
    inlinedComprehensions: false,
    lazyAnnotations: false,
    bareClassScopes: false,
    staticAttributes: false,
    cleanDocstrings: false,
    docstringRemoval: "pass",
    maxBlocks: 20,
    docstringAndMethodFlags: false,
    percentFormats: false,
    exceptionTables: false,
    linesByInstruction: false,
    constantSlices: false,
    qualifiedCodeNames: false,
    equalCodeHasEqualLines: false,
    instructionSet: "3.10",
    folding: { maxStr: 4096, maxTuple: 256, maxIntBits: 128, maxTotalItems: 1024, invertsBools: true, realStaysReal: false },
  },
  arithmetic: { compensatedSum: false },
  containers: { hashableSlices: false, frozendict: false, listsReadTables: false, strictMap: false, maxHeaps: false, equalRuns: false, batched: false, strictBatched: false, clearChangesOrder: false, dequeIterators: "_collections", orderedDictReprAsDict: false, rebuiltSetConstants: true, bytearrayMemory: { header: 0, end: 1 }, dictKeys: { header: 40, narrowStrings: false } },
  frames: { locals: "shared-dict", allocation: "heap", arguments: "copied", clearing: "first-local-first", lineEvents: "by-instruction", currentExceptions: "triples", tracesMadeGroups: false, recursionLimit: 1000, builtinsAddDepth: true, jumps: { isKnownByFrame: true, outside: "as-outside", fromResume: true, bindsNone: false, afterYield: "past-first" } },
  generators: { requestsBeginByThrow: false, throwTakesInstance: false, closesUnheard: false, throwShowsDelegators: false },
  threads: { unitNanoseconds: 125, entry: "first-instruction", checksAfterReturn: true, checksTakenJumps: true, jumpsLookFirst: false, reentrantLocksTell: false, lockIsClass: false, tracesAllThreads: false, rlockArguments: "ignored", barrierRefusal: null, takesContext: false, sharesIterators: false, queuesShutDown: false, futuresTimeOutAsBuiltin: false, negativeTimeoutText: "timeout value must be positive", timestampText: "timestamp too large to convert to C _PyTime_t", primitivesTellState: false },
  processes: { startMethod: "fork", forkWarnsOfThreads: false, workersEnd: false, workersAreKilled: false, processesInterrupt: false },
  tracebacks: { carets: "none", readCache: false, marksTakeWidth: false, marksStayInLine: false, unraisableSaysWhat: false, threadErrorNamesFunction: false, unraisableIsWhole: false },
  suggestions: { inModule: false, scopeByScope: true, imports: false, hidesPrivate: false, onSet: false, onDelete: false, nested: false, foreignNames: false, managers: false, keywords: "never" },
  gc: { thresholds: [700, 10, 10], kind: "generational", runsAt: "allocation", weakrefsDie: "before-finalizers", timesCollections: false, tracksDicts: "with-content", tracksTuples: "always", tracksFrozenSets: "always" },
  dataModules: dataModules["3.10"],
  numericModules: numericModules["3.10"],
  textModules: textModules["3.10"],
  asyncModules: asyncModules["3.10"],
  sourceModules: sourceModules["3.10"],
  absentNames: absentNames["3.10"],
  memberRules: memberRules["3.10"],
  structSizes: structSizes["3.10"],
  heapTypes: heapTypes["3.10"],
  library: { logging: "first", replaceRaisesTypeError: false, countersDiffer: false, userDictGetIgnoresMissing: false, enumAutoIsHighest: false, signatures: { refuseKeywords: false, refuseTwoVariadic: false, positionalNamesAreFree: false, missPositionalNames: false, newerMethods: false, bindCalls: false }, protocolAnswers: false, protocolsNameData: false, jitNamespace: false, partialBinds: "never", signaturesUnwrapClasses: true, typing: { takesAnyValue: false, substitutes: false, showsLists: false, unionsHash: true, nestsForms: false, variablesInC: false }, reduceNamesInitial: false, cachedPropertiesLock: true, dispatchesUnions: false, dispatchTellsArguments: false, partialMethodShowsGaps: true, wrapperAnnotations: ["__annotations__"], systemFlags: systemFlags310, enumDesign: "first",
    json: { namesTrailingCommas: false, namesRefusedFloat: false, addsNotes: false },
    regex: { warnsOfPositions: false, possessive: false, flagsAtStartOnly: false, lowerEnd: false, strictGroupNames: false, templateFlag: true, emptyHasNonBoundary: false, hasNoFlag: false, errorName: "error", prefixMatch: false },
    enumContainsValues: false, enumKeepsNestedClasses: false, aliasesAreQualified: false, typeEvaluators: false, bindTellsKeywordOnly: false,
    dataclasses: { mutableMeansUnhashable: false, comparesFieldByField: false, hasReplace: false, hasDoc: false, namesDefaultArgument: false, basesMustAllBeFrozen: false, leavesOutInheritedSlots: false, seesWeakrefSlots: false, madeInCallersModule: false, renewsClassCells: false },
  },
  monitoring: null,
  messages: baseMessages,
};
