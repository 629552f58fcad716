import { Lazy } from "../../lazy/lazy.ts";
import { instructionSet314 } from "./3.14.ts";
import type { InstructionSet } from "./types.ts";
import type { VersionId } from "../types.ts";

/** The version whose instructions the core brings: the default. */
const OWN: VersionId = "3.14";

/** Those of the other versions. */
export const otherSets = new Lazy<ReadonlyMap<VersionId, InstructionSet>>("versions");

/** The instruction set with this name (`Profile.compiler.instructionSet`). Throws for one that is not written yet. */
export function instructionSetOf(name: VersionId): InstructionSet {
  if (name === OWN) return instructionSet314;
  const found = otherSets.get().get(name);
  if (found === undefined) throw new Error(`No instruction set "${name}".`);
  return found;
}
