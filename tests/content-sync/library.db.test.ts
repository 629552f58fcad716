import { beforeEach, describe, expect, test } from "vitest";
import { VERSIONS } from "../../lib/cards/versions.ts";
import { countByTopic, readCard, readCards, readCatalogue, readLibraryIndex, readLibraryStamp } from "../../lib/content/data.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import type { ProofFile } from "../../lib/content/proof-record.ts";
import { NOBODY } from "../../lib/content/search/match.ts";
import { plainQuery } from "../../lib/content/search/read.ts";
import { search } from "../../lib/content/search/search.ts";
import { type CardFile, sourceHash } from "../../lib/content/sync.ts";
import { providers, withDatabase } from "../support/database.ts";
import { cardFile } from "./library.ts";

const NOW = Date.UTC(2026, 10, 22, 12);

const TWO_VERSIONS = { "versions: 3.10-3.15": "versions: 3.13-3.14" };

/** A record of a card's one proof that held in 3.13, and in 3.14 came out as given. */
function proofs(file: CardFile, outcome: "held" | "failed", ranAt = NOW): ProofFile {
  const failure = outcome === "held" ? null : { line: 1, message: "does not hold", expected: null, actual: null };
  const cell = { proof: "proof 1", mode: "script" as const };
  const results = [{ ...cell, version: "3.13" as const, outcome: "held" as const, failure: null }, { ...cell, version: "3.14" as const, outcome, failure }];
  return { engineHash: "engine", ranAt, cards: { [file.name]: { hash: file.card.hash, results } } };
}

describe.each(providers)("the library on %s", (provider) => {
  const database = withDatabase(provider);

  beforeEach(async () => {
    await database.client.card.updateMany({ data: { currentRevisionId: null } });
    await database.client.cardRevision.deleteMany();
    await database.client.card.deleteMany();
  });

  const listed = async (): Promise<string[]> => (await readLibraryIndex()).rows.map((card) => card.id);
  const revisions = (cardId: string) => database.client.cardRevision.findMany({ where: { cardId }, orderBy: { number: "asc" }, select: { number: true, editClass: true, source: true } });

  test("is what the files say, and a second sync does nothing", async () => {
    const files = [cardFile("card-a"), cardFile("card-b")];
    expect((await syncLibrary(files, null, NOW)).added).toHaveLength(2);
    const before = await database.client.card.findMany({ orderBy: { id: "asc" } });
    const again = await syncLibrary(files, null, NOW + 1);
    expect(again).toMatchObject({ added: [], changed: [], adopted: [], retired: [], reports: [], same: ["card-a", "card-b"] });
    expect(await database.client.card.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  });

  test("keeps every text of a card as a revision", async () => {
    const first = cardFile("card-a");
    const second = cardFile("card-a", { mechanism: "reason" });
    const third = cardFile("card-a", { mechanism: "reason", "tags: []": "tags: [names]" });
    for (const file of [first, second, third]) await syncLibrary([file], null, NOW);
    expect(await revisions("card-a")).toEqual([
      { number: 1, editClass: "REPLACE", source: first.source },
      { number: 2, editClass: "CLARIFY", source: second.source },
      { number: 3, editClass: "TYPO", source: third.source },
    ]);
    expect((await readCard("card-a"))?.tags).toEqual(["names"]);
  });

  test("does not overwrite what was edited in the database", async () => {
    await syncLibrary([cardFile("card-a")], null, NOW);
    const source = cardFile("card-a", { mechanism: "words of an admin" }).source;
    const { id } = await database.client.cardRevision.create({ data: { cardId: "card-a", number: 2, hash: "x", source, editClass: "CLARIFY", evidence: "proven", createdAt: NOW } });
    await database.client.card.update({ where: { id: "card-a" }, data: { currentRevisionId: id } });
    const plan = await syncLibrary([cardFile("card-a", { mechanism: "words of the file" })], null, NOW);
    expect(plan.reports).toHaveLength(1);
    expect((await readCard("card-a"))?.revisionId).toBe(id);
    expect((await syncLibrary([cardFile("card-a", { mechanism: "words of an admin" })], null, NOW)).adopted).toHaveLength(1);
    expect((await syncLibrary([cardFile("card-a", { mechanism: "words of both" })], null, NOW)).changed).toHaveLength(1);
  });

  test("retires a card whose file is gone and brings it back, its history kept", async () => {
    const files = [cardFile("card-a"), cardFile("card-b")];
    await syncLibrary(files, null, NOW);
    await syncLibrary(files.slice(0, 1), null, NOW);
    expect((await listed())).toEqual(["card-a"]);
    expect(await readCard("card-b")).toBeNull();
    await syncLibrary(files, null, NOW);
    expect(await revisions("card-b")).toHaveLength(1);
    expect(await countByTopic()).toEqual(new Map([["identity", 2]]));
  });

  test("shows recorded proofs, takes newer ones, and publishes no card whose proof does not hold", async () => {
    const file = cardFile("card-a", TWO_VERSIONS);
    await syncLibrary([file], proofs(file, "held"), NOW);
    const cell = { mode: "script", status: "held", ranAt: NOW, engineHash: "engine", output: "" };
    expect((await readCard("card-a"))?.matrix).toEqual({ versions: ["3.13", "3.14"], modes: ["script"], cells: [{ ...cell, version: "3.13" }, { ...cell, version: "3.14" }] });
    const plan = await syncLibrary([file], proofs(file, "failed", NOW + 1), NOW);
    expect(plan.reports).toEqual(["card-a: its recorded proof does not hold; the card is not published"]);
    expect(await readCard("card-a")).toBeNull();
    await syncLibrary([file], proofs(file, "held", NOW + 2), NOW);
    expect((await readCard("card-a"))?.matrix.cells).toMatchObject([{ status: "held", ranAt: NOW + 2 }, { status: "held", ranAt: NOW + 2 }]);
  });

  test("publishes no proven text that the record does not cover, once there is a record", async () => {
    const file = cardFile("card-a", TWO_VERSIONS);
    const wider = cardFile("card-a", { "versions: 3.10-3.15": "versions: 3.12-3.14" });
    await syncLibrary([file], proofs(file, "held"), NOW);
    expect((await syncLibrary([wider], proofs(file, "held"), NOW)).reports).toEqual(["card-a: its proof was not recorded in 3.12-3.14 (npm run -s cards:record); the card is not published"]);
    expect((await syncLibrary([wider], proofs(wider, "held"), NOW)).reports).toEqual(["card-a: its proof was not recorded in 3.12 (npm run -s cards:record); the card is not published"]);
    expect(await readCard("card-a")).toBeNull();
    const sourced = cardFile("card-b", { "evidence: proven": "evidence: sourced", "## Proof\n\n```python\nassert 1 + 1 == 2\n```\n": "" });
    expect((await syncLibrary([file, sourced], proofs(file, "held"), NOW)).reports).toEqual([]);
    expect((await listed())).toEqual(["card-a", "card-b"]);
  });

  test("comes out whole when two processes load it at once", async () => {
    const files = Array.from({ length: 70 }, (_, n) => cardFile(`card-${n}`));
    await Promise.all([1, 2, 3].map(() => syncLibrary(files, null, NOW)));
    expect(await listed()).toHaveLength(70);
    expect(await database.client.cardRevision.count()).toBe(70);
  });

  test("goes on without a card whose text is no longer read, and takes it back when it is repaired", async () => {
    const files = [cardFile("card-a"), cardFile("card-b")];
    await syncLibrary(files, null, NOW);
    const broken = cardFile("card-a", { "## Why": "## Whatever" });
    await database.client.cardRevision.updateMany({ where: { cardId: "card-a" }, data: { source: broken.source } });
    await database.client.card.update({ where: { id: "card-a" }, data: { importedHash: sourceHash(broken.source) } });
    const { reports } = await syncLibrary([broken, cardFile("card-b")], null, NOW);
    expect(reports).toEqual([expect.stringMatching(/^identity\/card-a\.md: line \d+/), "card-a: its text in the database is no longer a card without errors; the card is not published"]);
    expect((await readCatalogue()).map((card) => card.id)).toEqual(["card-b"]);
    await syncLibrary(files, null, NOW);
    expect((await listed())).toEqual(["card-a", "card-b"]);
  });

  test("finds literal words, whatever their case or accents", async () => {
    await syncLibrary([cardFile("card-a", { "tags: []": "tags: [Éclair, '100%', a_b]" }), cardFile("card-b")], null, NOW);
    const found = async (typed: string) => search(plainQuery(typed), (await readLibraryIndex()).entries, NOBODY).map((hit) => hit.id);
    for (const typed of ["ECLAIR", "éclair", "100%", "a_b", "eclair a_b"]) expect(await found(typed), typed).toEqual(["card-a"]);
    for (const typed of ["0%b", "a%b", "axb", "' OR 1=1--", "\\", '"', "🙂", "x".repeat(10_000)]) expect(await found(typed), typed).toEqual([]);
    for (const typed of ["", "  ", "aloud", "\u0000", "aloud\u0000"]) expect(await found(typed), typed).toEqual(["card-a", "card-b"]);
  });

  test("has a stamp that changes with what a reader could see, and with nothing else", async () => {
    const stamps = [await readLibraryStamp()];
    const file = cardFile("card-a", TWO_VERSIONS);
    for (const step of [
      () => syncLibrary([file], null, NOW),
      () => syncLibrary([file], proofs(file, "held"), NOW),
      () => syncLibrary([file], proofs(file, "held", NOW + 1), NOW),
      () => syncLibrary([file, cardFile("card-b")], proofs(file, "held", NOW + 1), NOW),
      () => syncLibrary([cardFile("card-a", { ...TWO_VERSIONS, mechanism: "cause" }), cardFile("card-b")], null, NOW),
      () => syncLibrary([cardFile("card-b")], null, NOW),
    ]) {
      await step();
      stamps.push(await readLibraryStamp());
    }
    expect(new Set(stamps).size).toBe(stamps.length);
    await syncLibrary([cardFile("card-b")], null, NOW + 5);
    expect(await readLibraryStamp()).toBe(stamps.at(-1));
    expect((await readLibraryIndex()).stamp).toBe(stamps.at(-1));
  });

  test("is asked for no card whose name cannot be one", async () => {
    await syncLibrary([cardFile("card-a")], null, NOW);
    for (const id of ["", "\u0000", "card-a\u0000", "CARD-A", "../card-a", "\ud800"]) expect(await readCard(id), JSON.stringify(id)).toBeNull();
  });

  test("gives cards in the order asked for, and relations for the plan of a day", async () => {
    await syncLibrary([cardFile("card-a", { "followups: []": "followups: [card-b]" }), cardFile("card-b")], null, NOW);
    expect((await readCards(["card-b", "nothing", "card-a"])).map((card) => card.id)).toEqual(["card-b", "card-a"]);
    const current = new Map((await database.client.card.findMany({})).map((card) => [card.id, card.currentRevisionId]));
    const like = { topic: "identity", kind: "recall", level: 2, seconds: 45, title: "A few words that do not give the answer away", prerequisites: [], versions: [...VERSIONS], outputs: [], names: [] };
    const expected = [
      { ...like, id: "card-a", revisionId: current.get("card-a"), followups: ["card-b"] },
      { ...like, id: "card-b", revisionId: current.get("card-b"), followups: [] },
    ];
    expect(await readCatalogue()).toEqual(expected);
    expect(await readCatalogue()).toEqual(expected);
  });
});
