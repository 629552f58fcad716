import { callHandlers } from "./handlers/calls.ts";
import { controlHandlers } from "./handlers/control.ts";
import { exceptionHandlers } from "./handlers/exceptions.ts";
import { importHandlers } from "./handlers/imports.ts";
import { attributeHandlers, nameHandlers } from "./handlers/names.ts";
import { containerHandlers, operatorHandlers } from "./handlers/operators.ts";
import { stackHandlers } from "./handlers/stack.ts";
import { textHandlers } from "./handlers/text.ts";
import type { Handler } from "./loop.ts";

const handlers = new Map<string, Handler>();

/** Every instruction that the machine can run, by name. What only other versions have comes with their instruction sets, what patterns need with their parser. */
export const handlerTable: ReadonlyMap<string, Handler> = handlers;

export function addHandlers(...families: Readonly<Record<string, Handler>>[]): void {
  for (const family of families) for (const name of Object.keys(family)) handlers.set(name, family[name]);
}

addHandlers(
  stackHandlers, controlHandlers, operatorHandlers, containerHandlers, nameHandlers, attributeHandlers, callHandlers,
  exceptionHandlers, textHandlers, importHandlers,
);
