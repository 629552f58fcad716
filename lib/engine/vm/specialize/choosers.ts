import { attributeChoosers } from "./attributes.ts";
import { callChoosers } from "./calls.ts";
import { operatorChoosers } from "./operators.ts";
import type { Chooser } from "./specializer.ts";

/** By the instruction that a form stands in for. No chooser runs guest code. */
export const choosers: ReadonlyMap<string, Chooser> = new Map([operatorChoosers, attributeChoosers, callChoosers].flatMap((family) => Object.entries(family)));
