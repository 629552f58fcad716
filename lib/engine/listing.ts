import { compile } from "./compiler/compile.ts";
import type { CompileMode } from "./compiler/code.ts";
import { listings } from "./compiler/listings.ts";
import { DEFAULT_VERSION, listingRefusal, profileOf } from "./profiles/profiles.ts";
import type { VersionId } from "./profiles/types.ts";
import { parse } from "./syntax/parse.ts";
import { SourceError } from "./syntax/source-error.ts";
import { sourceProblem } from "./interpreter.ts";
import type { SourceErrorView } from "./types.ts";

export interface ListingOptions {
  /** Default 3.14. */
  readonly version?: VersionId;
  /** Default exec. */
  readonly mode?: CompileMode;
  readonly filename?: string;
}

/** The text that `python3 -m dis` prints for a source, what is wrong with the source, or why this version cannot be listed. */
export type Listing =
  | { readonly status: "listed"; readonly text: string }
  | { readonly status: "failed"; readonly problem: SourceErrorView }
  | { readonly status: "unsupported"; readonly message: string };

/** Compiles a source without running it and lists it with all code objects in it. */
export function disassemble(source: string, options: ListingOptions = {}): Listing {
  const profile = profileOf(options.version ?? DEFAULT_VERSION);
  const refusal = listingRefusal(profile);
  if (refusal !== null) return { status: "unsupported", message: refusal };
  const mode = options.mode ?? "exec";
  try {
    const code = compile(parse(source, profile, mode), { mode, profile, filename: options.filename ?? "<script>" });
    return { status: "listed", text: listings.get().text(code, profile) };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { status: "failed", problem: sourceProblem(error) };
  }
}
