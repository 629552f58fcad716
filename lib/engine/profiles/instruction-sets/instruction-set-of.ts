import { instructionSet310 } from "./3.10.ts";
import { instructionSet311 } from "./3.11.ts";
import { instructionSet312 } from "./3.12.ts";
import { instructionSet313 } from "./3.13.ts";
import { instructionSet314 } from "./3.14.ts";
import { instructionSet315 } from "./3.15.ts";
import type { InstructionSet } from "./types.ts";
import type { VersionId } from "../types.ts";

/** The instruction set with this name (`Profile.compiler.instructionSet`). Throws for one that is not written yet. */
export function instructionSetOf(name: VersionId): InstructionSet {
  const found = sets.get(name);
  if (found === undefined) throw new Error(`No instruction set "${name}": known are ${[...sets.keys()].join(", ")}.`);
  return found;
}

const sets: ReadonlyMap<VersionId, InstructionSet> = new Map([
  ["3.10", instructionSet310], ["3.11", instructionSet311], ["3.12", instructionSet312], ["3.13", instructionSet313], ["3.14", instructionSet314],
  ["3.15", instructionSet315],
]);
