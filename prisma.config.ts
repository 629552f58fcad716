import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "prisma/config";

// generate and validate never run the schema engine, but look for its file and would download it.
if (/generate|validate/.test(process.argv.join(" "))) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

const root = import.meta.dirname;
const url = process.env.DATABASE_URL ?? `file:${path.join(root, "data/heapwise.db")}`;
const postgres = /^postgres(ql)?:/.test(url);

/** The schema with the provider replaced. Derived on every run, never committed. */
function postgresTwin(): string {
  const folder = path.join(root, "node_modules/.cache/prisma-postgres");
  const twin = readFileSync(path.join(root, "prisma/schema.prisma"), "utf8")
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace("../lib/db/generated/sqlite", path.join(root, "lib/db/generated/postgresql"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "schema.prisma"), twin);
  return path.join(folder, "schema.prisma");
}

export default defineConfig({
  schema: postgres ? postgresTwin() : path.join(root, "prisma/schema.prisma"),
  migrations: { path: path.join(root, `prisma/migrations/${postgres ? "postgresql" : "sqlite"}`) },
  datasource: { url },
});
