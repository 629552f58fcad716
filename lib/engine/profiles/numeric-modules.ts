/** Rules of modules about numbers that differ between versions. */
export interface NumericModules {
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
}

const in310: NumericModules = {
  fractions: { readsUnderscores: false, formats: false, formatsPlain: false, takesAnyRatio: false },
  decimal: { localContextKeywords: false, hasFromNumber: false, keywordText: "'{1}' is an invalid keyword argument for this function", formatText: "invalid format string" },
};
const in311: NumericModules = { ...in310, fractions: { ...in310.fractions, readsUnderscores: true }, decimal: { ...in310.decimal, localContextKeywords: true } };
const in312: NumericModules = { ...in311, fractions: { ...in311.fractions, formats: true }, decimal: { ...in311.decimal, formatText: "Invalid format specifier: {0}" } };
const in313: NumericModules = { ...in312, fractions: { ...in312.fractions, formatsPlain: true }, decimal: { ...in312.decimal, keywordText: "this function got an unexpected keyword argument '{1}'" } };
const in314: NumericModules = { ...in313, fractions: { ...in313.fractions, takesAnyRatio: true }, decimal: { ...in313.decimal, hasFromNumber: true } };
const in315: NumericModules = in314;

/** By version. */
export const numericModules = { "3.10": in310, "3.11": in311, "3.12": in312, "3.13": in313, "3.14": in314, "3.15": in315 } as const;
