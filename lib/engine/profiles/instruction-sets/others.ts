import type { VersionId } from "../types.ts";
import { instructionSet310 } from "./3.10.ts";
import { instructionSet311 } from "./3.11.ts";
import { instructionSet312 } from "./3.12.ts";
import { instructionSet313 } from "./3.13.ts";
import { instructionSet315 } from "./3.15.ts";
import type { InstructionSet } from "./types.ts";

/** The instruction sets that are not in the core. */
export const others: ReadonlyMap<VersionId, InstructionSet> = new Map([
  ["3.10", instructionSet310], ["3.11", instructionSet311], ["3.12", instructionSet312], ["3.13", instructionSet313], ["3.15", instructionSet315],
]);
