import type { VersionId } from "../types.ts";
import { specialization311 } from "./3.11.ts";
import { specialization312 } from "./3.12.ts";
import { specialization313 } from "./3.13.ts";
import { specialization314 } from "./3.14.ts";
import { specialization315 } from "./3.15.ts";
import type { Specialization } from "./types.ts";

/** The rules by which a version specialises instructions; null before 3.11. */
export function specializationOf(version: VersionId): Specialization | null {
  return specializations.get(version) ?? null;
}

const specializations: ReadonlyMap<VersionId, Specialization> = new Map([
  ["3.11", specialization311], ["3.12", specialization312], ["3.13", specialization313], ["3.14", specialization314], ["3.15", specialization315],
]);
