// npm run -s cards: the command over the library's cards.
import { isMainThread } from "node:worker_threads";
import { ExchangeError } from "../exchange/pack.ts";
import { readArguments, UsageError } from "./arguments.ts";
import { check } from "./check.ts";
import { exportFile, importFile } from "./exchange.ts";
import { create, list, stats } from "./listing.ts";
import { oracle } from "./oracle.ts";
import { serveProofs } from "./proof-pool.ts";

const USAGE = `cards: the library's cards, checked and counted

  cards check [PATH...]   parse, lint and prove cards (all, or the files and folders named)
      --version 3.14      only these versions (a range or a list)
      --again             also run proofs that held before with this engine and this very text
      --mutate            also turn each assertion round, and see it fail
      --warnings          also show advice
      --oracle            also run the programs on real CPython, 3.10 to 3.15, and record what
                          came of it in content/oracle.json (with all cards, no PATH)
      --json              print the report as JSON: {cards, proofs, failed, versions, evidence, reports}
  cards export --format md|csv|json|apkg --out FILE [PATH...]
                          write the cards as an archive of their files, a table, JSON or an Anki package
  cards import FILE [--format md|csv|json|apkg|hashcards|obsidian] [--topic TOPIC]
                          say what a file would add or change, what is refused, and what is lost
      --apply             and write it: cards into content/cards, drafts into content/drafts
  cards list [PATH...]    one line for each card
  cards stats [PATH...]   counts by topic, kind, level and evidence
  cards oracle BUILD [PATH...]
                          the same programs on one CPython, such as "wasm 3.13", as JSON
  cards new ID --topic TOPIC [--kind KIND]
                          write content/cards/TOPIC/ID.md, to be filled in

Exit status: 0 when all is well, 1 when a card fails, 2 when the command is wrong.
`;

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  try {
    const given = readArguments(rest);
    if (command === undefined || command === "help" || command === "--help" || given.flags.has("--help")) {
      process.stdout.write(USAGE);
      return command === undefined ? 2 : 0;
    }
    if (command === "check") return await check(given);
    if (command === "export") return exportFile(given);
    if (command === "import") return importFile(given);
    if (command === "oracle") return await oracle(given);
    if (command === "list") return list(given);
    if (command === "stats") return stats(given);
    if (command === "new") return create(given);
    throw new UsageError(`there is no command ${command}`);
  } catch (problem) {
    if (problem instanceof ExchangeError) {
      process.stderr.write(`cards: ${problem.message}\n`);
      return 1;
    }
    if (!(problem instanceof UsageError)) throw problem;
    process.stderr.write(`cards: ${problem.message}\n\n${USAGE}`);
    return 2;
  }
}

if (isMainThread) process.exitCode = await main(process.argv.slice(2));
else await serveProofs();
