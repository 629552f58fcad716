/** Rules of modules about data that differ between versions. */
export interface DataModules {
  /** Rules of `datetime` and `_strptime`. */
  readonly datetime: {
    /** `fromisoformat` reads most formats of ISO 8601, not only what `isoformat` writes (3.11). */
    readonly readsMostFormats: boolean;
    /** `fromisoformat` takes 24:00 for the next midnight (3.14). */
    readonly readsMidnight: boolean;
    /** `datetime.UTC` exists (3.11). */
    readonly hasUtc: boolean;
    /** `date.strptime` and `time.strptime` exist (3.14). */
    readonly hasDateStrptime: boolean;
    /** `%:z` shows an offset with a colon (3.12). */
    readonly hasColonOffset: boolean;
    /** `utcnow` and `utcfromtimestamp` warn (3.12). */
    readonly warnsOfUtc: boolean;
    /** Errors about values out of range tell the value (3.14). */
    readonly tellsValues: boolean;
    /** Errors about arguments name the function (3.15). */
    readonly namesFunctions: boolean;
    /** Error for a timestamp that is no number. */
    readonly timestampText: string;
    /** `%Y` of a year before 1000 has four digits (3.13). */
    readonly padsYears: boolean;
    /** A date and a datetime cannot be compared by any method, whichever asks first (3.13). */
    readonly datesDifferFromDatetimes: boolean;
    /** `strptime` knows `%T`, `%D` and `%R` (3.14). */
    readonly shortDirectives: boolean;
    /** `strptime` refuses a day of the month without a year (3.15). */
    readonly dayNeedsYear: boolean;
  };
}

const in310: DataModules = {
  datetime: {
    readsMostFormats: false, readsMidnight: false, hasUtc: false, hasDateStrptime: false, hasColonOffset: false, warnsOfUtc: false, tellsValues: false,
    namesFunctions: false, padsYears: false, datesDifferFromDatetimes: false, shortDirectives: false, dayNeedsYear: false, timestampText: "'{}' object cannot be interpreted as an integer",
  },
};
const in311: DataModules = { ...in310, datetime: { ...in310.datetime, readsMostFormats: true, hasUtc: true } };
const in312: DataModules = { ...in311, datetime: { ...in311.datetime, hasColonOffset: true, warnsOfUtc: true } };
const in313: DataModules = { ...in312, datetime: { ...in312.datetime, datesDifferFromDatetimes: true, padsYears: true } };
const in314: DataModules = {
  ...in313,
  datetime: { ...in313.datetime, readsMidnight: true, hasDateStrptime: true, tellsValues: true, timestampText: "argument must be int or float, not {}", shortDirectives: true },
};
const in315: DataModules = { ...in314, datetime: { ...in314.datetime, dayNeedsYear: true, namesFunctions: true, timestampText: "must be real number, not {}" } };

/** By version. */
export const dataModules = { "3.10": in310, "3.11": in311, "3.12": in312, "3.13": in313, "3.14": in314, "3.15": in315 } as const;
