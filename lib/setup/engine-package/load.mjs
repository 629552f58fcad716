// How the package starts quickly in Node: its script is evaluated together with what this very version of Node compiled of
// it before. What is kept lies beside the script, is checked before it is used, and is made anew when it does not fit.
import { readFileSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { Script } from "node:vm";
import zlib from "node:zlib";

/** A check sum in four bytes, then the script's hash. */
const HEADER = 4 + 16;

/** @param {string} folder @returns {string} of one version of Node and kind of machine */
const cacheFile = (folder) => path.join(folder, `engine-${process.version}-${process.arch}.cache`);

/**
 * V8 takes compiled code on trust: a damaged file would end the process, so its sum is checked here.
 * @param {string} folder @param {string} hash of the script @returns {Buffer | undefined}
 */
function readCache(folder, hash) {
  try {
    const bytes = readFileSync(cacheFile(folder));
    const isWhole = bytes.toString("latin1", 4, HEADER) === hash && bytes.readUInt32LE(0) === zlib.crc32(bytes.subarray(4));
    return isWhole ? bytes.subarray(HEADER) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps what is compiled by now. Where the folder cannot be written the next start compiles again.
 * @param {string} folder @param {string} hash @param {Script} script
 */
function writeCache(folder, hash, script) {
  const file = cacheFile(folder);
  const own = `${file}.${process.pid}`;
  try {
    const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(hash, "latin1"), script.createCachedData()]);
    bytes.writeUInt32LE(zlib.crc32(bytes.subarray(4)), 0);
    writeFileSync(own, bytes);
    renameSync(own, file);
  } catch {
    rmSync(own, { force: true });
  }
}

/** The Python halves of modules, each read when it is first imported. @param {string} folder */
function library(folder) {
  /** @type {ProxyHandler<Record<string, string>>} */
  const reader = { get: (_target, name) => readFileSync(path.join(folder, "library", `${String(name)}.py`), "utf8") };
  return { pythonSources: new Proxy({}, reader) };
}

/**
 * The engine and its command, from `engine.cjs` in a folder. `keep` writes the compiled code where what lies there does
 * not fit; call it when the work is done, so that all that was used is in it.
 * @param {string} folder @param {string} hash of the script
 */
export function loadEngine(folder, hash) {
  const filename = path.join(folder, "engine.cjs");
  const canKeep = typeof zlib.crc32 === "function";
  const cachedData = canKeep ? readCache(folder, hash) : undefined;
  const script = new Script(`(function(exports,require,module){${readFileSync(filename, "latin1")}\n})`, { filename, cachedData });
  /** @type {{ exports: typeof import("../../engine/packaged.ts") }} */
  const module = { exports: Object.create(null) };
  script.runInThisContext()(module.exports, (/** @type {string} */ name) => (name === "node:fs" ? { readFileSync, writeSync } : library(folder)), module);
  const keep = () => {
    if (canKeep && (cachedData === undefined || script.cachedDataRejected)) writeCache(folder, hash, script);
  };
  return { engine: module.exports, keep };
}
