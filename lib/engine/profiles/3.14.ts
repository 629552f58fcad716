import { python313 } from "./3.13.ts";
import { dataModules } from "./data-modules.ts";
import { numericModules } from "./numeric-modules.ts";
import { libraryNames } from "./library-names.ts";
import { memberRules } from "./member-rules.ts";
import { absentNames } from "./absent-names.ts";
import { sourceModules } from "./source-modules.ts";
import { textModules } from "./text-modules.ts";
import { specialization314 } from "./specializations/3.14.ts";
import type { Profile } from "./types.ts";

const systemFlags314: typeof python313.library.systemFlags = [
  ...python313.library.systemFlags, ["gil", 1], ["thread_inherit_context", 0], ["context_aware_warnings", 0],
];

/** CPython 3.14.10: borrowed local loads, lazy annotations (PEP 649), t-strings (PEP 750); the generational collector is back since 3.14.5. */
export const python314: Profile = {
  ...python313,
  id: "3.14",
  release: [3, 14, 10],
  syntax: { ...python313.syntax, templateStrings: true, exceptWithoutParentheses: true, finallyControlFlowWarning: true },
  complex: { mixedOperands: true },
  formatting: { ...python313.formatting, fractionGrouping: true },
  immortality: { ...python313.immortality, shownCount: 3221225472, hasIsImmortal: true },
  refs: { borrowedLocals: true },
  instances: { ...python313.instances, vars: "holder" },
  classes: { ...python313.classes, unionType: "typing.Union" },
  gc: { ...python313.gc, tracksDicts: "always", tracksTuples: "with-content" },
  frames: { ...python313.frames, clearing: "last-local-first" },
  compiler: { ...python313.compiler, lazyAnnotations: true, docstringAndMethodFlags: true, folding: { ...python313.compiler.folding, invertsBools: false, realStaysReal: true }, constantSlices: true, instructionSet: "3.14" },
  containers: { ...python313.containers, strictMap: true, maxHeaps: true, rebuiltSetConstants: false },
  tracebacks: { ...python313.tracebacks, unraisableSaysWhat: true },
  dataModules: dataModules["3.14"],
  numericModules: numericModules["3.14"],
  textModules: textModules["3.14"],
  sourceModules: sourceModules["3.14"],
  absentNames: absentNames["3.14"],
  memberRules: memberRules["3.14"],
  library: { ...python313.library, moduleNames: libraryNames["3.14"],
    json: { ...python313.library.json, addsNotes: true },
    regex: { ...python313.library.regex, lowerEnd: true, emptyHasNonBoundary: true },
    jitNamespace: true, partialBinds: true, wrapperAnnotations: ["__annotate__", "__type_params__"], systemFlags: systemFlags314, dataclasses: { ...python313.library.dataclasses, hasDoc: true, renewsClassCells: true } },
  monitoring: { splitsBranches: true, startsWithLine: false, throwAt: "resume", callsRaise: "before", opensMethods: true, localExceptions: false },
  specialization: specialization314,
  messages: {
    ...python313.messages,
    arrayTypecodes: "b, B, u, w, h, H, i, I, l, L, q, Q, f or d",
    arrayCodeLength: "a string of length {0}",
    invalidEscape: "\"\\{0}\" is an invalid escape sequence. Such sequences will not work in the future. Did you mean \"\\\\{0}\"? A raw string is also an option.",
    invalidOctalEscape: "\"\\{0}\" is an invalid octal escape sequence. Such sequences will not work in the future. Did you mean \"\\\\{0}\"? A raw string is also an option.",
    noteNotText: "add_note() argument must be str, not {0}",
    notAwaitable: "'{0}' object can't be awaited",
    tooManyToUnpack: "too many values to unpack (expected {0}, got {1})",
    notInDequeToRemove: "deque.remove(x): x not in deque",
    notInDeque: "deque.index(x): x not in deque",
    notInRange: "range.index(x): x not in range",
    notInList: "list.index(x): x not in list",
    notAContainer: "argument of type '{0}' is not a container or iterable",
    unhashableUse: "cannot use '{0}' as a {1} ({2})",
    dictPairNotIterable: "object is not iterable",
    notImplementedInBoolean: "NotImplemented should not be used in a boolean context",
    intFloorDivideByZero: "division by zero",
    intModuloByZero: "division by zero",
    intDivmodByZero: "division by zero",
    floatDivideByZero: "division by zero",
    floatFloorDivideByZero: "division by zero",
    floatModuloByZero: "division by zero",
    floatDivmodByZero: "division by zero",
    zeroToNegativePower: "zero to a negative power",
    complexDivideByZero: "division by zero",
    complexZeroPower: "zero to a negative or complex power",
    mathNonnegative: "expected a nonnegative input, got {0}",
    mathPositive: "expected a positive input, got {0}",
    mathPositiveInt: "expected a positive input",
    mathUnitClosed: "expected a number in range from -1 up to 1, got {0}",
    mathUnitOpen: "expected a number between -1 and 1, got {0}",
    mathFinite: "expected a finite input, got {0}",
    mathAboveMinusOne: "expected argument value > -1, got {0}",
    mathAtLeastOne: "expected argument value not less than 1, got {0}",
    mathNoPole: "expected a noninteger or positive integer, got {0}",
    strTooMany: "str expected at most 3 arguments, got {0}",
    fromHexOdd: "fromhex() arg must contain an even number of hexadecimal digits",
    randomNegativeBits: "Cannot convert negative int",
    sleepArgument: "'{0}' object cannot be interpreted as an integer or float",
    complexTextAndImag: "complex() argument 'real' must be a real number, not str",
    complexImagText: "complex() argument 'imag' must be a real number, not str",
    complexReal: "complex() argument must be a string or a number, not {0}",
    complexImag: "complex() argument 'imag' must be a real number, not {0}",
    percentCharacter: "%c requires an int or a unicode character, not {0}",
    percentCharacterText: "%c requires an int or a unicode character, not a string of length {0}",
  },
};
