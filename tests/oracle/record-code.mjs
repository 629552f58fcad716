// Records how real CPython compiles programs, in the shape of tests/engine/compiler/recorded-*.json:
//   node tests/oracle/record-code.mjs 3.13 tests/engine/compiler/recorded-3.14.json tests/engine/compiler/recorded-3.13.json
// The first file gives the programs; those that the version cannot compile are left out.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [version, from, to] = process.argv.slice(2);
if (!version || !from || !to) throw new Error("record-code.mjs VERSION FROM.json TO.json");
const folder = path.dirname(createRequire(import.meta.url).resolve(`cpython-${version}/package.json`));
const { loadPyodide } = await import(`cpython-${version}`);
const pyodide = await loadPyodide({ indexURL: `${folder}/`, env: { PYTHONHASHSEED: "0" } });

const record = pyodide.runPython(`
import dis, json, sys, types, warnings
warnings.simplefilter("ignore")

def constant(c):
    kind = type(c).__name__
    if c is None: return "none"
    if c is ...: return "ellipsis"
    if isinstance(c, complex): return f"complex {c.real!r} {c.imag!r}"
    if isinstance(c, bytes): return f"bytes {c.hex()}"
    if isinstance(c, tuple): return ["tuple", *map(constant, c)]
    if isinstance(c, frozenset): return ["frozenset", *sorted(map(constant, c), key=lambda x: json.dumps(x, ensure_ascii=False, separators=(",", ":")))]
    if isinstance(c, slice): return ["slice", constant(c.start), constant(c.stop), constant(c.step)]
    if isinstance(c, types.CodeType): return f"code {getattr(c, 'co_qualname', c.co_name)}"
    if isinstance(c, float): return f"float {c!r}"
    return f"{kind} {c}"

def stable(text):
    return "" if text.startswith("<code object") or "frozenset({" in text else text

def row(i):
    p = getattr(i, "positions", None)
    place = [i.starts_line, None, None, None] if p is None else [p.lineno, p.end_lineno, p.col_offset, p.end_col_offset]
    return [i.opname, i.arg, stable(i.argrepr), i.offset, *place]

def handlers(code):
    parse = getattr(dis, "_parse_exception_table", None)
    return [[e.start, e.end, e.target, e.depth, e.lasti] for e in parse(code)] if parse else []

def describe(code):
    own = {
        "name": code.co_name, "qualname": getattr(code, "co_qualname", code.co_name), "firstLine": code.co_firstlineno,
        "argCount": code.co_argcount, "posOnly": code.co_posonlyargcount, "kwOnly": code.co_kwonlyargcount,
        "flags": code.co_flags, "stackSize": code.co_stacksize, "names": code.co_names, "varNames": code.co_varnames,
        "cellVars": code.co_cellvars, "freeVars": code.co_freevars, "consts": [constant(c) for c in code.co_consts],
        "code": [row(i) for i in dis.get_instructions(code)], "handlers": handlers(code),
    }
    return [own] + [d for c in code.co_consts if isinstance(c, types.CodeType) for d in describe(c)]

def record(text):
    cases = []
    for case in json.loads(text)["cases"]:
        try:
            code = compile(case["source"], "<script>", case["mode"], dont_inherit=True)
        except (SyntaxError, ValueError):
            continue
        cases.append({"name": case["name"], "mode": case["mode"], "source": case["source"], "codes": describe(code)})
    return json.dumps({"release": sys.version.split()[0], "cases": cases}, ensure_ascii=True)
record
`);
const recorded = JSON.parse(record(readFileSync(from, "utf8")));
const cases = recorded.cases.map((one) => JSON.stringify(one)).join(",\n");
writeFileSync(to, `{"release": ${JSON.stringify(recorded.release)}, "cases": [\n${cases}\n]}\n`);
process.exit(0);
