import { Lazy } from "../../lazy/lazy.ts";
import type { Expr, Match } from "../../syntax/ast.ts";
import type { Emitter } from "./emitter.ts";

/** What few programs are written with. */
interface RareStatements {
  readonly match: (c: Emitter, s: Match) => void;
  /** An annotation's source, where annotations stay text (`from __future__ import annotations`). */
  readonly unparse: (annotation: Expr) => string;
}

export const rareStatements = new Lazy<RareStatements>("rare");
