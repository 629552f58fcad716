import type { Module, Stmt } from "../syntax/ast.ts";
import { Problem } from "./problem.ts";

/** What the `__future__` imports at the start of a unit switch on (Python/future.c). */
export interface FutureFeatures {
  readonly annotations: boolean;
  /** Line of the last such import, 0 when there is none. */
  readonly lastLine: number;
}

const KNOWN = new Set([
  "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function", "unicode_literals",
  "barry_as_FLUFL", "generator_stop", "annotations",
]);

/** Reads the `__future__` imports; only a docstring may stand before them. */
export function readFutureFeatures(tree: Module): FutureFeatures {
  let annotations = false;
  let lastLine = 0;
  const body: readonly Stmt[] = tree.mode === "eval" ? [] : tree.body;
  for (const [i, s] of body.entries()) {
    if (s.type === "ImportFrom" && s.module === "__future__" && s.level === 0) {
      for (const { name, span } of s.names) {
        if (name === "braces") throw new Problem("not a chance", span);
        if (!KNOWN.has(name)) throw new Problem(`future feature ${name} is not defined`, span);
        if (name === "annotations") annotations = true;
      }
      lastLine = s.span.line;
    } else if (i > 0 || s.type !== "Expr" || s.value.type !== "Constant" || s.value.value.kind !== "str") {
      break;
    }
  }
  return { annotations, lastLine };
}
