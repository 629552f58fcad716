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

  await?: Unary; asyncIter?: Unary; asyncNext?: Unary;
}

export type SlotName = keyof Slots;
