import type { Kind } from "./schema.ts";
import type { TopicId } from "./topics.ts";

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

/** The file of a new card, to be filled in; it parses, and its proof holds. `today` is YYYY-MM-DD. */
export function newCard(id: string, topic: TopicId, kind: Kind, today: string): string {
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

${QUESTIONS[kind]}

## Answer

${ANSWERS[kind]}

## Why

The mechanism, in a few sentences.

## Proof

\`\`\`python
${PROOFS[kind]}
\`\`\`
`;
}
