import { python310 } from "./3.10.ts";
import { python311 } from "./3.11.ts";
import { python312 } from "./3.12.ts";
import { python313 } from "./3.13.ts";
import { python314 } from "./3.14.ts";
import { python315 } from "./3.15.ts";
import type { Profile, VersionId } from "./types.ts";

const profiles: Readonly<Record<VersionId, Profile>> = {
  "3.10": python310,
  "3.11": python311,
  "3.12": python312,
  "3.13": python313,
  "3.14": python314,
  "3.15": python315,
};

/** All versions, oldest first. */
export const VERSIONS = Object.keys(profiles) as readonly VersionId[];

/** The newest version whose final release is out: what the app uses unless someone chooses. */
export const DEFAULT_VERSION: VersionId = "3.14";

export function profileOf(version: VersionId): Profile {
  return profiles[version];
}

/** Why code of this version cannot be listed: it runs on another version's instructions. Null where its own are known. */
export function listingRefusal(profile: Profile): string | null {
  const { instructionSet } = profile.compiler;
  if (instructionSet === profile.id) return null;
  return `the instructions of Python ${profile.id} are not modelled yet: its programs run on those of ${instructionSet}, and a listing would not be its own`;
}

/** Whether a text names a version that the engine knows. */
export function isVersion(text: string): text is VersionId {
  return Object.hasOwn(profiles, text);
}
