// Writes lib/engine/python/sources.ts from the .py files beside it: the engine has no file system, so its Python halves
// travel as text. `--check` fails when the written file is stale.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../engine/python");
const target = path.join(root, "sources.ts");

/**
 * Module name of a source file: `collections/abc.py` is `collections.abc`, `collections/__init__.py` is `collections`.
 * @param {string} file
 */
function moduleName(file) {
  return file.replace(/\.py$/, "").replace(/(^|\/)__init__$/, "").replaceAll("/", ".");
}

/** @returns {string[]} */
function sourceFiles(folder = "") {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return sourceFiles(name);
    return entry.name.endsWith(".py") ? [name] : [];
  });
}

function generated() {
  const rows = sourceFiles()
    .sort()
    .map((file) => `  ${JSON.stringify(moduleName(file))}: ${JSON.stringify(readFileSync(path.join(root, file), "utf8"))},\n`);
  return `// Written by \`npm run engine:sources\` from the .py files in this folder; do not edit.\n\n/** Python halves of modules by dotted name. */\nexport const pythonSources: Readonly<Record<string, string>> = {\n${rows.join("")}};\n`;
}

const text = generated();
if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    console.error("lib/engine/python/sources.ts is stale: run `npm run engine:sources`.");
    process.exitCode = 1;
  }
} else writeFileSync(target, text);
