// npm run engine:build: the engine as a package in build/engine: an ES module, its types, and the py command.
//   node build/engine/py.mjs FILE.py
import "./node-version.mjs";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { inProject, root, runNode } from "./project.mjs";

const target = inProject("build/engine");
const door = inProject("lib/engine/index.ts");

/** The command takes the engine from the module beside it. @type {import("esbuild").Plugin} */
const besideIt = {
  name: "engine beside the command",
  setup: ({ onResolve }) => onResolve({ filter: /\/index\.ts$/ }, ({ path: name, resolveDir }) => (path.resolve(resolveDir, name) === door ? { path: "./engine.mjs", external: true } : undefined)),
};

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
  await bundle("lib/engine/cli.ts", "command.mjs", { plugins: [besideIt] });
  writeFileSync(path.join(target, "py.mjs"), `#!/usr/bin/env node\nimport * as nodeModule from "node:module";\nnodeModule.enableCompileCache?.();\nawait import("./command.mjs");\n`, { mode: 0o755 });
  await writeTypes();
  writeFileSync(path.join(target, "package.json"), `${JSON.stringify({ name: "heapwise-engine", version: "0.1.0", type: "module", license: "MIT", exports: { ".": { types: "./types/index.d.ts", default: "./engine.mjs" } }, bin: { py: "./py.mjs" } }, null, 2)}\n`);
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
  for (const file of ["engine.mjs", "library.mjs", "command.mjs"]) console.log(`${file}: ${(gzipSync(readFileSync(path.join(target, file)), { level: 9 }).length / 1024).toFixed(0)} KB gzip`);
}
