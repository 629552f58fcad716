// Makes a script of an ES module that esbuild has minified, so that V8's compiled code of it can be kept: its value is a function of
// what the module's exports are put into, and of what loads another.

/** What such a module begins with, again and again, and what it ends with. */
const IMPORT = /^import(?:\{([^{}]*)\}from)?"([^"]+)";/;
const EXPORT = /export\{([^{}]*)\};\s*$/;

/** The pairs of `a as b,c`, `a` being renamed to `b`. @param {string} names @param {(from: string, to: string) => string} shown */
const renamed = (names, shown) => names.split(",").map((name) => {
  const [from = "", to = from] = name.split(" as ");
  return shown(from, to);
}).join(",");

/**
 * Imports become constants, taken out of what `require` gives, and exports properties of `exports`. That is the same where
 * no module imports one that imports it, and no exported name changes its value once its module has run.
 * @param {string} module @returns {string}
 */
export function asScript(module) {
  let head = "";
  let rest = module;
  for (let found = IMPORT.exec(rest); found; found = IMPORT.exec(rest)) {
    const [all, names, from] = found;
    rest = rest.slice(all.length);
    head += `${names ? `const{${renamed(names, (name, local) => `${name}:${local}`)}}=` : ""}require("${from}");`;
  }
  return `(function(exports,require){${head}${rest.replace(EXPORT, (_, names) => `Object.assign(exports,{${renamed(names, (local, name) => `${name}:${local}`)}});`)}\n})`;
}
