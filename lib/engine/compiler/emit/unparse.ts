import type { Expr } from "../../syntax/ast.ts";

export function unparse(e: Expr): string {
  return e.type;
}
