import { python314 } from "./3.14.ts";
import { dataModules } from "./data-modules.ts";
import { heapTypes, structSizes } from "./struct-sizes.ts";
import { numericModules } from "./numeric-modules.ts";
import { memberRules } from "./member-rules.ts";
import { absentNames } from "./absent-names.ts";
import { asyncModules } from "./async-modules.ts";
import { sourceModules } from "./source-modules.ts";
import { textModules } from "./text-modules.ts";
import type { Profile } from "./types.ts";

/** UTF-8 mode is on (PEP 686). */
const systemFlags315: typeof python314.library.systemFlags = [
  ...python314.library.systemFlags.map(([name, value]) => [name, name === "utf8_mode" ? 1 : value] as const), ["lazy_imports", -1],
];

/** CPython 3.15.2: integers up to 1024 are cached, unpacking in comprehensions (PEP 798), lazy imports (PEP 810). */
export const python315: Profile = {
  ...python314,
  id: "3.15",
  release: [3, 15, 2],
  syntax: { ...python314.syntax, unpackingInComprehensions: true, lazyImports: true },
  ints: { ...python314.ints, cached: { min: -5, max: 1024 } },
  compiler: { ...python314.compiler, instructionSet: "3.15" },
  classes: { ...python314.classes, importErrorShowsNames: true, sharesMarks: true, looseBases: true, staticSize: 424 },
  threads: { ...python314.threads, sharesIterators: true, rlockArguments: "refused", timestampText: "timestamp out of range for C PyTime_t" },
  gc: { ...python314.gc, weakrefsDie: "after-finalizers", timesCollections: true, tracksFrozenSets: "with-content" },
  suggestions: { ...python314.suggestions, onDelete: true, nested: true, foreignNames: true, keywords: "if-broken" },
  containers: { ...python314.containers, frozendict: true, bytearrayMemory: { header: 33, end: 0 } },
  tracebacks: { ...python314.tracebacks, marksTakeWidth: true, unraisableIsWhole: true },
  dataModules: dataModules["3.15"],
  numericModules: numericModules["3.15"],
  textModules: textModules["3.15"],
  asyncModules: asyncModules["3.15"],
  sourceModules: sourceModules["3.15"],
  absentNames: absentNames["3.15"],
  memberRules: memberRules["3.15"],
  structSizes: structSizes["3.15"],
  heapTypes: heapTypes["3.15"],
  library: { ...python314.library, countersDiffer: true,
    regex: { ...python314.library.regex, prefixMatch: true },
    systemFlags: systemFlags315, aliasesAreQualified: true },
  monitoring: { splitsBranches: true, startsWithLine: false, throwAt: "resume", callsRaise: "before", opensMethods: true, localExceptions: true },
  messages: {
    ...python314.messages,
    packTarget: "pack_into() argument 2 must be read-write bytes-like object, not {0}",
    mroNoClass: "{0}.mro() returned a non-class ('{1}')",
    mroLayout: "{0}.mro() returned base with unsuitable layout ('{1}')",
    hintNegative: "{0}.__length_hint__() must return a non-negative int",
    hintNotInt: "{0}.__length_hint__() must return an int, not {1}",
    indexNotInt: "{0}.__index__() must return an int, not {1}",
    intNotInt: "{0}.__int__() must return an int, not {1}",
    floatNotFloat: "{0}.__float__() must return a float, not {1}",
    complexNotComplex: "{0}.__complex__() must return a complex, not {1}",
    bytesNotBytes: "{0}.__bytes__() must return a bytes, not {1}",
    typeAttributeDelete: "cannot delete '{0}' attribute of type '{1}'",
    sliceIndex: "slice indices must be integers or have an __index__ method",
    translateKey: "string keys in translatetable must be of length 1",
    clearSuspended: "cannot clear an suspended frame",
    patternNoClass: "class pattern must refer to a class",
    starArgument: "Value after * must be an iterable, not {1}",
    starStarArgument: "Value after ** must be a mapping, not {1}",
    incompleteFormat: "stray % at position {0}",
    incompleteFormatKey: "stray % or incomplete format key at position {0}",
    globalsKind: "a dict or a frozendict",
    globalsRealKind: "a real dict or a frozendict",
    attributeSuggestion: ". Did you mean '.{0}' instead of '.{1}'?",
    duplicateParameter: "duplicate parameter '{0}' in function definition",
    bufferNotView: "{0}.__buffer__() must return a memoryview, not {1}",
    boolNotBool: "{0}.__bool__() must return a bool, not {1}",
    reprNotText: "{0}.{1}() must return a str, not {2}",
    formatNotText: "{0}.__format__() must return a str, not {1}",
    slotsOfVariableSize: "arbitrary __slots__ not supported for subtype of '{0}'",
    negativeLow: "lo cannot be negative",
    negativeTee: "n cannot be negative",
    negativeChoice: "r cannot be negative",
    awaitNotIterator: "{0}.__await__() must return an iterator, not {1}",
    iterNotIterator: "{0}.__iter__() must return an iterator, not {1}",
    percentArgument: "format argument{0}: ",
    percentCharacterRange: "%c argument not in range({0})",
    percentFloat: "%{0} requires a real number, not {1}",
    percentBytesFloat: "%{0} requires a real number, not {1}",
    percentBytes: "%b requires a bytes-like object, or an object that implements __bytes__, not {0}",
    percentStar: "* requires int, not {0}",
    percentSize: "{0} too big at position {1}",
    percentKeyWantedType: "ValueError",
    percentKeyWanted: "format requires a parenthesised mapping key at position {0}",
    annotateNotDict: "__annotate__() must return a dict, not {0}",
    percentNumber: "%{0} requires {1}, not {2}",
    percentCharacter: "%c requires an integer or a unicode character, not {0}",
    percentCharacterText: "%c requires an integer or a unicode character, not a string of length {0}",
    percentTooFew: "not enough arguments for format string (got {0})",
    percentTooMany: "not all arguments converted during string formatting (required {0}, got {1})",
    percentUnsupported: "unsupported format %{0} at position {3}",
    percentMapping: "format requires a mapping, not {0}",
  },
};
