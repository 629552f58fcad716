// A hash of the project's sources: what was made from them is current while it is the same.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { inProject, root } from "./project.mjs";

/** @param {string} folder @param {(file: string) => boolean} keep @returns {string[]} absolute, sorted; what is installed is not ours */
export function filesBelow(folder, keep = () => true) {
  if (!existsSync(folder)) return [];
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/[\\/]node_modules([\\/]|$)/.test(entry.parentPath))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(keep)
    .sort();
}

/** @param {string[]} files absolute @returns {string} over names and contents */
export function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/** What the web app is built from. */
export function appSources() {
  const folders = ["app", "components", "lib", "public", "next.config.js", "postcss.config.mjs", "proxy.ts", "instrumentation.ts", "content/glossary.json", "tsconfig.json", "package-lock.json", "prisma/schema.prisma"];
  const aside = [inProject("lib/setup"), inProject("lib/db/generated")];
  return folders.flatMap((folder) => filesBelow(inProject(folder), (file) => !aside.some((one) => file.startsWith(one + path.sep))));
}
