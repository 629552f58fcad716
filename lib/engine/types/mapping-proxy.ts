import { classMethod, defineType, method } from "../core/define.ts";
import { type NameSpace, PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { lazySignature } from "../core/signature.ts";
import { PyType } from "../core/type.ts";
import { contains } from "../protocol/contains.ts";
import { getItem, length } from "../protocol/item.ts";
import { bindArguments } from "../protocol/binding.ts";
import { binaryOperation } from "../protocol/number.ts";

/** A read-only view of a mapping; of the namespace of a built-in type when the mapping is that type (Objects/descrobject.c). */
export class PyMappingProxy extends PyObject {
  readonly mapping: PyObject;
  private held = true;

  /** Takes over the reference. */
  constructor(type: PyType, mapping: PyObject) {
    super(type);
    this.mapping = mapping;
  }

  /** The namespace that is viewed, if it is a built-in type's. */
  get namespace(): ReadonlyMap<string, PyObject> | null {
    return this.mapping instanceof PyType ? this.mapping.dict : null;
  }

  override edges(visit: Visit): void {
    if (this.held) visit(this.mapping);
  }

  override clear(): void {
    if (!this.held || this.refs > 0) return;
    this.held = false;
    release(this.mapping);
  }

  override get clearable(): boolean {
    return false;
  }
}

const proxy = (object: PyObject) => object as PyMappingProxy;

/** The mapping as an object with a mapping's methods, owned: the namespace of a built-in type as a dict of the same content. */
function mappingOf(rt: Runtime, self: PyObject): PyObject {
  const { namespace, mapping } = proxy(self);
  if (!namespace) return retain(mapping);
  const dict = rt.dict() as NameSpace;
  for (const [name, value] of namespace) dict.setName(name, value);
  return dict;
}

function withMapping<T>(rt: Runtime, self: PyObject, use: (mapping: PyObject) => T): T {
  const mapping = mappingOf(rt, self);
  try {
    return use(mapping);
  } finally {
    release(mapping);
  }
}

const passOn = (name: string, signature: string) =>
  method(signature, (rt, [self, ...args]) => withMapping(rt, self, (mapping) => rt.callMethod(mapping, name, args.filter((arg) => arg !== undefined))));

/** Both operands of `|` as real mappings. */
function union(rt: Runtime, left: PyObject, right: PyObject): PyObject {
  const a = left instanceof PyMappingProxy ? mappingOf(rt, left) : retain(left);
  const b = right instanceof PyMappingProxy ? mappingOf(rt, right) : retain(right);
  try {
    return binaryOperation(rt, "|", a, b);
  } finally {
    release(a);
    release(b);
  }
}

const signature = lazySignature("mappingproxy(mapping)");

export const mappingProxySpec = defineType({
  name: "mappingproxy",
  basicSize: 24,
  collected: true,
  baseType: false,
  constants: (rt): Record<string, PyObject> => (rt.profile.memberRules.mappingProxyHashes ? {} : { __hash__: retain(rt.none) }),
  slots: {
    new: (rt, type, args, kwnames) => {
      const [mapping] = bindArguments(rt, signature(), "mappingproxy", args, kwnames, 0);
      if (!mapping.type.slots.getItem || ["list", "tuple"].some((name) => mapping.type.isSubtypeOf(rt.types[name]))) {
        rt.raise("TypeError", `mappingproxy() argument must be a mapping, not ${mapping.type.shownName}`);
      }
      return new PyMappingProxy(type, retain(mapping));
    },
    repr: (rt, self) => withMapping(rt, self, (mapping) => rt.str(`mappingproxy(${rt.reprText(mapping)})`)),
    str: (rt, self) => withMapping(rt, self, (mapping) => rt.str(rt.strText(mapping))),
    hash: (rt, self) => (rt.profile.memberRules.mappingProxyHashes ? rt.hash(proxy(self).mapping) : rt.raise("TypeError", "unhashable type: 'mappingproxy'")),
    richCompare: (rt, self, other, op) =>
      withMapping(rt, self, (mapping) => {
        const right = other instanceof PyMappingProxy ? mappingOf(rt, other) : retain(other);
        try {
          return rt.compare(mapping, right, op);
        } finally {
          release(right);
        }
      }),
    iter: (rt, self) => withMapping(rt, self, (mapping) => rt.iter(mapping)),
    length: (rt, self) => proxy(self).namespace?.size ?? length(rt, proxy(self).mapping),
    getItem: (rt, self, key) => withMapping(rt, self, (mapping) => getItem(rt, mapping, key)),
    contains: (rt, self, key) => withMapping(rt, self, (mapping) => contains(rt, mapping, key)),
    or: union,
    inplaceOr: (rt, self) => rt.raise("TypeError", `'|=' is not supported by ${self.type.shownName}; use '|' instead`),
  },
  methods: [
    method("get(self, key, default=None, /)", (rt, [self, key, fallback]) => withMapping(rt, self, (mapping) => rt.callMethod(mapping, "get", [key, fallback ?? rt.none]))),
    passOn("keys", "keys(self, /)"),
    passOn("values", "values(self, /)"),
    passOn("items", "items(self, /)"),
    passOn("copy", "copy(self, /)"),
    passOn("__reversed__", "__reversed__(self, /)"),
    classMethod("__class_getitem__(cls, object, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item])),
  ],
});

