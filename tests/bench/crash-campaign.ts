// Kills the running app with SIGKILL in the middle of reviews, 100 times on each database, and counts what was lost or doubled.
//   node --conditions=react-server --import tsx tests/bench/crash-campaign.ts [--times 100]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build, buildIsCurrent } from "../../lib/setup/build.mjs";
import { migrate } from "../../lib/setup/migrations.mjs";
import { startPostgres } from "../../lib/setup/testing/postgres.mjs";
import { crashCampaign } from "../operation/crash.ts";

const asked = process.argv.indexOf("--times");
const times = asked < 0 ? 100 : Number(process.argv[asked + 1]);
if (!Number.isInteger(times) || times < 1) throw new Error("--times takes a whole number from 1.");

process.env.NEXTAUTH_SECRET ??= "only for building, 32 characters and more";
if (!buildIsCurrent()) await build();
const folder = mkdtempSync(path.join(tmpdir(), "heapwise-campaign-"));
const server = await startPostgres();
let whole = true;
for (const [name, url] of [["SQLite", `file:${folder}/campaign.db`], ["PostgreSQL", server.url]] as const) {
  await migrate(url);
  const { kills, acknowledged, resent, storedUnacknowledged, lost, doubled, statesAgree } = await crashCampaign({ url, times });
  whole &&= lost.length === 0 && doubled.length === 0 && statesAgree;
  console.log(`${name}: killed ${kills} times; ${acknowledged} events acknowledged, ${lost.length} lost, ${doubled.length} counted twice; ${resent} sent again, of which ${storedUnacknowledged} had been stored; states ${statesAgree ? "equal the fold of the log" : "DIFFER from the fold of the log"}`);
}
await server.stop();
rmSync(folder, { recursive: true });
process.exitCode = whole ? 0 : 1;
