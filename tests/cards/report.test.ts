import { describe, expect, test } from "vitest";
import { lintCard } from "../../lib/cards/lint.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import type { ProofResult } from "../../lib/cards/prove.ts";
import { cardLines, cardVerdict, summaryLine } from "../../lib/cards/report.ts";
import type { CardReport } from "../../lib/cards/report.ts";
import { KINDS } from "../../lib/cards/schema.ts";
import { newCard } from "../../lib/cards/template.ts";

const held: ProofResult = { proof: "proof 1", kind: "script", line: 9, version: "3.14", mode: "script", outcome: "held", failure: null };
const failed: ProofResult = { ...held, outcome: "failed", failure: { line: 11, message: "the assertion does not hold", expected: "assert x == 1", actual: "AssertionError" } };

function report(changes: Partial<CardReport> = {}): CardReport {
  return { file: "cards/a.md", id: "a", evidence: "proven", problems: [], results: [held], mutants: null, ...changes };
}

describe("the report of a check", () => {
  test("calls proven only what held, and sourced and recorded cards by their name", () => {
    expect(cardVerdict(report())).toBe("proven");
    expect(cardVerdict(report({ results: [held, failed] }))).toBe("failed");
    expect(cardVerdict(report({ results: [] }))).toBe("failed");
    expect(cardVerdict(report({ results: [{ ...failed, outcome: "unsupported" }] }))).toBe("failed");
    expect(cardVerdict(report({ evidence: "sourced", results: [] }))).toBe("sourced");
    expect(cardVerdict(report({ evidence: "recorded", results: [] }))).toBe("recorded");
    expect(cardVerdict(report({ evidence: null }))).toBe("failed");
    expect(cardVerdict(report({ mutants: { tried: 1, survivors: [{ line: 1, assertion: "assert x", version: "3.14", outcome: "held" }] } }))).toBe("failed");
  });

  test("shows the place, what was expected and what came, once for like versions", () => {
    const lines = cardLines(report({ results: [failed, { ...failed, version: "3.15" }] }), { warnings: false });
    expect(lines).toEqual([
      "FAIL      a  1 block x 2 versions",
      "    cards/a.md:11  proof 1, 3.14 3.15, script: failed: the assertion does not hold",
      "      expected  assert x == 1",
      "      actual    AssertionError",
    ]);
  });

  test("ends in one line of counts", () => {
    expect(summaryLine([report(), report({ results: [failed] }), report({ evidence: "sourced" })])).toBe("3 cards: 1 proven, 1 sourced, 1 failed");
    expect(summaryLine([report()])).toBe("1 card: 1 proven, 0 failed");
  });
});

describe("a new card", () => {
  test.each([...KINDS])("of kind %s parses and passes the linter", (kind) => {
    const card = parseCard(newCard("a-new-card", "closures", kind, "2026-11-22"));
    expect([...card.problems, ...lintCard(card)].filter((problem) => problem.severity === "error")).toEqual([]);
    expect(card.proofs.length).toBeGreaterThan(0);
  });
});

describe("a card from the playground", () => {
  test("asks for the machine that the program ran on, in the versions that have it", () => {
    const card = parseCard(newCard("a-new-card", "closures", "recall", "2026-11-22", { source: "assert 1", mode: "script", freeThreaded: true, cores: 2 }));
    expect(card.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(card.proofs[0]).toMatchObject({ cores: 2, freeThreaded: true, versions: ["3.13", "3.14", "3.15"] });
  });
});
