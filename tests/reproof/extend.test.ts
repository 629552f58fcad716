import { expect, test } from "vitest";
import { extendProof } from "../../lib/cards/extend.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import { proveBlock } from "../../lib/cards/prove.ts";
import * as engine from "../../lib/engine/index.ts";
import { cardText, fenced } from "../cards/card-text.ts";

const proofOf = (body: string) => {
  const proof = parseCard(cardText({ versions: "3.10-3.14" }, { proof: body })).proofs.at(-1);
  if (proof === undefined) throw new Error("The card has no proof.");
  return proof;
};

test("a block is tried in a newer Python as in the newest that it names: it may hold there, or differ", () => {
  // Small integers are cached up to 1024 since 3.15 (Include/internal/pycore_runtime_structs.h), and up to 256 before.
  const cached = extendProof(proofOf(fenced("python", "a = int('1000')\nb = int('1000')\nassert a is not b")), "3.14", "3.15");
  expect([proveBlock(engine, cached, "3.14").outcome, proveBlock(engine, cached, "3.15").outcome]).toEqual(["held", "failed"]);
  const same = extendProof(proofOf(fenced("python", ">>> 1 + 1\n2")), "3.14", "3.15");
  expect([same.versions.includes("3.15"), proveBlock(engine, same, "3.15").outcome]).toEqual([true, "held"]);
  // The example itself is asked, not left out for want of the version.
  const wrong = extendProof(proofOf(fenced("python", ">>> int('1000') is int('1000')\nFalse")), "3.14", "3.15");
  expect([proveBlock(engine, wrong, "3.14").outcome, proveBlock(engine, wrong, "3.15").outcome]).toEqual(["held", "failed"]);
});

test("a block that says nothing of that version says nothing of the newer one", () => {
  const proof = proofOf(fenced("python versions=3.10-3.12", "assert 1 == 1"));
  expect(extendProof(proof, "3.14", "3.15").versions).toEqual(proof.versions);
});
