// npm run -s py, npm run -s cards: bundles a command written in TypeScript when its sources changed, then runs it here.
//   node lib/setup/engine-bundle.mjs ENTRY BUNDLE [ARGUMENT...]
import "./node-version.mjs";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { ensureBundle } from "./bundle.mjs";
import { inProject } from "./project.mjs";

const [entry, output, ...args] = process.argv.slice(2);
if (!entry || !output) throw new Error("engine-bundle.mjs ENTRY BUNDLE [ARGUMENT...]");
if (!existsSync(inProject("node_modules/esbuild"))) {
  console.error("The dependencies are not installed. Run: npm ci");
  process.exit(1);
}
const bundle = inProject(output);
await ensureBundle(entry, bundle).catch((error) => {
  // esbuild has printed what is wrong in a source.
  if (!("errors" in error)) console.error(error);
  process.exit(1);
});
process.argv = [process.execPath, bundle, ...args];
await import(pathToFileURL(bundle).href);
