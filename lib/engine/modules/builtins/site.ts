import { defineType, type FunctionSpec, type Native, nativeFunction, type TypeSpec } from "../../core/define.ts";
import { PyObject, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { Lazy } from "../../lazy/lazy.ts";

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

/** `open()`. */
export const opening = new Lazy<Native>("rare");

function breakpoint(rt: Runtime): PyObject {
  return rt.raise("RuntimeError", "lost sys.breakpointhook");
}

export const siteFunctions: readonly FunctionSpec[] = [
  nativeFunction("open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", (rt, args) => opening.get()(rt, args)),
  nativeFunction("breakpoint(*args, **kws)", breakpoint),
];
