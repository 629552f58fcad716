import { defineType, type FunctionSpec } from "../core/define.ts";
import { PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import { PyType } from "../core/type.ts";
import { bindArguments, releaseBound } from "../protocol/binding.ts";
import { rareMembers } from "./rare-members.ts";
import { reducedByName } from "./reduce-by-name.ts";

/** A function written in the host language, alone or bound to its self (Objects/methodobject.c). */
export class PyBuiltinFunction extends PyObject {
  readonly spec: FunctionSpec;
  /** What it is bound to; a module function and a static method have none. */
  self: PyObject | null;
  /** Name of its module, null for methods. */
  readonly module: string | null;

  /** Takes over the reference to `self`. */
  constructor(rt: Runtime, spec: FunctionSpec, self: PyObject | null, module: string | null) {
    super(rt.types.builtin_function_or_method);
    this.spec = spec;
    this.self = self;
    this.module = module;
  }

  override edges(visit: Visit): void {
    if (this.self) visit(this.self);
  }

  override clear(): void {
    const { self } = this;
    this.self = null;
    if (self) release(self);
  }
}

/** The `__new__` of a built-in type: makes instances of it and of its subclasses (tp_new_wrapper). */
export class PyNewFunction extends PyBuiltinFunction {
  get owner(): PyType {
    return this.self as PyType;
  }
}

/** Calls a declared function. With `bound` 1 the first argument is self or the class. `shownName` is asked for by errors only; all is borrowed. */
export function callNative(
  rt: Runtime, spec: FunctionSpec, shownName: (self: PyObject) => string, self: PyObject, all: readonly PyObject[], kwnames: KeywordNames, isBound: 0 | 1,
): PyObject {
  const { signature } = spec;
  const given = all.length;
  if (kwnames === null && signature.isFixed && given >= signature.requiredPositional && given <= signature.positionalCount) {
    return spec.body(rt, all as PyObject[]);
  }
  const bound = bindArguments(rt, signature, shownName(self), all, kwnames, isBound);
  if (!signature.hasVarPositional && !signature.hasVarKeyword) return spec.body(rt, bound);
  try {
    return spec.body(rt, bound);
  } finally {
    releaseBound(signature, bound);
  }
}

/** The dotted name that `__qualname__` shows. */
export function qualnameOf(self: PyBuiltinFunction): string {
  const owner = self.self;
  if (!owner) return self.spec.name;
  const type = owner instanceof PyType ? owner : owner.type;
  return `${type.qualname}.${self.spec.name}`;
}

function shownName(self: PyObject): string {
  const { module } = self as PyBuiltinFunction;
  const name = qualnameOf(self as PyBuiltinFunction);
  return module && module !== "builtins" ? `${module}.${name}` : name;
}

function call(rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const f = self as PyBuiltinFunction;
  if (f instanceof PyNewFunction) return callNew(rt, f.owner, args, kwnames);
  const first = f.spec.kind === "method" || f.spec.kind === "classmethod" ? f.self : null;
  return callNative(rt, f.spec, shownName, f, first ? [first, ...args] : args, kwnames, first ? 1 : 0);
}

/** `T.__new__(S, …)`: S must be a subtype of T that shares its way of making instances. */
function callNew(rt: Runtime, owner: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  checkNew(rt, owner, args, kwnames);
  return owner.slots.new!(rt, args[0] as PyType, args.slice(1), kwnames);
}

export function checkNew(rt: Runtime, owner: PyType, args: readonly PyObject[], kwnames: KeywordNames): void {
  const [type] = args;
  if (args.length > (kwnames?.length ?? 0) && type instanceof PyType && type.isSubtypeOf(owner)) {
    let base: PyType | null = type;
    while (base?.slots.new && base.isHeapType && base.slots.new !== owner.slots.new) base = base.base;
    if (!base || base.slots.new === owner.slots.new) return;
  }
  rareMembers.get().refuseNew(rt, owner, args, kwnames);
}

function repr(rt: Runtime, self: PyObject): PyObject {
  const f = self as PyBuiltinFunction;
  const { name } = f.spec;
  if (!f.self) return rt.str(`<built-in function ${name}>`);
  return rt.str(`<built-in method ${name} of ${f.self.type.shownName} object at 0x${f.self.id.toString(16)}>`);
}

/** The body of `__new__` is the type's slot; this only carries the name. */
export function callsSameFunction(a: PyBuiltinFunction, b: PyBuiltinFunction): boolean {
  return a.spec === b.spec && a.self === b.self;
}

export const builtinFunctionSpec = defineType({
  name: "builtin_function_or_method",
  basicSize: 56,
  collected: true,
  hasWeakrefs: true,
  baseType: false,
  slots: {
    call,
    repr,
    hash: (_rt, self) => BigInt((self as PyBuiltinFunction).self?.address ?? self.address) ^ BigInt((self as PyBuiltinFunction).spec.name.length),
    richCompare: (rt, self, other, op) => {
      if ((op !== "==" && op !== "!=") || !(other instanceof PyBuiltinFunction)) return retain(rt.notImplemented);
      return rt.bool(callsSameFunction(self as PyBuiltinFunction, other) === (op === "=="));
    },
  },
  methods: [reducedByName],
  getset: [
    { name: "__name__", get: (rt, self) => rt.intern((self as PyBuiltinFunction).spec.name) },
    { name: "__qualname__", get: (rt, self) => rt.str(qualnameOf(self as PyBuiltinFunction)) },
    { name: "__doc__", get: (rt) => retain(rt.none) },
    {
      name: "__module__",
      get: (rt, self) => {
        const { module } = self as PyBuiltinFunction;
        return module === null ? retain(rt.none) : rt.intern(module);
      },
    },
    { name: "__self__", get: (rt, self) => retain((self as PyBuiltinFunction).self ?? rt.none) },
    { name: "__text_signature__", get: (rt, self) => rt.str(textSignature((self as PyBuiltinFunction).spec)) },
  ],
});

/** The signature as `inspect` reads it: `$self` marks the bound parameter. */
export function textSignature(spec: FunctionSpec): string {
  const text = spec.shown ?? spec.signature.text;
  return spec.kind === "method" || spec.kind === "classmethod" ? text.replace("(", "($") : text;
}
