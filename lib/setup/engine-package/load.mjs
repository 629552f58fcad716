// How the package starts quickly in Node: its scripts are evaluated together with what this very version of Node compiled of
// them before. What is kept lies beside the scripts, is checked before it is used, and is made anew when it does not fit.

// An import of one of these makes all that the module could export, streams for one, which takes longer than the engine's first program.
const { readFileSync, renameSync, rmSync, writeFileSync, writeSync } = process.getBuiltinModule("node:fs");
const path = process.getBuiltinModule("node:path");
const vm = process.getBuiltinModule("node:vm");
const zlib = process.getBuiltinModule("node:zlib");

/** A check sum in four bytes, then the scripts' hash. */
const HEADER = 4 + 16;
const canKeep = typeof zlib.crc32 === "function";

/** @param {string} script @returns {string} of one version of Node and kind of machine */
const cacheFile = (script) => `${script}-${process.version}-${process.arch}.cache`;

/**
 * V8 takes compiled code on trust: a damaged file would end the process, so its sum is checked here.
 * @param {string} file @param {string} hash of the scripts @returns {Buffer | undefined}
 */
function readCache(file, hash) {
  if (!canKeep) return undefined;
  try {
    const bytes = readFileSync(cacheFile(file));
    const isWhole = bytes.toString("latin1", 4, HEADER) === hash && bytes.readUInt32LE(0) === zlib.crc32(bytes.subarray(4));
    return isWhole ? bytes.subarray(HEADER) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps what is compiled by now. Where the folder cannot be written the next start compiles again.
 * @param {string} file @param {string} hash @param {import("node:vm").Script} script
 */
function writeCache(file, hash, script) {
  const own = `${cacheFile(file)}.${process.pid}`;
  try {
    const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(hash, "latin1"), script.createCachedData()]);
    bytes.writeUInt32LE(zlib.crc32(bytes.subarray(4)), 0);
    writeFileSync(own, bytes);
    renameSync(own, cacheFile(file));
  } catch {
    rmSync(own, { force: true });
  }
}

/**
 * The engine and its command, from the scripts in a folder. `keep` writes the compiled code of those scripts that ran and
 * had none that fits; call it when the work is done, so that all that was used is in it.
 * @param {string} folder @param {string} hash of the scripts
 */
export function loadEngine(folder, hash) {
  /** @type {Map<string, object>} */
  const loaded = new Map([["node:fs", { readFileSync, writeSync }]]);
  /** @type {(() => void)[]} */
  const toKeep = [];
  /** @param {string} name @returns {object} what the script exports */
  const load = (name) => {
    const known = loaded.get(name);
    if (known) return known;
    const filename = path.join(folder, "node", name);
    const cachedData = readCache(filename, hash);
    const script = new vm.Script(readFileSync(filename, "latin1"), { filename, cachedData });
    if (cachedData === undefined || script.cachedDataRejected) toKeep.push(() => writeCache(filename, hash, script));
    const exports = Object.create(null);
    loaded.set(name, exports);
    script.runInThisContext()(exports, load);
    return exports;
  };
  const engine = /** @type {typeof import("../../engine/packaged.ts")} */ (load("./packaged.cjs"));
  engine.bringChunksBy((chunk) => {
    if (chunk === "python") engine.pythonHalves.fill(library(folder));
    else load(`./${chunk}.cjs`);
  });
  return { engine, keep: () => { if (canKeep) for (const one of toKeep) one(); } };
}

/** The Python halves of modules, each read when it is first imported. @param {string} folder @returns {Record<string, string>} */
function library(folder) {
  return new Proxy({}, { get: (_target, name) => readFileSync(path.join(folder, "library", `${String(name)}.py`), "utf8") });
}
