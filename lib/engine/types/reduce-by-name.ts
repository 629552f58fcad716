import { type FunctionSpec, method } from "../core/define.ts";
import { rareMembers } from "./rare-members.ts";

/** The `__reduce__` of functions and descriptors that are attributes of something. */
export const reducedByName: FunctionSpec = method("__reduce__(self, /)", (rt, [self]) => rareMembers.get().reduceByName(rt, self));
