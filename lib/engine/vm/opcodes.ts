import { blockStackHandlers } from "./handlers/block-stack.ts";
import { callHandlers } from "./handlers/calls.ts";
import { controlHandlers } from "./handlers/control.ts";
import { exceptionHandlers } from "./handlers/exceptions.ts";
import { importHandlers } from "./handlers/imports.ts";
import { attributeHandlers, nameHandlers } from "./handlers/names.ts";
import { containerHandlers, operatorHandlers } from "./handlers/operators.ts";
import { nullFirstHandlers } from "./handlers/null-first.ts";
import { olderControlHandlers, olderOperatorHandlers } from "./handlers/older-forms.ts";
import { plainCallHandlers, plainHandlers } from "./handlers/plain-forms.ts";
import { patternHandlers } from "./handlers/patterns.ts";
import { stackHandlers } from "./handlers/stack.ts";
import { textHandlers } from "./handlers/text.ts";
import { twoEntryHandlers } from "./handlers/two-entries.ts";
import type { Handler } from "./loop.ts";

/** Every instruction that the machine can run, by name. */
export const handlerTable: ReadonlyMap<string, Handler> = new Map(
  [
    stackHandlers, controlHandlers, operatorHandlers, containerHandlers, nameHandlers, attributeHandlers, callHandlers,
    exceptionHandlers, textHandlers, patternHandlers, importHandlers, twoEntryHandlers, nullFirstHandlers,
    olderControlHandlers, olderOperatorHandlers, blockStackHandlers, plainHandlers, plainCallHandlers,
  ].flatMap((family) => Object.entries(family)),
);
