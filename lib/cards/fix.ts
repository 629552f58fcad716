import type { Fix } from "./problem.ts";

/** What each repair is called on its button. */
export const FIX_WORDS: Record<Fix, string> = { "remove-bom": "Remove the byte order mark", "use-lf": "Use line feeds alone" };

/** The text after a repair. */
export function applyFix(text: string, fix: Fix): string {
  return fix === "remove-bom" ? text.replace(/^\uFEFF/, "") : text.replace(/\r\n?/g, "\n");
}
