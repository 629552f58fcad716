// Writes the two Prisma clients, one per database, when the schema or Prisma itself changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { inProject, runNode } from "./project.mjs";

const stampFile = inProject("lib/db/generated/made-from");

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]) hash.update(readFileSync(inProject(file)));
  return hash.digest("hex");
}

/** @returns {boolean} */
export const clientsAreCurrent = () => existsSync(stampFile) && readFileSync(stampFile, "utf8") === fingerprint();

/** @returns {Promise<void>} */
export async function generateClients() {
  // The provider follows the URL; generating connects to nothing.
  for (const url of ["file:./none.db", "postgresql://localhost/none"]) {
    await runNode("prisma/build/index.js", ["generate"], { quiet: true, env: { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: "1" } });
  }
  mkdirSync(inProject("lib/db/generated"), { recursive: true });
  writeFileSync(stampFile, fingerprint());
}
