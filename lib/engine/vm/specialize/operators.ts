import type { PyObject } from "../../core/object.ts";
import { instructionSetOf } from "../../profiles/instruction-sets/instruction-set-of.ts";
import { PyDict } from "../../types/dict.ts";
import { PyFunction } from "../../types/function.ts";
import { PyInt } from "../../types/int-object.ts";
import { PyList } from "../../types/list.ts";
import { PySlice } from "../../types/slice-object.ts";
import { PyStr } from "../../types/str-object.ts";
import { PyTuple } from "../../types/tuple.ts";
import type { Machine } from "../machine.ts";
import type { Chooser, Proposal, Site } from "./specializer.ts";

const DIGIT = 1n << 30n;

/** The name of an object's type where it is the built-in one itself, else nothing. */
function exact(vm: Machine, object: PyObject): string {
  const { name } = object.type;
  return vm.types[name] === object.type ? name : "";
}

/** An int of one digit. */
function isCompact(object: PyObject): boolean {
  return object instanceof PyInt && object.value < DIGIT && object.value > -DIGIT;
}

/** A subscript that needs no counting from the end. */
function isPosition(vm: Machine, key: PyObject): boolean {
  return exact(vm, key) === "int" && isCompact(key) && (key as PyInt).value >= 0n;
}

const ARITHMETIC: Readonly<Record<string, string>> = { "+": "ADD", "-": "SUBTRACT", "*": "MULTIPLY" };

function chooseBinary(vm: Machine, left: PyObject, right: PyObject, operator: string, site: Site): Proposal {
  if (operator === "[]") return chooseSubscript(vm, left, right, "BINARY_OP_SUBSCR", "BINARY_OP_EXTEND");
  const plain = operator.replace("=", "");
  if (!ARITHMETIC[plain] && Object.hasOwn(site.rules.forms.BINARY_OP, "BINARY_OP_ADAPTIVE")) return "BINARY_OP";
  const [l, r] = [exact(vm, left), exact(vm, right)];
  const both = l === r ? l : "";
  const name = ARITHMETIC[plain];
  if (both === "str" && plain === "+") return addsInPlace(left, site) ? ["BINARY_OP_INPLACE_ADD_UNICODE", "BINARY_OP_ADD_UNICODE"] : "BINARY_OP_ADD_UNICODE";
  if (name && both === "float") return `BINARY_OP_${name}_FLOAT`;
  if (name && both === "int" && (!site.rules.compactInts || (isCompact(left) && isCompact(right)))) return `BINARY_OP_${name}_INT`;
  return chooseExtension(left, right, plain, `${l} ${r}`, site);
}

/** `BINARY_OP_EXTEND`: pairs of types that have a function of their own (Python/specialize.c, binaryop_extend_descrs). */
function chooseExtension(left: PyObject, right: PyObject, operator: string, types: string, site: Site): Proposal {
  const mixed = (types === "int float" && isCompact(left)) || (types === "float int" && isCompact(right));
  const key = `BINARY_OP_EXTEND ${operator} ${types}`;
  if (mixed && "+-*/".includes(operator)) return key;
  if (types === "int int" && isCompact(left) && isCompact(right) && "&|^".includes(operator)) return key;
  if (!site.rules.extendsSequences) return null;
  if (operator === "+" && /^(list list|tuple tuple|bytes bytes)$/.test(types)) return key;
  if (operator === "|" && types === "dict dict") return key;
  if (operator === "*" && (/^int (str|tuple|bytes)$/.test(types) ? isCompact(left) : /^(str|tuple|bytes) int$/.test(types) && isCompact(right))) return key;
  return null;
}

/** `s = s + t` with a local `s`: the text can grow where it lies. */
function addsInPlace(left: PyObject, { code, at }: Site): boolean {
  const before = code.spec.code[at - 1];
  const after = code.spec.code[at + 1];
  const loaded = code.spec.code.slice(Math.max(at - 2, 0), at).find((instr) => instr.op.startsWith("LOAD_FAST"));
  return left instanceof PyStr && before !== undefined && after?.op === "STORE_FAST" && loaded !== undefined && firstSlot(loaded.op, loaded.arg) === after.arg;
}

function firstSlot(op: string, arg: number): number {
  return op.indexOf("LOAD_FAST", 1) > 0 ? arg >> 4 : arg;
}

function chooseSubscript(vm: Machine, container: PyObject, key: PyObject, prefix: string, other: string): Proposal {
  const kind = exact(vm, container);
  if (kind === "list" && key instanceof PySlice) return `${prefix}_LIST_SLICE`;
  if (kind === "dict") return `${prefix}_DICT`;
  if (isPosition(vm, key)) {
    if (kind === "list" || kind === "tuple") return `${prefix}_${kind.toUpperCase()}_INT`;
    if (kind === "str") return isNarrow(container) ? `${prefix}_STR_INT` : [`${prefix}_USTR_INT`, other];
  }
  const getItem = container.type.isHeapType ? container.type.peek("__getitem__") : null;
  return getItem instanceof PyFunction && getItem.code.spec.argCount === 2 ? `${prefix}_GETITEM ${container.type.id}` : null;
}

const isNarrow = (text: PyObject): boolean => text instanceof PyStr && text.kind === "ascii";

const COMPARISONS = ["<", "<=", "==", "!=", ">", ">="];

function comparedKind(vm: Machine, left: PyObject, right: PyObject, comparison: string): "FLOAT" | "INT" | "STR" | null {
  const both = exact(vm, left) === exact(vm, right) ? exact(vm, left) : "";
  if (both === "float") return "FLOAT";
  if (both === "int") return isCompact(left) && isCompact(right) ? "INT" : null;
  return both === "str" && (comparison === "==" || comparison === "!=") ? "STR" : null;
}

const ITERATORS: Readonly<Record<string, string>> = { list_iterator: "LIST", tuple_iterator: "TUPLE", range_iterator: "RANGE", generator: "GEN" };

const TRUTHS: Readonly<Record<string, string>> = { bool: "BOOL", int: "INT", list: "LIST", NoneType: "NONE", str: "STR" };

/** Types that a loop can go through without an iterator, where an iterator takes two entries of the stack. */
const VIRTUAL = ["list", "tuple", "str", "bytes", "bytearray"];

/** Operators, containers, loops. */
export const operatorChoosers: Readonly<Record<string, Chooser>> = {
  BINARY_OP: (vm, frame, arg, site) => {
    const { binaryOperators } = instructionSetOf(vm.profile.compiler.instructionSet);
    return chooseBinary(vm, frame.peek(2), frame.peek(1), binaryOperators[arg], site);
  },
  BINARY_SUBSCR: (vm, frame) => chooseSubscript(vm, frame.peek(2), frame.peek(1), "BINARY_SUBSCR", ""),
  STORE_SUBSCR: (vm, frame) => {
    const container = frame.peek(2);
    if (container instanceof PyDict) return exact(vm, container) === "dict" ? "STORE_SUBSCR_DICT" : null;
    const key = frame.peek(1);
    const fits = container instanceof PyList && exact(vm, container) === "list" && isPosition(vm, key) && (key as PyInt).value < BigInt(container.items.length);
    return fits ? "STORE_SUBSCR_LIST_INT" : null;
  },
  COMPARE_OP: (vm, frame, arg, { code, at, rules }) => {
    // Comparison and jump are one instruction in 3.11, or nothing.
    const isJoined = Object.hasOwn(rules.forms.COMPARE_OP, "COMPARE_OP_INT_JUMP");
    if (isJoined && !/^POP_JUMP_(FORWARD|BACKWARD)_IF_(TRUE|FALSE)$/.test(code.spec.code[at + 1]?.op ?? "")) return "COMPARE_OP";
    const kind = comparedKind(vm, frame.peek(2), frame.peek(1), COMPARISONS[arg >> instructionSetOf(vm.profile.compiler.instructionSet).recipes.compareShift]);
    return kind && `COMPARE_OP_${kind}${isJoined ? "_JUMP" : ""}`;
  },
  CONTAINS_OP: (vm, frame) => {
    const kind = exact(vm, frame.peek(1));
    return kind === "dict" ? "CONTAINS_OP_DICT" : kind === "set" || kind === "frozenset" ? "CONTAINS_OP_SET" : null;
  },
  TO_BOOL: (vm, frame) => {
    const value = frame.peek(1);
    const known = TRUTHS[exact(vm, value)];
    if (known) return `TO_BOOL_${known}`;
    const { type } = value;
    return type.isHeapType && !type.slots.bool && !type.slots.length ? `TO_BOOL_ALWAYS_TRUE ${type.id}` : null;
  },
  UNPACK_SEQUENCE: (vm, frame, count) => {
    const value = frame.peek(1);
    const kind = exact(vm, value);
    if (kind === "tuple" && (value as PyTuple).items.length === count) return count === 2 ? "UNPACK_SEQUENCE_TWO_TUPLE" : "UNPACK_SEQUENCE_TUPLE";
    return kind === "list" && (value as PyList).items.length === count ? "UNPACK_SEQUENCE_LIST" : null;
  },
  GET_ITER: (vm, frame, arg, { at, notes }) => {
    const kind = exact(vm, frame.peek(1));
    notes.set(at, kind);
    if (arg !== 0) return null;
    if (VIRTUAL.includes(kind)) return `GET_ITER_VIRTUAL ${kind}`;
    return /^(generator|enumerate|zip|map|filter|reversed|list_iterator|list_reverseiterator)$/.test(kind) ? `GET_ITER_SELF ${kind}` : null;
  },
  FOR_ITER: (vm, frame, _arg, site) => {
    if (instructionSetOf(vm.profile.compiler.instructionSet).recipes.iteratorEntries === 1) {
      const form = ITERATORS[exact(vm, frame.peek(1))];
      return form ? `FOR_ITER_${form}` : null;
    }
    // The machine always has an iterator there; CPython goes through some things without one.
    const kind = exact(vm, frame.peek(2));
    const through = loopedOver(site);
    if (through === "list" || through === "tuple") return `FOR_ITER_${through.toUpperCase()}`;
    if (VIRTUAL.includes(through)) return "FOR_ITER_VIRTUAL";
    return kind === "range_iterator" || kind === "generator" ? `FOR_ITER_${ITERATORS[kind]}` : null;
  },
  SEND: (vm, frame) => {
    const { iteratorEntries } = instructionSetOf(vm.profile.compiler.instructionSet).recipes;
    const kind = exact(vm, frame.peek(1 + iteratorEntries));
    return kind === "generator" || kind === "coroutine" ? "SEND_GEN" : null;
  },
  RESUME: () => "RESUME_CHECK",
  JUMP_BACKWARD: () => "JUMP_BACKWARD_NO_JIT",
  LOAD_CONST: (vm, frame, arg) => {
    const constant = frame.code.constants[arg];
    return vm.heap.isImmortal(constant) ? "LOAD_CONST_IMMORTAL" : "LOAD_CONST_MORTAL";
  },
};

/** What the loop's own GET_ITER, the last before it, was given. */
function loopedOver({ code, at, notes }: Site): string {
  for (let i = at - 1; i >= 0; i--) if (code.spec.code[i].op === "GET_ITER") return notes.get(i) ?? "";
  return "";
}
