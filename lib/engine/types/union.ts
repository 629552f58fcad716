import { classMethod, defineType, method, type TypeSpec } from "../core/define.ts";
import { PyObject, releaseAll, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyType } from "../core/type.ts";
import { testInstance, testSubclass } from "../protocol/class-test.ts";
import { annotationText, PyGenericAlias } from "./generic-alias-object.ts";
import { rareMembers } from "./rare-members.ts";

/** `X | Y` between types (Objects/unionobject.c). */
export class PyUnion extends PyObject {
  private members: PyObject[];

  /** Takes over the references. */
  constructor(type: PyType, members: PyObject[]) {
    super(type);
    this.members = members;
  }

  get args(): readonly PyObject[] {
    return this.members;
  }

  override edges(visit: Visit): void {
    for (const member of this.members) visit(member);
  }

  override clear(): void {
    const { members } = this;
    this.members = [];
    releaseAll(members);
  }
}

/** The union of types, unions and None, nested ones flattened and equal ones once; a single type stays itself. Owned. */
export function makeUnion(rt: Runtime, parts: readonly PyObject[]): PyObject {
  const members: PyObject[] = [];
  for (const part of parts) {
    for (const item of part instanceof PyUnion ? part.args : [part === rt.none ? rt.none.type : part]) {
      if (!members.some((known) => known === item || (known instanceof PyGenericAlias && rt.equal(known, item)))) members.push(item);
    }
  }
  if (members.length === 1) return retain(members[0]);
  return new PyUnion(unionType(rt), members.map(retain));
}

/** The type of unions under this version's name. */
export function unionType(rt: Runtime): PyType {
  return rt.types.Union ?? rt.types.UnionType;
}

/** Whether something may stand beside `|`. */
function isOperand(rt: Runtime, object: PyObject): boolean {
  return object === rt.none || object instanceof PyType || object instanceof PyGenericAlias || object instanceof PyUnion || object.type === rt.types.sentinel;
}

/** `left | right` where one of them is a type, or what stands for one. */
export function orTypes(rt: Runtime, left: PyObject, right: PyObject): PyObject {
  return isOperand(rt, left) && isOperand(rt, right) ? makeUnion(rt, [left, right]) : retain(rt.notImplemented);
}

/** What stands beside types by `Union[…]`, though not by `|`, such as a name; TypeError for what is none. */
function checkedMember(rt: Runtime, item: PyObject): PyObject {
  const check = rt.temp(rt.getAttribute(rt.temp(rt.importModule("typing")), "_checked"));
  return rt.temp(rt.call(check, [item, rt.temp(rt.str("Union[arg, ...]: each arg must be a type."))]));
}

function sameMembers(a: PyUnion, b: PyUnion, rt: Runtime): boolean {
  const within = (items: readonly PyObject[], others: readonly PyObject[]) => items.every((item) => others.some((other) => rt.equal(item, other)));
  return within(a.args, b.args) && within(b.args, a.args);
}

const union = (object: PyObject) => object as PyUnion;

const argsOf = (rt: Runtime, self: PyObject): PyObject => rt.takeTuple(union(self).args.map(retain));

function checkMember(rt: Runtime, item: PyObject, what: string): void {
  if (item instanceof PyGenericAlias) rt.raise("TypeError", `${what} argument 2 cannot be a parameterized generic`);
}

function checkAll(rt: Runtime, self: PyObject, what: string): void {
  if (rt.profile.memberRules.unionsTakeGenerics || !union(self).args.some((item) => item instanceof PyGenericAlias)) return;
  rt.raise("TypeError", `${what} argument 2 cannot contain a parameterized generic`);
}

/** Whether one of the members answers yes. */
function anyMember(rt: Runtime, self: PyObject, what: string, test: (item: PyObject) => boolean): PyObject {
  checkAll(rt, self, what);
  return rt.bool(
    union(self).args.some((item) => {
      checkMember(rt, item, what);
      return test(item);
    }),
  );
}

const declaration: Omit<TypeSpec, "name" | "module" | "when"> = {
  basicSize: 32,
  collected: true,
  hasWeakrefs: true,
  baseType: false,
  slots: {
    repr: (rt, self) => rt.str(union(self).args.map((item) => annotationText(rt, item)).join(" | ")),
    hash: (rt, self) => rt.hash(rt.temp(rt.call(rt.types.frozenset, [rt.temp(argsOf(rt, self))]))),
    richCompare: (rt, self, other, op) => {
      if ((op !== "==" && op !== "!=") || !(other instanceof PyUnion)) return retain(rt.notImplemented);
      return rt.bool(sameMembers(union(self), other, rt) === (op === "=="));
    },
    or: orTypes,
    getItem: (rt, self, key) => rareMembers.get().subscriptAlias(rt, self, key),
  },
  getset: [
    { name: "__args__", isMember: true, get: argsOf },
    { name: "__parameters__", get: (rt, self) => rt.takeTuple(rareMembers.get().parametersOf(rt, union(self).args).map(retain)) },
    { name: "__origin__", get: (rt) => retain(unionType(rt)) },
  ],
  methods: [
    method("__instancecheck__(self, instance, /)", (rt, [self, instance]) => anyMember(rt, self, "isinstance()", (item) => testInstance(rt, instance, item))),
    method("__subclasscheck__(self, cls, /)", (rt, [self, cls]) => anyMember(rt, self, "issubclass()", (item) => testSubclass(rt, cls, item))),
    classMethod("__class_getitem__(cls, params, /)", (rt, [, params]) => {
      const items = params.type === rt.types.tuple ? (params as PyObject & { readonly items: readonly PyObject[] }).items : [params];
      if (items.length === 0) rt.raise("TypeError", "Cannot take a Union of no types.");
      return makeUnion(rt, items.map((item) => (isOperand(rt, item) ? item : checkedMember(rt, item))));
    }),
  ],
};

/** The type of `int | str` under its two names. */
export const unionSpecs: readonly TypeSpec[] = [
  defineType({ ...declaration, name: "Union", module: "typing", when: (rt) => rt.profile.classes.unionType === "typing.Union" }),
  defineType({ ...declaration, name: "UnionType", module: "types", when: (rt) => rt.profile.classes.unionType === "types.UnionType" }),
];
