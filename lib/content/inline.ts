import type { Inline } from "../cards/tree.ts";

/** Words with code between backquotes: all the mark-up that a line of ours needs outside cards. */
export function parseInline(text: string): readonly Inline[] {
  return text.split("`").map((part, at): Inline => ({ type: at % 2 === 1 ? "code" : "text", text: part })).filter((node) => node.type !== "text" || node.text !== "");
}
