import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isSound } from "../../lib/cards/card.ts";
import { CARDS_FOLDER, CLAIMS_FILE, loadCards, loadClaims } from "../../lib/cards/files.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import { DIFFERENCES_FILE, knownDifferencesSchema, ORACLE_FILE, oracleFileSchema, oracleGaps, recordOf, type OracleResult } from "../../lib/oracle/record.ts";
import { cardText } from "../cards/card-text.ts";

const builds = new Map([
  ["wasm 3.13", "3.13.2"],
  ["native 3.13", "3.13.9"],
  ["wasm 3.14", "3.14.2"],
]);
const nothing = { differences: [], claims: [] };

function sound(changes: Readonly<Record<string, string>>) {
  const card = parseCard(cardText(changes));
  if (!isSound(card)) throw new Error(card.problems[0]?.message ?? "unsound");
  return card;
}

const card = sound({ id: "my-card", versions: "3.13-3.14" });
const result = (build: string, outcome: OracleResult["outcome"] = "held"): OracleResult => ({ card: "my-card", hash: card.hash, proof: "proof 1", build, outcome, message: "so" });
const gaps = (results: readonly OracleResult[], knowledge: Parameters<typeof oracleGaps>[1] = nothing) => oracleGaps(recordOf(results, builds, "2026-11-29"), knowledge, [card]);

describe("the record of real CPython", () => {
  it("has no gap when in each version of a card a build held", () => {
    expect(gaps([result("wasm 3.13"), result("wasm 3.14")])).toEqual([]);
    expect(gaps([result("wasm 3.13", "unsupported"), result("native 3.13"), result("wasm 3.14")])).toEqual([]);
  });

  it("names a card that was never asked, was changed since, or is gone", () => {
    expect(gaps([])).toEqual(["my-card: real CPython was never asked. Run: npm run -s cards -- check --oracle"]);
    expect(gaps([{ ...result("wasm 3.13"), hash: "older" }])).toEqual(["my-card: it was changed after real CPython was asked. Run: npm run -s cards -- check --oracle"]);
    expect(oracleGaps(recordOf([result("wasm 3.13")], builds, "2026-11-29"), nothing, [])).toEqual(["my-card: recorded, but no such card has programs. Run: npm run -s cards -- check --oracle"]);
  });

  it("names a version that no build could run, unless a claim of the card was recorded there", () => {
    const results = [result("wasm 3.13"), result("wasm 3.14", "unsupported")];
    expect(gaps(results)).toEqual(["my-card: no build of 3.14 could run it, and no claim of the card was recorded there"]);
    const claimed = sound({ id: "my-card", versions: "3.13-3.14", claims: "[identity-01]" });
    const claims = [{ id: "identity-01", verdict: "true", expect: { "3.10,3.14": "x" } }];
    expect(oracleGaps(recordOf(results.map((one) => ({ ...one, hash: claimed.hash })), builds, "2026-11-29"), { differences: [], claims }, [claimed])).toEqual([]);
  });

  it("names a difference that nobody explained, and an explanation that is none any more", () => {
    const results = [result("wasm 3.13"), result("native 3.13", "failed"), result("wasm 3.14")];
    expect(gaps(results)).toEqual(["my-card: proof 1 differs on native 3.13 (3.13.9): so"]);
    const differences = [{ card: "my-card", proof: "proof 1", builds: ["native 3.13"], reason: "3.13.9 corrected it" }];
    expect(gaps(results, { differences, claims: [] })).toEqual([]);
    expect(gaps([result("wasm 3.13"), result("native 3.13"), result("wasm 3.14")], { differences, claims: [] })).toEqual(["my-card: proof 1 is said to differ on native 3.13, and holds there: take the entry out"]);
  });

  it("in content/oracle.json covers the library as it is, in every version, and agrees", () => {
    const cards = loadCards([CARDS_FOLDER], CARDS_FOLDER).map((file) => file.card).filter(isSound);
    const file = oracleFileSchema.parse(JSON.parse(readFileSync(ORACLE_FILE, "utf8")));
    const differences = knownDifferencesSchema.parse(JSON.parse(readFileSync(DIFFERENCES_FILE, "utf8")));
    expect(oracleGaps(file, { differences, claims: loadClaims(CLAIMS_FILE) }, cards)).toEqual([]);
  });
});
