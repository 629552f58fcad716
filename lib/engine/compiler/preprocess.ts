import type { Module } from "../syntax/ast.ts";

export function preprocess(tree: Module, _futureAnnotations: boolean): Module {
  return tree;
}
