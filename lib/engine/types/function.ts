import { defineType } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import { lazySignature } from "../core/signature.ts";
import type { PyType } from "../core/type.ts";
import { auditRead, auditWrite } from "../protocol/audit.ts";
import { bindArguments } from "../protocol/binding.ts";
import { callAnnotate, checkAnnotate } from "./annotate.ts";
import { PyCell } from "./cell.ts";
import { PyCode } from "./code.ts";
import { PyMethod } from "./method.ts";
import { PyStr } from "./str-object.ts";
import { PyTuple } from "./tuple.ts";
import { PyDict } from "./dict.ts";

/** A Python function: code plus what the def statement captured (Objects/funcobject.c). All fields own. */
export class PyFunction extends PyObject {
  code: PyCode;
  globals: PyDict;
  builtins: PyObject;
  name: PyObject;
  qualname: PyObject;
  /** A tuple or null. */
  defaults: PyTuple | null = null;
  kwDefaults: PyDict | null = null;
  /** Cells of the free variables, in the order of `co_freevars`. */
  closure: PyTuple | null = null;
  doc: PyObject;
  module: PyObject | null;
  annotations: PyObject | null = null;
  /** The function that computes the annotations (PEP 649). */
  annotate: PyObject | null = null;
  typeParams: PyObject | null = null;

  constructor(rt: Runtime, code: PyCode, globals: PyDict) {
    super(rt.types.function);
    this.code = retain(code);
    this.globals = retain(globals);
    this.builtins = retain(builtinsOf(rt, globals));
    this.name = rt.intern(code.spec.name);
    this.qualname = rt.intern(code.spec.qualname);
    const first = code.constants[0];
    this.doc = retain(code.spec.hasDocstring && first ? first : rt.none);
    const module = globals.peekName("__name__");
    this.module = module ? retain(module) : null;
  }

  override edges(visit: Visit): void {
    for (const field of this.fields()) if (field) visit(field);
  }

  override clear(): void {
    const fields = this.fields();
    this.defaults = this.kwDefaults = this.closure = this.annotations = this.annotate = this.typeParams = this.module = null;
    const none = this.type.rt.none;
    this.name = this.qualname = this.doc = retain(retain(retain(none)));
    for (const field of fields) if (field && field !== this.code && field !== this.globals && field !== this.builtins) release(field);
    if (this.refs > 0) return;
    release(this.code);
    release(this.globals);
    release(this.builtins);
    for (const field of [this.name, this.qualname, this.doc]) release(field);
  }

  private fields(): (PyObject | null)[] {
    return [
      this.code, this.globals, this.builtins, this.module, this.defaults, this.kwDefaults, this.doc, this.name, this.closure,
      this.annotations, this.annotate, this.typeParams, this.qualname,
    ];
  }
}

/** Where code finds its built-in names: in the `__builtins__` of its globals, any mapping, or in those of the runtime; borrowed (_PyEval_BuiltinsFromGlobals). */
export function builtinsOf(rt: Runtime, globals: PyDict): PyObject {
  const own = globals.peekName("__builtins__") ?? (rt.builtins as PyObject);
  return own.type === rt.types.module ? ((own as PyObject & { readonly dict: PyObject }).dict) : own;
}

type Field = "defaults" | "kwDefaults" | "annotations" | "annotate" | "typeParams" | "closure" | "module" | "doc" | "name" | "qualname";

function replace(self: PyObject, field: Field, value: PyObject | null): void {
  const target = self as unknown as Record<Field, PyObject | null>;
  const old = target[field];
  target[field] = value ? retain(value) : null;
  releaseIfAny(old);
}

const orNone = (rt: Runtime, value: PyObject | null) => retain(value ?? rt.none);

function textField(name: string, field: "name" | "qualname") {
  return {
    name,
    get: (_rt: Runtime, self: PyObject) => retain((self as PyFunction)[field]),
    set: (rt: Runtime, self: PyObject, value: PyObject | null) => {
      if (!(value instanceof PyStr)) rt.raise("TypeError", `${name} must be set to a string object`);
      replace(self, field, value);
    },
  };
}

function containerField(name: string, field: "defaults" | "kwDefaults", type: "tuple" | "dict") {
  return {
    name,
    get: (rt: Runtime, self: PyObject) => orNone(rt, (self as PyFunction)[field]),
    set: (rt: Runtime, self: PyObject, value: PyObject | null) => {
      const given = value === rt.none ? null : value;
      auditWrite(rt, self, name, given);
      if (given && !given.type.isSubtypeOf(rt.types[type])) rt.raise("TypeError", `${name} must be set to a ${type} object`);
      replace(self, field, given);
    },
  };
}

/** The compiler hands annotations over as names and values in turn; they become a dict when asked for. */
function pairsToDict(rt: Runtime, pairs: PyTuple): PyObject {
  const dict = rt.dict() as PyDict;
  for (let i = 0; i < pairs.items.length; i += 2) dict.setName((pairs.items[i] as PyStr).value, pairs.items[i + 1]);
  return dict;
}

function getAnnotations(rt: Runtime, self: PyObject): PyObject {
  const f = self as PyFunction;
  if (f.annotations instanceof PyTuple) replace(f, "annotations", rt.temp(pairsToDict(rt, f.annotations)));
  if (f.annotations) return retain(f.annotations);
  let value: PyObject;
  if (f.annotate) {
    value = callAnnotate(rt, f.annotate);
  } else value = rt.dict();
  f.annotations = value;
  return retain(value);
}

function getCode(rt: Runtime, self: PyObject): PyObject {
  auditRead(rt, self, "__code__");
  return retain((self as PyFunction).code);
}

function setCode(rt: Runtime, self: PyObject, value: PyObject | null): void {
  if (!(value instanceof PyCode)) rt.raise("TypeError", "__code__ must be set to a code object");
  auditWrite(rt, self, "__code__", value);
  const f = self as PyFunction;
  const code = value as PyCode;
  const held = f.closure ? f.closure.items.length : 0;
  const wanted = code.spec.freeVars.length;
  if (held !== wanted) rt.raise("ValueError", `${rt.strText(f.name)}() requires a code object with ${held} free vars, not ${wanted}`);
  const old = f.code;
  f.code = retain(code);
  release(old);
}

const constructorSignature = lazySignature("function(code, globals, name=None, argdefs=None, closure=None)");
const withKeywordDefaults = lazySignature("function(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)");

/** `types.FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)` (func_new_impl). */
function functionNew(rt: Runtime, _type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const given = bindArguments(rt, rt.profile.memberRules.functionTakesKwDefaults ? withKeywordDefaults() : constructorSignature(), "function", args, kwnames, 0);
  const [code, globals, name, defaults, closure, kwDefaults] = given.map((value) => (value && value !== rt.none ? value : null));
  const expected = (position: string, type: string, value: PyObject | null) =>
    rt.raise("TypeError", `function() argument '${position}' must be ${type}, not ${value ? value.type.shownName : "None"}`);
  if (!(code instanceof PyCode)) return expected("code", "code", code);
  if (!(globals instanceof PyDict)) return expected("globals", "dict", globals);
  if (name && !(name instanceof PyStr)) return rt.raise("TypeError", "arg 3 (name) must be None or string");
  if (defaults && !(defaults instanceof PyTuple)) return rt.raise("TypeError", "arg 4 (defaults) must be None or tuple");
  if (kwDefaults && !(kwDefaults instanceof PyDict)) return rt.raise("TypeError", "arg 6 (kwdefaults) must be None or dict");
  const wanted = code.spec.freeVars.length;
  if (closure && !(closure instanceof PyTuple)) return rt.raise("TypeError", "arg 5 (closure) must be None or tuple");
  const cells = closure ? (closure as PyTuple).items : [];
  if (wanted > 0 && !closure) return rt.raise("TypeError", "arg 5 (closure) must be tuple");
  if (cells.length !== wanted) return rt.raise("ValueError", `${code.spec.name} requires closure of length ${wanted}, not ${cells.length}`);
  const stranger = cells.find((cell) => !(cell instanceof PyCell));
  if (stranger) return rt.raise("TypeError", `arg 5 (closure) expected cell, found ${stranger.type.shownName}`);
  rt.audit("function.__new__", () => [retain(code)]);
  const made = new PyFunction(rt, code, globals);
  if (name) replace(made, "name", name);
  if (defaults) replace(made, "defaults", defaults);
  if (closure) replace(made, "closure", closure);
  if (kwDefaults) replace(made, "kwDefaults", kwDefaults);
  return made;
}

export const functionSpec = defineType({
  name: "function",
  basicSize: 128,
  collected: true,
  hasDict: true,
  hasWeakrefs: true,
  baseType: false,
  slots: {
    new: functionNew,
    repr: (rt, self) => rt.str(`<function ${rt.strText((self as PyFunction).qualname)} at 0x${self.id.toString(16)}>`),
    call: (rt, self, args, kwnames) => rt.call(self, args, kwnames),
    descrGet: (rt, self, instance) => (instance === null || instance === rt.none ? retain(self) : new PyMethod(rt.types.method, retain(self), retain(instance))),
  },
  getset: [
    { name: "__code__", get: getCode, set: setCode },
    { name: "__globals__", isMember: true, get: (_rt, self) => retain((self as PyFunction).globals) },
    { name: "__builtins__", isMember: true, get: (_rt, self) => retain((self as PyFunction).builtins) },
    { name: "__closure__", isMember: true, get: (rt, self) => orNone(rt, (self as PyFunction).closure) },
    textField("__name__", "name"),
    textField("__qualname__", "qualname"),
    containerField("__defaults__", "defaults", "tuple"),
    containerField("__kwdefaults__", "kwDefaults", "dict"),
    { name: "__doc__", get: (_rt, self) => retain((self as PyFunction).doc), set: (rt, self, value) => replace(self, "doc", value ?? rt.none) },
    { name: "__module__", get: (rt, self) => orNone(rt, (self as PyFunction).module), set: (rt, self, value) => replace(self, "module", value ?? rt.none) },
    {
      name: "__annotations__",
      get: getAnnotations,
      set: (rt, self, value) => {
        if (value && value !== rt.none && !value.type.isSubtypeOf(rt.types.dict)) rt.raise("TypeError", "__annotations__ must be set to a dict object");
        replace(self, "annotations", value === rt.none ? null : value);
        replace(self, "annotate", null);
      },
    },
    {
      name: "__annotate__",
      get: (rt, self) => orNone(rt, (self as PyFunction).annotate),
      set: (rt, self, value) => {
        if (value === null) return rt.raise("TypeError", "__annotate__ cannot be deleted");
        checkAnnotate(rt, value);
        replace(self, "annotate", value === rt.none ? null : value);
        if (value !== rt.none) replace(self, "annotations", null);
      },
    },
    {
      name: "__type_params__",
      get: (rt, self) => retain((self as PyFunction).typeParams ?? rt.emptyTuple),
      set: (rt, self, value) => {
        if (!(value instanceof PyTuple)) rt.raise("TypeError", "__type_params__ must be set to a tuple");
        replace(self, "typeParams", value);
      },
    },
  ],
});
