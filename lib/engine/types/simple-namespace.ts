import { defineType, method } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import { materializeDict } from "../protocol/attributes.ts";
import { guardedRepr } from "../protocol/repr-guard.ts";
import { PyDict } from "./dict.ts";
import { builtinDictGetSet } from "./instance-attributes.ts";
import { PyInstance } from "./object.ts";
import { PyStr } from "./str-object.ts";

function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name);
}

/** `types.SimpleNamespace` (Objects/namespaceobject.c). */
export const simpleNamespaceSpec = defineType({
  name: "SimpleNamespace",
  module: "types",
  basicSize: 24,
  collected: true,
  hasDict: true,
  allocate: (type) => new PyInstance(type),
  slots: {
    init: (rt, self, args, kwnames) => {
      const first = args.length - (kwnames?.length ?? 0);
      if (first > 1) rt.raise("TypeError", `SimpleNamespace expected at most 1 argument, got ${first}`);
      if (first === 1) {
        const source = rt.call(rt.types.dict, [args[0]]) as PyDict;
        try {
          for (const { key, value } of source.live()) {
            if (!(key instanceof PyStr)) return rt.raise("TypeError", "keywords must be strings");
            rt.setAttribute(self, key.value, value);
          }
        } finally {
          release(source);
        }
      }
      kwnames?.forEach((name, i) => rt.setAttribute(self, name, args[first + i]));
    },
    repr: (rt, self) => {
      const name = self.type.spec ? "namespace" : self.type.name;
      const text = guardedRepr(rt, self, `${name}(...)`, () => {
        const dict = materializeDict(rt, self) as PyDict;
        try {
          const parts = [...dict.live()].map(({ key, value }) => {
            const shown = key instanceof PyStr && isIdentifier(key.value) ? key.value : rt.reprText(key);
            return `${shown}=${rt.reprText(value)}`;
          });
          return `${name}(${parts.join(", ")})`;
        } finally {
          release(dict);
        }
      });
      return rt.str(text);
    },
    hash: null,
    richCompare: (rt, self, other, op) => {
      const base = rt.types.SimpleNamespace;
      if (!self.type.isSubtypeOf(base) || !other.type.isSubtypeOf(base)) return retain(rt.notImplemented);
      const left = materializeDict(rt, self);
      const right = materializeDict(rt, other);
      try {
        return rt.compare(left, right, op);
      } finally {
        release(left);
        release(right);
      }
    },
  },
  getset: [builtinDictGetSet],
  methods: [
    method("__replace__(self, /, **changes)", (rt, [self, changes]) => {
      const made = rt.temp(rt.call(self.type, []));
      for (const source of [rt.temp(materializeDict(rt, self)), changes]) {
        for (const { key, value } of (source as PyDict).live()) if (key instanceof PyStr) rt.setAttribute(made, key.value, value);
      }
      return retain(made);
    }),
    method("__reduce__(self, /)", (rt, [self]) => rt.takeTuple([retain(self.type), retain(rt.emptyTuple), materializeDict(rt, self)] as PyObject[])),
  ],
});
