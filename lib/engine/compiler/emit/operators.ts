import type { Recipes } from "../../profiles/instruction-sets/types.ts";
import type { BinaryOperator, Span } from "../../syntax/ast.ts";
import type { Emitter } from "./emitter.ts";

/** Numbers of BINARY_OP; the in-place operators follow 13 later. */
const NUMBERS: Readonly<Record<BinaryOperator, number>> = {
  Add: 0, BitAnd: 1, FloorDiv: 2, LShift: 3, MatMult: 4, Mult: 5, Mod: 6, BitOr: 7, Pow: 8, RShift: 9, Sub: 10, Div: 11, BitXor: 12,
};
const INPLACE = 13;

/** Ends of opcode names: BINARY_ADD, INPLACE_ADD. */
const WORDS: Readonly<Record<BinaryOperator, string>> = {
  Add: "ADD", BitAnd: "AND", FloorDiv: "FLOOR_DIVIDE", LShift: "LSHIFT", MatMult: "MATRIX_MULTIPLY", Mult: "MULTIPLY", Mod: "MODULO",
  BitOr: "OR", Pow: "POWER", RShift: "RSHIFT", Sub: "SUBTRACT", Div: "TRUE_DIVIDE", BitXor: "XOR",
};

const OPERATORS: Readonly<Record<Recipes["operators"], (c: Emitter, span: Span, op: BinaryOperator, inPlace: boolean) => void>> = {
  "one-each": (c, span, op, inPlace) => c.op(span, `${inPlace ? "INPLACE" : "BINARY"}_${WORDS[op]}`),
  "binary-op": (c, span, op, inPlace) => c.op(span, "BINARY_OP", NUMBERS[op] + (inPlace ? INPLACE : 0)),
};

/** Applies an operator to the two values on the stack. */
export function emitBinary(c: Emitter, span: Span, op: BinaryOperator, inPlace = false): void {
  OPERATORS[c.recipes.operators](c, span, op, inPlace);
}
