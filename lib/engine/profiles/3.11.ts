import { python310 } from "./3.10.ts";
import type { Profile } from "./types.ts";

/** CPython 3.11.7: exception tables, inline instance values, `except*`; small ints and () start at a huge count. */
export const python311: Profile = {
  ...python310,
  id: "3.11",
  release: [3, 11, 7],
  syntax: { ...python310.syntax, exceptStar: true, starInSubscript: true },
  immortality: { ...python310.immortality, kind: "static-large-count", shownCount: 1_000_000_000 },
  instances: { attributes: "inline", dictSharesValues: false },
  messages: {
    ...python310.messages,
    unboundLocal: "cannot access local variable '{0}' where it is not associated with a value",
    unboundFree: "cannot access free variable '{0}' where it is not associated with a value in enclosing scope",
  },
};
