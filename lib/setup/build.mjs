// npm run build: the production build. With prepare.mjs it is made only when sources changed.
import "./node-version.mjs";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { ensureDependencies } from "./dependencies.mjs";
import { ensureLab } from "./lab-bundle.mjs";
import { clientsAreCurrent, generateClients } from "./prisma-clients.mjs";
import { step } from "./progress.mjs";
import { inProject, loadEnvironment, runNode } from "./project.mjs";
import { appSources, hashOf } from "./sources.mjs";

const stamp = inProject(".next/heapwise-build");

/** A build must not depend on what is in a database: opening this one fails. */
const noDatabase = "file:/dev/null/no-database-while-building.db";

/** @returns {boolean} */
export const buildIsCurrent = () =>
  existsSync(stamp) && existsSync(inProject(".next/BUILD_ID")) && readFileSync(stamp, "utf8") === hashOf(appSources());

export async function build() {
  rmSync(stamp, { force: true });
  const hash = hashOf(appSources()); // before: what changes meanwhile must be built next time
  await step("Building the app", () => runNode("next/dist/bin/next", ["build"], { quiet: true, env: { ...process.env, DATABASE_URL: noDatabase } }));
  writeFileSync(stamp, hash);
}

export async function ensureClients() {
  if (!clientsAreCurrent()) await step("Generating the database clients", generateClients);
}

if (process.argv[1] === import.meta.filename) {
  loadEnvironment();
  await ensureDependencies();
  await ensureClients();
  await ensureLab();
  await build();
}
