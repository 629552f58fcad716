import type { Proof } from "../cards/card.ts";
import type { ProofResult } from "../cards/prove.ts";
import type { Version } from "../cards/versions.ts";

/** One block in one version. */
export interface JudgeRequest {
  readonly proof: Proof;
  readonly version: Version;
}

/** `ready` comes once. `output`: what the block's programs print, where they end. `fault` is an error of the engine, not of the program. */
export type JudgeReply = { readonly kind: "ready" } | { readonly kind: "judged"; readonly result: ProofResult; readonly output: string } | { readonly kind: "fault"; readonly message: string };
