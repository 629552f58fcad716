import { Lazy } from "../lazy/lazy.ts";
import type { Machine } from "./machine.ts";
import type { NativeCalls } from "./native-calls.ts";

/** Who sets a profile function has imported sys. */
export const nativeCalls = new Lazy<{ readonly make: (vm: Machine) => NativeCalls }>("library");
