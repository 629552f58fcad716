import { type PyObject, release } from "../../core/object.ts";
import { PyType } from "../../core/type.ts";
import type { Literal, Module } from "../../syntax/ast.ts";
import { PyBytes } from "../../types/bytes-object.ts";
import { PyComplex } from "../../types/complex-object.ts";
import type { PyDict } from "../../types/dict.ts";
import { PyFloat } from "../../types/float-object.ts";
import { PyInt } from "../../types/int-object.ts";
import { PyList } from "../../types/list.ts";
import { PySet } from "../../types/set.ts";
import { PyStr } from "../../types/str-object.ts";
import { PyTuple } from "../../types/tuple.ts";
import type { Machine } from "../../vm/machine.ts";
import { type Field, type Kinds, type NodeKind, type SumKind, kindsOf } from "./kinds.ts";
import type { NodeData } from "./to-objects.ts";

const MODES: ReadonlyMap<string, Module["mode"]> = new Map([["Module", "exec"], ["Interactive", "single"], ["Expression", "eval"]]);
/** Fields of ours that grammars of older versions lack. */
const ABSENT: ReadonlyMap<string, NodeData> = new Map<string, NodeData>([
  ...["FunctionDef", "AsyncFunctionDef", "ClassDef"].map((name) => [name, { typeParams: [] }] as const),
  ...["Import", "ImportFrom"].map((name) => [name, { lazy: false }] as const),
  ...["TypeVar", "ParamSpec", "TypeVarTuple"].map((name) => [name, { defaultValue: null }] as const),
]);
const NODE_STEPS = 8;
const MAX_INT = 2147483647n;

/** Reads our tree from the guest's nodes (Parser/asdl_c.py, obj2ast). What is no tree raises TypeError or ValueError. */
export class NodeReader {
  private readonly vm: Machine;
  private readonly names: PyDict;
  private readonly kinds: Kinds;

  /** `names` is the namespace of `_ast`, with the classes. */
  constructor(vm: Machine, names: PyDict) {
    this.vm = vm;
    this.names = names;
    this.kinds = kindsOf(vm.profile.id);
  }

  module(tree: PyObject): Module {
    const name = [...MODES.keys()].find((key) => this.isInstance(tree, key)) as string;
    return { ...this.fields(this.kinds.nodes.get(name) as NodeKind, tree), mode: MODES.get(name) } as unknown as Module;
  }

  isInstance(object: PyObject, name: string): boolean {
    const cls = this.names.peekName(name);
    return cls instanceof PyType && object.type.isSubtypeOf(cls);
  }

  private sum(sum: SumKind, object: PyObject): unknown {
    const { vm } = this;
    const span = sum.place === "none" ? null : this.span(sum.name, sum.place === "whole", object);
    const kind = sum.constructors.find(({ name }) => this.isInstance(object, name));
    if (!kind) return vm.raise("TypeError", `expected some sort of ${sum.name}, but got ${vm.reprText(object)}`);
    if (sum.isPlain) return kind.name;
    const data = this.fields(kind, object);
    const type = kind.name === "TryStar" ? "Try" : kind.name;
    const star = type === "Try" ? { star: kind.name === "TryStar" } : null;
    // A handler is the only kind of its type, so ours need no name.
    return sum.name === "excepthandler" ? { ...data, span } : { ...ABSENT.get(type), ...data, ...star, type, span };
  }

  private fields(kind: NodeKind, object: PyObject): NodeData {
    const { vm } = this;
    vm.charge(NODE_STEPS);
    vm.enterNative(` while traversing '${kind.sum?.name ?? kind.name}' node`);
    const data: Record<string, unknown> = {};
    try {
      for (const field of kind.fields) data[field.own] = this.field(kind, field, object);
    } finally {
      vm.leaveNative();
    }
    if (kind.sum === null && kind.place !== "none") data.span = this.span(kind.name, false, object);
    if (kind.name === "Interpolation" && typeof data.str !== "string") data.str = "";
    // `{**x for …}` is a pair without a value in CPython, one without a key here.
    return kind.name === "DictComp" && data.value === null ? { ...data, key: null, value: data.key } : data;
  }

  private field(kind: NodeKind, field: Field, object: PyObject): unknown {
    const { vm } = this;
    const found = vm.getAttributeOrNull(object, field.name);
    if (found === null) return this.missing(kind, field);
    try {
      if (field.isList) return this.list(kind, field, found);
      const value = found === vm.none && field.type !== "constant" ? this.none(field) : this.value(field, found);
      const isRequired = value === null && !field.isOptional && field.type !== "int";
      if (isRequired) vm.raise("ValueError", `field '${field.name}' is required for ${kind.name}`);
      return value;
    } finally {
      release(found);
    }
  }

  private missing(kind: NodeKind, field: Field): unknown {
    const rules = this.vm.profile.sourceModules.ast;
    if (field.isOptional && !field.isList) return field.type === "int" ? 0 : null;
    if (field.isList && rules.missingListsAreEmpty) return [];
    if (field.type === "expr_context" && rules.missingFields !== "absent") return "Load";
    return this.vm.raise("TypeError", `required field "${field.name}" missing from ${kind.name}`);
  }

  /** None in a field: an int must be one, unless it may be missing. */
  private none(field: Field): unknown {
    if (field.type !== "int") return null;
    return field.isOptional ? 0 : this.vm.raise("ValueError", "invalid integer value: None");
  }

  private list(kind: NodeKind, field: Field, value: PyObject): unknown[] {
    if (!(value instanceof PyList)) {
      return this.vm.raise("TypeError", `${kind.name} field "${field.name}" must be a list, not a ${value.type.shownName}`);
    }
    // An attribute may be a property that changes the list.
    return value.items.slice().map((item) => (item === this.vm.none && field.type !== "constant" ? null : this.value(field, item)));
  }

  private value({ type, own }: Field, value: PyObject): unknown {
    const { vm } = this;
    switch (type) {
      case "identifier":
        if (value.type !== vm.types.str) vm.raise("TypeError", "AST identifier must be of type str");
        return (value as PyStr).value;
      case "string":
        if (value.type !== vm.types.str && value.type !== vm.types.bytes) vm.raise("TypeError", "AST string must be of type str");
        return value instanceof PyStr ? value.value : "";
      case "int": {
        const number = this.int(value);
        return own === "conversion" || own === "level" ? number : number !== 0;
      }
      case "constant":
        return own === "str" ? (value instanceof PyStr ? value.value : null) : this.literal(value);
    }
    const sum = this.kinds.sums.get(type);
    return sum ? this.sum(sum, value) : this.fields(this.kinds.nodes.get(type) as NodeKind, value);
  }

  private int(value: PyObject): number {
    const { vm } = this;
    if (!(value instanceof PyInt)) return vm.raise("ValueError", `invalid integer value: ${vm.reprText(value)}`);
    const number = vm.index(value);
    if (number > MAX_INT || number < -MAX_INT - 1n) vm.raise("OverflowError", "Python int too large to convert to C int");
    return Number(number);
  }

  private span(name: string, needsEnd: boolean, object: PyObject): NodeData {
    const line = this.attribute(name, object, "lineno", null);
    const col = this.attribute(name, object, "col_offset", null);
    const endLine = this.attribute(name, object, "end_lineno", needsEnd ? null : line);
    return { line, col, endLine, endCol: this.attribute(name, object, "end_col_offset", needsEnd ? null : col) };
  }

  private attribute(kind: string, object: PyObject, name: string, otherwise: number | null): number {
    const { vm } = this;
    const found = vm.getAttributeOrNull(object, name);
    try {
      if (found !== null && (found !== vm.none || otherwise === null)) return this.int(found);
      return otherwise ?? vm.raise("TypeError", `required field "${name}" missing from ${kind}`);
    } finally {
      if (found) release(found);
    }
  }

  /** A constant's value: exactly one of the types that literals and folding make (Python/ast.c, validate_constant). */
  private literal(value: PyObject): Literal {
    const { vm } = this;
    const { types } = vm;
    if (value === vm.none) return { kind: "none" };
    if (value === vm.ellipsis) return { kind: "ellipsis" };
    if (value === vm.true || value === vm.false) return { kind: "bool", value: value === vm.true };
    switch (value.type) {
      case types.int:
        return { kind: "int", value: vm.index(value) };
      case types.float:
        return { kind: "float", value: (value as PyFloat).value };
      case types.complex:
        return { kind: "complex", real: (value as PyComplex).real, imag: (value as PyComplex).imag };
      case types.str:
        return { kind: "str", value: (value as PyStr).value };
      case types.bytes:
        return { kind: "bytes", value: (value as PyBytes).value };
      case types.tuple:
        return { kind: "tuple", items: this.literals((value as PyTuple).items) };
      case types.frozenset:
        return { kind: "frozenset", items: this.literals([...(value as PySet).table.entries()].map(({ key }) => key)) };
    }
    return vm.raise("TypeError", `got an invalid type in Constant: ${value.type.shownName}`);
  }

  private literals(items: readonly PyObject[]): Literal[] {
    this.vm.charge(items.length);
    this.vm.enterNative();
    try {
      return items.map((item) => this.literal(item));
    } finally {
      this.vm.leaveNative();
    }
  }
}
