import type { Arg, Arguments, Expr } from "../ast.ts";
import { ExpressionRules } from "./expressions.ts";

interface Parameter {
  readonly arg: Arg;
  readonly value: Expr | null;
}

interface Rest {
  readonly vararg: Arg | null;
  readonly kwonly: readonly Parameter[];
  readonly kwarg: Arg | null;
}

/** What differs between `def f(…)` and `lambda …:`. */
export interface Style {
  readonly close: ")" | ":";
  readonly lambda: boolean;
}

const DEF: Style = { close: ")", lambda: false };
const LAMBDA: Style = { close: ":", lambda: true };

export const NO_ARGUMENTS: Arguments = { posonlyargs: [], args: [], vararg: null, kwonlyargs: [], kwDefaults: [], kwarg: null, defaults: [] };

/** Parameters of functions and lambdas. */
export abstract class ParameterRules extends ExpressionRules {
  lambda(): Expr | null {
    const start = this.take("lambda");
    if (!start) return null;
    const pos = this.pos - 1;
    const args = this.lambdaParameters() ?? NO_ARGUMENTS;
    const body = this.take(":") && this.expression();
    if (!body) return this.back(pos);
    return { type: "Lambda", span: this.spanFrom(start), args, body };
  }

  lambdaParameters(): Arguments | null {
    this.mistakes?.parameterMistakes(this, LAMBDA);
    return this.parameterList(LAMBDA);
  }

  parameters(): Arguments | null {
    this.mistakes?.parameterMistakes(this, DEF);
    return this.parameterList(DEF);
  }

  private parameterList(style: Style): Arguments | null {
    let plain = this.many(() => this.noDefault(style));
    let positionalOnly: Parameter[] = [];
    if (plain.length > 0 && this.slash(style)) {
      positionalOnly = plain;
      plain = this.many(() => this.noDefault(style));
    }
    plain.push(...this.many(() => this.withDefault(style)));
    if (positionalOnly.length === 0 && plain.at(-1)?.value && this.slash(style)) {
      positionalOnly = plain;
      plain = this.many(() => this.withDefault(style));
    }
    const rest = this.starRest(style);
    const positional = [...positionalOnly, ...plain];
    if (positional.length === 0 && !rest) return null;
    return {
      posonlyargs: positionalOnly.map((parameter) => parameter.arg),
      args: plain.map((parameter) => parameter.arg),
      vararg: rest?.vararg ?? null,
      kwonlyargs: rest?.kwonly.map((parameter) => parameter.arg) ?? [],
      kwDefaults: rest?.kwonly.map((parameter) => parameter.value) ?? [],
      kwarg: rest?.kwarg ?? null,
      defaults: positional.flatMap((parameter) => parameter.value ?? []),
    };
  }

  many<T>(rule: () => T | null): T[] {
    const items: T[] = [];
    for (let item = rule(); item !== null; item = rule()) items.push(item);
    return items;
  }

  /** `/` and what must follow it. */
  slash(style: Style): boolean {
    const pos = this.pos;
    if (!this.take("/")) return false;
    if (this.take(",") || this.at(style.close)) return true;
    this.pos = pos;
    return false;
  }

  parameter(style: Style, starAnnotation = false): Arg | null {
    const name = this.take("NAME");
    if (!name) return null;
    const pos = this.pos;
    let annotation: Expr | null = null;
    if (!style.lambda && this.take(":")) {
      annotation = starAnnotation ? this.starExpression() : this.expression();
      if (!annotation) this.pos = pos;
    }
    return { span: this.spanFrom(name), arg: this.identifier(name), annotation };
  }

  /** The comma after a parameter, or the end of the list, which is not read. */
  private ends(style: Style): boolean {
    return this.take(",") !== null || this.at(style.close);
  }

  noDefault(style: Style): Parameter | null {
    const pos = this.pos;
    const arg = this.parameter(style);
    return arg && this.ends(style) ? { arg, value: null } : this.back(pos);
  }

  withDefault(style: Style): Parameter | null {
    const pos = this.pos;
    const arg = this.parameter(style);
    const value = arg && this.defaultValue();
    return arg && value && this.ends(style) ? { arg, value } : this.back(pos);
  }

  maybeDefault(style: Style): Parameter | null {
    const pos = this.pos;
    const arg = this.parameter(style);
    const value = arg && this.defaultValue();
    return arg && this.ends(style) ? { arg, value } : this.back(pos);
  }

  private defaultValue(): Expr | null {
    const pos = this.pos;
    const equals = this.take("=");
    if (!equals) return null;
    const value = this.expression();
    if (value) return value;
    if (this.mistakes && (this.at(")") || this.at(","))) this.failAt(equals, "expectedDefault");
    return this.back(pos);
  }

  private starRest(style: Style): Rest | null {
    this.mistakes?.starMistakes(this, style);
    const pos = this.pos;
    if (!this.take("*")) {
      const kwarg = this.keywordRest(style);
      return kwarg && { vararg: null, kwonly: [], kwarg };
    }
    let vararg = this.noDefault(style)?.arg ?? null;
    if (!vararg && !style.lambda && this.profile.syntax.starInSubscript) vararg = this.starAnnotated(style);
    const bare = !vararg && this.take(",");
    if (!vararg && !bare) return this.back(pos);
    const kwonly = this.many(() => this.maybeDefault(style));
    if (bare && kwonly.length === 0) return this.back(pos);
    return { vararg, kwonly, kwarg: this.keywordRest(style) };
  }

  private starAnnotated(style: Style): Arg | null {
    const pos = this.pos;
    const arg = this.parameter(style, true);
    return arg?.annotation && this.ends(style) ? arg : this.back(pos);
  }

  private keywordRest(style: Style): Arg | null {
    this.mistakes?.keywordRestMistakes(this, style);
    const pos = this.pos;
    const parameter = this.take("**") && this.noDefault(style);
    return parameter ? parameter.arg : this.back(pos);
  }
}
