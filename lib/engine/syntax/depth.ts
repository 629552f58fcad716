import type { Module } from "./ast.ts";
import type { Profile } from "../profiles/types.ts";
import { syntaxMessage } from "./messages.ts";
import { tooDeep } from "./parser/cursor.ts";
import type { Token } from "./tokens/token.ts";

/**
 * How deep a tree may be: what the compiler's recursion can carry.
 * Differs: CPython's limit is 3,000, from 3.13 on 10,000.
 */
const MAX_TREE_DEPTH = 2000;

interface Level {
  readonly node: object;
  readonly depth: number;
}

/** Refuses a tree that is too deep, as `1+1+…` ten thousand times. Only a long logical line can make one. */
export function checkDepth(tree: Module, tokens: readonly Token[], profile: Profile): void {
  if (!hasLongLine(tokens)) return;
  const open: Level[] = [{ node: tree, depth: 0 }];
  for (let level = open.pop(); level; level = open.pop()) {
    const depth = "span" in level.node ? level.depth + 1 : level.depth;
    if (depth > MAX_TREE_DEPTH) throw tooDeep("RecursionError", syntaxMessage(profile, "recursion", []) ?? "");
    for (const child of Object.values(level.node)) {
      if (typeof child === "object" && child !== null && !(child instanceof Uint8Array)) open.push({ node: child, depth });
    }
  }
}

function hasLongLine(tokens: readonly Token[]): boolean {
  let start = 0;
  for (let at = 0; at < tokens.length; at++) {
    const kind = tokens[at]?.kind;
    if (kind === "NEWLINE" || kind === "ENDMARKER") {
      if (at - start > MAX_TREE_DEPTH) return true;
      start = at;
    }
  }
  return false;
}
