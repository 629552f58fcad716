import type { Profile } from "./types.ts";
import { baseMessages } from "./messages.ts";

/** CPython 3.10.13: every count is real, exceptions use the block stack, comprehensions are functions. */
export const python310: Profile = {
  id: "3.10",
  release: [3, 10, 13],
  syntax: {
    exceptStar: false,
    typeParameters: false,
    typeParameterDefaults: false,
    freeFStrings: false,
    templateStrings: false,
    exceptWithoutParentheses: false,
    unpackingInComprehensions: false,
    lazyImports: false,
    starInSubscript: false,
    finallyControlFlowWarning: false,
  },
  ints: { cached: { min: -5, max: 256 }, zeroSize: 24 },
  strings: { asciiHeader: 48, header: 72, hashRounds: [2, 4] },
  complex: { mixedOperands: false },
  formatting: { negativeZeroOption: false, fractionGrouping: false },
  immortality: { kind: "none", shownCount: 0, hasIsImmortal: false, internedConstants: false, codeConstants: false },
  refs: { borrowedLocals: false },
  instances: { attributes: "dict", dictSharesValues: false, dictPointer: 8, weakrefPointer: 8 },
  classes: { setNameErrors: "wrapped", classMethodChains: true, unionType: "types.UnionType", importErrorShowsNames: false },
  compiler: {
    inlinedComprehensions: false,
    lazyAnnotations: false,
    staticAttributes: false,
    constantSlices: false,
    qualifiedCodeNames: false,
    equalCodeHasEqualLines: false,
    startsLineIsNumber: true,
    instructionSet: "3.14",
    folding: { maxStr: 4096, maxTuple: 256, maxIntBits: 128, maxTotalItems: 1024 },
  },
  arithmetic: { compensatedSum: false },
  containers: { hashableSlices: false, frozendict: false, strictMap: false, orderedDictReprAsDict: false, rebuiltSetConstants: true, dictKeys: { header: 40, narrowStrings: false } },
  frames: { locals: "shared-dict", clearing: "first-local-first", recursionLimit: 1000 },
  gc: { thresholds: [700, 10, 10], kind: "generational", runsAt: "allocation", weakrefsDie: "before-finalizers" },
  messages: baseMessages,
};
