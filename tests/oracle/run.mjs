// Runs programs on real CPython and prints what each printed, in the shape of tests/conformance/expected.json:
//   npm ci --prefix tests/oracle && node tests/oracle/run.mjs 3.13 FILE...
// One version a process: two builds do not share one.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [version, ...files] = process.argv.slice(2);
if (!version || files.length === 0) throw new Error("run.mjs VERSION FILE...");
const folder = path.dirname(createRequire(import.meta.url).resolve(`cpython-${version}/package.json`));
const { loadPyodide } = await import(`cpython-${version}`);
const lines = [];
const pyodide = await loadPyodide({ indexURL: `${folder}/`, env: { PYTHONHASHSEED: "0" }, stdout: (line) => lines.push(line), stderr: (line) => lines.push(line) });

/** Runs `source` as `__main__`, and gives its output and the last line of the traceback that ended it. */
const judge = pyodide.runPython(`
import sys, io, traceback, types, ast, gc
thresholds = gc.get_threshold()
def tidy(main, out):
    """What the end of a process does to its main module; what comes later is nobody's output."""
    sys.settrace(None); sys.setprofile(None)
    sys.last_value = sys.last_traceback = None
    names = [name for name in main.__dict__ if name != "__builtins__"]
    for name in [n for n in names if n[0] == "_" and n[1:2] != "_"] + [n for n in names if n[0] != "_" or n[1:2] == "_"]:
        main.__dict__[name] = None
    sys.stdout = io.StringIO()
    gc.enable(); gc.set_threshold(*thresholds); gc.set_debug(0); gc.unfreeze(); gc.callbacks.clear(); gc.garbage.clear()
    sys.unraisablehook = sys.__unraisablehook__; sys.excepthook = sys.__excepthook__; sys.displayhook = sys.__displayhook__
    sys.setrecursionlimit(1000); sys.set_int_max_str_digits(4300) if hasattr(sys, "set_int_max_str_digits") else None
    gc.collect()
def judge(source, repl):
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    main.__builtins__ = __builtins__
    out, error, keep = io.StringIO(), None, sys.stdout
    sys.stdout = out
    def last(e):
        return "".join(traceback.format_exception_only(type(e), e)).strip().splitlines()[-1]
    try:
        if repl:
            rows, units = source.splitlines(True), []
            for node in ast.parse(source).body:
                start = min([node.lineno] + [d.lineno for d in getattr(node, "decorator_list", [])])
                if units and start <= units[-1][1]: units[-1][1] = node.end_lineno
                else: units.append([start, node.end_lineno])
            for first, end in units:
                try: exec(compile("\\n" * (first - 1) + "".join(rows[first - 1:end]) + "\\n", "<stdin>", "single"), main.__dict__)
                except BaseException as e: print(last(e))
        else:
            exec(compile(source, "<script>", "exec"), main.__dict__)
    except BaseException as e:
        if not (isinstance(e, SystemExit) and e.code in (0, None)): error = last(e)
    finally:
        tidy(main, out)
        sys.stdout = keep
    return [out.getvalue(), error]
judge
`);
const answers = {};
for (const file of files) {
  const source = readFileSync(file, "utf8");
  const [stdout, error] = judge(source, /^# mode: repl$/m.test(source)).toJs();
  answers[file] = { stdout, error: error ?? null };
}
console.log(JSON.stringify(answers, null, 1));
process.exit(0);
