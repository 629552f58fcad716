// Compares schemas with Prisma's schema engine compiled to wasm. Development only: needs no database and no download.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

/** @param {string} content */
const files = (content) => [{ path: "schema.prisma", content }];
/** @param {string} text @param {string} provider */
export const schemaFor = (text, provider) => text.replace('provider = "sqlite"', `provider = "${provider}"`);
/** @param {string} content */
export const datamodel = (content) => ({ tag: "schemaDatamodel", files: files(content) });
/** The database that the adapter is connected to. @param {string} content */
export const database = (content) => ({ tag: "schemaDatasource", files: files(content), configDir: "." });
export const empty = { tag: "empty" };

/** @typedef {{ diff(request: object): Promise<{ exitCode: number, stdout: string }> }} Engine */
/** @type {{ SchemaEngine: { new: (options: object, log: () => void, adapter: unknown) => Promise<Engine> } } | undefined} */
let glue;

async function load() {
  if (glue) return glue;
  const name = "@prisma/schema-engine-wasm/schema_engine_bg";
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: console.error } });
  const loaded = await import(name);
  const folder = path.dirname(createRequire(import.meta.url).resolve(name));
  const { instance } = await WebAssembly.instantiate(readFileSync(path.join(folder, "schema_engine_bg.wasm")), { "./schema_engine_bg.js": loaded });
  loaded.__wbg_set_wasm(instance.exports);
  /** @type {() => void} */ (instance.exports.__wbindgen_start)();
  glue = loaded;
  return loaded;
}

/** An adapter without a database; comparing two schema texts needs no more. @param {string} provider */
function offline(provider) {
  const name = { provider: provider === "sqlite" ? "sqlite" : "postgres", adapterName: "offline" };
  // What the engine asks first: does the schema exist, and which server is it (column types: boolean, text, int32).
  const answer = { columnNames: ["exists", "version", "numeric_version"], columnTypes: [5, 7, 0], rows: [[true, "PostgreSQL 17.0", 170000]] };
  const connect = async () => ({
    ...name,
    queryRaw: async () => answer,
    executeRaw: async () => 0,
    executeScript: async () => {},
    dispose: async () => {},
    startTransaction: async () => { throw new Error("There is no database behind the offline adapter."); },
  });
  return { ...name, connect, connectToShadowDb: connect };
}

/**
 * The SQL that leads from one schema to the other; "" when they are equal.
 * @param {{ provider: string, from: object, to: object, schema: string, adapter?: unknown }} request
 * @returns {Promise<string>}
 */
export async function schemaDiff({ provider, from, to, schema, adapter = offline(provider) }) {
  const { SchemaEngine } = await load();
  const factory = bindMigrationAwareSqlAdapterFactory(/** @type {Parameters<typeof bindMigrationAwareSqlAdapterFactory>[0]} */ (adapter));
  const engine = await SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, factory);
  const result = await engine.diff({ from, to, script: true, exitCode: true, shadowDatabaseUrl: null, filters: { externalTables: [], externalEnums: [] } });
  return result.exitCode === 0 ? "" : result.stdout;
}
