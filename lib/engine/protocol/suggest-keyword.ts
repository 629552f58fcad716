import type { Runtime } from "../core/runtime.ts";
import { Lazy } from "../lazy/lazy.ts";

/** The known name that is nearest to a misspelt one. */
export const nearestName = new Lazy<{ readonly closest: (rt: Runtime, name: string, known: readonly string[]) => string | null }>("rare");

/** TypeError of a built-in function for a keyword argument that it does not know (error_unexpected_keyword_arg). */
export function raiseUnexpectedKeyword(rt: Runtime, callable: string, name: string, known: readonly string[]): never {
  return rt.raise("TypeError", rt.message("unexpectedKeyword", callable, name) + suggestKeyword(rt, name, known));
}

/** "Did you mean …" for keyword arguments, where the version adds it to the TypeError's text (Python/getargs.c, Python/ceval.c). */
export function suggestKeyword(rt: Runtime, name: string, known: readonly string[]): string {
  if (!rt.profile.messages.keywordSuggestion) return "";
  const best = nearestName.get().closest(rt, name, known);
  return best ? rt.message("keywordSuggestion", best) : "";
}
