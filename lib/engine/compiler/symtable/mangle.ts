import type { Entry } from "./entry.ts";

/** `__private` in `class C` becomes `_C__private`; dunder names, dotted names and names outside a class stay. */
export function mangle(className: string | null, name: string): string {
  if (className === null || !name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
  const stripped = className.replace(/^_+/, "");
  return stripped === "" ? name : `_${stripped}${name}`;
}

/** As `mangle`, but in the type-parameter block of a class only the parameters themselves are mangled. */
export function maybeMangle(className: string | null, entry: Entry, name: string): string {
  if (entry.mangledNames !== null && !entry.mangledNames.has(name)) return name;
  return mangle(className, name);
}
