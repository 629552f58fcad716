import type { Fix, Place } from "./problem.ts";

/** What each repair is called on its button. */
export const FIX_WORDS: Record<Fix, string> = { "remove-bom": "Remove the byte order mark", "use-lf": "Use line feeds alone", "delete-character": "Delete the character", "blank-after-prompt": "Put the blank there" };

/** A repair and where it is done. */
export interface Repair extends Place {
  readonly fix: Fix;
}

/** The text with `change` made of what follows the place; as it is where there is no such place. */
function changedAt(text: string, { line, column }: Place, change: (rest: string) => string): string {
  const lines = text.split("\n");
  const found = lines[line - 1];
  return found === undefined ? text : lines.with(line - 1, found.slice(0, column - 1) + change(found.slice(column - 1))).join("\n");
}

/** The text after a repair. */
export function applyFix(text: string, repair: Repair): string {
  switch (repair.fix) {
    case "remove-bom":
      return text.replace(/^\uFEFF/, "");
    case "use-lf":
      return text.replace(/\r\n?/g, "\n");
    case "delete-character":
      return changedAt(text, repair, (rest) => rest.replace(/^./u, ""));
    case "blank-after-prompt":
      return changedAt(text, repair, (rest) => ` ${rest}`);
  }
}
