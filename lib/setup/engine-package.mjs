// npm run engine:build: the engine as a package in build/engine: an ES module, its types, and the py command.
//   node build/engine/py.mjs FILE.py
import "./node-version.mjs";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { pythonHalves } from "./engine-sources.mjs";
import { inProject, root, runNode } from "./project.mjs";

const target = inProject("build/engine");

/** Python halves of modules are text that most programs never import: they lie in a file of their own. @type {import("esbuild").Plugin} */
const libraryApart = {
  name: "library apart",
  setup: ({ onResolve }) => onResolve({ filter: /\/sources\.ts$/ }, ({ resolveDir }) => (resolveDir.includes("lib/engine") ? { path: "./library.mjs", external: true } : undefined)),
};

/** @param {string} entry @param {string} file @param {Partial<import("esbuild").BuildOptions>} [more] */
const bundle = (entry, file, more = {}) =>
  build({
    entryPoints: [inProject(entry)], absWorkingDir: root, outfile: path.join(target, file), bundle: true, minify: true, platform: "node", target: "node20", format: "esm",
    tsconfig: inProject("tsconfig.json"), logLevel: "error", ...more,
  });

/** Makes the package. */
export async function buildEngine() {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  await bundle("lib/engine/index.ts", "engine.mjs", { platform: "neutral", plugins: [libraryApart] });
  await bundle("lib/engine/python/sources.ts", "library.mjs", { platform: "neutral" });
  await buildForNode();
  await writeTypes();
  const door = { types: "./types/index.d.ts", node: "./node.mjs", default: "./engine.mjs" };
  writeFileSync(path.join(target, "package.json"), `${JSON.stringify({ name: "heapwise-engine", version: "0.1.0", type: "module", license: "MIT", exports: { ".": door }, bin: { py: "./py.mjs" } }, null, 2)}\n`);
}

/**
 * For Node one script, whose compiled code can be kept (V8 keeps that of scripts, not of modules, before Node 22), and
 * beside it the Python halves as files.
 */
async function buildForNode() {
  await bundle("lib/engine/packaged.ts", "engine.cjs", { format: "cjs", plugins: [libraryApart] });
  const hash = createHash("sha256").update(readFileSync(path.join(target, "engine.cjs"))).digest("hex").slice(0, 16);
  for (const file of ["node.mjs", "py.mjs"]) await bundle(`lib/setup/engine-package/${file}`, file, { define: { "process.env.ENGINE_HASH": JSON.stringify(hash) }, banner: file === "py.mjs" ? { js: "#!/usr/bin/env node" } : {} });
  chmodSync(path.join(target, "py.mjs"), 0o755);
  mkdirSync(path.join(target, "library"));
  for (const [name, text] of Object.entries(pythonHalves())) writeFileSync(path.join(target, "library", `${name}.py`), text);
  // The first run keeps the code that it compiled, for those that follow.
  spawnSync(process.execPath, [path.join(target, "py.mjs"), inProject("lib/setup/engine-package/warm.py")]);
}

/** The declarations of the door and of what it names, written by the compiler. */
async function writeTypes() {
  const project = path.join(target, "tsconfig.types.json");
  writeFileSync(project, JSON.stringify({ extends: "../../tsconfig.json", compilerOptions: { noEmit: false, declaration: true, emitDeclarationOnly: true, incremental: false, rootDir: "../../lib/engine", outDir: "types", plugins: [] }, files: ["../../lib/engine/index.ts"], include: [] }));
  await runNode("typescript-7/bin/tsc", ["-p", project], { quiet: true });
  rmSync(project);
}

if (process.argv[1] === import.meta.filename) {
  await buildEngine();
  for (const file of ["engine.mjs", "library.mjs", "engine.cjs", "py.mjs"]) console.log(`${file}: ${(gzipSync(readFileSync(path.join(target, file)), { level: 9 }).length / 1024).toFixed(0)} KB gzip`);
}
