import { defineType, method } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { genericGetAttribute } from "../protocol/attributes.ts";
import { expectPositional } from "../protocol/arity.ts";
import { annotationText, PyGenericAlias } from "./generic-alias-object.ts";
import { rareMembers } from "./rare-members.ts";
import { PyTuple } from "./tuple.ts";

const alias = (object: PyObject) => object as PyGenericAlias;

/** Aliases nest as deep as a program likes; the host's stack does not. */
function nested<T>(rt: Runtime, body: () => T): T {
  rt.enterNative();
  try {
    return body();
  } finally {
    rt.leaveNative();
  }
}

/** Names looked up on the alias itself; all others on its origin. */
const OWN_NAMES = new Set(["__class__", "__origin__", "__args__", "__parameters__", "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__", "__unpacked__", "__typing_unpacked_tuple_args__"]);

function reprText(rt: Runtime, self: PyGenericAlias): string {
  const items = self.args.items.map((item) => (item.type === rt.types.list ? `[${(item as PyObject & { items: PyObject[] }).items.map((x) => annotationText(rt, x)).join(", ")}]` : annotationText(rt, item)));
  return `${self.isStarred ? "*" : ""}${annotationText(rt, self.origin)}[${items.length ? items.join(", ") : "()"}]`;
}

export const genericAliasSpec = defineType({
  name: "GenericAlias",
  module: "types",
  basicSize: 48,
  collected: true,
  hasWeakrefs: true,
  slots: {
    new: (rt, type, args, kwnames) => {
      expectPositional(rt, "GenericAlias", args, kwnames, 2, 2);
      const [origin, given] = args;
      const tuple = given instanceof PyTuple ? retain(given) : (rt.takeTuple([retain(given)]) as PyTuple);
      return new PyGenericAlias(type, retain(origin), tuple);
    },
    call: (rt, self, args, kwnames) => {
      const made = rt.call(alias(self).origin, args, kwnames);
      // Types that keep attributes remember what they were made through; the others cannot.
      if (made.attributes) rt.setAttribute(made, "__orig_class__", self);
      return made;
    },
    repr: (rt, self) => rt.str(nested(rt, () => reprText(rt, alias(self)))),
    hash: (rt, self) => nested(rt, () => rt.hash(alias(self).origin) ^ rt.hash(alias(self).args)),
    richCompare: (rt, self, other, op) => {
      if ((op !== "==" && op !== "!=") || !(other instanceof PyGenericAlias)) return retain(rt.notImplemented);
      const left = alias(self);
      const same = nested(rt, () => left.isStarred === other.isStarred && rt.equal(left.origin, other.origin) && rt.equal(left.args, other.args));
      return rt.bool(same === (op === "=="));
    },
    getAttribute: (rt, self, name) => {
      const isOwn = OWN_NAMES.has(name) || (name.startsWith("__") && name.endsWith("__") && name !== "__name__" && name !== "__qualname__" && name !== "__module__" && name !== "__doc__");
      return isOwn ? genericGetAttribute(rt, self, name) : rt.getAttribute(alias(self).origin, name);
    },
    getItem: (rt, self, key) => rareMembers.get().subscriptAlias(rt, self, key),
    or: (rt, left, right) => rt.types.type.slots.or!(rt, left, right),
    iter: (rt, self) => {
      const starred = new PyGenericAlias(self.type, retain(alias(self).origin), retain(alias(self).args), true);
      const tuple = rt.takeTuple([starred]);
      try {
        return rt.iter(tuple);
      } finally {
        release(tuple);
      }
    },
  },
  getset: [
    { name: "__origin__", get: (_rt, self) => retain(alias(self).origin) },
    { name: "__args__", get: (_rt, self) => retain(alias(self).args) },
    { name: "__parameters__", get: (rt, self) => rt.takeTuple(rareMembers.get().parametersOf(rt, alias(self).args.items).map(retain)) },
    { name: "__typing_unpacked_tuple_args__", get: (rt, self) => retain(alias(self).isStarred && alias(self).origin === rt.types.tuple ? alias(self).args : rt.none) },
    { name: "__unpacked__", get: (rt, self) => rt.bool(alias(self).isStarred) },
  ],
  methods: [
    method("__mro_entries__(self, bases, /)", (rt, [self]) => rt.takeTuple([retain(alias(self).origin)])),
    method("__instancecheck__(self, instance, /)", (rt) => rt.raise("TypeError", "isinstance() argument 2 cannot be a parameterized generic")),
    method("__subclasscheck__(self, cls, /)", (rt) => rt.raise("TypeError", "issubclass() argument 2 cannot be a parameterized generic")),
    method("__reduce__(self, /)", (rt, [self]) => {
      const args = rt.takeTuple([retain(alias(self).origin), retain(alias(self).args)]);
      return rt.takeTuple([retain(rt.types.GenericAlias), args]);
    }),
  ],
});
