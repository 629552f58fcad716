import type { Alias, Stmt } from "../ast.ts";
import type { Token } from "../tokens/token.ts";
import { TypeParameterRules } from "./type-parameters.ts";

/** `import`, `from … import`, and their lazy forms (PEP 810). */
export abstract class ImportRules extends TypeParameterRules {
  protected importStatement(): Stmt | null {
    const pos = this.pos;
    this.mistakes?.importMistakes(this);
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
    this.mistakes?.targetMistakes(this);
    return this.back(pos);
  }

  alias(): Alias | null {
    this.mistakes?.aliasMistakes(this, () => this.take("NAME"));
    const name = this.take("NAME");
    if (!name) return null;
    return this.aliasOf(name, this.identifier(name));
  }

  private dottedAlias(): Alias | null {
    this.mistakes?.aliasMistakes(this, () => this.moduleName());
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

  moduleName(): string | null {
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
}
