import type { Alias, Stmt } from "../ast.ts";
import type { Token } from "../tokens/token.ts";
import { expressionName } from "./cursor.ts";
import { PatternRules } from "./patterns.ts";

/** `import`, `from … import`, and their lazy forms (PEP 810). */
export abstract class ImportRules extends PatternRules {
  protected importStatement(): Stmt | null {
    const pos = this.pos;
    if (this.diagnosing) this.importMistakes();
    const start = this.token;
    const lazy = this.profile.syntax.lazyImports && this.takeSoft("lazy") !== null;
    if (this.take("import")) {
      const names = this.separated(() => this.dottedAlias());
      return names.length > 0 ? { type: "Import", span: this.spanFrom(start), names, lazy } : this.back(pos);
    }
    return (this.take("from") && this.importFrom(start, lazy)) ?? this.back(pos);
  }

  private importFrom(start: Token, lazy: boolean): Stmt | null {
    let level = 0;
    for (let dots = this.takeAny(".", "..."); dots; dots = this.takeAny(".", "...")) level += dots.kind.length;
    const module = this.moduleName();
    if ((module === null && level === 0) || !this.take("import")) return null;
    const names = this.importTargets();
    return names && { type: "ImportFrom", span: this.spanFrom(start), module, names, level, lazy };
  }

  private importTargets(): Alias[] | null {
    const pos = this.pos;
    if (this.take("(")) {
      const names = this.separated(() => this.alias());
      if (names.length > 0) this.take(",");
      if (names.length > 0 && this.take(")")) return names;
    } else {
      const names = this.separated(() => this.alias());
      if (names.length > 0 && !this.at(",")) return names;
      this.pos = pos;
      const star = this.take("*");
      if (star) return [{ span: this.spanOf(star), name: "*", asname: null }];
    }
    this.pos = pos;
    if (this.diagnosing) this.targetMistakes();
    return this.back(pos);
  }

  private targetMistakes(): void {
    const pos = this.pos;
    if (this.separated(() => this.alias()).length > 0 && this.take(",") && this.take("NEWLINE")) this.failLast("SyntaxError", "importTrailingComma");
    this.pos = pos;
    const newline = this.take("NEWLINE");
    if (newline) this.failFrom(newline, "importNames");
    this.pos = pos;
  }

  private alias(): Alias | null {
    if (this.diagnosing) this.aliasMistakes(() => this.take("NAME"));
    const name = this.take("NAME");
    if (!name) return null;
    return this.aliasOf(name, this.identifier(name));
  }

  private dottedAlias(): Alias | null {
    if (this.diagnosing) this.aliasMistakes(() => this.moduleName());
    const start = this.token;
    const name = this.moduleName();
    return name === null ? null : this.aliasOf(start, name);
  }

  private aliasOf(start: Token, name: string): Alias {
    const pos = this.pos;
    const as = this.take("as") && this.take("NAME");
    if (!as) this.pos = pos;
    return { span: this.spanFrom(start), name, asname: as ? this.identifier(as) : null };
  }

  private moduleName(): string | null {
    const first = this.take("NAME");
    if (!first) return null;
    let name = this.identifier(first);
    for (;;) {
      const pos = this.pos;
      const next = this.take(".") && this.take("NAME");
      if (!next) {
        this.pos = pos;
        return name;
      }
      name += `.${this.identifier(next)}`;
    }
  }

  /** `import a as b.c` (CPython's invalid_dotted_as_name, invalid_import_from_as_name). */
  private aliasMistakes(name: () => unknown): void {
    if (!this.knows("importTarget")) return;
    const pos = this.pos;
    if (name() && this.take("as")) {
      const fine = this.follows(() => this.take("NAME") && this.takeAny(",", ")", ";", "NEWLINE"));
      const target = fine ? null : this.expression();
      if (target) this.failAt(target, "importTarget", expressionName(target));
    }
    this.pos = pos;
  }

  private importMistakes(): void {
    const pos = this.pos;
    const start = this.take("import");
    if (start) {
      const names = this.separated(() => this.moduleName());
      if (names.length > 0 && this.take("from") && this.moduleName()) this.failFrom(start, "importFrom");
      this.pos = pos + 1;
      const newline = this.take("NEWLINE");
      if (newline) this.failFrom(newline, "importNames");
    }
    this.pos = pos;
  }
}
