import { release, type PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyException } from "./exception.ts";
import { PyStr } from "./str-object.ts";
import type { PyTuple } from "./tuple.ts";

/* What a SyntaxError makes of its arguments (Objects/exceptions.c). */

/** The members that its second argument gives; `_metadata` came with 3.14. */
const SYNTAX_DETAILS = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset", "_metadata"];

/** All members of a SyntaxError. */
export const syntaxMembers = ["msg", ...SYNTAX_DETAILS, "print_file_and_line"];

/** TypeError where the second argument has too few or too many parts. */
export function initSyntaxError(rt: Runtime, self: PyException, args: readonly PyObject[]): void {
  self.setMember("msg", args[0] ?? null);
  if (args.length !== 2) return;
  const details = rt.call(rt.types.tuple, [args[1]]) as PyTuple;
  try {
    const count = details.items.length;
    if (count < 4) rt.raise("TypeError", `function takes at least 4 arguments (${count} given)`);
    const most = rt.profile.suggestions.keywords === "never" ? 6 : 7;
    if (count > most) rt.raise("TypeError", `function takes at most ${most} arguments (${count} given)`);
    if (count === 5) rt.raise("TypeError", "end_offset must be provided when end_lineno is provided");
    SYNTAX_DETAILS.forEach((name, i) => self.setMember(name, details.items[i] ?? null));
  } finally {
    release(details);
  }
}

/** Its message, with the file's name and the line where they are known. */
export function syntaxErrorText(rt: Runtime, self: PyException): string {
  const message = rt.strText(self.peekMember("msg") ?? rt.none);
  const filename = self.peekMember("filename");
  const line = self.peekMember("lineno");
  const name = filename instanceof PyStr ? filename.value.slice(filename.value.lastIndexOf("/") + 1) : null;
  const number = line && line.type === rt.types.int ? rt.strText(line) : null;
  if (name !== null && number !== null) return `${message} (${name}, line ${number})`;
  if (name !== null) return `${message} (${name})`;
  return number === null ? message : `${message} (line ${number})`;
}

/** From 3.15 on the repr of an ImportError shows what was given by name. */
export function namedParts(rt: Runtime, self: PyException): string[] {
  return ["name", "path"].flatMap((name) => {
    const value = self.peekMember(name);
    return value ? [`${name}=${rt.reprText(value)}`] : [];
  });
}
