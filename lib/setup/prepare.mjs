// All the set-up that is still to do, shared by npm start, npm run dev and the browser tests.
import { existsSync } from "node:fs";
import { ensureDependencies } from "./dependencies.mjs";
import { ensureSecret } from "./environment-file.mjs";
import { build, buildIsCurrent, ensureClients } from "./build.mjs";
import { ensureLab } from "./lab-bundle.mjs";
import { copyName } from "./copy-before.mjs";
import { migrate, sqliteFile } from "./migrations.mjs";
import { step } from "./progress.mjs";
import { issueAdminToken, loadEnvironment, providerOf, syncContent } from "./project.mjs";

/**
 * Installs, generates, migrates, syncs content/ and builds, each only where needed. Ends the process when a step fails.
 * @param {{ production: boolean }} options whether a production build is wanted
 * @returns {Promise<{ adminToken: string | undefined }>} a new one-time token while there is no admin
 */
export async function prepare({ production }) {
  await ensureDependencies();
  if (ensureSecret()) console.log("· Wrote .env with a new NEXTAUTH_SECRET");
  loadEnvironment();
  await ensureClients();
  const url = /** @type {string} */ (process.env.DATABASE_URL);
  await step(`Preparing the ${providerOf(url) === "sqlite" ? "SQLite" : "PostgreSQL"} database`, async () => {
    const applied = await migrate(url);
    const first = applied[0];
    if (first !== undefined) console.log(`  applied ${applied.join(", ")}`);
    if (first !== undefined && providerOf(url) === "sqlite" && existsSync(copyName(sqliteFile(url), first))) console.log(`  the database from before is ${copyName(sqliteFile(url), first)}`);
  });
  await step("Loading the library from content/", async () => {
    const said = (await syncContent()).trim();
    if (said) console.log(said.replace(/^/gm, "  "));
  });
  const adminToken = await step("Looking for an admin", issueAdminToken);
  await ensureLab();
  if (production && !buildIsCurrent()) await build();
  return { adminToken };
}
