import type { Mode } from "./fence.ts";
import type { Kind } from "./schema.ts";
import type { TopicId } from "./topics.ts";
import { formatVersions, FREE_THREADED } from "./versions.ts";

const ANSWERS: Record<Kind, string> = {
  predict: "One line that says what is printed, and why.\n\n```output\n2\n```",
  recall: "One line that could be said aloud.",
  explain: "One line that could be said aloud.",
  fix: "One line that names the mistake and the repair.\n\n```python\nx = 2\n```",
};

const QUESTIONS: Record<Kind, string> = {
  predict: "What does this program print?\n\n```python\nprint(1 + 1)\n```",
  recall: "What …",
  explain: "Why …",
  fix: "This program should … Repair it.\n\n```python\nx = 1\n```",
};

const PROOFS: Record<Kind, string> = {
  predict: "assert 1 + 1 == 2",
  recall: "assert 1 + 1 == 2",
  explain: "assert 1 + 1 == 2",
  fix: "assert x == 2",
};

/** A program that a card is begun with. */
export interface FirstProgram {
  readonly source: string;
  readonly mode: Mode;
  readonly freeThreaded?: boolean | undefined;
  readonly cores?: number | undefined;
}

/** What a fence says of how its program runs, where that is not as usual. */
function runningOf({ mode, freeThreaded, cores }: FirstProgram): string {
  const words = [mode === "repl" ? "mode=repl" : "", cores === undefined ? "" : `cores=${cores}`, freeThreaded ? `free-threaded versions=${formatVersions(FREE_THREADED).replaceAll(" ", "")}` : ""];
  return words.map((word) => (word === "" ? "" : ` ${word}`)).join("");
}

/** A block of Python, whatever is in it. */
function block(program: FirstProgram): string {
  const { source } = program;
  const fence = "`".repeat(Math.max(3, ...[...source.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}python${runningOf(program)}\n${source.trimEnd()}\n${fence}`;
}

/** The question and the proof, with the program where the kind of card has one. */
function programs(kind: Kind, program: FirstProgram | null): { readonly question: string; readonly proof: string } {
  const example = { question: QUESTIONS[kind], proof: block({ source: PROOFS[kind], mode: "script" }) };
  if (program === null) return example;
  if (kind === "predict") return { ...example, question: `What does this program print?\n\n${block(program)}` };
  return kind === "fix" ? { ...example, question: `This program should … Repair it.\n\n${block({ ...program, mode: "script" })}` } : { ...example, proof: block(program) };
}

/**
 * The file of a new card, to be filled in; it parses, and without a program its proof holds. `today` is YYYY-MM-DD. A program
 * becomes the question's or the proof.
 */
export function newCard(id: string, topic: TopicId, kind: Kind, today: string, program: FirstProgram | null = null): string {
  const { question, proof } = programs(kind, program);
  return `---
id: ${id}
topic: ${topic}
title: A few words that do not give the answer away
kind: ${kind}
level: 2
seconds: 45
versions: 3.10-3.15
evidence: proven
claims: []
tags: []
sources:
  - "Language reference: the section that says so"
reviewed_on: ${today}
prerequisites: []
followups: []
rubric:
  - The first thing that a good answer says
  - The second thing
---

${question}

## Answer

${ANSWERS[kind]}

## Why

The mechanism, in a few sentences.

## Proof

${proof}
`;
}
