import type { Module } from "../../syntax/ast.ts";
import { analyze } from "./analyze.ts";
import { startsWithDocstring, SymbolBuilder } from "./builder.ts";
import type { SymbolRules } from "./builder.ts";
import type { SymbolTable } from "./entry.ts";
import { visitExpr } from "./visit-expressions.ts";
import { visitStmts } from "./visit-statements.ts";

/**
 * The symbol table of a compile unit (Python/symtable.c): which names each block binds and reads, and where each of
 * them lives. Throws a SourceError for names that contradict each other.
 */
export function buildSymbolTable(tree: Module, rules: SymbolRules, inlineComprehensions: boolean): SymbolTable {
  const builder = new SymbolBuilder(rules);
  if (tree.mode === "eval") {
    visitExpr(builder, tree.body);
  } else {
    if (tree.mode === "exec" && startsWithDocstring(tree.body)) builder.top.hasDocstring = true;
    visitStmts(builder, tree.body);
  }
  analyze(builder.top, inlineComprehensions);
  return builder.table();
}
