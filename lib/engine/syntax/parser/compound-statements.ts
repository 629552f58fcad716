import type { ClassDef, Expr, FunctionDef, Stmt, WithItem } from "../ast.ts";
import type { Token } from "../tokens/token.ts";
import { BlockRules } from "./blocks.ts";
import { NO_ARGUMENTS } from "./parameters.ts";

/** Statements with a block: functions, classes, `if`, loops, `with`. */
export abstract class CompoundStatementRules extends BlockRules {
  protected abstract tryStatement(): Stmt | null;
  protected abstract matchStatement(): Stmt | null;

  protected compoundStatement(): Stmt | null {
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
    if (this.diagnosing) this.functionMistakes();
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

  private returnAnnotation(): Expr | null {
    const pos = this.pos;
    const value = this.take("->") && this.expression();
    return value ?? this.back(pos);
  }

  /** CPython's invalid_def_raw. */
  private functionMistakes(): void {
    const pos = this.pos;
    const header = (forced: boolean): Token | null => {
      this.pos = pos;
      this.take("async");
      const word = this.take("def");
      if (!word || !this.take("NAME")) return null;
      this.typeParameters();
      if (!(forced ? this.force("(") : this.take("("))) return null;
      this.parameters();
      if (!this.take(")")) return null;
      this.returnAnnotation();
      return (forced ? this.force(":") : this.take(":")) && word;
    };
    const word = header(false);
    if (word) this.failWithoutBlock("blockAfterFunction", word);
    if (this.knows("rule.forceFunctionLate")) header(true);
    this.pos = pos;
  }

  private classDefinition(decorators: readonly Expr[]): ClassDef | null {
    const pos = this.pos;
    if (!this.at("class")) return null;
    if (this.diagnosing) this.classMistakes();
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

  private classArguments(): ReturnType<CompoundStatementRules["callArguments"]> {
    const pos = this.pos;
    if (!this.take("(")) return null;
    const given = this.callArguments();
    return this.take(")") ? given : this.back(pos);
  }

  private classMistakes(): void {
    const pos = this.pos;
    const start = this.next();
    if (this.take("NAME")) {
      this.typeParameters();
      this.classArguments();
      if (this.at("NEWLINE")) this.expectedColon();
      if (this.take(":")) this.failWithoutBlock("blockAfterClass", start);
    }
    this.pos = pos;
  }

  protected ifStatement(word: "if" | "elif"): Stmt | null {
    const pos = this.pos;
    if (this.diagnosing) this.headerMistakes(word);
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

  /** `if x` without its colon or its block; `while` and `elif` alike. */
  private headerMistakes(word: "if" | "elif" | "while"): void {
    const pos = this.pos;
    const start = this.take(word);
    const test = start && this.namedExpression();
    if (start && test) {
      if (this.at("NEWLINE")) this.expectedColon();
      // CPython points at the line of the condition, not of the word, for `if`.
      if (this.take(":")) this.failWithoutBlock("blockAfterWord", word === "if" ? test : start, word);
    }
    this.pos = pos;
  }

  private whileStatement(): Stmt | null {
    const pos = this.pos;
    if (this.diagnosing) this.headerMistakes("while");
    const start = this.next();
    const test = this.namedExpression();
    const body = test && this.take(":") && this.block();
    if (!test || !body) return this.back(pos);
    const orelse = this.elseBlock() ?? [];
    return { type: "While", span: this.spanFrom(start), test, body, orelse };
  }

  private forStatement(): Stmt | null {
    const pos = this.pos;
    if (this.diagnosing) this.forStatementMistakes();
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
    if (this.diagnosing) this.forTargetMistake();
    return this.back(pos);
  }

  private forStatementMistakes(): void {
    const pos = this.pos;
    this.take("async");
    const word = this.take("for");
    const iter = word && this.starTargets() && this.take("in") && this.starExpressions();
    if (word && iter) {
      if (this.at("NEWLINE")) this.expectedColon();
      if (this.take(":")) this.failWithoutBlock("blockAfterWord", word, "for");
    }
    this.pos = pos;
  }

  // with

  private withStatement(): Stmt | null {
    const pos = this.pos;
    if (this.diagnosing) this.withMistakes(true);
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
    if (this.diagnosing) this.withMistakes(false);
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
    if (this.diagnosing) this.withItemMistake(pos);
    this.pos = mark;
    return { contextExpr, optionalVars: null };
  }

  private withItemMistake(pos: number): void {
    this.pos = pos;
    const target = this.expression() && this.take("as") && this.expression();
    if (target && (this.at(",") || this.at(")") || this.at(":"))) this.failTarget("star", target);
  }

  /** CPython's invalid_with_stmt_indent (`indent`) and invalid_with_stmt. */
  private withMistakes(indent: boolean): void {
    const pos = this.pos;
    for (const parentheses of [false, true]) {
      this.pos = pos;
      this.take("async");
      const word = this.take("with");
      if (!word || !this.looseItems(parentheses)) continue;
      if (!indent && !parentheses && this.knows("withTrailingComma")) {
        const mark = this.pos;
        const comma = this.take(",");
        if (comma && this.take(":")) this.failAt(comma, "withTrailingComma");
        this.pos = mark;
      }
      if (indent && this.take(":")) this.failWithoutBlock("blockAfterWord", word, "with");
      if (indent) continue;
      if (this.at("NEWLINE")) this.expectedColon();
    }
    this.pos = pos;
  }

  private looseItems(parentheses: boolean): boolean {
    if (parentheses && !this.take("(")) return false;
    const items = this.separated(() => {
      const item = parentheses ? this.expressions() : this.expression();
      if (!item) return null;
      const mark = this.pos;
      if (!(this.take("as") && this.starTarget())) this.pos = mark;
      return item;
    });
    if (items.length === 0) return false;
    if (!parentheses) return true;
    this.take(",");
    return this.take(")") !== null;
  }
}
