// The engines of the benchmark, each opened the same way: `open()` gives a function that runs a program as `__main__` and gives
// what it printed, or throws what the program raised.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";

const require = createRequire(import.meta.url);

/** Far beyond what the programs need, so that no limit ends them and each is still checked. */
const LIMITS = { steps: 1e9, memory: 2 ** 30, output: 1e6, frames: 100_000, integerBits: 4_000_000, source: 1e6 };

async function heapwise() {
  const { run } = await import(pathToFileURL(path.resolve(import.meta.dirname, "../../build/engine/node.mjs")).href);
  return (source) => {
    const result = run(source, { version: "3.13", limits: LIMITS });
    if (result.status !== "done") throw new Error(result.status === "raised" ? result.error.lastLine : result.message);
    return result.stdout;
  };
}

async function skulpt() {
  require("skulpt");
  const { Sk } = globalThis;
  let text = "";
  Sk.configure({
    __future__: Sk.python3,
    execLimit: Number.POSITIVE_INFINITY,
    output: (part) => (text += part),
    read: (name) => Sk.builtinFiles.files[name] ?? raise(`no file ${name}`),
  });
  return (source) => {
    text = "";
    try {
      Sk.importMainWithBody("<stdin>", false, source, false);
    } catch (error) {
      throw new Error(String(error));
    }
    return text;
  };
}

function raise(text) {
  throw new Error(text);
}

async function brython() {
  // Brython expects a page: these three names are all that it asks for before a program runs.
  globalThis.self ??= globalThis;
  globalThis.addEventListener ??= () => {};
  globalThis.location ??= { href: "http://bench/", origin: "http://bench", pathname: "/" };
  require("brython/brython.js");
  runInThisContext(readFileSync(require.resolve("brython/brython_stdlib.js"), "utf8"), { filename: "brython_stdlib.js" });
  const { __BRYTHON__: B } = globalThis;
  globalThis.$B = B;
  globalThis.document.dispatchEvent ??= () => {};
  return (source) => {
    let text = "";
    const log = console.log;
    console.log = (part) => (text += String(part).endsWith("\n") ? part : `${part}\n`);
    try {
      B.runPythonSource(source, "__main__");
    } catch (error) {
      throw new Error(String(error?.__class__?.__name__ ?? error));
    } finally {
      console.log = log;
    }
    return text;
  };
}

async function micropython() {
  const { loadMicroPython } = await import("@micropython/micropython-webassembly-pyscript/micropython.mjs");
  let text = "";
  const mp = await loadMicroPython({ heapsize: 64 * 2 ** 20, linebuffer: true, stdout: (line) => (text += `${line}\n`) });
  return (source) => {
    text = "";
    mp.runPython(source);
    return text;
  };
}

async function pyodide() {
  const { loadPyodide } = await import("pyodide");
  let text = "";
  const py = await loadPyodide({ indexURL: path.dirname(require.resolve("pyodide/package.json")), stdout: (line) => (text += `${line}\n`) });
  return (source) => {
    text = "";
    const globals = py.toPy({ __name__: "__main__" });
    try {
      py.runPython(source, { globals });
    } finally {
      globals.destroy();
    }
    return text;
  };
}

/** By the name that the table shows. */
export const ENGINES = { heapwise, skulpt, brython, micropython, pyodide };
