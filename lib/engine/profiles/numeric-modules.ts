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
}

const in310: NumericModules = { fractions: { readsUnderscores: false, formats: false, formatsPlain: false, takesAnyRatio: false } };
const in311: NumericModules = { ...in310, fractions: { ...in310.fractions, readsUnderscores: true } };
const in312: NumericModules = { ...in311, fractions: { ...in311.fractions, formats: true } };
const in313: NumericModules = { ...in312, fractions: { ...in312.fractions, formatsPlain: true } };
const in314: NumericModules = { ...in313, fractions: { ...in313.fractions, takesAnyRatio: true } };
const in315: NumericModules = in314;

/** By version. */
export const numericModules = { "3.10": in310, "3.11": in311, "3.12": in312, "3.13": in313, "3.14": in314, "3.15": in315 } as const;
