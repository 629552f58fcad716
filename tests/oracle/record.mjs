// Runs record_code.py on the CPython of a version that is no program of this computer:
//   npm ci --prefix tests/oracle && node tests/oracle/record.mjs 3.10 FILE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [version, file] = process.argv.slice(2);
if (!version || !file) throw new Error("record.mjs VERSION FILE");
const folder = path.dirname(createRequire(import.meta.url).resolve(`cpython-${version}/package.json`));
const { loadPyodide } = await import(`cpython-${version}`);
const pyodide = await loadPyodide({ indexURL: `${folder}/`, env: { PYTHONHASHSEED: "0" } });
pyodide.FS.mkdir("/recorded");
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: path.dirname(path.resolve(file)) }, "/recorded");
pyodide.runPython(`import sys; sys.argv = ["record_code.py", "/recorded/${path.basename(file)}"]`);
pyodide.runPython(readFileSync(path.join(import.meta.dirname, "record_code.py"), "utf8"));
process.exit(0);
