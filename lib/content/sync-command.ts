// node --import tsx lib/content/sync-command.ts: loads content/ into the database of DATABASE_URL and prints what changed.
import path from "node:path";
import { now } from "../clock.ts";
import { connect } from "../db/client.ts";
import { readCardFiles, readProofFile } from "./files.ts";
import { syncLibrary } from "./mutations.ts";
import { syncLine } from "./sync.ts";

const content = path.resolve(process.env.HEAPWISE_CONTENT ?? "content");
const url = process.env.DATABASE_URL;
if (url === undefined || url === "") throw new Error("DATABASE_URL is not set. Run npm start, or set it to the database that should get the library.");

const client = await connect(url, { patienceMs: 30_000 });
try {
  const plan = await syncLibrary(client, readCardFiles(path.join(content, "cards")), readProofFile(path.join(content, "proofs.json")), now());
  console.log(syncLine(plan));
  for (const report of plan.reports) console.log(`  ${report}`);
} finally {
  await client.$disconnect();
}
