import { describe, expect, test } from "vitest";
import { isSound } from "../../lib/cards/card.ts";
import { CARDS_FOLDER, CLAIMS_FILE, loadCards, loadClaims } from "../../lib/cards/files.ts";
import { checkLibrary } from "../../lib/cards/library.ts";
import { lintCard } from "../../lib/cards/lint.ts";
import { EVIDENCE, KINDS } from "../../lib/cards/schema.ts";
import { TOPIC_IDS } from "../../lib/cards/topics.ts";

const files = loadCards([CARDS_FOLDER], CARDS_FOLDER);
const claims = loadClaims(CLAIMS_FILE);
const cards = files.map((file) => file.card).filter(isSound);

// These need threads, an event loop or processes.
const CONCURRENCY = new Set(["gil", "async", "threads", "multiprocessing", "choosing-concurrency", "architectures"]);

describe("the library", () => {
  test.each(files)("$path reads well, and the linter has neither errors nor advice", ({ card }) => {
    const problems = [...card.problems, ...lintCard(card, { claims })];
    expect(problems.map((problem) => `${problem.line}:${problem.column} ${problem.message}`)).toEqual([]);
  });

  test("stands together: ids, places, followups and prerequisites", () => {
    expect(checkLibrary(files).map(({ path, problem }) => `${path}: ${problem.message}`)).toEqual([]);
  });

  test("names only claims that exist", () => {
    const known = new Set(claims.map((claim) => claim.id));
    expect(claims.length).toBeGreaterThan(200);
    expect(cards.flatMap((card) => card.front.claims).filter((id) => !known.has(id))).toEqual([]);
  });

  test.each([...TOPIC_IDS])("has enough cards on %s", (topic) => {
    const found = cards.filter((card) => card.front.topic === topic);
    const proven = found.filter((card) => card.front.evidence === "proven");
    if (CONCURRENCY.has(topic)) expect(found.length).toBeGreaterThanOrEqual(2);
    else expect(proven.length).toBeGreaterThanOrEqual(3);
  });

  test("has all kinds and levels, and every kind of evidence", () => {
    expect(new Set(cards.map((card) => card.front.kind))).toEqual(new Set(KINDS));
    expect(new Set(cards.map((card) => card.front.level))).toEqual(new Set([1, 2, 3, 4]));
    expect(new Set(cards.map((card) => card.front.evidence))).toEqual(new Set(EVIDENCE));
  });

  test("asks the question of 257 in six versions and both modes", () => {
    const card = cards.find((one) => one.front.id === "257-at-the-prompt");
    expect(card?.front.versions).toHaveLength(6);
    expect(card?.prediction?.outputs.map((output) => output.text)).toEqual(["False", "True"]);
    const modes = card?.proofs.map((proof) => (proof.kind === "script" ? proof.mode : proof.kind));
    expect(modes).toEqual(expect.arrayContaining(["script", "repl", "session"]));
  });
});
