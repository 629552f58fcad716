import type { FunctionSpec } from "../../core/define.ts";
import { iterationFunctions } from "./iteration.ts";
import { numberFunctions } from "./numbers.ts";
import { objectFunctions } from "./objects.ts";
import { printingFunctions } from "./printing.ts";
import { sumFunction } from "./sum.ts";

/** The functions of `builtins` that need nothing of the interpreter but objects. */
export const builtinFunctions: readonly FunctionSpec[] = [...objectFunctions, ...iterationFunctions, ...numberFunctions, ...printingFunctions, sumFunction];
