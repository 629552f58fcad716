import { type PyObject, release, retain } from "../../core/object.ts";
import { PyType } from "../../core/type.ts";
import type { Literal, Module, Span } from "../../syntax/ast.ts";
import { PyComplex } from "../../types/complex-object.ts";
import type { PyDict } from "../../types/dict.ts";
import { makeSetConstant } from "../../types/frozenset.ts";
import type { Machine } from "../../vm/machine.ts";
import { type Field, type Kinds, type NodeKind, kindsOf } from "./kinds.ts";

/** A node of our tree, by the names of its fields. */
export type NodeData = Readonly<Record<string, unknown>>;

const MODULE_NAMES: Readonly<Record<Module["mode"], string>> = { exec: "Module", single: "Interactive", eval: "Expression" };
/** What a node costs that is made. */
const NODE_STEPS = 8;

/** The object that a literal denotes; owned. */
export function literalObject(vm: Machine, literal: Literal): PyObject {
  switch (literal.kind) {
    case "none":
      return retain(vm.none);
    case "ellipsis":
      return retain(vm.ellipsis);
    case "bool":
      return vm.bool(literal.value);
    case "int":
      return vm.int(literal.value);
    case "float":
      return vm.float(literal.value);
    case "complex":
      return new PyComplex(vm.types.complex, literal.real ?? 0, literal.imag);
    case "str":
      return vm.str(literal.value);
    case "bytes":
      return vm.bytes(literal.value);
    case "tuple":
      return vm.takeTuple(literal.items.map((item) => literalObject(vm, item)));
    case "frozenset":
      return makeSetConstant(vm, literal.items.map((item) => vm.temp(literalObject(vm, item))));
  }
}

/** Makes the guest's nodes from our tree (Parser/asdl_c.py, ast2obj). */
export class NodeMaker {
  private readonly vm: Machine;
  /** The namespace of `_ast`, with the classes, and one instance of each that has no fields. */
  private readonly names: PyDict;
  private readonly singletons: PyDict;
  private readonly kinds: Kinds;

  constructor(vm: Machine, names: PyDict) {
    this.vm = vm;
    this.names = names;
    this.singletons = names.peekName("_singletons") as PyDict;
    this.kinds = kindsOf(vm.profile.id);
  }

  /** The node of a whole unit; owned. */
  module(tree: Module): PyObject {
    return this.node(MODULE_NAMES[tree.mode], tree as unknown as NodeData);
  }

  private node(name: string, data: NodeData): PyObject {
    const kind = this.kinds.nodes.get(name) as NodeKind;
    const { vm } = this;
    vm.charge(NODE_STEPS);
    const cls = this.names.peekName(name);
    if (!(cls instanceof PyType) || !cls.allocateInstance) return vm.raise("TypeError", `${name} is not a class of nodes`);
    const object = cls.allocateInstance(cls);
    try {
      for (const field of kind.fields) this.set(object, field.name, this.field(kind, field, data));
      if (kind.place !== "none") this.setPlace(object, data.span as Span);
      return object;
    } catch (error) {
      release(object);
      throw error;
    }
  }

  private set(object: PyObject, name: string, value: PyObject): void {
    try {
      this.vm.setAttribute(object, name, value);
    } finally {
      release(value);
    }
  }

  private setPlace(object: PyObject, { line, col, endLine, endCol }: Span): void {
    this.set(object, "lineno", this.vm.int(line));
    this.set(object, "col_offset", this.vm.int(col));
    this.set(object, "end_lineno", this.vm.int(endLine));
    this.set(object, "end_col_offset", this.vm.int(endCol));
  }

  private field(kind: NodeKind, field: Field, data: NodeData): PyObject {
    const { vm } = this;
    if (kind.name === "Constant" && field.name === "kind") return data.isUnicode ? vm.intern("u") : retain(vm.none);
    // `{**x for …}` is a pair without a value in CPython, one without a key here.
    if (kind.name === "DictComp" && data.key === null && field.name !== "generators") {
      return field.name === "key" ? this.value(field, data.value) : retain(vm.none);
    }
    const value = data[field.own];
    return field.isList ? this.list(field, (value as readonly unknown[] | undefined) ?? []) : this.value(field, value);
  }

  private list(field: Field, values: readonly unknown[]): PyObject {
    const items: PyObject[] = [];
    try {
      for (const value of values) items.push(this.value(field, value));
    } catch (error) {
      items.forEach(release);
      throw error;
    }
    return this.vm.takeList(items);
  }

  private value({ type }: Field, value: unknown): PyObject {
    const { vm } = this;
    if (value === null || value === undefined) return retain(vm.none);
    switch (type) {
      case "identifier":
        return vm.intern(value as string);
      case "string":
        return vm.str(value as string);
      case "int":
        return vm.int(Number(value));
      case "constant":
        return typeof value === "string" ? vm.str(value) : literalObject(vm, value as Literal);
    }
    const sum = this.kinds.sums.get(type);
    if (sum?.isPlain) return retain(this.singletons.peekName(value as string) as PyObject);
    const data = value as NodeData;
    if (!sum) return this.node(type, data);
    return this.node(sum.name === "excepthandler" ? "ExceptHandler" : data.type === "Try" && data.star ? "TryStar" : (data.type as string), data);
  }
}
