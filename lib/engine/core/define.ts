import type { PyObject } from "./object.ts";
import type { Runtime } from "./runtime.ts";
import type { Slots } from "./slots.ts";
import type { PyType } from "./type.ts";
import { parseSignature, type Signature } from "./signature.ts";

/**
 * A built-in function's body. `args` follow the declared parameters in order; one that was not given is `undefined`,
 * `*args` arrives as a tuple, `**kwargs` as a dict. For a method `args[0]` is self, for a class method the class.
 * Arguments are borrowed; the result is owned.
 */
export type Native = (rt: Runtime, args: PyObject[]) => PyObject;

/** Differs: built-in functions and types have no docstrings here, because CPython's are its own prose. */

/** A built-in function or method as declared: a signature in Python's own notation, and a body. */
export interface FunctionSpec {
  readonly name: string;
  /** Parsed when somebody asks: most functions are never called. */
  readonly signature: Signature;
  readonly body: Native;
  readonly kind: "method" | "classmethod" | "staticmethod" | "function";
  /** Only present where the profile says so. */
  readonly when?: (rt: Runtime) => boolean;
  /** `__text_signature__`, where the function binds its arguments by itself. */
  readonly shown?: string;
}

export interface GetSetSpec {
  readonly name: string;
  readonly get: (rt: Runtime, self: PyObject, descriptor: PyObject) => PyObject;
  /** A null value deletes. Absent: the attribute is not writable. */
  readonly set?: (rt: Runtime, self: PyObject, value: PyObject | null, descriptor: PyObject) => void;
  /** A field of the C struct rather than a computed attribute (PyMemberDef): other descriptor type, other error text. */
  readonly isMember?: boolean;
  /** Only present where the profile says so. */
  readonly when?: (rt: Runtime) => boolean;
}

/** A built-in type, declared once and made anew in each runtime. */
export interface TypeSpec {
  readonly name: string;
  /** Module shown by `__module__` and in reprs; `builtins` when absent. */
  readonly module?: string;
  readonly base?: TypeSpec;
  /** Bases after the first. */
  readonly extraBases?: readonly TypeSpec[];
  /** Bytes of an instance's structure without its items (tp_basicsize), as 3.10 has it on 64 bits; the base's when absent. What changed since is said in `profiles/struct-sizes.ts`. */
  readonly basicSize?: number;
  /** The same as what it adds to the structure of its base. */
  readonly addedSize?: number;
  /** Bytes of each item of what varies in size (tp_itemsize). */
  readonly itemSize?: number;
  /** Made by what a class statement calls: weak references are added as they are there. */
  readonly asClass?: boolean;
  /** Takes part in cyclic collection; when absent, what the base does, and what lies on the heap does. */
  readonly collected?: boolean;
  /** Instances have a `__dict__` / can be weakly referenced. */
  readonly hasDict?: boolean;
  readonly hasWeakrefs?: boolean;
  /** False: classes may not derive from it. */
  readonly baseType?: boolean;
  /** Makes an empty instance, for object.__new__ and subclasses. */
  readonly allocate?: (type: PyType) => PyObject;
  readonly slots: Slots;
  readonly methods?: readonly FunctionSpec[];
  /** Dunder names with a slot that stand in the namespace as methods all the same, not as slot wrappers (METH_COEXIST). */
  readonly coexisting?: readonly string[];
  /** Members that lie in a chunk: asked for when the namespace is filled. */
  readonly more?: () => Pick<TypeSpec, "methods" | "getset">;
  readonly getset?: readonly GetSetSpec[];
  /** Made for each runtime and put in the class namespace, e.g. `__hash__ = None`; owned by the namespace afterwards. */
  readonly constants?: (rt: Runtime) => Readonly<Record<string, PyObject>>;
  /** Only present where the profile says so. */
  readonly when?: (rt: Runtime) => boolean;
}

/** Declares a built-in type. Nothing happens until a runtime asks for it (`rt.typeOf(spec)`). */
export function defineType(spec: TypeSpec): TypeSpec {
  return spec;
}

class DeclaredFunction implements FunctionSpec {
  readonly name: string;
  readonly body: Native;
  readonly kind: FunctionSpec["kind"];
  readonly when?: FunctionSpec["when"];
  readonly shown?: string;
  private readonly text: string;
  private parsed: Signature | null = null;

  constructor(text: string, body: Native, kind: FunctionSpec["kind"], when?: FunctionSpec["when"], shown?: string) {
    this.name = text.slice(0, text.indexOf("("));
    this.text = text;
    this.body = body;
    this.kind = kind;
    this.when = when;
    this.shown = shown;
  }

  get signature(): Signature {
    return (this.parsed ??= parseSignature(this.text));
  }
}

/** Declares a method: `method("insert(self, index, object, /)", body)`. With `when` it is only present where the profile says so. */
export function method(signature: string, body: Native, when?: FunctionSpec["when"]): FunctionSpec {
  return new DeclaredFunction(signature, body, "method", when);
}

export function classMethod(signature: string, body: Native, when?: FunctionSpec["when"]): FunctionSpec {
  return new DeclaredFunction(signature, body, "classmethod", when);
}

export function staticMethod(signature: string, body: Native): FunctionSpec {
  return new DeclaredFunction(signature, body, "staticmethod");
}

/** Declares a module-level function; `shown` is its signature for readers when `signature` only takes everything in. */
export function nativeFunction(signature: string, body: Native, shown?: string, when?: FunctionSpec["when"]): FunctionSpec {
  return new DeclaredFunction(signature, body, "function", when, shown);
}
