import { Problem } from "../problem.ts";
import { isFunctionLike, scopeOf, Use, usesOf } from "./entry.ts";
import type { Entry, Scope } from "./entry.ts";

/** Names visible to a block from the blocks around it. `bound` is null in a module. */
interface Surroundings {
  readonly bound: Set<string> | null;
  readonly global: Set<string>;
  readonly typeParams: Set<string>;
  readonly classEntry: Entry | null;
}

/** What one block is found to hold while its names are decided. */
interface Findings {
  readonly scopes: Map<string, Scope>;
  readonly local: Set<string>;
  readonly free: Set<string>;
  readonly inlinedCells: Set<string>;
}

/** Decides for every name of every block where it lives (the second pass of Python/symtable.c). */
export function analyze(top: Entry, inlineComprehensions: boolean): void {
  new Analysis(inlineComprehensions).block(top, { bound: null, global: new Set(), typeParams: new Set(), classEntry: null }, new Set());
}

class Analysis {
  readonly #inline: boolean;

  constructor(inlineComprehensions: boolean) {
    this.#inline = inlineComprehensions;
  }

  /** Adds to `free` what the block and its children take from outside. */
  block(entry: Entry, around: Surroundings, free: Set<string>): void {
    const isClass = entry.kind === "class";
    const found: Findings = { scopes: new Map(), local: new Set(), free, inlinedCells: new Set() };
    const newBound = new Set<string>();
    const newGlobal = new Set<string>();
    // A class hides its own names from its methods, so what they see is fixed before the names are analyzed.
    if (isClass) this.#passDown(around, newBound, newGlobal);
    for (const [name, symbol] of entry.symbols) analyzeName(entry, name, symbol.flags, around, found);
    if (!isClass) {
      if (isFunctionLike(entry)) addAll(newBound, found.local);
      this.#passDown(around, newBound, newGlobal);
    } else {
      addAll(newBound, ["__class__", "__classdict__", "__conditional_annotations__"]);
    }
    const newFree = this.#children(entry, around, newBound, newGlobal, found);
    if (isFunctionLike(entry)) markCells(found, newFree);
    else if (isClass) dropClassFree(entry, newFree);
    updateSymbols(entry, found, around.bound, newFree);
    addAll(free, newFree);
  }

  #passDown(around: Surroundings, bound: Set<string>, global: Set<string>): void {
    if (around.bound !== null) addAll(bound, around.bound);
    addAll(global, around.global);
  }

  #children(entry: Entry, around: Surroundings, bound: Set<string>, global: Set<string>, found: Findings): Set<string> {
    const newFree = new Set<string>();
    for (const child of entry.children) {
      const classEntry = !child.canSeeClassScope ? null : entry.kind === "class" ? entry : around.classEntry;
      const childFree = new Set(newFree);
      this.block(child, { bound: new Set(bound), global: new Set(global), typeParams: new Set(around.typeParams), classEntry }, childFree);
      const isListLike = child.comprehension !== "none" && !child.generator;
      if (this.#inline && isListLike && !entry.canSeeClassScope) {
        inlineComprehension(entry, child, found, childFree);
        child.inlined = true;
      }
      addAll(newFree, childFree);
    }
    entry.children = entry.children.flatMap((child) => (child.inlined ? child.children : [child]));
    return newFree;
  }
}

function analyzeName(entry: Entry, name: string, flags: number, around: Surroundings, found: Findings): void {
  const { bound, global, typeParams, classEntry } = around;
  const { scopes } = found;
  if (flags & Use.GLOBAL) {
    if (flags & Use.NONLOCAL) throw directiveError(entry, name, `name '${name}' is nonlocal and global`);
    scopes.set(name, "global-explicit");
    global.add(name);
    bound?.delete(name);
  } else if (flags & Use.NONLOCAL) {
    if (bound === null) throw directiveError(entry, name, "nonlocal declaration not allowed at module level");
    if (!bound.has(name)) throw directiveError(entry, name, `no binding for nonlocal '${name}' found`);
    if (typeParams.has(name)) throw directiveError(entry, name, `nonlocal binding not allowed for type parameter '${name}'`);
    scopes.set(name, "free");
    found.free.add(name);
  } else if (flags & Use.BOUND) {
    scopes.set(name, "local");
    found.local.add(name);
    global.delete(name);
    if (flags & Use.TYPE_PARAM) typeParams.add(name);
    else typeParams.delete(name);
  } else {
    const scope = scopeOfRead(name, bound, classEntry);
    scopes.set(name, scope);
    if (scope === "free") found.free.add(name);
  }
}

/** A name that is only read: free when a block around binds it, else global. */
function scopeOfRead(name: string, bound: Set<string> | null, classEntry: Entry | null): Scope {
  if (classEntry !== null) {
    const classUses = usesOf(classEntry, name);
    if (classUses & Use.GLOBAL) return "global-explicit";
    if (classUses & Use.BOUND && !(classUses & Use.NONLOCAL)) return "global-implicit";
  }
  return bound?.has(name) ? "free" : "global-implicit";
}

function inlineComprehension(entry: Entry, comp: Entry, found: Findings, compFree: Set<string>): void {
  for (const [name, symbol] of [...comp.symbols]) {
    if (symbol.flags & Use.PARAM) continue;
    let scope = symbol.scope;
    if (scope === "cell" || symbol.flags & Use.COMP_CELL) found.inlinedCells.add(name);
    // __class__ never comes through a class body.
    if (scope === "free" && entry.kind === "class" && name === "__class__") {
      scope = "global-implicit";
      compFree.delete(name);
      comp.symbols.delete(name);
    }
    const existing = entry.symbols.get(name);
    if (existing === undefined) {
      entry.symbols.set(name, { flags: symbol.flags, scope: "unknown" });
      found.scopes.set(name, scope);
    } else if (existing.flags & Use.BOUND && entry.kind !== "class") {
      const freeInChild = comp.children.some((child) => scopeOf(child, name) === "free");
      if (!freeInChild) compFree.delete(name);
    }
  }
}

/** A local that an inner block uses is a cell. */
function markCells(found: Findings, free: Set<string>): void {
  for (const [name, scope] of found.scopes) {
    if (scope !== "local" || !(free.has(name) || found.inlinedCells.has(name))) continue;
    found.scopes.set(name, "cell");
    free.delete(name);
  }
}

function dropClassFree(entry: Entry, free: Set<string>): void {
  if (free.delete("__class__")) entry.needsClassClosure = true;
  if (free.delete("__classdict__")) entry.needsClassDict = true;
  if (free.delete("__conditional_annotations__")) entry.hasConditionalAnnotations = true;
}

function updateSymbols(entry: Entry, found: Findings, bound: Set<string> | null, free: Set<string>): void {
  for (const [name, symbol] of entry.symbols) {
    const compCell = found.inlinedCells.has(name) ? Use.COMP_CELL : 0;
    entry.symbols.set(name, { flags: symbol.flags | compCell, scope: found.scopes.get(name) ?? "unknown" });
  }
  const marksClass = entry.kind === "class" || entry.canSeeClassScope;
  for (const name of free) {
    const symbol = entry.symbols.get(name);
    if (symbol !== undefined) {
      if (marksClass) entry.symbols.set(name, { flags: symbol.flags | Use.FREE_CLASS, scope: symbol.scope });
    } else if (bound === null || bound.has(name)) {
      entry.symbols.set(name, { flags: 0, scope: "free" });
    }
  }
}

function directiveError(entry: Entry, name: string, message: string): Problem {
  const directive = entry.directives.find((d) => d.name === name);
  return new Problem(message, directive?.span ?? entry.span);
}

function addAll<T>(target: Set<T>, items: Iterable<T>): void {
  for (const item of items) target.add(item);
}
