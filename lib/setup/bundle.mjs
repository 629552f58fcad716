// Bundles a program written in TypeScript into one file for Node, when its sources changed.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
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

/** Packages in CommonJS ask for Node's own modules by require, which a module does not have. */
const requireForPackages = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

/**
 * Makes the bundle unless it is current. Rejects with esbuild's error, which it has printed, when a source is wrong.
 * @param {string} entry @param {string} output both below the root
 * @param {{ packages?: "external" | "bundle" }} [options] whether packages stay in node_modules or come along
 * @returns {Promise<string>} the bundle, absolute
 */
export async function ensureBundle(entry, output, { packages = "external" } = {}) {
  const bundle = inProject(output);
  if (isCurrent(bundle)) return bundle;
  const { build } = await import("esbuild");
  const result = await build({
    entryPoints: [inProject(entry)], absWorkingDir: root, outfile: bundle, write: false, metafile: true, bundle: true, packages,
    platform: "node", target: "node20", format: "esm", sourcemap: "linked", logLevel: "error",
    ...(packages === "bundle" ? { banner: { js: requireForPackages } } : {}),
  });
  mkdirSync(path.dirname(bundle), { recursive: true });
  for (const file of result.outputFiles) writeWhole(file.path, file.contents);
  const files = [...Object.keys(result.metafile.inputs), "package-lock.json"].sort();
  writeWhole(recordOf(bundle), JSON.stringify({ files, hash: hashOf(files.map((file) => inProject(file))) }));
  return bundle;
}

/** The program that runs others' Python for the server, in a process of its own (lib/lab/process.ts): one file, the only one it may read. */
export const ensureLabChild = () => ensureBundle("lib/lab/child.ts", "build/lab-child.mjs", { packages: "bundle" });
