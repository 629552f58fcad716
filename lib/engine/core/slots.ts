import type { PyObject } from "./object.ts";
import type { Runtime } from "./runtime.ts";
import type { PyType } from "./type.ts";

export type CompareOp = "<" | "<=" | "==" | "!=" | ">" | ">=";

/** Values of keyword arguments are the last `kwnames.length` entries of `args` (vectorcall, PEP 590). */
export type KeywordNames = readonly string[] | null;

export type Unary = (rt: Runtime, self: PyObject) => PyObject;
/** Called with the operands in source order, whichever of the two has the slot; returns `rt.notImplemented` to decline. */
export type Binary = (rt: Runtime, left: PyObject, right: PyObject) => PyObject;
export type Call = (rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames) => PyObject;
export type New = (rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames) => PyObject;
export type Init = (rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames) => void;

/**
 * What an operation does for a type: CPython's tp_, nb_, sq_, mp_ and am_ slots under their own names. All return owned
 * references; a guest exception is thrown as `Raise`.
 */
export interface Slots {
  new?: New;
  init?: Init;
  call?: Call;
  /** Runs `__del__` (or closes a generator) once; must not throw a Raise: it reports through `rt.unraisable`. */
  finalize?: (rt: Runtime, self: PyObject) => void;
  repr?: Unary;
  str?: Unary;
  /** A 64-bit signed hash. Null: unhashable. */
  hash?: ((rt: Runtime, self: PyObject) => bigint) | null;
  richCompare?: (rt: Runtime, self: PyObject, other: PyObject, op: CompareOp) => PyObject;
  getAttribute?: (rt: Runtime, self: PyObject, name: string) => PyObject;
  /** A null value deletes. */
  setAttribute?: (rt: Runtime, self: PyObject, name: string, value: PyObject | null) => void;
  /** `instance` is null for access through the class. */
  descrGet?: (rt: Runtime, descriptor: PyObject, instance: PyObject | null, owner: PyType) => PyObject;
  descrSet?: (rt: Runtime, descriptor: PyObject, instance: PyObject, value: PyObject | null) => void;
  iter?: Unary;
  /** Null when exhausted; StopIteration with a value is thrown. */
  next?: (rt: Runtime, self: PyObject) => PyObject | null;

  add?: Binary; subtract?: Binary; multiply?: Binary; matrixMultiply?: Binary; trueDivide?: Binary; floorDivide?: Binary;
  remainder?: Binary; divmod?: Binary; lshift?: Binary; rshift?: Binary; and?: Binary; xor?: Binary; or?: Binary;
  power?: (rt: Runtime, left: PyObject, right: PyObject, modulus: PyObject | null) => PyObject;
  inplaceAdd?: Binary; inplaceSubtract?: Binary; inplaceMultiply?: Binary; inplaceMatrixMultiply?: Binary;
  inplaceTrueDivide?: Binary; inplaceFloorDivide?: Binary; inplaceRemainder?: Binary; inplacePower?: Binary;
  inplaceLshift?: Binary; inplaceRshift?: Binary; inplaceAnd?: Binary; inplaceXor?: Binary; inplaceOr?: Binary;
  negative?: Unary; positive?: Unary; absolute?: Unary; invert?: Unary;
  bool?: (rt: Runtime, self: PyObject) => boolean;
  int?: Unary; float?: Unary; index?: Unary;

  length?: (rt: Runtime, self: PyObject) => number;
  getItem?: Binary;
  /** A null value deletes. */
  setItem?: (rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null) => void;
  contains?: (rt: Runtime, self: PyObject, item: PyObject) => boolean;
  /** `+` of sequences, tried after `add` of both sides. */
  concat?: Binary;
  /** `*` of sequences; the second operand is the count. */
  repeat?: Binary;
  inplaceConcat?: Binary;
  inplaceRepeat?: Binary;

  /** A memoryview of the memory that it lends, for flags of the buffer protocol (PEP 688). */
  getBuffer?: (rt: Runtime, self: PyObject, flags: number) => PyObject;
  /** A memoryview of its memory is given back. */
  releaseBuffer?: (rt: Runtime, self: PyObject, view: PyObject) => void;

  await?: Unary; asyncIter?: Unary; asyncNext?: Unary;
}

export type SlotName = keyof Slots;

/** A type's own slots. Every table has the same fields in the same order, which makes reading one the same host instruction for all types. */
export class SlotTable implements Slots {
  new: Slots["new"] = undefined;
  init: Slots["init"] = undefined;
  call: Slots["call"] = undefined;
  finalize: Slots["finalize"] = undefined;
  repr: Slots["repr"] = undefined;
  str: Slots["str"] = undefined;
  hash: Slots["hash"] = undefined;
  richCompare: Slots["richCompare"] = undefined;
  getAttribute: Slots["getAttribute"] = undefined;
  setAttribute: Slots["setAttribute"] = undefined;
  descrGet: Slots["descrGet"] = undefined;
  descrSet: Slots["descrSet"] = undefined;
  iter: Slots["iter"] = undefined;
  next: Slots["next"] = undefined;
  add: Slots["add"] = undefined;
  subtract: Slots["subtract"] = undefined;
  multiply: Slots["multiply"] = undefined;
  matrixMultiply: Slots["matrixMultiply"] = undefined;
  trueDivide: Slots["trueDivide"] = undefined;
  floorDivide: Slots["floorDivide"] = undefined;
  remainder: Slots["remainder"] = undefined;
  divmod: Slots["divmod"] = undefined;
  lshift: Slots["lshift"] = undefined;
  rshift: Slots["rshift"] = undefined;
  and: Slots["and"] = undefined;
  xor: Slots["xor"] = undefined;
  or: Slots["or"] = undefined;
  power: Slots["power"] = undefined;
  inplaceAdd: Slots["inplaceAdd"] = undefined;
  inplaceSubtract: Slots["inplaceSubtract"] = undefined;
  inplaceMultiply: Slots["inplaceMultiply"] = undefined;
  inplaceMatrixMultiply: Slots["inplaceMatrixMultiply"] = undefined;
  inplaceTrueDivide: Slots["inplaceTrueDivide"] = undefined;
  inplaceFloorDivide: Slots["inplaceFloorDivide"] = undefined;
  inplaceRemainder: Slots["inplaceRemainder"] = undefined;
  inplacePower: Slots["inplacePower"] = undefined;
  inplaceLshift: Slots["inplaceLshift"] = undefined;
  inplaceRshift: Slots["inplaceRshift"] = undefined;
  inplaceAnd: Slots["inplaceAnd"] = undefined;
  inplaceXor: Slots["inplaceXor"] = undefined;
  inplaceOr: Slots["inplaceOr"] = undefined;
  negative: Slots["negative"] = undefined;
  positive: Slots["positive"] = undefined;
  absolute: Slots["absolute"] = undefined;
  invert: Slots["invert"] = undefined;
  bool: Slots["bool"] = undefined;
  int: Slots["int"] = undefined;
  float: Slots["float"] = undefined;
  index: Slots["index"] = undefined;
  length: Slots["length"] = undefined;
  getItem: Slots["getItem"] = undefined;
  setItem: Slots["setItem"] = undefined;
  contains: Slots["contains"] = undefined;
  concat: Slots["concat"] = undefined;
  repeat: Slots["repeat"] = undefined;
  inplaceConcat: Slots["inplaceConcat"] = undefined;
  inplaceRepeat: Slots["inplaceRepeat"] = undefined;
  getBuffer: Slots["getBuffer"] = undefined;
  releaseBuffer: Slots["releaseBuffer"] = undefined;
  await: Slots["await"] = undefined;
  asyncIter: Slots["asyncIter"] = undefined;
  asyncNext: Slots["asyncNext"] = undefined;

  /** What `base` has, overridden by `own`. */
  static from(base: Slots, own: Slots): SlotTable {
    return Object.assign(new SlotTable(), base, own);
  }
}
