import { defineType, method } from "../core/define.ts";
import type { TypeSpec } from "../core/define.ts";
import type { PyObject, Visit } from "../core/object.ts";
import { releaseAll, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { expectPositional } from "../protocol/arity.ts";
import { collectItems } from "../protocol/iterate.ts";
import type { PyDict } from "./dict.ts";
import { PyTuple, tupleSpec } from "./tuple.ts";

/** What a struct sequence is made from: its type, and how many of its fields the tuple shows. */
export interface StructSequence {
  readonly type: TypeSpec;
  readonly fields: readonly string[];
  /** Fields from here on are attributes only. */
  readonly shown: number;
}

/** A tuple with names; what it does not show as an item lies in `hidden`. */
class PyStructTuple extends PyTuple {
  hidden: PyObject[] = [];

  override edges(visit: Visit): void {
    super.edges(visit);
    for (const item of this.hidden) visit(item);
  }

  override clear(): void {
    super.clear();
    const { hidden } = this;
    this.hidden = [];
    releaseAll(hidden);
  }
}

function fieldOf(self: PyObject, position: number): PyObject {
  const { items, hidden } = self as PyStructTuple;
  return position < items.length ? items[position] : hidden[position - items.length];
}

/**
 * A tuple type whose items have names, as `sys.version_info` is one (Objects/structseq.c). Programs can
 * make instances only where it says so.
 */
export function structSequence(module: string, name: string, fields: readonly string[], shown = fields.length, constructible = false): StructSequence {
  const fullName = module === "builtins" ? name : `${module}.${name}`;
  const type: TypeSpec = defineType({
    name,
    module,
    base: tupleSpec,
    baseType: false,
    collected: true,
    slots: {
      new: (rt, _type, args, kwnames) => {
        if (!constructible) rt.raise("TypeError", `cannot create '${fullName}' instances`);
        expectPositional(rt, name, args, kwnames, 1, 1);
        return structOf(rt, { type, fields, shown }, fullName, args[0]);
      },
      repr: (rt, self) => {
        const texts = (self as PyTuple).items.map((item, i) => `${fields[i]}=${rt.reprText(item)}`);
        return rt.str(`${fullName}(${texts.join(", ")})`);
      },
    },
    getset: fields.map((field, i) => ({
      name: field,
      isMember: true,
      get: (_rt: Runtime, self: PyObject) => retain(fieldOf(self, i)),
    })),
    methods: [
      method("__replace__(self, /, **changes)", (rt, [self, changes]) => {
        const values = fields.map((_, i) => fieldOf(self, i));
        const unknown: PyObject[] = [];
        for (const { key, value } of (changes as PyDict).live()) {
          const at = fields.indexOf(rt.strText(key));
          if (at < 0) unknown.push(key);
          else values[at] = value;
        }
        if (unknown.length > 0) rt.raise("TypeError", `Got unexpected field name(s): [${unknown.map((key) => rt.reprText(key)).join(", ")}]`);
        return takeStruct(rt, { type, fields, shown }, values.map(retain));
      }),
    ],
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
  const made = new PyStructTuple(rt.typeOf(declared.type), values.slice(0, declared.shown));
  made.hidden = values.slice(declared.shown);
  return made;
}

/** What a program makes from a sequence: hidden fields that are missing are None (structseq_new). */
function structOf(rt: Runtime, declared: StructSequence, name: string, source: PyObject): PyObject {
  const { fields, shown } = declared;
  const items = collectItems(rt, source);
  const { length } = items;
  if (length < shown || length > fields.length) {
    releaseAll(items);
    const bound = fields.length === shown ? `a ${shown}` : length < shown ? `an at least ${shown}` : `an at most ${fields.length}`;
    rt.raise("TypeError", `${name}() takes ${bound}-sequence (${length}-sequence given)`);
  }
  while (items.length < fields.length) items.push(retain(rt.none));
  return takeStruct(rt, declared, items);
}
