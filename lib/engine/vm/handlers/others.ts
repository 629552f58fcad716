import type { Handler } from "../loop.ts";
import { blockStackHandlers } from "./block-stack.ts";
import { nullFirstHandlers } from "./null-first.ts";
import { olderControlHandlers, olderOperatorHandlers } from "./older-forms.ts";
import { twoEntryHandlers } from "./two-entries.ts";

/** The instructions that the default version does not have, or not so. */
export const handlersOfOthers: ReadonlyMap<string, Handler> = new Map(
  [twoEntryHandlers, nullFirstHandlers, olderControlHandlers, olderOperatorHandlers, blockStackHandlers].flatMap((family) => Object.entries(family)),
);
