import { Lazy } from "../lazy/lazy.ts";
import type * as warn from "./warn.ts";

/** What tells of deprecated uses of built-in types. */
export const deprecations = new Lazy<typeof warn>("rare");
