import type { Context, Expr } from "../ast.ts";
import type { TargetKind } from "./cursor.ts";
import { expressionName } from "./cursor.ts";
import { MEMO } from "./memo.ts";
import { StringRules } from "./strings.ts";

/** What may stand left of `=`, after `for`, `as` and `del`. */
export abstract class TargetRules extends StringRules {
  /** One target, or several with commas: a tuple. */
  starTargets(): Expr | null {
    const start = this.token;
    const first = this.starTarget();
    if (!first || !this.at(",")) return first;
    const elts = [first, ...this.moreTargets(() => this.starTarget())];
    this.take(",");
    return { type: "Tuple", span: this.spanFrom(start), elts, ctx: "Store" };
  }

  /** `, target` as often as it comes. */
  private moreTargets(rule: () => Expr | null): Expr[] {
    const elts: Expr[] = [];
    for (;;) {
      const pos = this.pos;
      const target = this.take(",") && rule();
      if (!target) {
        this.pos = pos;
        return elts;
      }
      elts.push(target);
    }
  }

  starTarget(): Expr | null {
    return this.memo(MEMO.starTarget, () => {
      const start = this.take("*");
      if (!start) return this.targetWithStarAtom();
      const value = this.at("*") ? null : this.starTarget();
      if (!value) return this.back(this.pos - 1);
      return { type: "Starred", span: this.spanFrom(start), value, ctx: "Store" };
    });
  }

  private targetWithStarAtom(): Expr | null {
    return this.memo(MEMO.targetWithStarAtom, () => this.memberTarget("Store") ?? this.starAtom());
  }

  /** `a.b` or `a[b]` that no further trailer follows. */
  protected memberTarget(ctx: Context): Expr | null {
    const pos = this.pos;
    const start = this.token;
    const value = this.targetPrimary();
    if (!value) return null;
    if (this.take(".")) {
      const name = this.take("NAME");
      if (name && !this.atTrailer()) return { type: "Attribute", span: this.spanFrom(start), value, attr: this.identifier(name), ctx };
      return this.back(pos);
    }
    const slice = this.take("[") && this.slices();
    if (slice && this.take("]") && !this.atTrailer()) return { type: "Subscript", span: this.spanFrom(start), value, slice, ctx };
    return this.back(pos);
  }

  private atTrailer(): boolean {
    const { kind } = this;
    return kind === "(" || kind === "[" || kind === ".";
  }

  /** An atom with trailers, but without the last one (CPython's t_primary). */
  private targetPrimary(): Expr | null {
    return this.memo(MEMO.targetPrimary, () => {
      const pos = this.pos;
      const start = this.token;
      let value = this.atom();
      if (!value || !this.atTrailer()) return this.back(pos);
      for (;;) {
        const mark = this.pos;
        const longer = this.trailer(start, value);
        if (longer && this.atTrailer()) value = longer;
        else {
          this.pos = mark;
          return value;
        }
      }
    });
  }

  /** `.name`, `(…)` or `[…]` behind a value. */
  abstract trailer(start: { readonly line: number; readonly col: number; readonly endLine: number; readonly endCol: number }, value: Expr): Expr | null;

  private starAtom(): Expr | null {
    const start = this.token;
    const pos = this.pos;
    if (start.kind === "NAME") {
      this.pos++;
      return this.name(start, "Store");
    }
    if (this.take("(")) {
      const inner = this.targetWithStarAtom();
      if (inner && this.take(")")) return inner;
      this.pos = pos + 1;
      const elts = this.targetTuple(() => this.starTarget(), true);
      if (elts && this.take(")")) return { type: "Tuple", span: this.spanFrom(start), elts, ctx: "Store" };
    } else if (this.take("[")) {
      const elts = this.targetTuple(() => this.starTarget(), false);
      if (elts && this.take("]")) return { type: "List", span: this.spanFrom(start), elts, ctx: "Store" };
    }
    return this.back(pos);
  }

  /** Targets with commas, possibly none. A tuple of one needs its comma. */
  private targetTuple(rule: () => Expr | null, needsComma: boolean): Expr[] | null {
    const first = rule();
    if (!first) return [];
    if (needsComma && !this.at(",")) return null;
    const elts = [first, ...this.moreTargets(rule)];
    this.take(",");
    return elts;
  }

  /** One target without stars: for annotations and `+=`. */
  protected singleTarget(): Expr | null {
    const member = this.memberTarget("Store");
    if (member) return member;
    const name = this.take("NAME");
    if (name) return this.name(name, "Store");
    const pos = this.pos;
    if (!this.take("(")) return null;
    const inner = this.singleTarget();
    return inner && this.take(")") ? inner : this.back(pos);
  }

  protected deleteTargets(): Expr[] | null {
    const first = this.deleteTarget();
    if (!first) return null;
    const elts = [first, ...this.moreTargets(() => this.deleteTarget())];
    this.take(",");
    return elts;
  }

  private deleteTarget(): Expr | null {
    return this.memo(MEMO.deleteTarget, () => this.memberTarget("Del") ?? this.deleteAtom());
  }

  private deleteAtom(): Expr | null {
    const start = this.token;
    const pos = this.pos;
    if (start.kind === "NAME") {
      this.pos++;
      return this.name(start, "Del");
    }
    if (this.take("(")) {
      const inner = this.deleteTarget();
      if (inner && this.take(")")) return inner;
      this.pos = pos + 1;
      const elts = this.deleteTargets() ?? [];
      if (this.take(")")) return { type: "Tuple", span: this.spanFrom(start), elts, ctx: "Del" };
    } else if (this.take("[")) {
      const elts = this.deleteTargets() ?? [];
      if (this.take("]")) return { type: "List", span: this.spanFrom(start), elts, ctx: "Del" };
    }
    return this.back(pos);
  }

  /** Refuses an expression that cannot be a target; null if it can (RAISE_SYNTAX_ERROR_INVALID_TARGET). */
  failTarget(kind: TargetKind, node: Expr): null {
    const wrong = invalidTarget(node, kind);
    return wrong && this.failAt(wrong, kind === "del" ? "cannotDelete" : "cannotAssign", expressionName(wrong));
  }
}

/** The part of an expression that keeps it from being a target, or null. */
function invalidTarget(node: Expr, kind: TargetKind): Expr | null {
  switch (node.type) {
    case "List":
    case "Tuple":
      for (const elt of node.elts) {
        const wrong = invalidTarget(elt, kind);
        if (wrong) return wrong;
      }
      return null;
    case "Starred":
      return kind === "del" ? node : invalidTarget(node.value, kind);
    case "Compare":
      if (kind !== "for") return node;
      return node.ops[0] === "In" ? invalidTarget(node.left, kind) : null;
    case "Name":
    case "Subscript":
    case "Attribute":
      return null;
    default:
      return node;
  }
}

/** The same expression as a target; null if it cannot be one. Only for what the expression rules accept. */
export function toTarget(node: Expr, ctx: Context): Expr | null {
  switch (node.type) {
    case "Name":
    case "Attribute":
    case "Subscript":
      return { ...node, ctx };
    case "Starred": {
      const value = node.value.type === "Starred" ? null : toTarget(node.value, ctx);
      return value && { ...node, value, ctx };
    }
    case "List":
    case "Tuple": {
      const elts: Expr[] = [];
      for (const elt of node.elts) {
        const target = toTarget(elt, ctx);
        if (!target) return null;
        elts.push(target);
      }
      return { ...node, elts, ctx };
    }
    default:
      return null;
  }
}
