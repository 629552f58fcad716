import { Problem } from "../problem.ts";
import type { Context, Expr, Module, Span, Stmt, TypeParam } from "../../syntax/ast.ts";
import { newEntry, Use, usesOf } from "./entry.ts";
import type { BlockKind, Entry, SymbolTable } from "./entry.ts";
import { maybeMangle } from "./mangle.ts";

/** What the first pass needs to know of the version and of the unit's `__future__` imports. */
export interface SymbolRules {
  /** Annotations are functions of their own (PEP 649). */
  readonly lazyAnnotations: boolean;
  /** `from __future__ import annotations`: annotations are text. */
  readonly futureAnnotations: boolean;
  /** Annotation scopes that see a class hold no lambda and no comprehension (3.12). */
  readonly bareClassScopes: boolean;
  /** Line of the last `__future__` import at the top, 0 when there is none. */
  readonly lastFutureLine: number;
  /** The text for a name that two parameters have; {0} is the name. */
  readonly duplicateParameter: string;
}

const START: Span = { line: 0, col: 0, endLine: 0, endCol: 0 };

/** State of the first pass: the block being read, the stack around it, and the tables being filled. */
export class SymbolBuilder {
  readonly rules: SymbolRules;
  readonly blocks = new Map<Stmt | Expr, Entry>();
  readonly annotations = new Map<Stmt, Entry>();
  readonly typeParameters = new Map<Stmt, Entry>();
  readonly bounds = new Map<TypeParam, Entry>();
  readonly defaults = new Map<TypeParam, Entry>();
  readonly stack: Entry[] = [];
  readonly top: Entry;
  current: Entry;
  /** The class whose name mangles private names. */
  className: string | null = null;

  constructor(rules: SymbolRules) {
    this.rules = rules;
    this.top = newEntry("top", "module", START, null);
    this.current = this.top;
    this.stack.push(this.top);
  }

  table(): SymbolTable {
    const { top, blocks, annotations, typeParameters, bounds, defaults } = this;
    return { top, blocks, annotations, typeParameters, bounds, defaults };
  }

  /** Makes a block inside the current one, and enters it. */
  enter(name: string, kind: BlockKind, span: Span): Entry {
    const entry = newEntry(name, kind, span, this.current);
    this.enterExisting(entry);
    if (!this.rules.lazyAnnotations) return entry;
    if (kind === "annotation" || kind === "type-variable" || kind === "type-alias") {
      this.define(".format", Use.PARAM, span);
      this.define(".format", Use.READ, span);
    }
    return entry;
  }

  /** Enters a block that is made already, and that its parent may know. */
  enterExisting(entry: Entry): void {
    const parent = this.current;
    entry.iterableDepth = parent.iterableDepth;
    if (parent.mangledNames !== null && entry.kind !== "class") entry.mangledNames = parent.mangledNames;
    this.stack.push(entry);
    this.current = entry;
    // Annotations that become text must not touch the names of any block.
    if (this.rules.futureAnnotations && entry.kind === "annotation") return;
    if (!parent.children.includes(entry)) parent.children.push(entry);
  }

  exit(): void {
    this.stack.pop();
    this.current = this.stack[this.stack.length - 1] ?? this.top;
  }

  lookup(name: string, entry: Entry = this.current): number {
    return usesOf(entry, maybeMangle(this.className, entry, name));
  }

  /** Notes a use of `name` in the current block. */
  define(name: string, use: number, span: Span, ctx: Context = use === Use.READ ? "Load" : "Store"): void {
    if (use & (Use.PARAM | Use.LOCAL | Use.IMPORT)) checkName(name, span, ctx);
    if (use & Use.TYPE_PARAM) this.current.mangledNames?.add(name);
    this.defineIn(this.current, name, use, span);
  }

  defineIn(entry: Entry, name: string, use: number, span: Span): void {
    const mangled = maybeMangle(this.className, this.current, name);
    const before = usesOf(entry, mangled);
    if (use & before & Use.PARAM) throw new Problem(this.rules.duplicateParameter.replace("{0}", () => name), span);
    if (use & before & Use.TYPE_PARAM) throw new Problem(`duplicate type parameter '${name}'`, span);
    let uses = before | use;
    if (entry.inIterationTarget) {
      if (uses & (Use.GLOBAL | Use.NONLOCAL)) {
        throw new Problem(`comprehension inner loop cannot rebind assignment expression target '${name}'`, span);
      }
      uses |= Use.COMP_ITER;
    }
    entry.symbols.set(mangled, { flags: uses, scope: "unknown" });
    if (use & Use.PARAM) {
      entry.params.push(mangled);
    } else if (use & Use.GLOBAL) {
      this.top.symbols.set(mangled, { flags: usesOf(this.top, mangled) | use, scope: "unknown" });
    }
  }

  /** Remembers the place of a `global` or `nonlocal` for the error that may follow. */
  recordDirective(name: string, span: Span): void {
    this.current.directives.push({ name: maybeMangle(this.className, this.current, name), span });
  }

  /** Runs `body` as code that may not be reached, for PEP 649's conditional annotations. */
  conditionally(body: () => void): void {
    const before = this.current.inConditionalBlock;
    this.current.inConditionalBlock = true;
    body();
    this.current.inConditionalBlock = before;
  }
}

/** Refuses to bind or unbind `__debug__`. */
export function checkName(name: string, span: Span, ctx: Context): void {
  if (name !== "__debug__" || ctx === "Load") return;
  throw new Problem(ctx === "Del" ? "cannot delete __debug__" : "cannot assign to __debug__", span);
}

/** Whether the statements begin with a docstring. */
export function startsWithDocstring(body: readonly Stmt[]): boolean {
  const first = body[0];
  return first?.type === "Expr" && first.value.type === "Constant" && first.value.value.kind === "str";
}

/** The statements of a module, none for an expression. */
export function moduleBody(tree: Module): readonly Stmt[] {
  return tree.mode === "eval" ? [] : tree.body;
}
