import { defineType, type TypeSpec } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { Init } from "../core/slots.ts";
import { argumentsRepr, argumentsText, initArguments, member, PyException, splitArguments, storeArguments } from "./exception.ts";
import { rareMembers } from "./rare-members.ts";
import { PyStr } from "./str-object.ts";

/* Exceptions that have members besides `args` (Objects/exceptions.c). */

/** `__init__` of types with members that are given by name. */
function initNamed(type: string, names: readonly string[], extra?: (rt: Runtime, self: PyException, positional: readonly PyObject[]) => void): Init {
  return (rt, self, args, kwnames) => {
    const { positional, named } = splitArguments(rt, type, args, kwnames, names);
    storeArguments(rt, self as PyException, positional);
    for (const name of names) (self as PyException).setMember(name, named.get(name) ?? null);
    extra?.(rt, self as PyException, positional);
  };
}

export function stopIteration(base: TypeSpec): TypeSpec {
  return defineType({
    name: "StopIteration",
    base,
    addedSize: 8,
    slots: {
      init: (rt, self, args, kwnames) => {
        initArguments(rt, self, args, kwnames);
        (self as PyException).setMember("value", args[0] ?? rt.none);
      },
    },
    getset: [member("value")],
  });
}

export function systemExit(base: TypeSpec): TypeSpec {
  return defineType({
    name: "SystemExit",
    base,
    addedSize: 8,
    slots: {
      init: (rt, self, args, kwnames) => {
        initArguments(rt, self, args, kwnames);
        if (args.length > 0) (self as PyException).setMember("code", args.length === 1 ? args[0] : (self as PyException).args);
      },
    },
    getset: [member("code")],
  });
}

export function nameError(base: TypeSpec): TypeSpec {
  return defineType({ name: "NameError", base, addedSize: 8, slots: { init: initNamed("NameError", ["name"]) }, getset: [member("name")] });
}

export function attributeError(base: TypeSpec): TypeSpec {
  return defineType({
    name: "AttributeError",
    base,
    addedSize: 16,
    slots: { init: initNamed("AttributeError", ["name", "obj"]) },
    getset: [member("name"), member("obj")],
  });
}

/** From 3.15 on the repr shows what was given by name. */
function importErrorRepr(rt: Runtime, self: PyException): string {
  const plain = argumentsRepr(rt, self);
  if (!rt.profile.classes.importErrorShowsNames) return plain;
  const given = rareMembers.get().namedParts(rt, self);
  if (given.length === 0) return plain;
  return `${plain.slice(0, -1)}${self.args.items.length > 0 ? ", " : ""}${given.join(", ")})`;
}

export function importError(base: TypeSpec): TypeSpec {
  return defineType({
    name: "ImportError",
    base,
    addedSize: 24,
    slots: {
      repr: (rt, self) => rt.str(importErrorRepr(rt, self as PyException)),
      init: initNamed("ImportError", ["name", "path", "name_from"], (_rt, self, positional) => self.setMember("msg", positional.length === 1 ? positional[0] : null)),
      str: (rt, self) => {
        const message = (self as PyException).peekMember("msg");
        return message instanceof PyStr ? retain(message) : rt.str(argumentsText(rt, self));
      },
    },
    getset: [member("msg"), member("name"), member("path"), member("name_from")],
  });
}

/** Its text is the key's repr: `KeyError('')` would show nothing else. */
export function keyError(base: TypeSpec): TypeSpec {
  return defineType({
    name: "KeyError",
    base,
    slots: {
      str: (rt, self) => {
        const { items } = (self as PyException).args;
        return rt.str(items.length === 1 ? rt.reprText(items[0]) : argumentsText(rt, self));
      },
    },
  });
}

export function syntaxError(base: TypeSpec): TypeSpec {
  return defineType({
    name: "SyntaxError",
    base,
    addedSize: 64,
    slots: {
      init: (rt, self, args, kwnames) => {
        initArguments(rt, self, args, kwnames);
        rareMembers.get().initSyntaxError(rt, self as PyException, args);
      },
      str: (rt, self) => rt.str(rareMembers.get().syntaxErrorText(rt, self as PyException)),
    },
    more: () => ({ getset: rareMembers.get().syntaxMembers.map(member) }),
  });
}
