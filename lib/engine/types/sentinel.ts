import { defineType, method } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { lazySignature } from "../core/signature.ts";
import type { New } from "../core/slots.ts";
import { bindArguments, releaseBound } from "../protocol/binding.ts";
import { visibleFrame } from "./frame-object.ts";
import { PyStr } from "./str-object.ts";
import { orTypes } from "./union.ts";

/** A unique value with a name, compared by identity (PEP 661, Objects/sentinelobject.c). */
export class PySentinel extends PyObject {
  private name: PyObject | null;
  private text: PyObject | null;
  /** Null once `del x.__module__` was run. */
  module: PyObject | null;

  /** Retains its parts; without a text of its own it shows its name. */
  constructor(rt: Runtime, name: PyObject, text: PyObject | null, module: PyObject) {
    super(rt.types.sentinel);
    this.name = retain(name);
    this.text = text && retain(text);
    this.module = retain(module);
  }

  peekName(): PyObject {
    return this.name as PyObject;
  }

  peekText(): PyObject {
    return this.text ?? this.peekName();
  }

  override edges(visit: Visit): void {
    for (const part of [this.name, this.module, this.text]) if (part) visit(part);
  }

  override clear(): void {
    const parts = [this.name, this.module, this.text];
    this.name = this.module = this.text = null;
    parts.forEach(releaseIfAny);
  }
}

const signature = lazySignature("sentinel(name, /, *, repr=None)");

const newSentinel: New = (rt, _type, args, kwnames) => {
  const values = bindArguments(rt, signature(), "sentinel", args, kwnames, 0);
  try {
    const [name, text = rt.none] = values;
    if (!(name instanceof PyStr)) return rt.raise("TypeError", `sentinel() argument 1 must be str, not ${name.type.shownName}`);
    if (text !== rt.none && !(text instanceof PyStr)) rt.raise("TypeError", `sentinel() argument 'repr' must be str or None, not ${text.type.shownName}`);
    return new PySentinel(rt, name, text === rt.none ? null : text, visibleFrame(rt.peekFrame())?.globals.peekName("__name__") ?? rt.none);
  } finally {
    releaseBound(signature(), values);
  }
};

const sentinel = (object: PyObject) => object as PySentinel;

export const sentinelSpec = defineType({
  name: "sentinel",
  basicSize: 40,
  collected: true,
  baseType: false,
  when: (rt) => rt.profile.containers.frozendict,
  slots: {
    new: newSentinel,
    repr: (_rt, self) => retain(sentinel(self).peekText()),
    or: orTypes,
  },
  methods: [
    method("__copy__(self, /)", (_rt, [self]) => retain(self)),
    method("__deepcopy__(self, memo, /)", (_rt, [self]) => retain(self)),
    method("__reduce__(self, /)", (_rt, [self]) => retain(sentinel(self).peekName())),
  ],
  getset: [
    { name: "__name__", isMember: true, get: (_rt, self) => retain(sentinel(self).peekName()) },
    {
      name: "__module__",
      isMember: true,
      get: (rt, self) => retain(sentinel(self).module ?? rt.none),
      set: (_rt, self, value) => {
        const old = sentinel(self).module;
        sentinel(self).module = value && retain(value);
        if (old) release(old);
      },
    },
  ],
});
