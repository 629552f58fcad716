import { defineType } from "../core/define.ts";
import type { TypeSpec } from "../core/define.ts";
import type { PyObject } from "../core/object.ts";
import { retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyTuple, tupleSpec } from "./tuple.ts";

/** What a struct sequence is made from: its type, and how many of its fields the tuple shows. */
export interface StructSequence {
  readonly type: TypeSpec;
  readonly fields: readonly string[];
  /** Fields from here on are attributes only. */
  readonly shown: number;
}

/**
 * A tuple type whose items have names, as `sys.version_info` is one (Objects/structseq.c). Programs cannot make
 * instances.
 */
export function structSequence(module: string, name: string, fields: readonly string[], shown = fields.length): StructSequence {
  const type = defineType({
    name,
    module,
    base: tupleSpec,
    baseType: false,
    basicSize: tupleSpec.basicSize,
    collected: true,
    slots: {
      new: (rt) => rt.raise("TypeError", `cannot create '${module}.${name}' instances`),
      repr: (rt, self) => {
        const texts = (self as PyTuple).items.slice(0, shown).map((item, i) => `${fields[i]}=${rt.reprText(item)}`);
        return rt.str(`${module}.${name}(${texts.join(", ")})`);
      },
    },
    getset: fields.map((field, i) => ({
      name: field,
      isMember: true,
      get: (_rt: Runtime, self: PyObject) => retain((self as PyTuple).items[i]),
    })),
    constants: (rt) => ({
      n_fields: rt.int(fields.length),
      n_sequence_fields: rt.int(shown),
      n_unnamed_fields: rt.int(0),
      __match_args__: rt.takeTuple(fields.slice(0, shown).map((field) => rt.intern(field))),
    }),
  });
  return { type, fields, shown };
}

/** An instance; takes over the values, one for each field. */
export function takeStruct(rt: Runtime, declared: StructSequence, values: PyObject[]): PyObject {
  return new PyTuple(rt.typeOf(declared.type), values);
}
