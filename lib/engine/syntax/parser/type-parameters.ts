import type { Expr, TypeParam } from "../ast.ts";
import { ParameterRules } from "./parameters.ts";

/** `[T, *Ts, **P]` after the name of a function, a class or a type alias (PEP 695, PEP 696). */
export abstract class TypeParameterRules extends ParameterRules {
  typeParameters(): TypeParam[] | null {
    if (!this.profile.syntax.typeParameters) return null;
    const pos = this.pos;
    if (!this.take("[")) return null;
    if (this.mistakes && this.knows("emptyTypeParameters")) {
      const close = this.take("]");
      if (close) this.failFrom(close, "emptyTypeParameters");
    }
    const parameters = this.separated(() => this.typeParameter());
    if (parameters.length === 0) return this.back(pos);
    this.take(",");
    return this.take("]") ? parameters : this.back(pos);
  }

  private typeParameter(): TypeParam | null {
    const pos = this.pos;
    const start = this.token;
    const name = this.take("NAME");
    if (name) {
      const bound = this.after(":");
      const defaultValue = this.typeDefault(false);
      return { type: "TypeVar", span: this.spanFrom(start), name: this.identifier(name), bound, defaultValue };
    }
    this.mistakes?.boundMistakes(this);
    const stars = this.takeAny("*", "**");
    const starredName = stars && this.take("NAME");
    if (!stars || !starredName) return this.back(pos);
    const type = stars.kind === "*" ? "TypeVarTuple" : "ParamSpec";
    const defaultValue = this.typeDefault(stars.kind === "*");
    return { type, span: this.spanFrom(start), name: this.identifier(starredName), defaultValue };
  }

  private after(kind: ":" | "=", rule: () => Expr | null = () => this.expression()): Expr | null {
    const pos = this.pos;
    const value = this.take(kind) && rule();
    return value ?? this.back(pos);
  }

  private typeDefault(starred: boolean): Expr | null {
    if (!this.profile.syntax.typeParameterDefaults) return null;
    return this.after("=", () => (starred ? this.starExpression() : this.expression()));
  }
}
