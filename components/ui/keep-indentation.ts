import type { KeyboardEvent } from "react";

/** Makes Enter in a field for code keep the indentation of the line before it, and deepen it after a colon. True when it changed the text. */
export function keepIndentation(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return false;
  const area = event.currentTarget;
  const line = area.value.slice(0, area.selectionStart).split("\n").at(-1) ?? "";
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  const deeper = line.trimEnd().endsWith(":") ? "    " : "";
  if (indent + deeper === "") return false;
  event.preventDefault();
  area.setRangeText(`\n${indent}${deeper}`, area.selectionStart, area.selectionEnd, "end");
  return true;
}
