import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isSound } from "../../lib/cards/card.ts";
import { CARDS_FOLDER, CLAIMS_FILE, loadCards } from "../../lib/cards/files.ts";
import { KINDS } from "../../lib/cards/schema.ts";
import { TOPIC_IDS } from "../../lib/cards/topics.ts";

interface Claim {
  readonly id: string;
  readonly verdict: string;
  readonly check: string | null;
}

const cards = loadCards([CARDS_FOLDER], CARDS_FOLDER).map((file) => file.card).filter(isSound);
const claims = JSON.parse(readFileSync(CLAIMS_FILE, "utf8")) as Claim[];
const answering = (claim: Claim) => cards.filter((card) => card.front.claims.includes(claim.id));
const share = (count: number): number => count / cards.length;

describe("the library", () => {
  it("answers every claim, at most three on a card", () => {
    expect(claims.filter((claim) => answering(claim).length === 0).map((claim) => claim.id)).toEqual([]);
    expect(cards.filter((card) => card.front.claims.length > 3).map((card) => card.front.id)).toEqual([]);
  });

  it("shows by a program what a claim's check shows by one", () => {
    const unshown = claims.filter((claim) => (claim.check ?? "") !== "" && answering(claim).every((card) => card.proofs.length === 0));
    expect(unshown.map((claim) => claim.id)).toEqual([]);
  });

  it("names what is wrong or out of date as a myth", () => {
    const wrong = claims.filter((claim) => claim.verdict === "wrong" || claim.verdict === "outdated");
    expect(wrong.filter((claim) => answering(claim).every((card) => card.front.myth === undefined)).map((claim) => claim.id)).toEqual([]);
  });

  it("has at least 320 cards, 8 on each topic, and 15 in 100 of each kind and of each level", () => {
    expect(cards.length).toBeGreaterThanOrEqual(320);
    expect(TOPIC_IDS.filter((topic) => cards.filter((card) => card.front.topic === topic).length < 8)).toEqual([]);
    expect(KINDS.filter((kind) => share(cards.filter((card) => card.front.kind === kind).length) < 0.15)).toEqual([]);
    expect([1, 2, 3, 4].filter((level) => share(cards.filter((card) => card.front.level === level).length) < 0.15)).toEqual([]);
  });

  it("states the insides in at least 60 cards", () => {
    const stating = cards.filter((card) => card.proofs.some((proof) => (proof.kind === "script" && proof.models.length > 0) || (proof.kind === "session" && proof.steps.some((step) => step.kind === "model"))));
    expect(stating.length).toBeGreaterThanOrEqual(60);
  });
});
