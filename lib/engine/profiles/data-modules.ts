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
  /** Sub-interpreters have modules: `concurrent.interpreters` and their executor (3.14). */
  readonly hasInterpreters: boolean;
  /** `collections.abc` names ByteString among its classes (up to 3.14), and Buffer (3.12). */
  readonly hasByteString: boolean;
  /** The version that a warning names as the first one without ByteString. */
  readonly byteStringGoes: string;
  readonly hasBuffer: boolean;
  /** `array[...]` exists (3.12), `array.clear` and the type code `w` (3.13), and errors tell which text was no character (3.14). */
  readonly arraySubscripts: boolean;
  readonly arrayClear: boolean;
  readonly arrayTellsTexts: boolean;
  /** `struct.error` for an int of 8 bytes tells the bounds. */
  readonly structNamesBounds: boolean;
  /** Rules of `os`. */
  readonly os: {
    /** `os.environ` shows a dict's entries (3.11); before, a dict between parentheses. */
    readonly plainEnvironRepr: boolean;
    /** `os.process_cpu_count` exists (3.13). */
    readonly hasProcessCpuCount: boolean;
  };
  /** Rules of `pickle` and `copyreg`. */
  readonly pickle: {
    readonly defaultProtocol: number;
    /** `pickle.format_version` is that of protocol 5. */
    readonly formatIsFive: boolean;
    /** Errors about what cannot be pickled are all PicklingError and show types (3.14). */
    readonly showsTypes: boolean;
    /** Error for a function inside a function, by its name. */
    readonly localText: string;
    /** Errors for a result of `__reduce__` whose first or second part is wrong. */
    readonly reduceTexts: readonly [string, string];
    /** What follows the error about `__slots__` without `__getstate__`. */
    readonly slotsProtocolText: string;
  };
}

const in310: DataModules = {
  hasInterpreters: false,
  hasByteString: true,
  byteStringGoes: "3.14",
  hasBuffer: false,
  arraySubscripts: false,
  arrayClear: false,
  arrayTellsTexts: false,
  structNamesBounds: false,
  os: { plainEnvironRepr: false, hasProcessCpuCount: false },
  pickle: {
    defaultProtocol: 4, formatIsFive: false, showsTypes: false, localText: "Can't pickle local object '{}'",
    reduceTexts: ["first item of the tuple returned by __reduce__ must be callable", "second item of the tuple returned by __reduce__ must be a tuple"],
    slotsProtocolText: "",
  },
  datetime: {
    readsMostFormats: false, readsMidnight: false, hasUtc: false, hasDateStrptime: false, hasColonOffset: false, warnsOfUtc: false, tellsValues: false,
    namesFunctions: false, padsYears: false, datesDifferFromDatetimes: false, shortDirectives: false, dayNeedsYear: false, timestampText: "'{}' object cannot be interpreted as an integer",
  },
};
const in311: DataModules = { ...in310, os: { ...in310.os, plainEnvironRepr: true }, datetime: { ...in310.datetime, readsMostFormats: true, hasUtc: true } };
const in312: DataModules = { ...in311, arraySubscripts: true, hasBuffer: true, structNamesBounds: true, datetime: { ...in311.datetime, hasColonOffset: true, warnsOfUtc: true } };
const in313: DataModules = {
  ...in312,
  arrayClear: true,
  os: { ...in312.os, hasProcessCpuCount: true },
  pickle: { ...in312.pickle, localText: "Can't get local object '{}'" },
  datetime: { ...in312.datetime, datesDifferFromDatetimes: true, padsYears: true },
};
const in314: DataModules = {
  ...in313,
  byteStringGoes: "3.17",
  hasInterpreters: true,
  arrayTellsTexts: true,
  pickle: { ...in313.pickle, defaultProtocol: 5, formatIsFive: true, showsTypes: true, slotsProtocolText: " with protocol {}", reduceTexts: ["first item of the tuple returned by __reduce__ must be callable, not {}", "second item of the tuple returned by __reduce__ must be a tuple, not {}"] },
  datetime: { ...in313.datetime, readsMidnight: true, hasDateStrptime: true, tellsValues: true, timestampText: "argument must be int or float, not {}", shortDirectives: true },
};
const in315: DataModules = { ...in314, hasByteString: false, datetime: { ...in314.datetime, dayNeedsYear: true, namesFunctions: true, timestampText: "must be real number, not {}" } };

/** By version. */
export const dataModules = { "3.10": in310, "3.11": in311, "3.12": in312, "3.13": in313, "3.14": in314, "3.15": in315 } as const;
