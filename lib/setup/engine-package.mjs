// npm run engine:build: the engine as a package in build/engine: an ES module with its chunks, the types, and the py command.
//   node build/engine/py.mjs FILE.py
import "./node-version.mjs";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { pythonHalves } from "./engine-sources.mjs";
import { asScript } from "./engine-package/as-script.mjs";
import { loadEngine } from "./engine-package/load.mjs";
import { inProject, root, runNode } from "./project.mjs";

const target = inProject("build/engine");
const chunks = ["library", "python", "versions", "rare", "trace"];

/** @type {import("esbuild").BuildOptions & { metafile: true, write: false }} */
const options = {
  absWorkingDir: root, outdir: target, write: false, metafile: true, bundle: true, splitting: true, minify: true, format: "esm", target: "es2022",
  tsconfig: inProject("tsconfig.json"), logLevel: "error",
};

/**
 * What a build of the engine weighs, in bytes of gzip: the core is what its door imports, the rest is what is fetched when
 * a program needs it.
 * @typedef {{ core: number, chunks: Record<string, number> }} Weights
 */

/** Makes the package. @returns {Promise<Weights>} of what a page loads */
export async function buildEngine() {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(path.join(target, "node"), { recursive: true });
  const weights = await buildForPages();
  await buildForNode();
  await writeTypes();
  const door = { types: "./types/web.d.ts", node: "./node.mjs", default: "./engine.mjs" };
  writeFileSync(path.join(target, "package.json"), `${JSON.stringify({ name: "heapwise-engine", version: "0.1.0", type: "module", license: "MIT", exports: { ".": door }, bin: { py: "./py.mjs" } }, null, 2)}\n`);
  return weights;
}

/** ES modules: the door with the core, and the chunks, which it fetches. */
async function buildForPages() {
  const { outputFiles, metafile } = await build({ ...options, entryPoints: { engine: inProject("lib/engine/web.ts") }, outExtension: { ".js": ".mjs" }, platform: "neutral" });
  for (const { path: file, contents } of outputFiles) writeFileSync(file, contents);
  const weight = new Map(outputFiles.map(({ path: file, contents }) => [path.relative(root, file), gzipSync(contents, { level: 9 }).length]));
  /** @param {string | undefined} file @param {Set<string>} seen @returns {Set<string>} it and what it imports */
  const closure = (file, seen) => {
    if (file === undefined || seen.has(file)) return seen;
    seen.add(file);
    for (const { path: imported, kind } of metafile.outputs[file]?.imports ?? []) if (kind === "import-statement") closure(imported, seen);
    return seen;
  };
  /** @param {string} entry */
  const outputOf = (entry) => Object.keys(metafile.outputs).find((file) => metafile.outputs[file]?.entryPoint === entry);
  /** @param {Iterable<string>} files */
  const sum = (files) => [...files].reduce((total, file) => total + (weight.get(file) ?? 0), 0);
  const core = closure(outputOf("lib/engine/web.ts"), new Set());
  return { core: sum(core), chunks: Object.fromEntries(chunks.map((name) => [name, sum(closure(outputOf(`lib/engine/chunks/${name}.ts`), new Set(core))) - sum(core)])) };
}

/**
 * For Node scripts, whose compiled code can be kept (V8 keeps that of scripts, not of modules, before Node 22), and beside
 * them the Python halves as files.
 */
async function buildForNode() {
  const entries = ["packaged", ...chunks.filter((name) => name !== "python").map((name) => `chunks/${name}`)];
  const { outputFiles } = await build({ ...options, entryPoints: Object.fromEntries(entries.map((entry) => [path.basename(entry), inProject(`lib/engine/${entry}.ts`)])), outdir: path.join(target, "node"), outExtension: { ".js": ".cjs" }, platform: "node", external: ["node:fs"] });
  const hash = createHash("sha256");
  for (const { path: file, text } of outputFiles) {
    const script = asScript(text);
    hash.update(script);
    writeFileSync(file, script);
  }
  const engineHash = hash.digest("hex").slice(0, 16);
  const define = { "process.env.ENGINE_HASH": JSON.stringify(engineHash) };
  for (const file of ["node.mjs", "py.mjs"]) {
    await build({ entryPoints: [inProject(`lib/setup/engine-package/${file}`)], absWorkingDir: root, outfile: path.join(target, file), bundle: true, minify: true, platform: "node", target: "node20", format: "esm", logLevel: "error", define, banner: file === "py.mjs" ? { js: "#!/usr/bin/env node" } : {} });
  }
  chmodSync(path.join(target, "py.mjs"), 0o755);
  mkdirSync(path.join(target, "library"));
  for (const [name, text] of Object.entries(pythonHalves())) writeFileSync(path.join(target, "library", `${name}.py`), text);
  // The first run keeps the code that it compiled, for those that follow; then one that needs every chunk keeps theirs.
  for (const program of ["warm.py", "warm-chunks.py"]) {
    for (const version of ["3.14", "3.11"]) spawnSync(process.execPath, [path.join(target, "py.mjs"), "--version", version, inProject(`lib/setup/engine-package/${program}`)]);
  }
  // The command does not record.
  const { engine, keep } = loadEngine(target, engineHash);
  engine.record("1");
  keep();
}

/** The declarations of the door and of what it names, written by the compiler. */
async function writeTypes() {
  const project = path.join(target, "tsconfig.types.json");
  writeFileSync(project, JSON.stringify({ extends: "../../tsconfig.json", compilerOptions: { noEmit: false, declaration: true, emitDeclarationOnly: true, incremental: false, rootDir: "../../lib/engine", outDir: "types", plugins: [] }, files: ["../../lib/engine/web.ts"], include: [] }));
  await runNode("typescript-7/bin/tsc", ["-p", project], { quiet: true });
  rmSync(project);
}

if (process.argv[1] === import.meta.filename) {
  const { core, chunks: weights } = await buildEngine();
  const shown = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(1)} KB gzip`;
  console.log(`engine.mjs: ${shown(core)}; when a program needs them: ${Object.entries(weights).map(([name, bytes]) => `${name} ${shown(bytes)}`).join(", ")}`);
}
