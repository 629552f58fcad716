import type { Prediction } from "./card.ts";
import { logicalLines } from "./python-lines.ts";
import type { Evidence } from "./schema.ts";

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const TARGETS = new RegExp(String.raw`^(${NAME}(?:\s*,\s*${NAME})*)\s*(?::[^=]+)?=(?!=)\s*`, "u");

/**
 * The names that a program binds by assignments at its top level, in the order in which it does (Language reference, 7.2):
 * `a = b = 1`, `a, b = 1, 2`, `a: int = 1`. Names that begin with an underscore, and those bound by other statements, are left out.
 */
export function assignedNames(source: string): string[] {
  const names = new Set<string>();
  for (const { text, indent } of logicalLines(source)) {
    let rest = indent === 0 ? text : "";
    for (let targets = TARGETS.exec(rest); targets !== null; targets = TARGETS.exec(rest)) {
      for (const name of (targets[1] ?? "").split(",")) if (!name.trim().startsWith("_")) names.add(name.trim());
      rest = rest.slice(targets[0].length);
    }
  }
  return [...names];
}

/** The names whose objects can be drawn at the end of the program that a card asks about: of a script that the engine is proven to run. */
export const drawnNames = ({ prediction, evidence }: { readonly prediction: Prediction | null; readonly evidence: Evidence }): string[] => (prediction?.mode === "script" && evidence === "proven" ? assignedNames(prediction.source) : []);
