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

/** @returns {Record<string, string>} sources of the Python halves by module name */
export function pythonHalves() {
  return Object.fromEntries(sourceFiles().sort().map((file) => [moduleName(file), readFileSync(path.join(root, file), "utf8")]));
}

function generated() {
  const rows = Object.entries(pythonHalves()).map(([name, text]) => `  ${JSON.stringify(name)}: ${JSON.stringify(text)},\n`);
  return `// Written by \`npm run engine:sources\` from the .py files in this folder; do not edit.\n\n/** Python halves of modules by dotted name. */\nexport const pythonSources: Readonly<Record<string, string>> = {\n${rows.join("")}};\n`;
}

if (process.argv[1] === import.meta.filename) {
  const text = generated();
  if (!process.argv.includes("--check")) writeFileSync(target, text);
  else if (readFileSync(target, "utf8") !== text) {
    console.error("lib/engine/python/sources.ts is stale: run `npm run engine:sources`.");
    process.exitCode = 1;
  }
}
