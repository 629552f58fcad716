import { python314 } from "./3.14.ts";
import type { Profile } from "./types.ts";

/** CPython 3.15.2: integers up to 1024 are cached, unpacking in comprehensions (PEP 798), lazy imports (PEP 810). */
export const python315: Profile = {
  ...python314,
  id: "3.15",
  release: [3, 15, 2],
  syntax: { ...python314.syntax, unpackingInComprehensions: true, lazyImports: true },
  ints: { cached: { min: -5, max: 1024 } },
  messages: { ...python314.messages },
};
