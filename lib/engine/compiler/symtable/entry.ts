import type { Expr, Span, Stmt, TypeParam } from "../../syntax/ast.ts";

/** Where a name lives, seen from one block (Python/symtable.c). `unknown`: the block does not mention the name. */
export type Scope = "unknown" | "local" | "cell" | "free" | "global-implicit" | "global-explicit";

/** How a name is used in a block: bits of `Symbol.flags`. */
export const Use = {
  GLOBAL: 1,
  LOCAL: 2,
  PARAM: 4,
  NONLOCAL: 8,
  READ: 16,
  /** Free in a method, and also a name of the class around it. */
  FREE_CLASS: 64,
  IMPORT: 128,
  ANNOTATED: 256,
  COMP_ITER: 512,
  TYPE_PARAM: 1024,
  /** A cell of a comprehension that was inlined here. */
  COMP_CELL: 2048,
  BOUND: 2 | 4 | 128 | 1024,
} as const;

/** What is known of one name in one block. Replaced, never changed. */
export interface Symbol {
  readonly flags: number;
  readonly scope: Scope;
}

export type BlockKind = "function" | "class" | "module" | "annotation" | "type-variable" | "type-alias" | "type-parameters";
export type ComprehensionKind = "none" | "list" | "set" | "dict" | "generator";

/** Symbol table of one block: CPython's `PySTEntryObject`, field by field. */
export interface Entry {
  readonly name: string;
  readonly kind: BlockKind;
  readonly span: Span;
  readonly symbols: Map<string, Symbol>;
  /** Parameters in order, mangled. */
  readonly params: string[];
  children: Entry[];
  /** Names declared global or nonlocal, with the place of the statement. */
  readonly directives: { readonly name: string; readonly span: Span }[];
  readonly nested: boolean;
  readonly method: boolean;
  comprehension: ComprehensionKind;
  generator: boolean;
  coroutine: boolean;
  varArgs: boolean;
  varKeywords: boolean;
  hasDocstring: boolean;
  needsClassClosure: boolean;
  needsClassDict: boolean;
  inlined: boolean;
  inIterationTarget: boolean;
  /** Depth of iterable expressions of comprehensions around. */
  iterableDepth: number;
  canSeeClassScope: boolean;
  annotationsUsed: boolean;
  annotationBlock: Entry | null;
  hasConditionalAnnotations: boolean;
  inConditionalBlock: boolean;
  inUnevaluatedAnnotation: boolean;
  /** In the block of a generic class only its type parameters are mangled. */
  mangledNames: Set<string> | null;
  /** "a TypeVar bound" and the like, for messages. */
  scopeInfo: string | null;
}

/** All blocks of a compile unit, found again by the node that made them. */
export interface SymbolTable {
  readonly top: Entry;
  /** Functions, classes, lambdas, comprehensions, type aliases. */
  readonly blocks: ReadonlyMap<Stmt | Expr, Entry>;
  /** The `__annotate__` block of a function. */
  readonly annotations: ReadonlyMap<Stmt, Entry>;
  readonly typeParameters: ReadonlyMap<Stmt, Entry>;
  readonly bounds: ReadonlyMap<TypeParam, Entry>;
  readonly defaults: ReadonlyMap<TypeParam, Entry>;
}

/** A new block inside `parent` (null for the module). */
export function newEntry(name: string, kind: BlockKind, span: Span, parent: Entry | null): Entry {
  return {
    name,
    kind,
    span,
    symbols: new Map(),
    params: [],
    children: [],
    directives: [],
    nested: parent !== null && (parent.nested || isFunctionLike(parent)),
    method: kind === "function" && parent !== null && parent.kind === "class",
    comprehension: "none",
    generator: false,
    coroutine: false,
    varArgs: false,
    varKeywords: false,
    hasDocstring: false,
    needsClassClosure: false,
    needsClassDict: false,
    inlined: false,
    inIterationTarget: false,
    iterableDepth: 0,
    canSeeClassScope: false,
    annotationsUsed: false,
    annotationBlock: null,
    hasConditionalAnnotations: false,
    inConditionalBlock: false,
    inUnevaluatedAnnotation: false,
    mangledNames: null,
    scopeInfo: null,
  };
}

/** Blocks whose locals are fast: functions, and the hidden functions of annotations and type parameters. */
export function isFunctionLike(entry: Entry): boolean {
  return entry.kind !== "class" && entry.kind !== "module";
}

/** Where `name` (mangled) lives in this block. */
export function scopeOf(entry: Entry, name: string): Scope {
  return entry.symbols.get(name)?.scope ?? "unknown";
}

/** The use bits of `name` (mangled) in this block, 0 when it is not mentioned. */
export function usesOf(entry: Entry, name: string): number {
  return entry.symbols.get(name)?.flags ?? 0;
}
