import { readFileSync, writeFileSync } from "node:fs";
import { isSound, type SoundCard } from "../cards/card.ts";
import { CLAIMS_FILE, loadClaims } from "../cards/files.ts";
import { now } from "../clock.ts";
import { findBuilds } from "../oracle/interpreters.ts";
import { DIFFERENCES_FILE, knownDifferencesSchema, ORACLE_FILE, oracleFileText, oracleGaps, recordOf } from "../oracle/record.ts";
import { askAll, askBuild } from "../oracle/run.ts";
import { type Arguments, UsageError } from "./arguments.ts";
import { load } from "./load.ts";

/** Asks each CPython that is here about the whole library, records it, and gives the number of gaps. */
export async function askOracle(given: Arguments, cards: readonly SoundCard[]): Promise<number> {
  if (given.words.length > 0) throw new UsageError("--oracle records the whole library: leave the paths out");
  const say = (line: string): void => {
    if (!given.flags.has("--json")) process.stdout.write(`${line}\n`);
  };
  const { builds, results } = await askAll([], (build) => say(`real CPython: ${build.id}`));
  const file = recordOf(results, builds, new Date(now()).toISOString().slice(0, 10));
  writeFileSync(ORACLE_FILE, oracleFileText(file));
  const differences = knownDifferencesSchema.parse(JSON.parse(readFileSync(DIFFERENCES_FILE, "utf8")));
  const gaps = oracleGaps(file, { differences, claims: loadClaims(CLAIMS_FILE) }, cards);
  for (const gap of gaps) say(`  ${gap}`);
  say(`${results.length} proofs ran on ${[...builds.values()].join(", ")}: ${gaps.length === 0 ? "all agree" : `${gaps.length} to look at`}`);
  return gaps.length;
}

/** `cards oracle BUILD`: the answers of one CPython, as JSON. */
export async function oracle(given: Arguments): Promise<number> {
  const [id, ...paths] = given.words;
  const build = findBuilds().find((one) => one.id === id);
  if (build === undefined) throw new UsageError(`a build is one of: ${findBuilds().map((one) => `"${one.id}"`).join(", ")}`);
  const cards = load(paths).map((one) => one.card).filter(isSound);
  process.stdout.write(JSON.stringify(await askBuild(build, cards)));
  return 0;
}
