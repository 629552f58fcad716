/** Rules of `inspect.Signature`. */
export interface SignaturesRules {
  /** A keyword of the language is no name of a parameter (3.11). */
  readonly refuseKeywords: boolean;
  /** Two `*args` or two `**kwargs` are told as that (3.14). */
  readonly refuseTwoVariadic: boolean;
  /** The name of a positional-only parameter may be a keyword of `**kwargs` (3.13). */
  readonly positionalNamesAreFree: boolean;
  /** A positional-only parameter without default that is given by its name is told as missing (3.14). */
  readonly missPositionalNames: boolean;
  /** Signatures have `format` and, as parameters have, `__replace__` (3.13). */
  readonly newerMethods: boolean;
  /** A `__call__` that is a class or static method is bound before its parameters are looked at (3.13). */
  readonly bindCalls: boolean;
}

/** Rules of `dataclasses`. */
export interface DataclassesRules {
  /** A default that cannot be hashed is refused, not only list, dict and set (3.11). */
  readonly mutableMeansUnhashable: boolean;
  /** `__eq__` compares field by field, not two tuples (3.13). */
  readonly comparesFieldByField: boolean;
  /** `__replace__`, for `copy.replace` (3.13). */
  readonly hasReplace: boolean;
  /** Fields have a `doc` (3.14). */
  readonly hasDoc: boolean;
  /** `make_dataclass` knows its caller's module; before, the class was one of `types` (3.12). */
  readonly madeInCallersModule: boolean;
  /** `slots=True` makes `__class__` in methods mean the new class (3.14). */
  readonly renewsClassCells: boolean;
  /** The error for a wrong order of arguments names the default argument (3.13). */
  readonly namesDefaultArgument: boolean;
  /** A frozen class refuses each base that is not frozen; before 3.13 one frozen base was enough. */
  readonly basesMustAllBeFrozen: boolean;
  /** `slots=True` makes no slots for fields that a base has one for (3.11). */
  readonly leavesOutInheritedSlots: boolean;
  /** `slots=True` knows that a base without `__slots__` has a place for weak references (3.13). */
  readonly seesWeakrefSlots: boolean;
}

/** What patterns of `re` may say. */
export interface RegexRules {
  /** `x*+` and `(?>x)` (3.11). */
  readonly possessive: boolean;
  /** Inline flags that are not at the start are an error, not only warned about (3.11). */
  readonly flagsAtStartOnly: boolean;
  /** `\z` means the end of the string (3.14). */
  readonly lowerEnd: boolean;
  /** Group numbers and names are ASCII where they must be; before, they were warned about or let pass (3.12). */
  readonly strictGroupNames: boolean;
  /** The flag TEMPLATE and its letter `t` (up to 3.12). */
  readonly templateFlag: boolean;
  /** `\B` matches in an empty string (3.14). */
  readonly emptyHasNonBoundary: boolean;
  /** `re.NOFLAG` exists, and errors about a wrong subject name its type (3.11). */
  readonly hasNoFlag: boolean;
  /** The exception is named PatternError (3.13). */
  readonly errorName: "error" | "PatternError";
  /** `count` and `maxsplit` given by position warn (3.13). */
  readonly warnsOfPositions: boolean;
  /** `prefixmatch`, another name of `match` (3.15). */
  readonly prefixMatch: boolean;
}
