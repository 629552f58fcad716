import type { FunctionSpec, GetSetSpec } from "../core/define.ts";
import { type PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import { parseSignature, type Signature } from "../core/signature.ts";
import type { PyType } from "../core/type.ts";
import { bindArguments, releaseBound } from "../protocol/binding.ts";
import { checkNew, PyBuiltinFunction, qualnameOf } from "./builtin-function.ts";
import { checkSelf, checkWrapped, PyClassMethodDescriptor, PyGetSetDescriptor, PyMethodDescriptor, PyWrapperDescriptor, qualname } from "./descriptors.ts";
import type { PyFunction } from "./function.ts";
import type { HalfCallable } from "./half-callable.ts";
import { refuseKeywords } from "./refusals.ts";
import type { SlotDef } from "./slot-defs.ts";
import { GENERIC_SLOTS } from "./slot-functions.ts";

/*
 * What CPython writes in C and a Python half writes in Python: for the program it is built in, by its type, its repr and
 * the words in which it refuses arguments; who calls it enters the function behind it (`PyObject.half`) on the thread's own
 * stack, as deep as the recursion limit, and waits in it like in any Python code.
 */

/** Raises what bindArguments raises, when the arguments do not fit. */
function checkArguments(rt: Runtime, signature: Signature, shownName: string, args: readonly PyObject[], kwnames: KeywordNames, bound: 0 | 1): void {
  if (kwnames === null && signature.isFixed && args.length >= signature.requiredPositional && args.length <= signature.positionalCount) return;
  releaseBound(signature, bindArguments(rt, signature, shownName, args, kwnames, bound));
}

/** A function of a module, or a method bound to its object or class. */
export class PyHalfFunction extends PyBuiltinFunction implements HalfCallable {
  readonly func: PyFunction;
  /** Errors tell its bare name, as CPython's do where arguments come in a tuple. */
  isVariadic = false;

  /** Takes over the reference to `self`. */
  constructor(rt: Runtime, spec: FunctionSpec, self: PyObject | null, module: string | null, func: PyFunction) {
    super(rt, spec, self, module);
    this.func = retain(func);
  }

  override get half(): PyFunction {
    return this.func;
  }

  checkCall(rt: Runtime, args: readonly PyObject[], kwnames: KeywordNames): PyObject | null {
    const { self, spec, module } = this;
    const name = this.isVariadic ? spec.name : module ? `${module}.${spec.name}` : qualnameOf(this);
    checkArguments(rt, spec.signature, name, self ? [self, ...args] : args, kwnames, self ? 1 : 0);
    return self;
  }

  override edges(visit: Visit): void {
    super.edges(visit);
    visit(this.func);
  }

  override clear(): void {
    super.clear();
    if (this.refs === 0) release(this.func);
  }
}

/** A class's `__new__`. */
export class PyHalfNew extends PyHalfFunction {
  override checkCall(rt: Runtime, args: readonly PyObject[], kwnames: KeywordNames): null {
    checkNew(rt, this.self as PyType, args, kwnames);
    checkMaking(rt, this.spec.signature, args, kwnames);
    return null;
  }
}

/** The arguments of a class: one that takes none says so in words of its own (_PyArg_NoPositional). */
function checkMaking(rt: Runtime, signature: Signature, args: readonly PyObject[], kwnames: KeywordNames): void {
  if (signature.parameters.length === 1 && args.length > 1) {
    rt.raise("TypeError", `${signature.name}() takes no ${kwnames ? "keyword" : "positional"} arguments`);
  }
  checkArguments(rt, signature, signature.name, args, kwnames, 1);
}

/** A method, unbound. */
export class PyHalfMethod extends PyMethodDescriptor implements HalfCallable {
  readonly func: PyFunction;

  constructor(rt: Runtime, owner: PyType, spec: FunctionSpec, func: PyFunction) {
    super(rt, owner, spec);
    this.func = retain(func);
  }

  override get half(): PyFunction {
    return this.func;
  }

  checkCall(rt: Runtime, args: readonly PyObject[], kwnames: KeywordNames): null {
    checkSelf(rt, this, args, kwnames);
    checkArguments(rt, this.spec.signature, qualname(this), args, kwnames, 1);
    return null;
  }

  override bind(self: PyObject): PyObject {
    return new PyHalfFunction(self.type.rt, this.spec, self, null, this.func);
  }

  override edges(visit: Visit): void {
    super.edges(visit);
    visit(this.func);
  }

  override clear(): void {
    super.clear();
    if (this.refs === 0) release(this.func);
  }
}

/** A class method, unbound. */
export class PyHalfClassMethod extends PyClassMethodDescriptor {
  readonly func: PyFunction;

  constructor(rt: Runtime, owner: PyType, spec: FunctionSpec, func: PyFunction) {
    super(rt, owner, spec);
    this.func = retain(func);
  }

  override bind(type: PyObject): PyObject {
    return new PyHalfFunction(type.type.rt, this.spec, type, null, this.func);
  }

  override edges(visit: Visit): void {
    super.edges(visit);
    visit(this.func);
  }

  override clear(): void {
    super.clear();
    if (this.refs === 0) release(this.func);
  }
}

/** A special method that has a slot. */
export class PyHalfWrapper extends PyWrapperDescriptor implements HalfCallable {
  readonly func: PyFunction;
  /** What the arguments of `__init__` and `__call__` must fit; null where those of the slot are what it takes. */
  private readonly spec: FunctionSpec | null;

  constructor(rt: Runtime, owner: PyType, def: SlotDef, spec: FunctionSpec | null, func: PyFunction) {
    super(rt, owner, def, GENERIC_SLOTS);
    this.spec = spec;
    this.func = retain(func);
  }

  override get half(): PyFunction {
    return this.func;
  }

  checkCall(rt: Runtime, args: readonly PyObject[], kwnames: KeywordNames): null {
    checkWrapped(rt, this, args, kwnames);
    const { def, spec } = this;
    if (spec) {
      checkMaking(rt, spec.signature, args, kwnames);
      return null;
    }
    const { requiredPositional, positionalCount } = shapeOf(def);
    if (kwnames?.length) refuseKeywords(rt, this);
    // It looks at the number of arguments before it calls anything.
    if (args.length < requiredPositional || args.length > positionalCount) def.wrap(rt, GENERIC_SLOTS, args[0], args.slice(1), null, this.owner);
    return null;
  }

  override edges(visit: Visit): void {
    super.edges(visit);
    visit(this.func);
  }

  override clear(): void {
    super.clear();
    if (this.refs === 0) release(this.func);
  }
}

const shapes = new WeakMap<SlotDef, Signature>();

function shapeOf(def: SlotDef): Signature {
  const known = shapes.get(def);
  if (known) return known;
  const made = parseSignature(def.dunder + def.signature.replace("$", ""));
  shapes.set(def, made);
  return made;
}

/** A computed attribute. */
export class PyHalfGetSet extends PyGetSetDescriptor {
  readonly getter: PyFunction;
  readonly setter: PyObject | null;
  readonly deleter: PyObject | null;

  constructor(rt: Runtime, owner: PyType, name: string, getter: PyFunction, setter: PyObject | null, deleter: PyObject | null) {
    super(rt, owner, setter ? { name, get: readHalf, set: writeHalf } : { name, get: readHalf });
    this.getter = retain(getter);
    this.setter = setter ? retain(setter) : null;
    this.deleter = deleter ? retain(deleter) : null;
  }

  override edges(visit: Visit): void {
    super.edges(visit);
    for (const func of [this.getter, this.setter, this.deleter]) if (func) visit(func);
  }

  override clear(): void {
    super.clear();
    if (this.refs === 0) for (const func of [this.getter, this.setter, this.deleter]) if (func) release(func);
  }
}

const readHalf: GetSetSpec["get"] = (rt, self, descriptor) => rt.call((descriptor as PyHalfGetSet).getter, [self]);

const writeHalf: NonNullable<GetSetSpec["set"]> = (rt, self, value, descriptor) => {
  const { setter, deleter, name } = descriptor as PyHalfGetSet;
  if (value) release(rt.call(setter as PyObject, [self, value]));
  else if (deleter) release(rt.call(deleter, [self]));
  else rt.raise("AttributeError", `cannot delete attribute '${name}'`);
};
