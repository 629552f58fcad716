/** Rules of modules about numbers that differ between versions. */
export interface NumericModules {
  /** `int()` asks `__trunc__` of an object without `__int__` and `__index__` (until 3.13). */
  readonly intAsksTrunc: boolean;
  /** Rules of `calendar`. */
  readonly calendar: {
    /** Days and months are enumerations (3.12). */
    readonly enumerations: boolean;
    /** A month out of range raises in all functions, as an IndexError too (3.13). */
    readonly checksMonths: boolean;
    /** `standalone_month_name` and `standalone_month_abbr` exist (3.15). */
    readonly standaloneMonths: boolean;
  };
  /** Rules of `random`. */
  readonly random: {
    /** `randrange` takes floats that are whole, and other texts for empty ranges (until 3.11). */
    readonly takesWholeFloats: boolean;
    /** `expovariate` has a default, `binomialvariate` exists (3.12). */
    readonly binomial: boolean;
    /** `randint` tells the empty range in words of its own; no counts at all are allowed (3.14). */
    readonly tellsRandint: boolean;
    /** The error for a seed of a wrong type breaks its line before None (3.13). */
    readonly seedTextBreaksFirst: boolean;
    /** What 3.9 deprecated is there, with a warning: sets are sampled, any hashable object is a seed, `shuffle` takes a function; `choice` of nothing fails where it looks the item up (up to 3.10). */
    readonly keepsDeprecated: boolean;
  };
  /** Rules of `fractions`. */
  readonly fractions: {
    /** Texts may have underscores between digits, and `int()` asks `__int__` (3.11). */
    readonly readsUnderscores: boolean;
    /** Texts may have spaces around the slash, `format` knows the codes of floats, `is_integer` exists (3.12). */
    readonly formats: boolean;
    /** `format` lays fractions out without a code too; floor division refuses complex numbers (3.13). */
    readonly formatsPlain: boolean;
    /** Anything with `as_integer_ratio` can be a fraction; `format` groups digits after the point (3.14). */
    readonly takesAnyRatio: boolean;
  };
  /** Rules of `decimal`. */
  readonly decimal: {
    /** `localcontext` takes the new context's attributes as keywords (3.11). */
    readonly localContextKeywords: boolean;
    /** `Decimal.from_number` and `IEEEContext` exist (3.14). */
    readonly hasFromNumber: boolean;
    /** Error for a keyword argument that a function (first) does not know (second). */
    readonly keywordText: string;
    /** Error for a format specification (first) that says nothing. */
    readonly formatText: string;
  };
  /** Rules of `statistics`. */
  readonly statistics: {
    /** Deviations are exact roots; `fmean` takes weights, `linear_regression` asks for proportions (3.11). */
    readonly rootsExactly: boolean;
    /** `correlation` knows ranks (3.12). */
    readonly ranks: boolean;
    /** `kde` exists, one value has quantiles, samples come from the inverse distribution (3.13). */
    readonly estimates: boolean;
    /** The normal distribution is reckoned by `erfc` (3.14). */
    readonly complements: boolean;
    /** `geometric_mean` shows the negative value in its text (3.15). */
    readonly showsNegative: boolean;
  };
}

const in310: NumericModules = {
  intAsksTrunc: true,
  calendar: { enumerations: false, checksMonths: false, standaloneMonths: false },
  random: { takesWholeFloats: true, binomial: false, tellsRandint: false, seedTextBreaksFirst: false, keepsDeprecated: true },
  fractions: { readsUnderscores: false, formats: false, formatsPlain: false, takesAnyRatio: false },
  decimal: { localContextKeywords: false, hasFromNumber: false, keywordText: "'{1}' is an invalid keyword argument for this function", formatText: "invalid format string" },
  statistics: { rootsExactly: false, ranks: false, estimates: false, complements: false, showsNegative: false },
};
const in311: NumericModules = { ...in310, random: { ...in310.random, keepsDeprecated: false }, fractions: { ...in310.fractions, readsUnderscores: true }, decimal: { ...in310.decimal, localContextKeywords: true }, statistics: { ...in310.statistics, rootsExactly: true } };
const in312: NumericModules = { ...in311, calendar: { ...in311.calendar, enumerations: true }, random: { ...in311.random, takesWholeFloats: false, binomial: true }, fractions: { ...in311.fractions, formats: true }, decimal: { ...in311.decimal, formatText: "Invalid format specifier: {0}" }, statistics: { ...in311.statistics, ranks: true } };
const in313: NumericModules = { ...in312, calendar: { ...in312.calendar, checksMonths: true }, random: { ...in312.random, seedTextBreaksFirst: true }, fractions: { ...in312.fractions, formatsPlain: true }, decimal: { ...in312.decimal, keywordText: "this function got an unexpected keyword argument '{1}'" }, statistics: { ...in312.statistics, estimates: true } };
const in314: NumericModules = { ...in313, intAsksTrunc: false, random: { ...in313.random, tellsRandint: true }, fractions: { ...in313.fractions, takesAnyRatio: true }, decimal: { ...in313.decimal, hasFromNumber: true }, statistics: { ...in313.statistics, complements: true } };
const in315: NumericModules = { ...in314, calendar: { ...in314.calendar, standaloneMonths: true }, statistics: { ...in314.statistics, showsNegative: true } };

/** By version. */
export const numericModules = { "3.10": in310, "3.11": in311, "3.12": in312, "3.13": in313, "3.14": in314, "3.15": in315 } as const;
