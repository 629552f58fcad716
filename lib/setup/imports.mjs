// npm run imports: whether every import points the way that .dependency-cruiser.mjs allows.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { inProject, root } from "./project.mjs";
import { filesBelow } from "./sources.mjs";

const folders = ["app", "components", "lib"];

/** @typedef {{ rule: string, from: string, to: string, reason: string }} Violation */

/** The sources that the rules are about. @param {string} base */
const sourcesIn = (base) =>
  folders
    .flatMap((folder) => filesBelow(path.join(base, folder), (file) => /\.(ts|tsx|mjs)$/.test(file)))
    .map((file) => path.relative(base, file))
    .filter((file) => !file.startsWith("lib/db/generated/"));

/**
 * Checks all imports below `base`.
 * @param {string} [base] a folder with app, components and lib
 * @returns {Promise<{ modules: number, violations: Violation[] }>}
 * @throws {Error} when a source was not looked at
 */
export async function checkImports(base = root) {
  const [{ cruise }, { default: config }, { default: extractTsConfig }] = await Promise.all([
    import("dependency-cruiser"),
    import(pathToFileURL(inProject(".dependency-cruiser.mjs")).href),
    import("dependency-cruiser/config-utl/extract-ts-config"),
  ]);
  const sources = sourcesIn(base);
  const { tsConfig: _, enhancedResolveOptions, ...options } = config.options;
  const { output } = await cruise(sources, { ...options, baseDir: base, ruleSet: { forbidden: config.forbidden }, validate: true }, enhancedResolveOptions, {
    tsConfig: extractTsConfig(inProject("tsconfig.json")),
  });
  if (typeof output === "string") throw new Error("dependency-cruiser gave text where data was asked for.");
  // Without a TypeScript that it can use, dependency-cruiser skips every .ts file and reports success.
  const seen = new Map(output.modules.map((module) => [module.source, module]));
  const missed = sources.filter((file) => !seen.has(file));
  if (missed.length) throw new Error(`dependency-cruiser did not look at ${missed.length} of ${sources.length} files, ${missed[0]} among them.`);
  if (base === root && !output.modules.some((module) => module.source.endsWith(".ts") && module.dependencies.length > 0)) {
    throw new Error("dependency-cruiser found no import in any TypeScript file.");
  }
  const reasons = new Map(output.summary.ruleSetUsed?.forbidden?.map((rule) => [rule.name, rule.comment]));
  const violations = output.summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    from,
    to: cycle ? cycle.map((step) => step.name).join(" → ") : to,
    reason: reasons.get(rule.name) ?? "",
  }));
  return { modules: sources.length, violations };
}

if (process.argv[1] === import.meta.filename) {
  const { modules, violations } = await checkImports();
  for (const { rule, from, to, reason } of violations) console.log(`${rule}: ${from} → ${to}\n    ${reason}`);
  console.log(`${modules} modules, ${violations.length} imports that point the wrong way`);
  if (violations.length) process.exitCode = 1;
}
