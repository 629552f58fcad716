import type { ModuleSpec } from "../vm/importer.ts";
import { builtinsModule } from "./builtins.ts";
import { disModule } from "./dis.ts";
import { gcModule } from "./gc.ts";
import { sysModule } from "./sys.ts";

/** Every module that a program can import. A module with a host half and a Python half has one entry here. */
export const moduleSpecs: readonly ModuleSpec[] = [builtinsModule, sysModule, gcModule, disModule];
