import { Lazy } from "../lazy/lazy.ts";
import type { Profile } from "../profiles/types.ts";
import type { CodeSpec } from "./code.ts";
import type { DisInstruction } from "./disassemble.ts";

/** What lists code, for the `dis` module and for whoever asks from outside. */
interface Listings {
  readonly instructions: (code: CodeSpec, profile: Profile) => DisInstruction[];
  readonly text: (code: CodeSpec, profile: Profile) => string;
}

export const listings = new Lazy<Listings>("library");
