/** Rules of members of built-in types that differ between versions. */
export interface MemberRules {
  /** The state of an iterator, as `__setstate__` takes it and `__reduce__` gives it. */
  readonly iterators: {
    /** A range iterator's position counts from where it is, and its rest is a range of its own (3.12). */
    readonly rangeCountsFromHere: boolean;
    /** An exhausted reversed list is reduced as `reversed` of nothing, not as `iter` (3.12). */
    readonly reversedStaysReversed: boolean;
    /** Iterators over a list keep it at their end, where the position alone is negative (3.13). */
    readonly negativeEndsList: boolean;
    /** A negative position exhausts the iterator over a bytearray (3.14). */
    readonly negativeEndsByteArray: boolean;
    /** The type of the iterator over a text of ASCII alone. */
    readonly asciiText: "str_iterator" | "str_ascii_iterator";
    /** `reversed` of a sequence is reduced as one of nothing once its first item was given (3.14). */
    readonly reversedForgetsAtEnd: boolean;
    /** A range of large ints takes no bool as its state (3.14). */
    readonly exactLongState: boolean;
    /** Error for a state that is no int, of a range of large ints. */
    readonly longStateText: string;
  };
  /** What the state of an exception keeps besides its dict: members, and "args" (3.12). */
  readonly exceptions: { readonly importErrorKeeps: readonly string[]; readonly attributeErrorKeeps: readonly string[] };
  /** Iterators of itertools can be copied and pickled (until 3.13), which 3.12 and 3.13 warn of. */
  readonly itertoolsCopied: "silently" | "with-warning" | "never";
  /** Classes lend memory by `__buffer__` (PEP 688, 3.12). */
  readonly classesLend: boolean;
  /** What a conversion to float raises for `%f` is told as a wrong operand: anything in bytes, or a TypeError (3.15). */
  readonly formatHides: "all-in-bytes" | "type-errors";
  /** A TypeError of `__index__` is told by `%c` of bytes as a wrong operand (until 3.13). */
  readonly byteHidesErrors: boolean;
  /** `open` takes the mode U (3.10), and its `closefd` is a C int, not any truth value (until 3.11). */
  readonly openTakesU: boolean;
  readonly closefdIsInt: boolean;
  /** Slots under their dunder names say which one was called wrongly (3.14). */
  readonly wrappersAreNamed: boolean;
  /** Methods of any number of arguments say their name without the type's when they are given keywords (until 3.12). */
  readonly variadicNameIsBare: boolean;
  /** `str.replace` takes its count by name (3.13). */
  readonly countIsNamed: boolean;
  /** So does that of bytes (3.15). */
  readonly bytesCountIsNamed: boolean;
  /** Methods that tell how many arguments they take in the words of PyArg_ParseTuple (until 3.12). */
  readonly parsedByFormat: ReadonlySet<string>;
  /** `types.FunctionType` takes the defaults of keyword-only parameters (3.13). */
  readonly functionTakesKwDefaults: boolean;
  /** A parameterized generic in a union is refused when its turn comes, not before (3.11). */
  readonly unionsTakeGenerics: boolean;
  /** `keepends` of splitlines is a C int, not any truth value (until 3.11). */
  readonly keepEndsIsInt: boolean;
  /** Bytes and ints are turned into each other with a byte order that must be given (until 3.10). */
  readonly byteOrderIsRequired: boolean;
  /** `bytes.fromhex` reads bytes, too (3.14). */
  readonly fromHexTakesBytes: boolean;
  /** What `exec` takes besides positions: cells for free variables (3.11), namespaces by name, as `eval` does (3.13). */
  readonly execTakes: "positions" | "closure" | "names";
  /** `close()` of a generator gives what it returned (3.13). */
  readonly closeGivesResult: boolean;
  /** The read-only view of a mapping hashes as the mapping does (3.12). */
  readonly mappingProxyHashes: boolean;
  /** `reverse` of a sort is a C int, not any truth value (until 3.11). */
  readonly sortReverseIsInt: boolean;
  /** None's hash is a constant, not its address (3.12). */
  readonly constantNoneHash: boolean;
  /** Weak references look for the name of their object on its type only, so a module has none (3.11). */
  readonly weakrefNamesByType: boolean;
  /** Weak references tell the module of their object's class (3.13). */
  readonly weakrefsNameModules: boolean;
  /** Proxies are shown as references are (3.13). */
  readonly proxiesTellDeath: boolean;
  /** How `gc.set_threshold` words a wrong count of arguments: in its own way from 3.13 on. */
  readonly thresholdCount: "parsed" | "own";
  /** Keywords for a subclass without an `__init__` or `__new__` of its own are an error, not ignored (3.11). */
  readonly subclassesRefuseKeywords: boolean;
  /** `issubset` of what is no set looks at what both have in common (3.12). */
  readonly subsetIsIntersection: boolean;
  /** What a class derived from property stores as an attribute: its getter's docstring, or any, None too (3.12). */
  readonly propertyDocs: "getter's" | "any";
  /** `~True` is deprecated (3.12), with an end in sight (3.13). */
  readonly boolInversion: "silent" | "deprecated" | "ends";
  /** A class made with a namespace that has keys that are no strings is warned of (3.13). */
  readonly warnsOfOddKeys: boolean;
  /** `int()` of what has only a `__trunc__` is deprecated (3.11). */
  readonly truncIsDeprecated: boolean;
  /** `enumerate` words a strange keyword in its own way, and notices it before a missing argument (3.11). */
  readonly enumerateChecksNames: boolean;
  /** Memory views. */
  readonly memory: {
    /** `len()` of a view without dimensions is an error (3.12). */
    readonly pointHasNoLength: boolean;
    /** How the error of `cast` names the formats that it knows. */
    readonly castFormats: string;
  };
}

const searches: ReadonlySet<string> = new Set(
  ["str", "bytes", "bytearray"].flatMap((type) => ["find", "rfind", "index", "rindex", "count", "startswith", "endswith"].map((name) => `${type}.${name}`)),
);

const in310: MemberRules = {
  exceptions: { importErrorKeeps: ["name", "path"], attributeErrorKeeps: [] },
  iterators: { rangeCountsFromHere: false, reversedStaysReversed: false, negativeEndsList: false, negativeEndsByteArray: false, reversedForgetsAtEnd: false, exactLongState: false, asciiText: "str_iterator", longStateText: "'<' not supported between instances of '{0}' and 'int'" },
  itertoolsCopied: "silently",
  classesLend: false,
  formatHides: "all-in-bytes",
  byteHidesErrors: true,
  openTakesU: true,
  closefdIsInt: true,
  wrappersAreNamed: false,
  execTakes: "positions",
  closeGivesResult: false,
  mappingProxyHashes: false,
  sortReverseIsInt: true,
  constantNoneHash: false,
  weakrefNamesByType: false,
  proxiesTellDeath: false,
  weakrefsNameModules: false,
  thresholdCount: "parsed",
  enumerateChecksNames: false,
  boolInversion: "silent",
  warnsOfOddKeys: false,
  truncIsDeprecated: false,
  propertyDocs: "getter's",
  subsetIsIntersection: false,
  subclassesRefuseKeywords: false,
  variadicNameIsBare: true,
  fromHexTakesBytes: false,
  countIsNamed: false,
  bytesCountIsNamed: false,
  parsedByFormat: new Set([...searches, "super()", "__call__()"]),
  functionTakesKwDefaults: false,
  unionsTakeGenerics: false,
  keepEndsIsInt: true,
  byteOrderIsRequired: true,
  memory: { pointHasNoLength: false, castFormats: "native single character format" },
};
const in311: MemberRules = { ...in310, openTakesU: false, parsedByFormat: searches, unionsTakeGenerics: true, byteOrderIsRequired: false, enumerateChecksNames: true, truncIsDeprecated: true, subclassesRefuseKeywords: true, execTakes: "closure", weakrefNamesByType: true, iterators: { ...in310.iterators, asciiText: "str_ascii_iterator" } };
const in312: MemberRules = { ...in311, exceptions: { importErrorKeeps: ["name", "path", "name_from"], attributeErrorKeeps: ["name", "args"] }, closefdIsInt: false, classesLend: true, itertoolsCopied: "with-warning", boolInversion: "deprecated", propertyDocs: "any", subsetIsIntersection: true, constantNoneHash: true, mappingProxyHashes: true, sortReverseIsInt: false, keepEndsIsInt: false, iterators: { ...in311.iterators, rangeCountsFromHere: true, reversedStaysReversed: true }, memory: { ...in311.memory, pointHasNoLength: true } };
const in313: MemberRules = { ...in312, boolInversion: "ends", warnsOfOddKeys: true, functionTakesKwDefaults: true, variadicNameIsBare: false, countIsNamed: true, parsedByFormat: new Set(), closeGivesResult: true, execTakes: "names", proxiesTellDeath: true, weakrefsNameModules: true, thresholdCount: "own", iterators: { ...in312.iterators, negativeEndsList: true } };
const in314: MemberRules = { ...in313, byteHidesErrors: false, itertoolsCopied: "never", wrappersAreNamed: true, fromHexTakesBytes: true, iterators: { ...in313.iterators, negativeEndsByteArray: true, reversedForgetsAtEnd: true, exactLongState: true, longStateText: "state must be an int, not {0}" } };
const in315: MemberRules = { ...in314, formatHides: "type-errors", bytesCountIsNamed: true, memory: { ...in314.memory, castFormats: "native format" } };

/** By version. */
export const memberRules = { "3.10": in310, "3.11": in311, "3.12": in312, "3.13": in313, "3.14": in314, "3.15": in315 } as const;
