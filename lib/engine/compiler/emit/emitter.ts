import { Problem } from "../problem.ts";
import type { Expr, Literal, Span, Stmt } from "../../syntax/ast.ts";
import type { Recipes } from "../../profiles/instruction-sets/types.ts";
import type { Profile } from "../../profiles/types.ts";
import type { CodeSpec, Const } from "../code.ts";
import type { ConstCache } from "../constants/const-cache.ts";
import type { Entry, SymbolTable } from "../symtable/entry.ts";
import { scopeOf } from "../symtable/entry.ts";
import { mangle, maybeMangle } from "../symtable/mangle.ts";
import { indexOf, NO_LOCATION, Unit, UNNUMBERED } from "./unit.ts";
import type { FrameBlock, Label, UnitOptions } from "./unit.ts";

/** More values than this are not kept on the stack but gathered in a list or dict. */
export const STACK_GUIDELINE = 30;

/** What the emitter is built with. */
export interface EmitterParts {
  readonly profile: Profile;
  /** How the version spells out what others spell differently. */
  readonly recipes: Recipes;
  readonly filename: string;
  readonly table: SymbolTable;
  readonly consts: ConstCache;
  readonly interactive: boolean;
  readonly futureAnnotations: boolean;
  /** Turns a finished unit into a code object. */
  readonly assemble: (unit: Unit, emitter: Emitter) => CodeSpec;
  /** The emitters by node type; handed in so that their files need not know each other. */
  readonly visitExpr: (c: Emitter, e: Expr) => void;
  readonly visitStmt: (c: Emitter, s: Stmt) => void;
  readonly warn: (message: string, span: Span) => void;
}

/** Emits the instructions of a compile unit, one code object at a time (the state of Python/codegen.c). */
export class Emitter {
  readonly profile: Profile;
  readonly recipes: Recipes;
  readonly filename: string;
  readonly table: SymbolTable;
  readonly consts: ConstCache;
  readonly futureAnnotations: boolean;
  readonly #parts: EmitterParts;
  readonly #stack: Unit[] = [];
  #unit: Unit | null = null;
  #mutedWarnings = 0;

  constructor(parts: EmitterParts) {
    this.profile = parts.profile;
    this.recipes = parts.recipes;
    this.filename = parts.filename;
    this.table = parts.table;
    this.consts = parts.consts;
    this.futureAnnotations = parts.futureAnnotations;
    this.#parts = parts;
  }

  /** The code object being emitted. */
  get unit(): Unit {
    if (this.#unit === null) throw new Error("No code object is open.");
    return this.#unit;
  }

  get entry(): Entry {
    return this.unit.entry;
  }

  /** At the top level of a unit that prints its expressions. */
  get isInteractiveTop(): boolean {
    return this.#parts.interactive && this.#stack.length === 0;
  }

  /** Emits an expression; the compiler is where it was before. */
  visit(e: Expr): void {
    const { unit } = this;
    const outer = unit.place;
    unit.place = e.span;
    this.#parts.visitExpr(this, e);
    unit.place = outer;
  }

  visitAll(exprs: readonly Expr[]): void {
    for (const e of exprs) this.visit(e);
  }

  stmt(s: Stmt): void {
    this.unit.place = s.span;
    this.#parts.visitStmt(this, s);
  }

  stmts(body: readonly Stmt[]): void {
    for (const s of body) this.stmt(s);
  }

  op(span: Span, op: string, arg = 0): void {
    this.unit.instructions.push({ op, arg, target: null, span });
  }

  jump(span: Span, op: string, target: Label): void {
    this.unit.instructions.push({ op, arg: 0, target, span });
  }

  label(): Label {
    const { unit } = this;
    return { position: -1, made: [unit.instructions.length, unit.labelCount++] };
  }

  /** The next instruction is where `label` leads. */
  place(label: Label): void {
    label.position = this.unit.instructions.length;
    this.unit.placed.push(label);
  }

  /** The place of an instruction that belongs to `given`, by the version's rule. */
  at(given: Span): Span {
    return this.recipes.positions === "running" ? this.unit.place : given;
  }

  /** From here on the compiler is at `span`. */
  goTo(span: Span): void {
    this.unit.place = span;
  }

  loadConst(span: Span, value: Const): void {
    this.op(span, "LOAD_CONST", this.addConst(value));
  }

  loadLiteral(span: Span, value: Literal): void {
    this.loadConst(span, this.consts.literal(value));
  }

  loadName(span: Span, name: string): void {
    this.loadConst(span, this.consts.name(name));
  }

  loadNone(span: Span): void {
    this.loadConst(span, { kind: "none" });
  }

  loadInt(span: Span, value: number): void {
    this.loadConst(span, { kind: "int", value: BigInt(value) });
  }

  addConst(value: Const): number {
    return indexOf(this.unit.consts, this.consts.merge(value));
  }

  /** An instruction on a name of `co_names`; the flag bits follow the index. */
  nameOp(span: Span, op: string, name: string, shift = 0, flags = 0): void {
    const index = indexOf(this.unit.names, this.mangled(name));
    this.op(span, op, (index << shift) | flags);
  }

  /** An instruction on a fast local. */
  localOp(span: Span, op: string, name: string): void {
    this.op(span, op, indexOf(this.unit.varNames, this.mangled(name)));
  }

  mangled(name: string): string {
    return maybeMangle(this.unit.className, this.entry, name);
  }

  /** Opens a code object inside the current one. */
  enter(options: Omit<UnitOptions, "className"> & { readonly className?: string }): void {
    const outer = this.#unit;
    const unit = new Unit({ ...options, className: options.className ?? outer?.className ?? null });
    if (outer !== null) this.#stack.push(outer);
    this.#unit = unit;
    if (this.recipes.scopeStart === "unnumbered") unit.place = UNNUMBERED;
    if (unit.kind !== "module") unit.qualname = this.#qualname(unit, unit.owner);
    if (this.recipes.generatorStart === "gen-start") return;
    if (!unit.iteratesFirst) this.resumeAtStart();
    if (unit.kind === "module") this.op({ line: 0, col: 0, endLine: options.firstLine, endCol: 0 }, "ANNOTATIONS_PLACEHOLDER");
  }

  /** The RESUME that code begins with, once it is a generator if it is to be one. */
  resumeAtStart(): void {
    const { kind, firstLine } = this.unit;
    this.op({ line: kind === "module" ? 0 : firstLine, col: 0, endLine: firstLine, endCol: 0 }, "RESUME", 0);
  }

  /** Ends the code object with a return (of None, if asked) and closes it. */
  leave(addNone: boolean): CodeSpec {
    if (!this.#hasReturned) {
      if (addNone) this.loadNone(NO_LOCATION);
      this.op(NO_LOCATION, "RETURN_VALUE");
    }
    const code = this.#parts.assemble(this.unit, this);
    this.#unit = this.#stack.pop() ?? null;
    return code;
  }

  /** A block that ends with a return needs no other behind it, where the version looks. */
  get #hasReturned(): boolean {
    const { instructions, placed } = this.unit;
    const isClosed = !this.recipes.returnsTwice && placed[placed.length - 1]?.position !== instructions.length;
    return isClosed && instructions[instructions.length - 1]?.op === "RETURN_VALUE";
  }

  /** The innermost class around the current code object, null when there is none. */
  enclosingClass(): Unit | null {
    return this.#stack.findLast((unit) => unit.kind === "class") ?? null;
  }

  /** The dotted name; of something that belongs to the function `owner`, which is not a unit of its own yet, that comes first. */
  #qualname(unit: Unit, owner: string | null): string {
    const name = owner ?? unit.name;
    const isDefinition = owner !== null || unit.kind === "function" || unit.kind === "async-function" || unit.kind === "class";
    const prefix = this.#qualnamePrefix(name, isDefinition);
    // Directly in the hidden function of a generic one at the top level, the name is all there is.
    if (this.#stack.length === 2 && this.#stack[1]?.kind === "annotations") return unit.name;
    return owner === null ? prefix + name : `${prefix}${name}.${unit.name}`;
  }

  #qualnamePrefix(name: string, isDefinition: boolean): string {
    let parent = this.#stack[this.#stack.length - 1];
    if (this.#stack.length <= 1 || parent === undefined) return "";
    if (parent.kind === "annotations") {
      if (this.#stack.length === 2) return "";
      parent = this.#stack[this.#stack.length - 2] ?? parent;
    }
    if (isDefinition && scopeOf(parent.entry, mangle(parent.className, name)) === "global-explicit") return "";
    const isFunction = parent.kind === "function" || parent.kind === "async-function" || parent.kind === "lambda";
    return `${parent.qualname}${isFunction ? ".<locals>" : ""}.`;
  }

  pushBlock(block: FrameBlock): void {
    if (this.unit.frameBlocks.length >= this.profile.compiler.maxBlocks) throw this.error("too many statically nested blocks", block.span);
    this.unit.frameBlocks.push(block);
    if (block.kind === "finally-end") this.#mutedWarnings++;
  }

  popBlock(): FrameBlock {
    const block = this.unit.frameBlocks.pop();
    if (block === undefined) throw new Error("No frame block to pop.");
    if (block.kind === "finally-end") this.#mutedWarnings--;
    return block;
  }

  error(message: string, span: Span): Problem {
    return new Problem(message, span, false);
  }

  warn(message: string, span: Span): void {
    if (this.#mutedWarnings === 0) this.#parts.warn(message, span);
  }
}
