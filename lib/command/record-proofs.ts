// npm run -s cards:record: proves every card on the engine and writes what came of it to content/proofs.json. Exit status 1 when a proof does not hold.
import { writeFileSync } from "node:fs";
import { isSound } from "../cards/card.ts";
import { allHeld, proveCard } from "../cards/prove.ts";
import { now } from "../clock.ts";
import * as engine from "../engine/index.ts";
import { engineHash } from "../setup/engine-hash.mjs";
import { readCardFiles } from "../content/files.ts";
import { isRecorded, proofFileOf } from "../content/proof-record.ts";

const proven = readCardFiles("content/cards").flatMap(({ name, card }) => {
  if (!isSound(card) || !isRecorded(card)) return [];
  return [{ id: name, hash: card.hash, results: proveCard(engine, card) }];
});
writeFileSync("content/proofs.json", proofFileOf(proven, engineHash("lib/engine"), now()));
const failing = proven.filter((card) => !allHeld(card.results));
console.log(`${proven.length} cards recorded in content/proofs.json, ${failing.length} of them with a proof that does not hold`);
for (const card of failing) console.log(`  ${card.id}`);
if (failing.length > 0) process.exitCode = 1;
