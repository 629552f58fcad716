// npm run -s py, npm run -s cards: bundles a command written in TypeScript when its sources changed, then runs it here.
//   node lib/setup/engine-bundle.mjs ENTRY BUNDLE [ARGUMENT...]
import "./node-version.mjs";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { inProject, root } from "./project.mjs";
import { hashOf } from "./sources.mjs";

/** @param {string} bundle @returns {string} beside the bundle: which files it was made from, and their hash */
const recordOf = (bundle) => `${bundle}.sources.json`;

/** Whatever is imported is in the list, so a new file shows as a change in one of these. @param {string} bundle */
function isCurrent(bundle) {
  if (!existsSync(bundle) || !existsSync(recordOf(bundle))) return false;
  const { files, hash } = /** @type {{ files: string[], hash: string }} */ (JSON.parse(readFileSync(recordOf(bundle), "utf8")));
  const absolute = files.map((file) => inProject(file));
  return absolute.every((file) => existsSync(file)) && hashOf(absolute) === hash;
}

/** Several may bundle at once: each file appears whole. @param {string} file @param {string | Uint8Array} content */
function writeWhole(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

/** @param {string} entry @param {string} bundle absolute */
async function bundleFrom(entry, bundle) {
  const { build } = await import("esbuild");
  const result = await build({
    entryPoints: [inProject(entry)], absWorkingDir: root, outfile: bundle, write: false, metafile: true, bundle: true, packages: "external",
    platform: "node", target: "node20", format: "esm", sourcemap: "linked", logLevel: "error",
  });
  mkdirSync(path.dirname(bundle), { recursive: true });
  for (const file of result.outputFiles) writeWhole(file.path, file.contents);
  const files = [...Object.keys(result.metafile.inputs), "package-lock.json"].sort();
  writeWhole(recordOf(bundle), JSON.stringify({ files, hash: hashOf(files.map((file) => inProject(file))) }));
}

const [entry, output, ...args] = process.argv.slice(2);
if (!entry || !output) throw new Error("engine-bundle.mjs ENTRY BUNDLE [ARGUMENT...]");
if (!existsSync(inProject("node_modules/esbuild"))) {
  console.error("The dependencies are not installed. Run: npm ci");
  process.exit(1);
}
const bundle = inProject(output);
if (!isCurrent(bundle)) {
  await bundleFrom(entry, bundle).catch((error) => {
    // esbuild has printed what is wrong in a source.
    if (!("errors" in error)) console.error(error);
    process.exit(1);
  });
}
process.argv = [process.execPath, bundle, ...args];
await import(pathToFileURL(bundle).href);
