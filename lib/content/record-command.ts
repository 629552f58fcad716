// npm run -s cards:record: proves every card on the engine and writes what came of it to content/proofs.json. Exit status 1 when a proof does not hold.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isSound } from "../cards/card.ts";
import { allHeld, proveCard } from "../cards/prove.ts";
import { sha256 } from "../cards/sha256.ts";
import { now } from "../clock.ts";
import * as engine from "../engine/index.ts";
import { readCardFiles } from "./files.ts";
import { isRecorded, proofFileOf } from "./proof-record.ts";

/** Over the engine's sources with their names: a record of another engine is told from this one's. */
function engineHash(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(ts|py)$/.test(name)).sort();
  return sha256(files.map((name) => `${name}\n${readFileSync(path.join(folder, name), "utf8")}`).join("\n")).slice(0, 16);
}

const proven = readCardFiles("content/cards").flatMap(({ name, card }) => {
  if (!isSound(card) || !isRecorded(card)) return [];
  return [{ id: name, hash: card.hash, results: proveCard(engine, card) }];
});
writeFileSync("content/proofs.json", proofFileOf(proven, engineHash("lib/engine"), now()));
const failing = proven.filter((card) => !allHeld(card.results));
console.log(`${proven.length} cards recorded in content/proofs.json, ${failing.length} of them with a proof that does not hold`);
for (const card of failing) console.log(`  ${card.id}`);
if (failing.length > 0) process.exitCode = 1;
