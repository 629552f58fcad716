import { python311 } from "./3.11.ts";
import { dataModules } from "./data-modules.ts";
import { heapTypes, structSizes } from "./struct-sizes.ts";
import { numericModules } from "./numeric-modules.ts";
import { memberRules } from "./member-rules.ts";
import { absentNames } from "./absent-names.ts";
import { asyncModules } from "./async-modules.ts";
import { sourceModules } from "./source-modules.ts";
import { textModules } from "./text-modules.ts";
import type { Profile } from "./types.ts";

/** CPython 3.12.7: immortal objects (PEP 683), inlined comprehensions (PEP 709), type parameters (PEP 695), collection at the eval breaker. */
export const python312: Profile = {
  ...python311,
  id: "3.12",
  release: [3, 12, 7],
  syntax: { ...python311.syntax, typeParameters: true, freeFStrings: true, lexicalWarnings: "SyntaxWarning" },
  strings: { ...python311.strings, asciiHeader: 40, header: 56, ownHeader: 64, singletonsHoldUtf8: true, internedApart: "" },
  immortality: { kind: "immortal", shownCount: 4294967295, heldAtStart: {}, hasIsImmortal: false, internedConstants: true },
  instances: { ...python311.instances, weakrefPointer: 0, variableDictPointer: 0, sharing: "all" },
  classes: { ...python311.classes, mroIsMember: false, setNameErrors: "noted", staticSize: 416 },
  compiler: { ...python311.compiler, maxBlocks: 21, inlinedComprehensions: true, bareClassScopes: true, linesByInstruction: false, instructionSet: "3.12" },
  arithmetic: { compensatedSum: true },
  containers: { ...python311.containers, hashableSlices: true, batched: true, dequeIterators: "collections", orderedDictReprAsDict: true },
  generators: { ...python311.generators, throwTakesInstance: true },
  threads: { ...python311.threads, tracesAllThreads: true },
  processes: { ...python311.processes, forkWarnsOfThreads: true },
  frames: { ...python311.frames, lineEvents: "by-line-start", currentExceptions: "instances", builtinsAddDepth: false, jumps: { ...python311.frames.jumps, outside: "as-outside", fromResume: true, bindsNone: true } },
  suggestions: { ...python311.suggestions, inModule: true, imports: true },
  gc: { ...python311.gc, runsAt: "eval-breaker" },
  dataModules: dataModules["3.12"],
  numericModules: numericModules["3.12"],
  textModules: textModules["3.12"],
  asyncModules: asyncModules["3.12"],
  sourceModules: sourceModules["3.12"],
  absentNames: absentNames["3.12"],
  memberRules: memberRules["3.12"],
  structSizes: structSizes["3.12"],
  heapTypes: heapTypes["3.12"],
  library: { ...python311.library, cachedPropertiesLock: false, userDictGetIgnoresMissing: true, protocolAnswers: true, logging: "replacing", typing: { ...python311.library.typing, variablesInC: true, showsLists: true }, 
    json: { ...python311.library.json, namesRefusedFloat: true },
    regex: { ...python311.library.regex, strictGroupNames: true },
    wrapperAnnotations: ["__annotations__", "__type_params__"], enumContainsValues: true, dataclasses: { ...python311.library.dataclasses, madeInCallersModule: true }, bindTellsKeywordOnly: true },
  monitoring: { splitsBranches: false, startsWithLine: true, throwAt: "yield", callsRaise: "after", opensMethods: false, localExceptions: false },
  messages: {
    ...python311.messages,
    jumpOutside: "f_lineno can only be set in a trace function",
    patternNoClass: "called match pattern must be a class",
    isLiteral: "\"{0}\" with '{2}' literal. Did you mean \"{1}\"?",
    invalidOctalEscape: "invalid octal escape sequence '\\{0}'",
    assignIterableToSlice: "must assign iterable to extended slice",
    iterNotCallable: "iter(object, sentinel): object must be callable",
    emptyExtreme: "{0}() iterable argument is empty",
    abstractClass: "Can't instantiate abstract class {0} without an implementation for abstract method{1} {3}",
    weakrefSlotDisallowed: "__weakref__ slot disallowed: we already got one",
  },
};
