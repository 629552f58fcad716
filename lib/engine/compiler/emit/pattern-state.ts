import type { Pattern, Span } from "../../syntax/ast.ts";
import type { Emitter } from "./emitter.ts";
import { movesOf } from "./stack-moves.ts";
import type { Label } from "./unit.ts";

/**
 * State while the patterns of one `case` are emitted (Python/codegen.c `pattern_context`). Each pattern takes its
 * subject from the top of the stack; captured values wait below it until the whole pattern has matched.
 */
export class PatternState {
  /** Captured names, in the order of their values on the stack. */
  stores: string[] = [];
  allowIrrefutable = false;
  /** `failPop[n]`: where to jump when `n` items must be popped first. */
  failPop: Label[] = [];
  /** Items on top of the stack that a failure must pop. */
  onTop = 0;
  readonly #emit: (c: Emitter, p: Pattern, state: PatternState) => void;

  constructor(emit: (c: Emitter, p: Pattern, state: PatternState) => void) {
    this.#emit = emit;
  }

  emit(c: Emitter, p: Pattern): void {
    this.#emit(c, p, this);
  }

  /** A pattern inside another: it may always match. */
  subpattern(c: Emitter, p: Pattern): void {
    const before = this.allowIrrefutable;
    this.allowIrrefutable = true;
    this.emit(c, p);
    this.allowIrrefutable = before;
  }

  /** The place that pops `n` items and fails. */
  failLabel(c: Emitter, n: number): Label {
    while (this.failPop.length <= n) this.failPop.push(c.label());
    const label = this.failPop[n];
    if (label === undefined) throw new Error("No label to fail to.");
    return label;
  }

  jumpToFail(c: Emitter, span: Span, op: string): void {
    c.jump(c.at(span), op, this.failLabel(c, this.onTop + this.stores.length));
  }

  /** Emits the pops of all failures so far: what follows is reached when the pattern did not match. */
  placeFailures(c: Emitter, span: Span): void {
    for (let n = this.failPop.length - 1; n > 0; n--) {
      c.place(this.failLabel(c, n));
      c.op(c.at(span), "POP_TOP");
    }
    const last = this.failPop[0];
    if (last !== undefined) c.place(last);
    this.failPop = [];
  }

  /** Puts the value on top below everything that is still needed, to be bound to `name`; without a name it is dropped. */
  capture(c: Emitter, span: Span, name: string | null): void {
    if (name === null) return c.op(c.at(span), "POP_TOP");
    if (this.stores.includes(name)) throw repeatedName(c, span, name);
    movesOf(c).sink(c, c.at(span), this.onTop + this.stores.length + 1);
    this.stores.push(name);
  }
}

export function repeatedName(c: Emitter, span: Span, name: string): ReturnType<Emitter["error"]> {
  return c.error(`multiple assignments to name '${name}' in pattern`, span);
}

/** `_` */
export function isWildcard(p: Pattern): boolean {
  return p.type === "MatchAs" && p.name === null;
}
