import { python313 } from "./3.13.ts";
import type { Profile } from "./types.ts";

/** CPython 3.14.10: borrowed local loads, lazy annotations (PEP 649), t-strings (PEP 750); the generational collector is back since 3.14.5. */
export const python314: Profile = {
  ...python313,
  id: "3.14",
  release: [3, 14, 10],
  syntax: { ...python313.syntax, templateStrings: true, exceptWithoutParentheses: true, finallyControlFlowWarning: true },
  formatting: { ...python313.formatting, fractionGrouping: true },
  immortality: { ...python313.immortality, shownCount: 3221225472, hasIsImmortal: true },
  refs: { borrowedLocals: true },
  compiler: { ...python313.compiler, lazyAnnotations: true, constantSlices: true },
  messages: {
    ...python313.messages,
    tooManyToUnpack: "too many values to unpack (expected {0}, got {1})",
    assignIterableToSlice: "must assign iterable to extended slice",
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
    percentCharacter: "%c requires an int or a unicode character, not {0}",
    percentCharacterText: "%c requires an int or a unicode character, not a string of length {0}",
  },
};
