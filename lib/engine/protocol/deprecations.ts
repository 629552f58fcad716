import { Lazy } from "../lazy/lazy.ts";
import type * as warnings from "./deprecation-warnings.ts";

/** What tells of deprecated uses of built-in types. */
export const deprecations = new Lazy<typeof warnings>("rare");
