import { python310 } from "./3.10.ts";
import { dataModules } from "./data-modules.ts";
import { heapTypes, structSizes } from "./struct-sizes.ts";
import { numericModules } from "./numeric-modules.ts";
import { memberRules } from "./member-rules.ts";
import { absentNames } from "./absent-names.ts";
import { asyncModules } from "./async-modules.ts";
import { sourceModules } from "./source-modules.ts";
import { textModules } from "./text-modules.ts";
import type { Profile } from "./types.ts";

const { systemFlags } = python310.library;
/** `-P` (safe_path) is new, before the last field. */
const systemFlags311: typeof systemFlags = [...systemFlags.slice(0, -1), ["safe_path", false], ...systemFlags.slice(-1)];

/** CPython 3.11.7: exception tables, inline instance values, `except*`; small ints and () start at a huge count. */
export const python311: Profile = {
  ...python310,
  id: "3.11",
  release: [3, 11, 7],
  frames: { ...python310.frames, allocation: "stack", arguments: "moved", jumps: { ...python310.frames.jumps, isKnownByFrame: false, outside: "as-call", fromResume: false } },
  threads: { ...python310.threads, unitNanoseconds: 100, entry: "resume", checksAfterReturn: false, checksTakenJumps: false, futuresTimeOutAsBuiltin: true, timestampText: "timestamp out of range for platform time_t", primitivesTellState: true },
  processes: { ...python310.processes, workersEnd: true },
  tracebacks: { ...python310.tracebacks, carets: "first-line" },
  syntax: { ...python310.syntax, exceptStar: true, starInSubscript: true },
  compiler: { ...python310.compiler, qualifiedCodeNames: true, equalCodeHasEqualLines: true, exceptionTables: true, linesByInstruction: true, percentFormats: true, instructionSet: "3.11" },
  immortality: { ...python310.immortality, kind: "static-large-count", shownCount: 1_000_000_000, heldAtStart: { none: 5300, true: 400, false: 380 } },
  formatting: { ...python310.formatting, negativeZeroOption: true },
  ints: { ...python310.ints, zeroSize: 28 },
  strings: { ...python310.strings, hashRounds: [1, 3], internedApart: "BCLST_abcdefhijklmnopqrstvwxy" },
  instances: { ...python310.instances, attributes: "inline", dictPointer: 0, sharing: "inline" },
  classes: { ...python310.classes, staticHeader: 16, sharedKeys: "managed-dict" },
  containers: { ...python310.containers, dictKeys: { header: 32, narrowStrings: true } },
  dataModules: dataModules["3.11"],
  numericModules: numericModules["3.11"],
  textModules: textModules["3.11"],
  asyncModules: asyncModules["3.11"],
  sourceModules: sourceModules["3.11"],
  absentNames: absentNames["3.11"],
  memberRules: memberRules["3.11"],
  structSizes: structSizes["3.11"],
  heapTypes: heapTypes["3.11"],
  library: { ...python310.library, logging: "mapped", typing: { ...python310.library.typing, takesAnyValue: true, substitutes: true }, dispatchesUnions: true, signatures: { ...python310.library.signatures, refuseKeywords: true }, 
    regex: { ...python310.library.regex, possessive: true, flagsAtStartOnly: true, hasNoFlag: true },
    systemFlags: systemFlags311, enumDesign: "second", dataclasses: { ...python310.library.dataclasses, mutableMeansUnhashable: true, leavesOutInheritedSlots: true } },
  messages: {
    ...python310.messages,
    digits: "{0} digits",
    importNameNotText: "module name must be a string",
    superArgument: "super() argument 1 must be a type, not {0}",
    regexSubject: "expected string or bytes-like object, got '{0}'",
    missingOnDelete: "'{0}' object has no attribute '{1}'",
    missingOnClassDelete: "type object '{0}' has no attribute '{1}'",
    propertyUnreadable: "property {0} of '{1}' object has no getter",
    propertyNotSettable: "property {0} of '{1}' object has no setter",
    propertyNotDeletable: "property {0} of '{1}' object has no deleter",
    propertyUnreadableUnnamed: "property of '{1}' object has no getter",
    propertyNotSettableUnnamed: "property of '{1}' object has no setter",
    propertyNotDeletableUnnamed: "property of '{1}' object has no deleter",
    attributeNameType: "attribute name must be string, not '{0}'",
    typeNotSubscriptable: "type '{0}' is not subscriptable",
    strIndices: "string indices must be integers, not '{0}'",
    intModuloByZero: "integer modulo by zero",
    invalidFormatSpecifier: "Invalid format specifier '{0}' for object of type '{1}'",
    unboundLocal: "cannot access local variable '{0}' where it is not associated with a value",
    unboundFree: "cannot access free variable '{0}' where it is not associated with a value in enclosing scope",
  },
};
