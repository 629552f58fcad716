/** A text that YAML reads as itself when it stands plain. */
const PLAIN = /^[\p{L}\p{N}(][^:#\n\r\t"'{}[\],&*!|>%@`]*$/u;

const scalar = (text: string): string => (text !== "" && text === text.trim() && PLAIN.test(text) ? text : JSON.stringify(text));

function written(name: string, value: string | readonly string[]): string[] {
  if (typeof value === "string") return [`${name}: ${scalar(value)}`];
  return value.length === 0 ? [`${name}: []`] : [`${name}:`, ...value.map((item) => `  - ${scalar(item)}`)];
}

/**
 * The text with one field of its front matter changed; all other lines stay as they are. A field that is not there is added
 * at the end of the front matter. Null where the text has no front matter.
 */
export function withField(source: string, name: string, value: string | readonly string[]): string | null {
  const lines = source.split("\n");
  if (lines[0]?.trimEnd() !== "---") return null;
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === "---");
  if (end === -1) return null;
  const at = lines.findIndex((line, index) => index > 0 && index < end && line.startsWith(`${name}:`));
  if (at === -1) return [...lines.slice(0, end), ...written(name, value), ...lines.slice(end)].join("\n");
  let next = at + 1;
  // What is indented, and the items of a list, belong to the field.
  while (next < end && /^(\s|-\s|$)/.test(lines[next] ?? "")) next += 1;
  return [...lines.slice(0, at), ...written(name, value), ...lines.slice(next)].join("\n");
}
