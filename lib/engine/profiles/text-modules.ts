/** Rules of modules about text and source that differ between versions. */
export interface TextModules {
  /** Words of `keyword.softkwlist`. */
  readonly softKeywords: string;
  /** Rules of `string`. */
  readonly string: {
    /** `Template.is_valid` and `Template.get_identifiers` exist (3.11). */
    readonly hasIdentifiers: boolean;
    /** `Formatter` numbers fields such as `{.name}` too (3.14). */
    readonly numbersPaths: boolean;
  };
  /** Rules of `textwrap`. */
  readonly textwrap: {
    /** `dedent` empties lines of any white space, not only of spaces and tabs (3.14). */
    readonly blankMeansSpace: boolean;
    /** A full line takes characters off a long word, counted from its end (up to 3.13). */
    readonly fullLinesTakeOff: boolean;
  };
  /** `pprint` knows the style of JSON, and shows dict views, templates and frozendict (3.15). */
  readonly pprintExpands: boolean;
  /** Rules of `shlex`. */
  readonly shlex: {
    /** `split(None)` is an error; before, it read standard input (3.12). */
    readonly refusesNone: boolean;
    /** Error of `quote` for what is no str. */
    readonly typeText: string;
  };
  /** Rules of `fnmatch`. */
  readonly fnmatch: {
    readonly end: string;
    /** Patterns are written with atomic groups (3.11). */
    readonly atomicGroups: boolean;
    readonly hasFilterfalse: boolean;
  };
}

const in310: TextModules = {
  softKeywords: "_ case match",
  string: { hasIdentifiers: false, numbersPaths: false },
  textwrap: { blankMeansSpace: false, fullLinesTakeOff: true },
  pprintExpands: false,
  shlex: { refusesNone: false, typeText: "expected string or bytes-like object" },
  fnmatch: { end: "\\Z", atomicGroups: false, hasFilterfalse: false },
};
const in311: TextModules = {
  ...in310,
  string: { ...in310.string, hasIdentifiers: true },
  shlex: { ...in310.shlex, typeText: "expected string or bytes-like object, got '{}'" },
  fnmatch: { ...in310.fnmatch, atomicGroups: true },
};
const in312: TextModules = { ...in311, softKeywords: "_ case match type", shlex: { ...in311.shlex, refusesNone: true } };
const in313: TextModules = in312;
const in314: TextModules = {
  ...in313,
  string: { ...in313.string, numbersPaths: true },
  textwrap: { blankMeansSpace: true, fullLinesTakeOff: false },
  shlex: { ...in313.shlex, typeText: "expected string object, got '{}'" },
  fnmatch: { ...in313.fnmatch, end: "\\z", hasFilterfalse: true },
};
const in315: TextModules = { ...in314, softKeywords: "_ case lazy match type", pprintExpands: true };

/** By version. */
export const textModules = { "3.10": in310, "3.11": in311, "3.12": in312, "3.13": in313, "3.14": in314, "3.15": in315 } as const;
