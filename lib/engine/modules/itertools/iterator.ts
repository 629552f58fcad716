import { defineType, type FunctionSpec, type TypeSpec } from "../../core/define.ts";
import { PyObject, release, releaseAll, retain, type Visit } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { parseSignature, type Signature } from "../../core/signature.ts";
import type { KeywordNames, Unary } from "../../core/slots.ts";
import type { PyType } from "../../core/type.ts";
import { expectPositional, withoutKeywords } from "../../protocol/arity.ts";
import { bindArguments, releaseBound } from "../../protocol/binding.ts";
import { type Reduction, reductionMethods } from "./reduced.ts";

/**
 * What the iterators of itertools are made of: some objects they hold on to, pools of items, positions. Each type says
 * what its own mean (Modules/itertoolsmodule.c).
 */
export class PyItertool extends PyObject {
  /** Held objects by role; null where given up. */
  held: (PyObject | null)[] = [];
  /** Items read in advance. */
  pools: PyObject[][] = [];
  /** Positions in the pools, or counts. */
  positions: number[] = [];
  /** How many items each combination has. */
  length = 0;
  /** The iterator has given its first item. */
  started = false;
  finished = false;

  override edges(visit: Visit): void {
    for (const object of this.held) if (object) visit(object);
    for (const pool of this.pools) for (const item of pool) visit(item);
  }

  override clear(): void {
    const { held, pools } = this;
    this.held = [];
    this.pools = [];
    this.finished = true;
    releaseAll(held);
    for (const pool of pools) releaseAll(pool);
  }

  /** Ends the iteration: everything is given up and the end repeats. */
  end(): null {
    this.clear();
    return null;
  }

  /** Puts another object in a role; takes the new reference over and gives the old one up. */
  takeHold(role: number, object: PyObject | null): void {
    const old = this.held[role] ?? null;
    this.held[role] = object;
    if (old) release(old);
  }
}

export interface ItertoolDeclaration {
  /** Bytes of an instance's structure. */
  readonly size: number;
  /** The constructor's signature. */
  readonly signature: string;
  /** Refuses keywords in words of its own. */
  readonly checkKeywords?: (rt: Runtime, names: readonly string[], given: number) => void;
  /** Fills a new iterator from the bound arguments; what raises here leaves nothing behind. */
  readonly start: (rt: Runtime, self: PyItertool, args: readonly (PyObject | undefined)[]) => void;
  /** The next item, or null. Not called any more after the end. */
  readonly next: (rt: Runtime, self: PyItertool) => PyObject | null;
  readonly repr?: Unary;
  readonly methods?: readonly FunctionSpec[];
  readonly reduction?: Reduction;
  readonly when?: (rt: Runtime) => boolean;
}

function construct(rt: Runtime, base: PyType, type: PyType, declared: ItertoolDeclaration, signature: Signature, given: readonly PyObject[], givenNames: KeywordNames): PyObject {
  const takesNone = signature.parameters.every(({ kind }) => kind === "positional-only" || kind === "var-positional");
  const [args, kwnames] = takesNone ? [withoutKeywords(rt, base, type, "init", given, givenNames), null] : [given, givenNames];
  // These constructors look at their arguments by themselves, not by METH_O.
  if (signature.isPositionalOnly && signature.positionalCount === 1) expectPositional(rt, signature.name, args, kwnames, 1, 1);
  declared.checkKeywords?.(rt, kwnames ?? [], args.length);
  const bound = bindArguments(rt, signature, signature.name, args, kwnames, 0);
  const self = new PyItertool(type);
  try {
    declared.start(rt, self, bound);
    return retain(self);
  } finally {
    release(self);
    releaseBound(signature, bound);
  }
}

/** Declares one iterator type of itertools. */
export function itertool(declared: ItertoolDeclaration): TypeSpec {
  const signature = parseSignature(declared.signature);
  const spec: TypeSpec = defineType({
    name: signature.name,
    module: "itertools",
    basicSize: declared.size,
    collected: true,
    allocate: (type) => new PyItertool(type),
    slots: {
      new: (rt, type, args, kwnames) => construct(rt, rt.typeOf(spec), type, declared, signature, args, kwnames),
      iter: (_rt, self) => retain(self),
      next: (rt, self) => {
        const iterator = self as PyItertool;
        return iterator.finished ? null : declared.next(rt, iterator);
      },
      ...(declared.repr ? { repr: declared.repr } : {}),
    },
    methods: [...(declared.reduction ? reductionMethods(declared.reduction) : []), ...(declared.methods ?? [])],
    when: declared.when,
  });
  return spec;
}

/** The next item of a held iterator, which is kept alive meanwhile; null at its end. */
export function nextHeld(rt: Runtime, self: PyItertool, role: number): PyObject | null {
  const iterator = self.held[role];
  if (!iterator) return null;
  retain(iterator);
  try {
    return rt.next(iterator);
  } finally {
    release(iterator);
  }
}

/** Runs `body` with an owned item and gives the item up when it raises or says so. */
export function withItem<T>(item: PyObject, body: (item: PyObject) => T): T {
  try {
    return body(item);
  } finally {
    release(item);
  }
}
