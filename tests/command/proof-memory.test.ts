import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isSound, type SoundCard } from "../../lib/cards/card.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import { heldResults, proveCard } from "../../lib/cards/prove.ts";
import { ProofMemory, programHash } from "../../lib/command/proof-memory.ts";
import * as engine from "../../lib/engine/index.ts";
import { cardText, fenced } from "../cards/card-text.ts";

describe("the memory of proofs that held", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "memory-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const told: string[] = [];
  const open = (file: string, program = "one") => ProofMemory.open(path.join(folder, file), program, (sentence) => told.push(sentence));

  function card(assertion: string): SoundCard {
    const parsed = parseCard(cardText({}, { proof: fenced("python", assertion) }));
    if (!isSound(parsed)) throw new Error(JSON.stringify(parsed.problems));
    return parsed;
  }

  test("knows what held in which version, when it is opened again by the same program", () => {
    const sound = card("assert 1 + 1 == 2");
    const memory = open("known.json");
    expect(memory.knows(sound, "3.14")).toBe(false);
    memory.note(sound, proveCard(engine, sound, { versions: ["3.14"] }));
    memory.save([sound]);
    expect(open("known.json").knows(sound, "3.14")).toBe(true);
    expect(open("known.json").knows(sound, "3.13")).toBe(false);
    expect(open("known.json", "another program").knows(sound, "3.14")).toBe(false);
  });

  test("does not know a card of which a letter has changed", () => {
    const memory = open("letter.json");
    const before = card("assert 1 + 1 == 2");
    memory.note(before, proveCard(engine, before, { versions: ["3.14"] }));
    expect(memory.knows(card("assert 1 + 1 == 3"), "3.14")).toBe(false);
  });

  test("keeps nothing that failed", () => {
    const wrong = card("assert 1 + 1 == 3");
    const memory = open("failed.json");
    const results = proveCard(engine, wrong, { versions: ["3.14"] });
    expect(results.map((result) => result.outcome)).toContain("failed");
    memory.note(wrong, results);
    expect(memory.knows(wrong, "3.14")).toBe(false);
  });

  test("forgets cards that are no longer there", () => {
    const gone = card("assert True");
    const memory = open("gone.json");
    memory.note(gone, proveCard(engine, gone, { versions: ["3.14"] }));
    memory.save([]);
    expect(open("gone.json").knows(gone, "3.14")).toBe(false);
  });

  test("says that it cannot understand its file, and begins anew", () => {
    for (const content of ["{", '{"program": 1}']) {
      writeFileSync(path.join(folder, "broken.json"), content);
      told.length = 0;
      const memory = open("broken.json");
      expect(told).toEqual([expect.stringContaining("cannot be understood")]);
      memory.save([]);
      expect(JSON.parse(readFileSync(path.join(folder, "broken.json"), "utf8"))).toEqual({ program: "one", held: {} });
    }
  });

  test("another bundle is another program", () => {
    for (const name of ["a", "b"]) writeFileSync(path.join(folder, name), `bundle ${name}`);
    expect(programHash(path.join(folder, "a"))).toBe(programHash(path.join(folder, "a")));
    expect(programHash(path.join(folder, "a"))).not.toBe(programHash(path.join(folder, "b")));
  });

  test("what it says of a card is what proving it says", () => {
    const sound = card("assert [] == []");
    expect(heldResults(sound, "3.12")).toEqual(proveCard(engine, sound, { versions: ["3.12"] }));
  });
});
