import type { AnnAssign, Span, Stmt } from "../../syntax/ast.ts";
import type { Const } from "../code.ts";
import { Use } from "../symtable/entry.ts";
import type { Entry, Scope } from "../symtable/entry.ts";

/** Instructions that the program did not write: no line. */
export const NO_LOCATION: Span = { line: -1, col: -1, endLine: -1, endCol: -1 };
/** On the line of whatever instruction comes before it in the end. */
export const UNNUMBERED: Span = { line: 0, col: -1, endLine: 0, endCol: -1 };
/** The place of the instruction that follows. */
export const NEXT_LOCATION: Span = { line: -2, col: -2, endLine: -2, endCol: -2 };

/** A place that jumps lead to: the index of an instruction, once used. */
export interface Label {
  position: number;
  /** Labels and the places where they stand, each in the order of the source: `made` counts instructions before and labels before. */
  readonly made: readonly [instructions: number, labels: number];
}

/** An instruction as emitted: `target` for jumps and handler set-ups, else `arg`. */
export interface RawInstr {
  readonly op: string;
  readonly arg: number;
  readonly target: Label | null;
  readonly span: Span;
}

/** Kinds of blocks that `return`, `break` and `continue` unwind (Python/compile.c `fblockinfo`). */
export type FrameBlockKind =
  | "while-loop" | "for-loop" | "async-for-loop" | "try-except" | "finally-try" | "finally-end" | "with" | "async-with"
  | "handler-cleanup" | "pop-value" | "exception-handler" | "exception-group-handler" | "async-comprehension" | "stop-iteration";

export interface FrameBlock {
  readonly kind: FrameBlockKind;
  readonly start: Label | null;
  readonly exit: Label | null;
  readonly span: Span;
  /** The statements of a `finally`. */
  readonly finalBody?: readonly Stmt[];
  /** The name that `except ... as` bound. */
  readonly handlerName?: string | null;
}

export type UnitKind = "module" | "class" | "function" | "async-function" | "lambda" | "comprehension" | "annotations";

export interface UnitOptions {
  readonly name: string;
  readonly kind: UnitKind;
  readonly entry: Entry;
  readonly firstLine: number;
  readonly className: string | null;
  readonly argCount?: number;
  readonly posOnlyArgCount?: number;
  readonly kwOnlyArgCount?: number;
  /** The function that an `__annotate__` belongs to, where that shows in its name. */
  readonly owner?: string | null;
  /** A generator expression that asks for its iterator before it becomes a generator. */
  readonly iteratesFirst?: boolean;
}

/** One code object in the making (Python/compile.c `struct compiler_unit`). */
export class Unit {
  readonly name: string;
  readonly kind: UnitKind;
  readonly entry: Entry;
  readonly firstLine: number;
  readonly className: string | null;
  readonly argCount: number;
  readonly posOnlyArgCount: number;
  readonly kwOnlyArgCount: number;
  readonly iteratesFirst: boolean;
  readonly owner: string | null;
  qualname: string;
  readonly consts = new Map<Const, number>();
  readonly names = new Map<string, number>();
  readonly varNames = new Map<string, number>();
  readonly cellVars = new Map<string, number>();
  /** Numbered after the cells. */
  readonly freeVars = new Map<string, number>();
  /** Names that an inlined comprehension keeps in fast locals of a module or class: true while it runs. */
  readonly fastHidden = new Map<string, boolean>();
  instructions: RawInstr[] = [];
  /** Labels in the order in which they were placed. */
  readonly placed: Label[] = [];
  labelCount = 0;
  /** Where the compiler is, for instructions that are not given a place of their own. */
  place: Span = NO_LOCATION;
  /** Runs at the start of a module: makes `__annotate__`. */
  annotationSetup: RawInstr[] = [];
  readonly frameBlocks: FrameBlock[] = [];
  inlinedComprehensions = 0;
  conditionalDepth = 0;
  readonly staticAttributes = new Set<string>();
  /** Annotated names for `__annotate__`, each with its index in `__conditional_annotations__` (-1: always). */
  readonly deferredAnnotations: { readonly statement: AnnAssign; readonly index: number }[] = [];
  nextAnnotationIndex = 0;

  constructor(options: UnitOptions) {
    this.name = options.name;
    this.kind = options.kind;
    this.entry = options.entry;
    this.firstLine = options.firstLine;
    this.className = options.className;
    this.qualname = options.name;
    this.argCount = options.argCount ?? 0;
    this.posOnlyArgCount = options.posOnlyArgCount ?? 0;
    this.kwOnlyArgCount = options.kwOnlyArgCount ?? 0;
    this.owner = options.owner ?? null;
    this.iteratesFirst = options.iteratesFirst ?? false;
    this.place = { line: options.firstLine, col: 0, endLine: options.firstLine, endCol: 0 };
    const { entry } = options;
    for (const param of entry.params) indexOf(this.varNames, param);
    for (const name of namesBy(entry, "cell", Use.COMP_CELL)) indexOf(this.cellVars, name);
    if (entry.needsClassClosure) indexOf(this.cellVars, "__class__");
    if (entry.needsClassDict) indexOf(this.cellVars, "__classdict__");
    if (entry.hasConditionalAnnotations) indexOf(this.cellVars, "__conditional_annotations__");
    const offset = this.cellVars.size;
    namesBy(entry, "free", Use.FREE_CLASS).forEach((name, i) => this.freeVars.set(name, offset + i));
  }
}

/** The number of `key` in the table; a new key gets the next one. */
export function indexOf<K>(table: Map<K, number>, key: K): number {
  const existing = table.get(key);
  if (existing !== undefined) return existing;
  const index = table.size;
  table.set(key, index);
  return index;
}

/** Names of that scope or with that use, in code point order. */
function namesBy(entry: Entry, scope: Scope, use: number): string[] {
  const found = [...entry.symbols].filter(([, symbol]) => symbol.scope === scope || (symbol.flags & use) !== 0);
  return found.map(([name]) => name).sort(byCodePoint);
}

/** Python's order of strings; JavaScript compares UTF-16 units. */
export function byCodePoint(a: string, b: string): number {
  const left = Array.from(a);
  const right = Array.from(b);
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
