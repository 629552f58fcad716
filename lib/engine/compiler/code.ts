import type { Span } from "../syntax/ast.ts";

/**
 * What the compiler hands to the machine: plain data, no objects, so that it can be cached, compared and printed.
 * Field meanings follow CPython's code object (Objects/codeobject.c, InternalDocs/code_objects.md).
 */

/** A constant of `co_consts`. Two equal constants of one compile unit are one value (the merging is done by the compiler and keyed by type). */
export type Const =
  | { readonly kind: "none" }
  | { readonly kind: "ellipsis" }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "complex"; readonly real: number; readonly imag: number }
  | { readonly kind: "str"; readonly value: string; /** Interned when the code object is made. */ readonly interned: boolean }
  | { readonly kind: "bytes"; readonly value: Uint8Array }
  | { readonly kind: "tuple"; readonly items: readonly Const[] }
  | { readonly kind: "frozenset"; readonly items: readonly Const[] }
  | { readonly kind: "slice"; readonly start: Const; readonly stop: Const; readonly step: Const }
  | { readonly kind: "code"; readonly code: CodeSpec };

/**
 * One instruction in decoded form. `arg` is the whole argument (extended prefixes are not instructions here; they are
 * counted in `offset` and listed by the disassembler). A jump's `arg` is the relative distance in code units that the
 * version encodes; `target` is the index in `CodeSpec.code` that it leads to.
 */
export interface Instr {
  readonly op: string;
  /** 0 where the instruction has no argument. */
  readonly arg: number;
  /** Index of the instruction that a jump leads to; absent for all others. */
  readonly target?: number;
  /** Byte offset in the version's own encoding, of the instruction itself (after its EXTENDED_ARG prefixes). */
  readonly offset: number;
  /** Inline cache code units that follow (3.11+). */
  readonly caches: number;
  /** Null for instructions that CPython gives no line. */
  readonly span: Span | null;
}

/** One row of the exception table (3.11+): while `start <= pc < end` an exception unwinds the stack to `depth`, pushes the lasti if asked, the exception, and goes on at `target`. All are indices in `CodeSpec.code`. */
export interface HandlerEntry {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  readonly depth: number;
  readonly lasti: boolean;
}

/** `co_flags` bits (Include/cpython/code.h). */
export const CodeFlag = {
  OPTIMIZED: 0x1,
  NEWLOCALS: 0x2,
  VARARGS: 0x4,
  VARKEYWORDS: 0x8,
  NESTED: 0x10,
  GENERATOR: 0x20,
  NOFREE: 0x40,
  COROUTINE: 0x80,
  ITERABLE_COROUTINE: 0x100,
  ASYNC_GENERATOR: 0x200,
  FUTURE_ANNOTATIONS: 0x1000000,
  HAS_DOCSTRING: 0x4000000,
  METHOD: 0x8000000,
} as const;

export interface CodeSpec {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly firstLine: number;
  readonly argCount: number;
  readonly posOnlyArgCount: number;
  readonly kwOnlyArgCount: number;
  /** Bits of `CodeFlag`. */
  readonly flags: number;
  /** The first constant is the docstring. */
  readonly hasDocstring: boolean;
  readonly stackSize: number;
  readonly names: readonly string[];
  /** `co_varnames`: arguments first, then the other fast locals. */
  readonly varNames: readonly string[];
  /** `co_cellvars`: names that inner functions use. */
  readonly cellVars: readonly string[];
  /** `co_freevars`: names that come from outer functions. */
  readonly freeVars: readonly string[];
  /**
   * `localsplus` (3.11+): fast locals, then cells that are not arguments, then free variables. The argument of
   * *_FAST and *_DEREF is an index in it. An argument that is a cell stays in its own slot.
   */
  readonly slots: readonly { readonly name: string; readonly kind: "local" | "cell" | "argument-cell" | "free"; /** A comprehension's own local (PEP 709), invisible to locals(). */ readonly hidden: boolean }[];
  readonly consts: readonly Const[];
  readonly code: readonly Instr[];
  readonly handlers: readonly HandlerEntry[];
}

/** What a compile unit is: a script or module, one interactive statement, one expression. */
export type CompileMode = "exec" | "single" | "eval";
