// Which way imports point. npm run imports checks it (lib/setup/imports.mjs); tests/architecture/imports.test.ts plants what each rule must refuse.

const engine = "^lib/engine/";
/** The engine's layers; a layer may import itself and those to its left (lib/engine/types.ts and python/ are below all). */
const layers = ["lazy", "arithmetic", "profiles", "syntax", "compiler", "core", "protocol", "types", "vm", "threads", "processes", "modules", "trace"];
/** A file that touches the world has one of these names. */
const effects = "^lib/[^/]+/(data|loaders|mutations|actions)\\.ts$";

/** @param {string} layer @param {number} i @returns {import("dependency-cruiser").IForbiddenRuleType} */
const layerRule = (layer, i) => ({
  name: "engine-layers",
  comment: `What is in ${layer}/ is used by the layers after it and by the files beside the door, so it must not need them: each layer can be read and tested with what is before it.`,
  severity: "error",
  from: { path: `${engine}${layer}/` },
  to: { path: `${engine}((${["none", ...layers.slice(i + 1)].join("|")})/|(?!types\\.ts)[^/]+\\.ts$)`, dependencyTypesNot: ["type-only"] },
});

export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Modules in a circle can only be understood, tested and loaded together. Types alone may refer to each other.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "lib-knows-no-ui",
      comment: "The same logic runs in pages, workers, commands and tests; it must not depend on how something is drawn.",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "engine-is-closed",
      comment: "Only the door is a promise: what is behind lib/engine/index.ts, and web.ts for pages, changes freely. Types of results may be named.",
      severity: "error",
      from: { pathNot: engine, path: "^(app|components|lib)/" },
      to: { path: engine, pathNot: "^lib/engine/(index|web)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "engine-is-closed",
      comment: "Of the types behind the door, only those that its results and options are made of.",
      severity: "error",
      from: { pathNot: engine, path: "^(app|components|lib)/" },
      to: { path: engine, pathNot: "^lib/engine/(index|web|types|profiles/types)\\.ts$", dependencyTypes: ["type-only"] },
    },
    {
      name: "engine-imports-nothing",
      comment: "No package, no Node module, nothing else of ours: the same engine runs in a worker, on the server and in tests. The command line stands at its edge.",
      severity: "error",
      from: { path: engine, pathNot: "^lib/engine/cli" },
      to: { pathNot: engine },
    },
    {
      name: "texts-in-their-chunk",
      comment: "The sources of the Python halves weigh as much as the engine's core: pythonHalf(name) finds them without loading them first.",
      severity: "error",
      from: { path: engine, pathNot: `${engine}chunks/python\\.ts$` },
      to: { path: `${engine}python/sources\\.ts$` },
    },
    ...layers.map(layerRule),
    {
      name: "scheduling-is-pure",
      comment: "When a card is due follows from the log alone; the vectors can only prove that of code that reads nothing else. ts-fsrs is formulas.",
      severity: "error",
      from: { path: "^lib/scheduling/" },
      to: { pathNot: "^lib/scheduling/|^node_modules/ts-fsrs/" },
    },
    {
      name: "db-only-in-data-and-mutations",
      comment: "Who reads and writes what can be seen in a few files, each of which asks for the user it acts for. A package of Anki is a database file of its own.",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "^lib/(db|auth|setup|command)/|^lib/exchange/anki-file\\.ts$|^lib/[^/]+/(data|mutations)\\.ts$" },
      to: { path: "^lib/db/|^node_modules/(@prisma|prisma|better-sqlite3|pg)/" },
    },
    {
      name: "pages-use-loaders",
      comment: "Loaders and actions know whose request it is; a page that reads or writes directly would have to remember to ask.",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: { path: "^lib/db/|^lib/[^/]+/(data|mutations)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pure-files-stay-pure",
      comment: "In lib/<domain> the names data, loaders, mutations and actions say that a file touches the world; the others can be run anywhere.",
      severity: "error",
      from: { path: "^lib/", pathNot: `${effects}|^lib/(db|auth|setup|engine|command)/` },
      to: { path: `${effects}|^lib/env\\.ts$|^lib/clock\\.ts$`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-barrels",
      comment: "A file that only re-exports makes everything import everything. The engine's door is the one exception.",
      severity: "error",
      from: {},
      to: { path: "(^|/)index\\.tsx?$", pathNot: "^(lib/engine/index\\.ts|node_modules/)" },
    },
    {
      name: "all-imports-resolve",
      comment: "An import that is not found is checked by no other rule.",
      severity: "error",
      from: {},
      // mdast has types only, in @types/mdast; tsc finds them.
      to: { couldNotResolve: true, pathNot: "^mdast$" },
    },
  ],
  options: {
    tsPreCompilationDeps: true, // types too: which imports are of types only is said of each
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/db/generated/" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"], exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
