import type { Span } from "../../syntax/ast.ts";
import { isFunctionLike, scopeOf, Use } from "../symtable/entry.ts";
import type { Entry, Symbol } from "../symtable/entry.ts";
import type { Emitter } from "./emitter.ts";
import { indexOf, NO_LOCATION } from "./unit.ts";
import type { Label } from "./unit.ts";

/** What must be put back after a comprehension that runs in its surroundings (PEP 709). */
export interface InlinedState {
  readonly pushed: string[];
  readonly outerSymbols: Map<string, Symbol | undefined>;
  readonly hidden: Set<string>;
  readonly cleanup: Label;
}

/** Gives the comprehension's names their meaning, and saves the values of the locals that it shadows. */
export function enterInlined(c: Emitter, span: Span, comp: Entry): InlinedState {
  const inClass = c.entry.kind === "class" && c.unit.inlinedComprehensions === 0;
  c.unit.inlinedComprehensions++;
  const state: InlinedState = { pushed: [], outerSymbols: new Map(), hidden: new Set(), cleanup: c.label() };
  for (const [name, symbol] of comp.symbols) adoptSymbol(c, name, symbol, inClass, state);
  pushLocals(c, span, comp, inClass, state);
  return state;
}

function bindsLocal({ flags }: Symbol): boolean {
  return (flags & Use.LOCAL) !== 0 && !(flags & Use.NONLOCAL);
}

function adoptSymbol(c: Emitter, name: string, symbol: Symbol, inClass: boolean, state: InlinedState): void {
  const { unit, entry } = c;
  const outer = entry.symbols.get(name);
  const outerScope = scopeOf(entry, name);
  const differs = symbol.scope !== outerScope && symbol.scope !== "free" && !(symbol.scope === "cell" && outerScope === "free");
  if (differs || inClass) {
    entry.symbols.set(name, symbol);
    state.outerSymbols.set(name, outer);
  }
  if (!(bindsLocal(symbol) || inClass) || isFunctionLike(entry) || unit.fastHidden.get(name) === true) return;
  unit.fastHidden.set(name, true);
  state.hidden.add(name);
}

function pushLocals(c: Emitter, span: Span, comp: Entry, inClass: boolean, state: InlinedState): void {
  for (const [name, symbol] of comp.symbols) {
    if (!bindsLocal(symbol) && !(inClass && c.recipes.savesAllInClasses)) continue;
    c.op(span, "LOAD_FAST_AND_CLEAR", indexOf(c.unit.varNames, name));
    if (symbol.scope === "cell") {
      const isFree = scopeOf(c.entry, name) === "free";
      c.op(span, "MAKE_CELL", indexOf(isFree ? c.unit.freeVars : c.unit.cellVars, name));
    }
    state.pushed.push(name);
  }
  if (state.pushed.length === 0) return;
  // The outermost iterable lies under the saved values.
  c.op(span, "SWAP", state.pushed.length + 1);
  c.jump(span, "SETUP_FINALLY", state.cleanup);
}

/** Restores the shadowed locals, also when the comprehension raises, and the meaning of the names. */
export function leaveInlined(c: Emitter, span: Span, state: InlinedState): void {
  if (state.pushed.length > 0) {
    c.op(NO_LOCATION, "POP_BLOCK");
    const end = c.label();
    c.jump(NO_LOCATION, "JUMP_NO_INTERRUPT", end);
    c.place(state.cleanup);
    c.op(NO_LOCATION, "SWAP", 2);
    c.op(NO_LOCATION, "POP_TOP");
    restoreLocals(c, span, state);
    c.op(NO_LOCATION, "RERAISE", 0);
    c.place(end);
    restoreLocals(c, span, state);
  }
  c.unit.inlinedComprehensions--;
  for (const [name, symbol] of state.outerSymbols) {
    c.entry.symbols.set(name, symbol ?? { flags: 0, scope: "unknown" });
  }
  for (const name of state.hidden) c.unit.fastHidden.set(name, false);
}

function restoreLocals(c: Emitter, span: Span, state: InlinedState): void {
  c.op(span, "SWAP", state.pushed.length + 1);
  for (const name of [...state.pushed].reverse()) c.op(span, "STORE_FAST_MAYBE_NULL", indexOf(c.unit.varNames, name));
}
