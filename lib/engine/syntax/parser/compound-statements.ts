import type { ClassDef, Expr, FunctionDef, Stmt, WithItem } from "../ast.ts";
import { BlockRules } from "./blocks.ts";
import { NO_ARGUMENTS } from "./parameters.ts";

/** Statements with a block: functions, classes, `if`, loops, `with`. */
export abstract class CompoundStatementRules extends BlockRules {
  protected abstract tryStatement(): Stmt | null;
  protected abstract matchStatement(): Stmt | null;

  compoundStatement(): Stmt | null {
    switch (this.kind) {
      case "def":
        return this.functionDefinition([]);
      case "@":
        return this.decorated();
      case "async":
        return this.asyncStatement();
      case "if":
        return this.ifStatement("if");
      case "class":
        return this.classDefinition([]);
      case "with":
        return this.withStatement();
      case "for":
        return this.forStatement();
      case "try":
        return this.tryStatement();
      case "while":
        return this.whileStatement();
      case "NAME":
        return this.matchStatement();
      default:
        return null;
    }
  }

  private decorated(): Stmt | null {
    const pos = this.pos;
    const decorators: Expr[] = [];
    for (;;) {
      const mark = this.pos;
      const decorator = this.take("@") && this.namedExpression();
      if (!decorator || !this.take("NEWLINE")) {
        this.pos = mark;
        break;
      }
      decorators.push(decorator);
    }
    if (decorators.length === 0) return this.back(pos);
    return this.functionDefinition(decorators) ?? this.classDefinition(decorators) ?? this.back(pos);
  }

  private asyncStatement(): Stmt | null {
    return this.functionDefinition([]) ?? this.withStatement() ?? this.forStatement();
  }

  private functionDefinition(decorators: readonly Expr[]): Stmt | null {
    const pos = this.pos;
    this.mistakes?.functionMistakes(this);
    const start = this.token;
    const type: FunctionDef["type"] | "AsyncFunctionDef" = this.take("async") ? "AsyncFunctionDef" : "FunctionDef";
    const name = this.take("def") && this.take("NAME");
    if (!name) return this.back(pos);
    const typeParams = this.typeParameters() ?? [];
    if (this.knows("rule.forceFunctionParenthesis")) this.force("(");
    else if (!this.take("(")) return this.back(pos);
    const args = this.parameters() ?? NO_ARGUMENTS;
    if (!this.take(")")) return this.back(pos);
    const returns = this.returnAnnotation();
    if (this.knows("rule.forceFunctionColon")) this.force(":");
    else if (!this.take(":")) return this.back(pos);
    const body = this.block();
    if (!body) return this.back(pos);
    return { type, span: this.spanFrom(start), name: this.identifier(name), args, body, decorators, returns, typeParams };
  }

  returnAnnotation(): Expr | null {
    const pos = this.pos;
    const value = this.take("->") && this.expression();
    return value ?? this.back(pos);
  }

  private classDefinition(decorators: readonly Expr[]): ClassDef | null {
    const pos = this.pos;
    if (!this.at("class")) return null;
    this.mistakes?.classMistakes(this);
    const start = this.next();
    const name = this.take("NAME");
    if (!name) return this.back(pos);
    const typeParams = this.typeParameters() ?? [];
    const given = this.classArguments();
    const body = this.take(":") && this.block();
    if (!body) return this.back(pos);
    const span = this.spanFrom(start);
    return { type: "ClassDef", span, name: this.identifier(name), bases: given?.args ?? [], keywords: given?.keywords ?? [], body, decorators, typeParams };
  }

  classArguments(): ReturnType<CompoundStatementRules["callArguments"]> {
    const pos = this.pos;
    if (!this.take("(")) return null;
    const given = this.callArguments();
    return this.take(")") ? given : this.back(pos);
  }

  protected ifStatement(word: "if" | "elif"): Stmt | null {
    const pos = this.pos;
    this.mistakes?.headerMistakes(this, word);
    const start = this.take(word);
    if (!start) return null;
    const test = this.namedExpression();
    const body = test && this.take(":") && this.block();
    if (!test || !body) return this.back(pos);
    this.enter(1);
    const elif = this.at("elif") ? this.ifStatement("elif") : null;
    this.leave(1);
    const orelse = elif ? [elif] : (this.elseBlock() ?? []);
    return { type: "If", span: this.spanFrom(start), test, body, orelse };
  }

  private whileStatement(): Stmt | null {
    const pos = this.pos;
    this.mistakes?.headerMistakes(this, "while");
    const start = this.next();
    const test = this.namedExpression();
    const body = test && this.take(":") && this.block();
    if (!test || !body) return this.back(pos);
    const orelse = this.elseBlock() ?? [];
    return { type: "While", span: this.spanFrom(start), test, body, orelse };
  }

  private forStatement(): Stmt | null {
    const pos = this.pos;
    this.mistakes?.forStatementMistakes(this);
    const start = this.token;
    const type = this.take("async") ? "AsyncFor" : "For";
    const target = this.take("for") && this.starTargets();
    if (target && this.take("in")) {
      const iter = this.starExpressions();
      const body = iter && this.take(":") && this.block();
      if (!iter || !body) return this.back(pos);
      const orelse = this.elseBlock() ?? [];
      return { type, span: this.spanFrom(start), target, iter, body, orelse };
    }
    this.pos = pos;
    this.mistakes?.forTargetMistake(this);
    return this.back(pos);
  }

  // with

  private withStatement(): Stmt | null {
    const pos = this.pos;
    this.mistakes?.withMistakes(this, true);
    const start = this.token;
    const type = this.take("async") ? "AsyncWith" : "With";
    if (!this.take("with")) return this.back(pos);
    const mark = this.pos;
    let items = this.parenthesizedItems();
    let body = items && this.take(":") && this.block();
    if (!body) {
      this.pos = mark;
      items = this.separated(() => this.withItem());
      body = items.length > 0 && this.take(":") ? this.block() : null;
    }
    if (items && body) return { type, span: this.spanFrom(start), items, body };
    this.pos = pos;
    this.mistakes?.withMistakes(this, false);
    return this.back(pos);
  }

  private parenthesizedItems(): WithItem[] | null {
    if (!this.take("(")) return null;
    const items = this.separated(() => this.withItem());
    if (items.length === 0) return null;
    this.take(",");
    return this.take(")") && items;
  }

  private withItem(): WithItem | null {
    const pos = this.pos;
    const contextExpr = this.expression();
    if (!contextExpr) return null;
    const mark = this.pos;
    const optionalVars = this.take("as") && this.starTarget();
    if (optionalVars && (this.at(",") || this.at(")") || this.at(":"))) return { contextExpr, optionalVars };
    this.mistakes?.withItemMistake(this, pos);
    this.pos = mark;
    return { contextExpr, optionalVars: null };
  }
}
