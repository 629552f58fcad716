import { python313 } from "./3.13.ts";
import type { Profile } from "./types.ts";

/** CPython 3.14.10: borrowed local loads, lazy annotations (PEP 649), t-strings (PEP 750); the generational collector is back since 3.14.5. */
export const python314: Profile = {
  ...python313,
  id: "3.14",
  release: [3, 14, 10],
  syntax: { ...python313.syntax, templateStrings: true, exceptWithoutParentheses: true, finallyControlFlowWarning: true },
  immortality: { ...python313.immortality, shownCount: 3221225472, hasIsImmortal: true },
  refs: { borrowedLocals: true },
  compiler: { ...python313.compiler, lazyAnnotations: true, constantSlices: true },
  messages: { ...python313.messages },
};
