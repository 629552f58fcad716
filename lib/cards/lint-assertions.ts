import type { Proof } from "./card.ts";
import { error } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { assertions, splitCommas } from "./python-lines.ts";
import type { Assertion } from "./python-lines.ts";

function stripParentheses(text: string): string {
  let inner = text.trim();
  while (inner.startsWith("(") && inner.endsWith(")") && isBalanced(inner.slice(1, -1))) inner = inner.slice(1, -1).trim();
  return inner;
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === "(") depth += 1;
    if (char === ")") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Why an assertion cannot fail, or null. */
function emptiness(assertion: Assertion): string | null {
  const condition = stripParentheses(assertion.condition);
  if (splitCommas(condition).length > 1) return "a tuple is always true: take the parentheses away";
  if (/^(True|\.\.\.|Ellipsis|[1-9][\d_]*|\d*\.\d*[1-9]\d*)$/.test(condition)) return `${condition} is always true`;
  if (/^[rbuf]{0,2}("([^"\\]|\\.)+"|'([^'\\]|\\.)+')$/i.test(condition)) return "a text is always true: compare it with something";
  if (/^not\s+(False|None|0|""|''|\[\]|\{\}|\(\))$/.test(condition)) return `${condition} is always true`;
  const same = /^([\w.[\]'"]+)\s*(==|is|<=|>=)\s*([\w.[\]'"]+)$/u.exec(condition);
  if (same !== null && same[1] === same[3]) return `${same[1]} is compared with itself`;
  if (/^lambda\b/.test(condition)) return "a function is always true: call it";
  return null;
}

function programs(proof: Proof): { readonly source: string; readonly line: number }[] {
  if (proof.kind === "script" || (proof.kind === "refutes" && proof.form === "script")) return [{ source: proof.source, line: proof.line }];
  return proof.kind === "repair" ? [{ source: proof.check, line: proof.line }] : [];
}

/** Assertions that cannot fail, and programs that assert nothing. */
export function lintAssertions(proof: Proof): Problem[] {
  const problems: Problem[] = [];
  for (const { source, line } of programs(proof)) {
    const found = assertions(source);
    for (const assertion of found) {
      const reason = emptiness(assertion);
      if (reason !== null) {
        const place = { line: line + assertion.line - 1, column: assertion.indent + 1 };
        problems.push(error("cannot-fail", `the assertion cannot fail: ${reason}`, place));
      }
    }
    const judged = proof.kind === "script" && proof.outputs.length > 0;
    if (!judged && !found.some((assertion) => assertion.indent === 0)) {
      problems.push(error("no-assert", "the program asserts nothing: it needs an assert at its left edge, which always runs, or an output block", { line, column: 1 }));
    }
  }
  if (proof.kind === "session" && proof.steps.every((step) => step.kind === "example" && step.example.want === "")) {
    problems.push(error("no-assert", "the session asserts nothing: show what a statement prints", { line: proof.line, column: 1 }));
  }
  return problems;
}
