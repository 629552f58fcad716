import type { Stmt } from "../ast.ts";
import type { Placed } from "./cursor.ts";
import { MEMO } from "./memo.ts";
import { SimpleStatementRules } from "./simple-statements.ts";

/** Blocks, and what may be wrong with them. */
export abstract class BlockRules extends SimpleStatementRules {
  protected abstract statements(): Stmt[] | null;

  block(): Stmt[] | null {
    return this.memo(MEMO.block, () => {
      const pos = this.pos;
      if (this.take("NEWLINE") && this.take("INDENT")) {
        const body = this.statements();
        if (body && this.take("DEDENT")) return body;
      }
      this.pos = pos;
      const line = this.simpleStatements();
      if (line) return line;
      if (this.mistakes && this.take("NEWLINE") && !this.at("INDENT")) this.failLast("IndentationError", "block");
      return this.back(pos);
    });
  }

  /** Refuses `header:` without an indented block. `place` gives the line that the message names. */
  failWithoutBlock(id: string, place: Placed, ...parts: string[]): void {
    if (!this.take("NEWLINE") || this.at("INDENT")) return;
    this.failLast("IndentationError", id, ...parts, this.spanOf(place).line);
  }

  protected elseBlock(): Stmt[] | null {
    const pos = this.pos;
    const start = this.take("else");
    if (!start) return null;
    if (this.mistakes) {
      if (this.take(":")) this.failWithoutBlock("blockAfterWord", start, "else");
      this.pos = pos + 1;
      if (this.knows("elifAfterElse") && this.take(":") && this.block() && this.take("elif")) this.failLast("SyntaxError", "elifAfterElse");
      this.pos = pos + 1;
    }
    this.force(":");
    return this.block() ?? this.back(pos);
  }
}
