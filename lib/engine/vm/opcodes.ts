import { callHandlers } from "./handlers/calls.ts";
import { controlHandlers } from "./handlers/control.ts";
import { exceptionHandlers } from "./handlers/exceptions.ts";
import { importHandlers } from "./handlers/imports.ts";
import { attributeHandlers, nameHandlers } from "./handlers/names.ts";
import { containerHandlers, operatorHandlers } from "./handlers/operators.ts";
import { plainCallHandlers, plainHandlers } from "./handlers/plain-forms.ts";
import { patternHandlers } from "./handlers/patterns.ts";
import { stackHandlers } from "./handlers/stack.ts";
import { textHandlers } from "./handlers/text.ts";
import type { Handler } from "./loop.ts";

/** The instructions of the default version, and what other versions have of them, by name. */
export const handlerTable: ReadonlyMap<string, Handler> = new Map(
  [
    stackHandlers, controlHandlers, operatorHandlers, containerHandlers, nameHandlers, attributeHandlers, callHandlers,
    exceptionHandlers, textHandlers, patternHandlers, importHandlers, plainHandlers, plainCallHandlers,
  ].flatMap((family) => Object.entries(family)),
);
