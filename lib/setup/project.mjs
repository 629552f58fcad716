// Where things lie, and how programs of the project are started. Needs nothing installed.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** The project's root folder, absolute. */
export const root = path.resolve(import.meta.dirname, "../..");

/** @param {string[]} parts path below the root @returns {string} absolute */
export const inProject = (...parts) => path.join(root, ...parts);

export const defaultDatabaseUrl = "file:./data/heapwise.db";

/** @param {string} url @returns {"sqlite" | "postgresql"} */
export const providerOf = (url) => (/^postgres(ql)?:/.test(url) ? "postgresql" : "sqlite");

/**
 * The database's URL as every process of the project must see it: a relative SQLite path counts from the
 * root, whatever folder a process was started in.
 * @param {string | undefined} url @returns {string}
 */
export function absoluteDatabaseUrl(url) {
  const given = url || defaultDatabaseUrl;
  if (providerOf(given) === "postgresql") return given;
  if (!given.startsWith("file:")) {
    throw new Error(`DATABASE_URL must begin with "file:" or "postgresql://", but begins with "${given.slice(0, 12)}".`);
  }
  return `file:${path.resolve(root, given.slice("file:".length))}`;
}

/** Reads .env if there is one; variables that are set already win. Then makes DATABASE_URL absolute. */
export function loadEnvironment() {
  const file = inProject(".env");
  if (existsSync(file)) process.loadEnvFile(file);
  process.env.DATABASE_URL = absoluteDatabaseUrl(process.env.DATABASE_URL);
  process.env.NEXT_TELEMETRY_DISABLED ??= "1";
  process.env.CHECKPOINT_DISABLE ??= "1";
}

/** A program ended with a status other than 0. Its own output has said why. */
export class CommandFailed extends Error {
  /** @param {string} command @param {number} status @param {string} output what it printed, if captured */
  constructor(command, status, output) {
    super(`${command} ended with status ${status}.`);
    this.status = status;
    this.output = output;
  }
}

/**
 * Runs a program in the root folder and waits for it. With `quiet` its output is kept for the error.
 * @param {string} command @param {string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} the output, if quiet
 * @throws {CommandFailed}
 */
export function run(command, args, { quiet = false, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => { output += text; });
    child.on("error", reject);
    child.on("close", (status, signal) => {
      if (status === 0) resolve(output);
      else reject(new CommandFailed([path.basename(command), ...args].join(" "), status ?? (signal ? 1 : 0), output));
    });
  });
}

/** How Node runs one of the app's own commands, written in TypeScript, outside Next. @param {string} file below the root @param {string[]} args */
const commandLine = (file, args) => ["--conditions=react-server", "--import", "tsx", file, ...args];

/** @param {string} file below the root @param {string[]} [args] @returns {Promise<string>} what it printed */
export const runCommand = (file, args = []) => run(process.execPath, commandLine(file, args), { quiet: true });

/** The same, printing to this terminal. @param {string} file below the root @param {string[]} args @returns {Promise<string>} */
export const runCommandHere = (file, args) => run(process.execPath, commandLine(file, args));

/** Loads content/ into the database of DATABASE_URL. @returns {Promise<string>} what changed */
export const syncContent = () => runCommand("lib/command/sync-library.ts");

/** Makes a one-time link valid while there is no admin. @returns {Promise<string | undefined>} its token */
export const issueAdminToken = async () => (await runCommand("lib/command/admin-link.ts")).trim() || undefined;

/** @param {string} bin file below node_modules @param {string[]} args @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv }} [options] */
export const runNode = (bin, args, options) => run(process.execPath, [inProject("node_modules", bin), ...args], options);
