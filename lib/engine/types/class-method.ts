import { defineType } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { Slots } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { expectPositional } from "../protocol/arity.ts";
import { PyMethod } from "./method.ts";
import { builtinDictGetSet } from "./instance-attributes.ts";
import { classGetItem } from "./iterator-state.ts";

/** What `classmethod` and `staticmethod` have in common: a wrapped callable (Objects/funcobject.c). */
export class PyWrappedCallable extends PyObject {
  wrapped: PyObject | null;

  /** Takes over the reference. */
  constructor(type: PyType, wrapped: PyObject | null) {
    super(type);
    this.wrapped = wrapped;
  }

  override edges(visit: Visit): void {
    if (this.wrapped) visit(this.wrapped);
  }

  override clear(): void {
    const { wrapped } = this;
    this.wrapped = null;
    releaseIfAny(wrapped);
  }
}

/** Takes over the reference to the function. */
export function newStaticMethod(rt: Runtime, f: PyObject): PyObject {
  return new PyWrappedCallable(rt.types.staticmethod, f);
}

/** Takes over the reference to the function. */
export function newClassMethod(rt: Runtime, f: PyObject): PyObject {
  return new PyWrappedCallable(rt.types.classmethod, f);
}

const WRAPPED_NAMES = ["__module__", "__name__", "__qualname__", "__doc__"];
/** Where annotations are made when somebody asks, they are not among those that are copied. */
const isLazy = (rt: Runtime): boolean => rt.profile.compiler.lazyAnnotations;

function initialize(name: string): NonNullable<Slots["init"]> {
  return (rt, self, args, kwnames) => {
    expectPositional(rt, name, args, kwnames, 1, 1);
    const old = (self as PyWrappedCallable).wrapped;
    (self as PyWrappedCallable).wrapped = retain(args[0]);
    releaseIfAny(old);
    for (const attribute of isLazy(rt) ? WRAPPED_NAMES : [...WRAPPED_NAMES, "__annotations__"]) {
      const value = rt.getAttributeOrNull(args[0], attribute);
      if (!value) continue;
      try {
        rt.setAttribute(self, attribute, value);
      } finally {
        release(value);
      }
    }
  };
}

function wrappedOf(rt: Runtime, self: PyObject, name: string): PyObject {
  return (self as PyWrappedCallable).wrapped ?? rt.raise("RuntimeError", `uninitialized ${name} object`);
}

const getset = [
  { name: "__func__", isMember: true, get: (rt: Runtime, self: PyObject) => retain((self as PyWrappedCallable).wrapped ?? rt.none) },
  { name: "__wrapped__", isMember: true, get: (rt: Runtime, self: PyObject) => retain((self as PyWrappedCallable).wrapped ?? rt.none) },
  {
    name: "__isabstractmethod__",
    get: (rt: Runtime, self: PyObject) => {
      const { wrapped } = self as PyWrappedCallable;
      const mark = wrapped && rt.getAttributeOrNull(wrapped, "__isabstractmethod__");
      if (!mark) return rt.bool(false);
      try {
        return rt.bool(rt.truth(mark));
      } finally {
        release(mark);
      }
    },
  },
  ...["__annotations__", "__annotate__"].map((name) => ({ name, when: isLazy, get: (rt: Runtime, self: PyObject) => rt.getAttribute((self as PyWrappedCallable).wrapped ?? rt.none, name) })),
  builtinDictGetSet,
];

const reprAs = (name: string): NonNullable<Slots["repr"]> => (rt, self) => rt.str(`<${name}(${rt.reprText((self as PyWrappedCallable).wrapped ?? rt.none)})>`);

export const classMethodSpec = defineType({
  name: "classmethod",
  basicSize: 32,
  collected: true,
  hasDict: true,
  allocate: (type) => new PyWrappedCallable(type, null),
  slots: {
    init: initialize("classmethod"),
    repr: reprAs("classmethod"),
    descrGet: (rt, self, instance, owner) => {
      const wrapped = wrappedOf(rt, self, "classmethod");
      const type = owner ?? (instance as PyObject).type;
      const get = wrapped.type.slots.descrGet;
      if (rt.profile.classes.classMethodChains && get) return get(rt, wrapped, type, type.type);
      return new PyMethod(rt.types.method, retain(wrapped), retain(type));
    },
  },
  getset,
  methods: [classGetItem],
});

export const staticMethodSpec = defineType({
  name: "staticmethod",
  basicSize: 32,
  collected: true,
  hasDict: true,
  allocate: (type) => new PyWrappedCallable(type, null),
  slots: {
    init: initialize("staticmethod"),
    repr: reprAs("staticmethod"),
    call: (rt, self, args, kwnames) => rt.call(wrappedOf(rt, self, "staticmethod"), args, kwnames),
    descrGet: (rt, self) => retain(wrappedOf(rt, self, "staticmethod")),
  },
  getset,
  methods: [classGetItem],
});
