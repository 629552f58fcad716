import type { Module, Span } from "../syntax/ast.ts";
import type { Profile } from "../profiles/types.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import { makeCode } from "./code-object.ts";
import type { CodeSpec, CompileMode } from "./code.ts";
import { ConstCache } from "./constants/const-cache.ts";
import { emitModule } from "./emit/bodies.ts";
import { Emitter } from "./emit/emitter.ts";
import { emitExpr } from "./emit/expressions.ts";
import { emitStmt } from "./emit/statements.ts";
import { warnOfFinallyExits } from "./finally-warnings.ts";
import { readFutureFeatures } from "./future.ts";
import { preprocess } from "./preprocess.ts";
import type { Optimization } from "./optimization.ts";
import { Problem } from "./problem.ts";
import { buildSymbolTable } from "./symtable/build.ts";
import type { SymbolRules } from "./symtable/builder.ts";
import type { SymbolTable } from "./symtable/entry.ts";

export interface CompileOptions {
  readonly mode: CompileMode;
  readonly profile: Profile;
  readonly filename: string;
  /** The source, so that an error can show its line. */
  readonly source?: string;
  /** Told of each SyntaxWarning. */
  readonly warn?: (message: string, span: Span) => void;
  /** The `__future__` annotations of code that runs this (`exec`, a session's earlier lines). */
  readonly futureAnnotations?: boolean;
  /** What is left out of the code. */
  readonly optimization?: Optimization;
}

/**
 * Compiles a tree to the code of one CPython version. Equal constants of the whole unit are one value (`===`). Throws a
 * SourceError for what only the compiler can see: `return` outside a function, a name that is parameter and global.
 */
export function compile(tree: Module, options: CompileOptions): CodeSpec {
  try {
    return compileUnit(tree, options);
  } catch (error) {
    if (error instanceof Problem) throw error.toSourceError(options.source ?? null);
    throw error;
  }
}

function symbolRules({ compiler, messages }: Profile, futureAnnotations: boolean, lastFutureLine: number): SymbolRules {
  return { lazyAnnotations: compiler.lazyAnnotations, bareClassScopes: compiler.bareClassScopes, futureAnnotations, lastFutureLine, duplicateParameter: messages.duplicateParameter ?? "" };
}

/** The symbol table of a tree as its author wrote it. Throws a SourceError for names that contradict each other. */
export function symbolTableOf(tree: Module, profile: Profile): SymbolTable {
  try {
    const future = readFutureFeatures(tree);
    return buildSymbolTable(tree, symbolRules(profile, future.annotations, future.lastLine), profile.compiler.inlinedComprehensions);
  } catch (error) {
    if (error instanceof Problem) throw error.toSourceError(null);
    throw error;
  }
}

function compileUnit(parsed: Module, options: CompileOptions): CodeSpec {
  const { profile, optimization } = options;
  const warn = options.warn ?? ((): void => undefined);
  if (profile.syntax.finallyControlFlowWarning && options.warn) warnOfFinallyExits(parsed, warn);
  const instructionSet = instructionSetOf(profile.compiler.instructionSet);
  const future = readFutureFeatures(parsed);
  const futureAnnotations = future.annotations || options.futureAnnotations === true;
  const tree = preprocess(optimization ? optimization.tree(parsed, futureAnnotations) : parsed, {
    keepAnnotations: futureAnnotations,
    percentFormats: profile.compiler.percentFormats,
    folding: instructionSet.recipes.folding === "tree" ? profile.compiler.folding : null,
  });
  const table = buildSymbolTable(tree, symbolRules(profile, futureAnnotations, future.lastLine), profile.compiler.inlinedComprehensions);
  const emitter = new Emitter({
    profile,
    recipes: instructionSet.recipes,
    filename: options.filename,
    table,
    consts: new ConstCache(options.profile.compiler.equalCodeHasEqualLines),
    interactive: tree.mode === "single",
    futureAnnotations,
    assemble: (unit, c) => makeCode(unit, c, instructionSet),
    visitExpr: emitExpr,
    visitStmt: optimization?.stmt ?? emitStmt,
    warn,
  });
  emitter.enter({ name: "<module>", kind: "module", entry: table.top, firstLine: 1 });
  emitModule(emitter, tree);
  return emitter.leave(tree.mode !== "eval");
}
