import type { BinaryOperator, BoolOp, CompareOperator, Expr, UnaryOperator } from "../ast.ts";
import type { Token } from "../tokens/token.ts";
import { MEMO } from "./memo.ts";
import { PrimaryRules } from "./primaries.ts";

const OR = 1;
const SHIFT = 4;
const TERM = 6;

const BINARY = new Map<string, { op: BinaryOperator; level: number }>([
  ["|", { op: "BitOr", level: OR }],
  ["^", { op: "BitXor", level: 2 }],
  ["&", { op: "BitAnd", level: 3 }],
  ["<<", { op: "LShift", level: SHIFT }],
  [">>", { op: "RShift", level: SHIFT }],
  ["+", { op: "Add", level: 5 }],
  ["-", { op: "Sub", level: 5 }],
  ["*", { op: "Mult", level: TERM }],
  ["/", { op: "Div", level: TERM }],
  ["//", { op: "FloorDiv", level: TERM }],
  ["%", { op: "Mod", level: TERM }],
  ["@", { op: "MatMult", level: TERM }],
]);

const UNARY = new Map<string, UnaryOperator>([["+", "UAdd"], ["-", "USub"], ["~", "Invert"]]);

const COMPARE = new Map<string, CompareOperator>([
  ["==", "Eq"], ["!=", "NotEq"], ["<=", "LtE"], ["<", "Lt"], [">=", "GtE"], [">", "Gt"], ["in", "In"],
]);

/** Operators, from `or` down to `**` and `await` (Doc/reference/expressions.rst, "Operator precedence"). */
export abstract class OperatorRules extends PrimaryRules {
  disjunction(): Expr | null {
    return this.memo(MEMO.disjunction, () => this.booleans("or", "Or", () => this.conjunction()));
  }

  private conjunction(): Expr | null {
    return this.memo(MEMO.conjunction, () => this.booleans("and", "And", () => this.inversion()));
  }

  private booleans(word: "or" | "and", op: BoolOp["op"], operand: () => Expr | null): Expr | null {
    const start = this.token;
    const first = operand();
    if (!first || !this.at(word)) return first;
    const values = [first];
    for (;;) {
      const pos = this.pos;
      const value = this.take(word) && operand();
      if (!value) {
        this.pos = pos;
        break;
      }
      values.push(value);
    }
    return values.length === 1 ? first : { type: "BoolOp", span: this.spanFrom(start), op, values };
  }

  inversion(): Expr | null {
    return this.memo(MEMO.inversion, () => this.inversionRaw());
  }

  private inversionRaw(): Expr | null {
    const start = this.token;
    if (start.kind !== "not") return this.comparison();
    this.enter();
    this.pos++;
    const operand = this.inversion();
    this.leave();
    if (!operand) return this.back(this.pos - 1);
    return { type: "UnaryOp", span: this.spanFrom(start), op: "Not", operand };
  }

  private comparison(): Expr | null {
    const start = this.token;
    const left = this.bitwiseOr();
    if (!left) return null;
    const ops: CompareOperator[] = [];
    const comparators: Expr[] = [];
    for (;;) {
      const pos = this.pos;
      const op = this.compareOperator();
      const right = op && this.bitwiseOr();
      if (!op || !right) {
        this.pos = pos;
        break;
      }
      ops.push(op);
      comparators.push(right);
    }
    return ops.length === 0 ? left : { type: "Compare", span: this.spanFrom(start), left, ops, comparators };
  }

  private compareOperator(): CompareOperator | null {
    const { kind } = this;
    const op = COMPARE.get(kind);
    if (op) {
      this.pos++;
      return op;
    }
    if (kind === "not") {
      this.pos++;
      return this.take("in") ? "NotIn" : null;
    }
    if (kind !== "is") return null;
    this.pos++;
    return this.take("not") ? "IsNot" : "Is";
  }

  bitwiseOr(): Expr | null {
    return this.memo(MEMO.bitwiseOr, () => this.binary(OR));
  }

  /** Left-associative operators that bind at least as tightly as `level`, by precedence climbing. */
  private binary(level: number): Expr | null {
    if (this.diagnosing && this.knows("notAfterOperator")) this.notAfterOperator(level);
    const start = this.token;
    let left = this.factor();
    while (left) {
      const binary = BINARY.get(this.kind);
      if (!binary || binary.level < level) return left;
      const pos = this.pos++;
      const right = binary.level === TERM ? this.factor() : this.binary(binary.level + 1);
      if (!right) {
        this.pos = pos;
        return left;
      }
      left = { type: "BinOp", span: this.spanFrom(start), left, op: binary.op, right };
    }
    return null;
  }

  /** `a + not b` (CPython's invalid_arithmetic, invalid_factor). */
  private notAfterOperator(level: number): void {
    const start = this.pos;
    const after = (operators: string[], operand: () => Expr | null): void => {
      const sign = this.takeAny(...operators);
      const not = sign && this.take("not");
      const value = not && operand();
      if (not && value) this.failRange(not, value, "notAfterOperator");
      this.pos = start;
    };
    if (level <= SHIFT && this.binary(SHIFT + 1)) after(["+", "-", "*", "/", "%", "//", "@"], () => this.inversion());
    this.pos = start;
    after(["+", "-", "~"], () => this.factor());
  }

  private factor(): Expr | null {
    return this.memo(MEMO.factor, () => this.factorRaw());
  }

  private factorRaw(): Expr | null {
    const start = this.token;
    const op = UNARY.get(start.kind);
    if (!op) return this.power(start);
    this.enter();
    this.pos++;
    const operand = this.factor();
    this.leave();
    if (!operand) return this.back(this.pos - 1);
    return { type: "UnaryOp", span: this.spanFrom(start), op, operand };
  }

  private power(start: Token): Expr | null {
    const left = this.awaitPrimary();
    if (!left || !this.at("**")) return left;
    const pos = this.pos++;
    this.enter();
    const right = this.factor();
    this.leave();
    if (!right) {
      this.pos = pos;
      return left;
    }
    return { type: "BinOp", span: this.spanFrom(start), left, op: "Pow", right };
  }

  private awaitPrimary(): Expr | null {
    return this.memo(MEMO.awaitPrimary, () => {
      const start = this.take("await");
      if (!start) return this.primary();
      const value = this.primary();
      if (!value) return this.back(this.pos - 1);
      return { type: "Await", span: this.spanFrom(start), value };
    });
  }
}
