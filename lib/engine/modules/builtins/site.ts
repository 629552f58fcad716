import { defineType, type FunctionSpec, nativeFunction, type TypeSpec } from "../../core/define.ts";
import { PyObject, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { PyBytes } from "../../types/bytes-object.ts";
import { PyInt } from "../../types/int-object.ts";
import { argumentTypeName } from "../../types/str-range.ts";
import { PyStr } from "../../types/str-object.ts";

/** What the module `site` adds to the names of every program: objects that are called and that tell so when they are shown. */
class PySiteObject extends PyObject {
  text = "";
}

function siteType(name: string, call: (rt: Runtime, args: readonly PyObject[]) => PyObject): TypeSpec {
  return defineType({
    name,
    module: "_sitebuiltins",
    basicSize: 16,
    baseType: false,
    allocate: (type) => new PySiteObject(type),
    slots: { call: (rt, _self, args) => call(rt, args), repr: (rt, self) => rt.str((self as PySiteObject).text) },
  });
}

const quitter = siteType("Quitter", (rt, [code]) => rt.raiseWith("SystemExit", [retain(code ?? rt.none)]));
/* Differs: help() and the texts of copyright, credits and license are CPython's own prose, and not here. */
const helper = siteType("_Helper", (rt) => rt.raise("NotImplementedError", "help() is not modelled here"));
const printer = siteType("_Printer", (rt) => retain(rt.none));

function make(rt: Runtime, spec: TypeSpec, text: string): PyObject {
  const made = new PySiteObject(rt.typeOf(spec));
  made.text = text;
  return made;
}

/** `exit`, `quit`, `help` and their like; owned. */
export function siteNames(rt: Runtime): Record<string, PyObject> {
  const found: Record<string, PyObject> = {};
  for (const name of ["quit", "exit"]) found[name] = make(rt, quitter, `Use ${name}() or Ctrl-D (i.e. EOF) to exit`);
  for (const name of ["copyright", "credits", "license"]) found[name] = make(rt, printer, `Type ${name}() to see the full ${name} text`);
  found.help = make(rt, helper, "Type help() for interactive help, or help(object) for help about object.");
  return found;
}

function checkMode(rt: Runtime, mode: string): void {
  if (!/^[rwaxtb+]*$/.test(mode) || new Set(mode).size < mode.length) rt.raise("ValueError", `invalid mode: '${mode}'`);
  if (mode.includes("t") && mode.includes("b")) rt.raise("ValueError", "can't have text and binary mode at once");
  if (mode.replace(/[tb+]/g, "").length !== 1) rt.raise("ValueError", `${mode.replace(/[tb+]/g, "") ? "must" : "Must"} have exactly one of create/read/write/append mode${mode.replace(/[tb+]/g, "") ? "" : " and at most one plus"}`);
}

/** Linux's flags of open(2) for a mode (Modules/_io/fileio.c): O_CLOEXEC always, access, and what is made or emptied. */
function openFlags(mode: string): number {
  const access = mode.includes("+") ? 0o2 : mode.includes("r") ? 0 : 0o1;
  const making = { r: 0, w: 0o1100, a: 0o2100, x: 0o300 }[mode.replace(/[tb+]/g, "")] ?? 0;
  return 0o2000000 | access | making;
}

/** There are no files here: none is found, and none may be made. */
function open(rt: Runtime, [file, mode, , encoding]: PyObject[]): PyObject {
  if (mode !== undefined && !(mode instanceof PyStr)) rt.raise("TypeError", `open() argument 'mode' must be str, not ${argumentTypeName(rt, mode)}`);
  if (!(file instanceof PyStr || file instanceof PyBytes || file instanceof PyInt) && !file.type.peek("__fspath__")) {
    rt.raise("TypeError", `expected str, bytes or os.PathLike object, not ${file.type.shownName}`);
  }
  const wanted = mode instanceof PyStr ? mode.value : "r";
  checkMode(rt, wanted);
  if (wanted.includes("b") && encoding && encoding !== rt.none) rt.raise("ValueError", "binary mode doesn't take an encoding argument");
  rt.audit("open", () => [retain(file), rt.str(wanted.replace(/[tb]/g, "")), rt.int(openFlags(wanted))]);
  const [number, text] = file instanceof PyInt ? [9, "Bad file descriptor"] : wanted.includes("r") ? [2, "No such file or directory"] : [13, "Permission denied"];
  return rt.raiseWith("OSError", [rt.int(number), rt.str(text), retain(file)]);
}

function breakpoint(rt: Runtime): PyObject {
  return rt.raise("RuntimeError", "lost sys.breakpointhook");
}

export const siteFunctions: readonly FunctionSpec[] = [
  nativeFunction("open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", open),
  nativeFunction("breakpoint(*args, **kws)", breakpoint),
];
