// Makes one file of a program written in TypeScript, and again only when one of its sources changed.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inProject, root } from "./project.mjs";
import { hashOf } from "./sources.mjs";

/** Packages in CommonJS ask for Node's own modules by it. */
const REQUIRE = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

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

/**
 * @param {string} entry below the root
 * @param {string} bundle absolute
 * @param {{ whole?: boolean, define?: () => Record<string, string> }} [options] `whole` takes the packages in too, so that the file runs alone;
 *   `define` gives names their values, as JSON
 */
export async function ensureBundle(entry, bundle, { whole = false, define } = {}) {
  if (isCurrent(bundle)) return;
  const { build } = await import("esbuild");
  const result = await build({
    entryPoints: [inProject(entry)], absWorkingDir: root, outfile: bundle, write: false, metafile: true, bundle: true,
    ...(whole ? { banner: { js: REQUIRE } } : { packages: "external" }), define: define?.() ?? {},
    platform: "node", target: "node20", format: "esm", sourcemap: "linked", logLevel: "error",
  });
  mkdirSync(path.dirname(bundle), { recursive: true });
  for (const file of result.outputFiles) writeWhole(file.path, file.contents);
  const files = [...Object.keys(result.metafile.inputs).filter((file) => !file.startsWith("node_modules/")), "package-lock.json"].sort();
  writeWhole(recordOf(bundle), JSON.stringify({ files, hash: hashOf(files.map((file) => inProject(file))) }));
}
