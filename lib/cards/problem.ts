export type Severity = "error" | "warning";

/** A repair that can be done without asking the author anything. */
export type Fix = "remove-bom" | "use-lf" | "delete-character" | "blank-after-prompt";

/** Something wrong with a card, at a place in its file. Lines and columns count from 1. */
export interface Problem {
  readonly severity: Severity;
  /** Stable short name of the rule, e.g. `unknown-field`. */
  readonly rule: string;
  /** What is wrong and what to do about it. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly fix?: Fix;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** An error: the card cannot be published with it. */
export function error(rule: string, message: string, place: Place): Problem {
  return { severity: "error", rule, message, line: place.line, column: place.column };
}

/** Advice: the card can be published with it. */
export function warning(rule: string, message: string, place: Place): Problem {
  return { severity: "warning", rule, message, line: place.line, column: place.column };
}

/** In the order of the file; errors before warnings at one place. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => a.line - b.line || a.column - b.column || a.severity.localeCompare(b.severity) || a.rule.localeCompare(b.rule),
  );
}
