// Installs node_modules from the lockfile when it is missing or older.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { inProject, run } from "./project.mjs";
import { step } from "./progress.mjs";

const lockfile = inProject("package-lock.json");
/** npm's own record of what it installed, in the lockfile's form. */
const installed = inProject("node_modules/.package-lock.json");

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/** @param {string} file @returns {Packages} by path below the root; "" is the project itself */
const packagesIn = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

/**
 * Whether everything in the lockfile is installed in its version. Optional packages may be missing: they are
 * for other platforms.
 * @returns {boolean}
 */
export function dependenciesAreCurrent() {
  if (!existsSync(installed)) return false;
  const there = packagesIn(installed);
  return Object.entries(packagesIn(lockfile)).every(([place, { version, optional }]) => {
    if (place === "") return true;
    return there[place] === undefined ? optional === true : there[place].version === version;
  });
}

/** @param {string} command */
function exists(command) {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Whether the compiled SQLite binding for this machine can be downloaded. */
async function bindingCanBeFetched() {
  if (process.env.npm_config_better_sqlite3_local_prebuilds) return true;
  const version = packagesIn(lockfile)["node_modules/better-sqlite3"]?.version;
  const header = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport()).header;
  const platform = process.platform === "linux" && !header?.glibcVersionRuntime ? "linuxmusl" : process.platform;
  const file = `better-sqlite3-v${version}-node-v${process.versions.modules}-${platform}-${process.arch}.tar.gz`;
  const url = `https://github.com/WiseLibs/better-sqlite3/releases/download/v${version}/${file}`;
  try {
    return (await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/** Fails with one sentence when the SQLite binding can neither be fetched nor compiled. */
export async function checkCompiler() {
  const missing = [["python3", "python3"], ["make", "make"], ["g++", "g++"]].filter(([command]) => !exists(/** @type {string} */ (command)));
  if (missing.length === 0 || (await bindingCanBeFetched())) return;
  throw new Error(
    `SQLite's compiled binding cannot be downloaded here, and compiling it needs ${missing.map(([name]) => name).join(", ")}; on Debian or Ubuntu: apt-get install python3 make g++`,
  );
}

/** Installs from the lockfile if that is needed. */
export async function ensureDependencies() {
  if (dependenciesAreCurrent()) return;
  await step("Installing dependencies from the lockfile (two minutes when SQLite has to be compiled)", async () => {
    await checkCompiler();
    await run(process.platform === "win32" ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"], { quiet: true });
  });
}
