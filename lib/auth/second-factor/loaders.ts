import "server-only";
import { currentUser, secondFactorPolicyHere } from "../loaders.ts";
import { countRecoveryCodes } from "./data.ts";

/** What the settings show of the user's second factor. */
export interface SecondFactorState {
  readonly on: boolean;
  /** Recovery codes that were not used yet. */
  readonly codesLeft: number;
  /** Whether authors and admins must have one here. */
  readonly required: boolean;
}

/** Null for visitors. */
export async function loadSecondFactor(): Promise<SecondFactorState | null> {
  const user = await currentUser();
  if (user === null) return null;
  return { on: user.hasSecondFactor, codesLeft: user.hasSecondFactor ? await countRecoveryCodes(user.id) : 0, required: secondFactorPolicyHere() === "required" };
}
