import { describe, expect, test } from "vitest";
import { isSound, type SoundCard } from "../../lib/cards/card.ts";
import { entriesOf, type ProofFile, proofFileOf, proofFileSchema, recordGaps } from "../../lib/content/proof-record.ts";
import { foldForSearch } from "../../lib/content/fold.ts";
import { type CardFile, editClassOf, planSync, searchTextOf, sourceHash, type StoredCard, syncLine } from "../../lib/content/sync.ts";
import { cardFile } from "./library.ts";

function stored(file: CardFile, about: Partial<StoredCard> = {}): StoredCard {
  return { id: file.name, origin: "FILE", status: "PUBLISHED", importedHash: sourceHash(file.source), current: { source: file.source }, ...about };
}

const edited = (file: CardFile): CardFile => cardFile(file.name, { "could be said aloud": "was edited in the database" });

describe("the plan of a sync", () => {
  test("adds what is new, leaves what is the same, revises what changed, retires what is gone", () => {
    const [same, changed, gone] = [cardFile("same-card"), cardFile("changed-card"), cardFile("gone-card")];
    const plan = planSync([cardFile("new-card"), same, cardFile("changed-card", { "could be said aloud": "is better" })], [stored(same), stored(changed), stored(gone)]);
    expect(plan.added.map((one) => one.card.front.id)).toEqual(["new-card"]);
    expect(plan.same).toEqual(["same-card"]);
    expect(plan.changed.map((one) => [one.card.front.id, one.editClass])).toEqual([["changed-card", "CLARIFY"]]);
    expect(plan.retired).toEqual(["gone-card"]);
    expect(syncLine(plan)).toBe("3 cards: 1 new, 1 changed, 1 the same, 1 retired, 0 reported");
  });

  test("leaves a card that was edited in the database alone, and says so", () => {
    const file = cardFile("my-card");
    const inDatabase = stored(file, { current: stored(edited(file)).current });
    for (const now of [file, cardFile("my-card", { "could be said aloud": "changed in the file" })]) {
      const plan = planSync([now], [inDatabase]);
      expect([plan.added, plan.changed, plan.adopted, plan.retired]).toEqual([[], [], [], []]);
      expect(plan.reports).toHaveLength(1);
      expect(plan.reports[0]).toMatch(/^identity\/my-card\.md: .*the database's text stays/);
    }
    expect(planSync([cardFile("other-card")], [inDatabase])).toMatchObject({ retired: [], reports: [expect.stringContaining("it stays")] });
  });

  test("adopts the text of the database once it is committed as the file", () => {
    const now = edited(cardFile("my-card"));
    expect(planSync([now], [stored(cardFile("my-card"), { current: stored(now).current })]).adopted).toEqual([{ id: "my-card", importedHash: sourceHash(now.source) }]);
    expect(planSync([now], [stored(now, { origin: "DATABASE", importedHash: null })]).adopted).toHaveLength(1);
  });

  test("never takes over a card that was written in the database under the same id", () => {
    const own = stored(edited(cardFile("my-card")), { origin: "DATABASE", importedHash: null });
    expect(planSync([cardFile("my-card")], [own])).toMatchObject({ added: [], changed: [], adopted: [], reports: [expect.stringContaining("a card of its own")] });
    expect(planSync([cardFile("other-card")], [own]).retired).toEqual([]);
  });

  test("brings a retired card back with its file", () => {
    const file = cardFile("my-card");
    const gone = { status: "RETIRED", importedHash: null } as const;
    expect(planSync([file], [stored(file, gone)]).adopted).toHaveLength(1);
    expect(planSync([cardFile("my-card", { "could be said aloud": "is better" })], [stored(file, gone)]).changed).toHaveLength(1);
  });

  test("leaves a card retired that an admin retired, and says so when its file changes", () => {
    const file = cardFile("my-card");
    const retired = stored(file, { status: "RETIRED" });
    expect(planSync([file], [retired])).toMatchObject({ adopted: [], changed: [], same: ["my-card"], reports: [] });
    expect(planSync([cardFile("my-card", { "could be said aloud": "is better" })], [retired])).toMatchObject({ adopted: [], changed: [], reports: [expect.stringContaining("it stays retired")] });
  });

  test("reports a file with errors by line and keeps its card as it is", () => {
    const broken = cardFile("my-card", { "## Why": "## Whatever" });
    const plan = planSync([broken], [stored(cardFile("my-card"))]);
    expect(plan).toMatchObject({ changed: [], retired: [] });
    expect(plan.reports[0]).toMatch(/^identity\/my-card\.md: line \d+: /);
  });

  test("refuses a file whose name is not its id, and a second file with one id", () => {
    const plan = planSync([{ ...cardFile("my-card"), name: "your-card" }, cardFile("one-card"), { ...cardFile("one-card"), path: "memory/one-card.md" }], []);
    expect(plan.added.map((one) => one.card.front.id)).toEqual(["one-card"]);
    expect(plan.reports).toEqual([expect.stringContaining('its id is "my-card"'), expect.stringContaining("ids are never used twice")]);
  });

  test("retires nothing when no file is found at all", () => {
    expect(() => planSync([], [stored(cardFile("my-card"))])).toThrow("Nothing was retired");
    expect(planSync([], [])).toMatchObject({ retired: [] });
  });
});

describe("the class of an edit", () => {
  const predict = (output: string) => cardFile("my-card", { "kind: recall": "kind: predict", "compare?": "compare?\n\n```python\nprint(1)\n```", "said aloud.": `said aloud.\n\n\`\`\`output\n${output}\n\`\`\`` }).card;

  test("is typo where a learner sees nothing, clarify for words, correct where a program prints something else", () => {
    const before = cardFile("my-card").card;
    expect(editClassOf(before, cardFile("my-card", { "tags: []": "tags: [objects]" }).card)).toBe("TYPO");
    expect(editClassOf(before, cardFile("my-card", { mechanism: "reason" }).card)).toBe("CLARIFY");
    expect(editClassOf(predict("1"), predict("True"))).toBe("CORRECT");
    expect(editClassOf(predict("1"), predict("1"))).toBe("TYPO");
  });
});

test("search text knows neither case nor accents, and holds title, question and tags", () => {
  expect(foldForSearch("  ÉtÉ  Ünïcode\n ")).toBe("ete unicode");
  const text = searchTextOf(cardFile("my-card", { "tags: []": "tags: [Großes]" }).card as SoundCard);
  for (const word of ["my-card", "identity", "compare", "großes"]) expect(text).toContain(word);
});

describe("recorded proofs", () => {
  const held = { proof: "proof 1", version: "3.14", mode: "script", outcome: "held", failure: null } as const;
  const failed = { proof: "proof 2", version: "3.14", mode: "script", outcome: "failed", failure: { line: 30, message: "the assertion does not hold", expected: "1", actual: null } } as const;
  const file = (results: readonly unknown[]): ProofFile => proofFileSchema.parse({ engineHash: "abc", ranAt: 1, cards: { "my-card": { hash: "h", results } } });

  test("become one cell for each version and mode, which shows the worst block", () => {
    const cells = entriesOf(file([held, failed, { ...held, version: "3.15" }]), "my-card", "h");
    expect(cells.map(({ version, mode, status, output }) => [version, mode, status, output])).toEqual([
      ["3.14", "script", "failed", "proof 2, line 30: the assertion does not hold\nexpected: 1"],
      ["3.15", "script", "held", ""],
    ]);
  });

  test("are read from the file as they were written to it", () => {
    const written = proofFileOf([{ id: "your-card", hash: "g", results: [] }, { id: "my-card", hash: "h", results: [{ ...held, kind: "script", line: 3 }, { ...failed, kind: "script", line: 9 }] }], "abc", 1);
    const read = proofFileSchema.parse(JSON.parse(written));
    expect(read).toEqual({ ...file([held, failed]), cards: { ...file([held, failed]).cards, "your-card": { hash: "g", results: [] } } });
    expect(Object.keys(read.cards)).toEqual(["my-card", "your-card"]);
  });

  test("of another text of the card count for nothing", () => {
    expect(entriesOf(file([held]), "my-card", "another")).toEqual([]);
    expect(entriesOf(file([held]), "constructor", "h")).toEqual([]);
    expect(entriesOf(null, "my-card", "h")).toEqual([]);
  });

  test("that are missing, stale or did not hold are named, each with the command that helps", () => {
    const { card } = cardFile("my-card", { "versions: 3.10-3.15": "versions: 3.13, 3.14" });
    if (!isSound(card)) throw new Error("The card of this test has errors.");
    const proven = (version: "3.13" | "3.14", outcome: "held" | "failed" = "held") => ({ proof: "proof 1", version, mode: "script" as const, outcome, failure: null });
    const recorded = (results: ProofFile["cards"][string]["results"], hash = card.hash): ProofFile => ({ engineHash: "abc", ranAt: 1, cards: { "my-card": { hash, results } } });
    expect(recordGaps(recorded([proven("3.13"), proven("3.14")]), [card])).toEqual([]);
    expect(recordGaps(null, [card])).toEqual(["No proofs were recorded. Run: npm run -s cards:record"]);
    expect(recordGaps({ ...recorded([]), cards: {} }, [card])).toEqual(["my-card: its proofs were never recorded. Run: npm run -s cards:record"]);
    expect(recordGaps(recorded([proven("3.13"), proven("3.14")], "older"), [card])).toEqual(["my-card: it was changed after its proofs were recorded. Run: npm run -s cards:record"]);
    expect(recordGaps(recorded([proven("3.14")]), [card])).toEqual(["my-card: proof 1 was not recorded in 3.13. Run: npm run -s cards:record"]);
    expect(recordGaps(recorded([proven("3.13", "failed"), proven("3.14")]), [card])).toEqual(["my-card: proof 1 did not hold in 3.13. See: npm run -s cards -- check"]);
    expect(recordGaps(recorded([]), [])).toEqual(["my-card: recorded, but no such card is proven here. Run: npm run -s cards:record"]);
  });
});
