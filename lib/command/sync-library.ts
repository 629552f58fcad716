// Run at every start: loads content/ into the database of DATABASE_URL and prints what changed.
import path from "node:path";
import { now } from "../clock.ts";
import { connect, provideDatabase } from "../db/client.ts";
import { env } from "../env.ts";
import { readCardFiles, readProofFile } from "../content/files.ts";
import { syncLibrary } from "../content/mutations.ts";
import { syncLine } from "../content/sync.ts";

const content = path.resolve("content");

const client = await connect(env().DATABASE_URL, { pool: 1, patienceMs: 30_000 });
provideDatabase(client);
try {
  const proofs = readProofFile(path.join(content, "proofs.json"));
  const plan = await syncLibrary(readCardFiles(path.join(content, "cards")), proofs, now());
  console.log(syncLine(plan));
  if (proofs === null) console.log("  content/proofs.json is missing, so no card bears the mark of a proof. Run: npm run -s cards:record");
  for (const report of plan.reports) console.log(`  ${report}`);
} finally {
  await client.$disconnect();
}
