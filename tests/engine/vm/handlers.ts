import { afterEach } from "vitest";
import type { Handler } from "../../../lib/engine/vm/loop.ts";
import { handlerTable } from "../../../lib/engine/vm/opcodes.ts";
import { forgetDecoded } from "../../../lib/engine/vm/prepare.ts";

const original: ReadonlyMap<string, Handler> = new Map(handlerTable);

export const originalHandler = (name: string): Handler => {
  const handler = original.get(name);
  if (handler === undefined) throw new Error(`There is no instruction ${name}.`);
  return handler;
};

/** Puts another handler in an instruction's place, for all runs that begin from now on. */
export function replaceHandler(name: string, handler: Handler): void {
  originalHandler(name);
  (handlerTable as Map<string, Handler>).set(name, handler);
  forgetDecoded();
}

export const restoreHandler = (name: string): void => replaceHandler(name, originalHandler(name));

/** After each test of the file the table is as the engine has it. */
export function restoreHandlersAfterEach(): void {
  afterEach(() => {
    for (const [name, handler] of original) (handlerTable as Map<string, Handler>).set(name, handler);
    forgetDecoded();
  });
}
