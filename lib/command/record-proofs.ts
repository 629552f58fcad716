// npm run -s cards:record: proves every card on the engine and writes what came of it to content/proofs.json. Exit status 1 when a proof does not hold.
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import { isSound } from "../cards/card.ts";
import { allHeld } from "../cards/prove.ts";
import { VERSIONS } from "../cards/versions.ts";
import { now } from "../clock.ts";
import { engineHash } from "../setup/engine-hash.mjs";
import { readCardFiles } from "../content/files.ts";
import { isRecorded, proofFileOf } from "../content/proof-record.ts";
import { ProofPool, serveProofs } from "./proof-pool.ts";

async function record(): Promise<void> {
  const cards = readCardFiles("content/cards").flatMap(({ card }) => (isSound(card) && isRecorded(card) ? [card] : []));
  const pool = new ProofPool(cards);
  const results = await pool.prove(VERSIONS);
  await pool.end();
  const proven = cards.map((card, at) => ({ id: card.front.id, hash: card.hash, results: results[at] ?? [] }));
  writeFileSync("content/proofs.json", proofFileOf(proven, engineHash("lib/engine"), now()));
  const failing = proven.filter((card) => !allHeld(card.results));
  console.log(`${proven.length} cards recorded in content/proofs.json, ${failing.length} of them with a proof that does not hold`);
  for (const card of failing) console.log(`  ${card.id}`);
  if (failing.length > 0) process.exitCode = 1;
}

if (isMainThread) await record();
else await serveProofs();
