import type { Specialization } from "../../profiles/specializations/types.ts";
import type { PyCode } from "../../types/code.ts";
import type { Frame } from "../../types/frame.ts";
import type { Handler } from "../loop.ts";
import type { Machine } from "../machine.ts";
import { choosers } from "./choosers.ts";

/** What an inline cache holds: the form in place, what it was made for, and the counter. */
interface Cache {
  /** Null while the instruction is the compiler's own. */
  form: string | null;
  /** The form and whatever else its guard compares. */
  key: string | null;
  value: number;
  backoff: number;
  /** It has turned out that no form will ever do. */
  isFixed: boolean;
}

/**
 * The specializing interpreter as far as it can be seen: counts what each instruction meets, and decides from the operands
 * which form CPython would have put in its place. The machine runs the compiler's instructions all the same. Nobody can
 * look without the `dis` module, so nothing is counted before it is imported.
 */
export class Specializer {
  private readonly rules: Specialization;
  private readonly caches = new WeakMap<PyCode, Map<number, Cache>>();
  private readonly runs = new WeakMap<PyCode, number>();
  private readonly notes = new WeakMap<PyCode, Map<number, string>>();

  constructor(rules: Specialization) {
    this.rules = rules;
  }

  /** A handler that first looks at what the instruction meets; the handler itself where no form exists. */
  watched(handler: Handler, code: PyCode, at: number): Handler {
    const { op } = code.spec.code[at];
    const forms = this.rules.forms[op];
    if (code.hidden || !forms) return handler;
    const { quickenedAfter } = this.rules;
    if (quickenedAfter > 0 && (op === "RESUME" || op === "JUMP_BACKWARD")) return this.counted(handler, code);
    const choose = choosers.get(op);
    return choose ? this.met(handler, code, at, forms, choose) : handler;
  }

  /** Counts how often code is entered or goes back in a loop, until it is quickened. */
  private counted(handler: Handler, code: PyCode): Handler {
    return (vm, frame, arg) => {
      const runs = this.runs.get(code) ?? 0;
      if (runs < this.rules.quickenedAfter) this.runs.set(code, runs + 1);
      return handler(vm, frame, arg);
    };
  }

  private isQuick(code: PyCode): boolean {
    const { quickenedAfter } = this.rules;
    return quickenedAfter === 0 || (this.runs.get(code) ?? 0) >= quickenedAfter;
  }

  private met(handler: Handler, code: PyCode, at: number, forms: Readonly<Record<string, number>>, choose: Chooser): Handler {
    const { op } = code.spec.code[at];
    let notes = this.notes.get(code);
    if (!notes) this.notes.set(code, (notes = new Map()));
    const site = { code, at, rules: this.rules, notes };
    const cache = this.cacheAt(code, at, this.rules.atFirstRun.has(op));
    return (vm, frame, arg) => {
      if (this.isQuick(code)) this.meet(cache, pick(forms, op, choose(vm, frame, arg, site)));
      return handler(vm, frame, arg);
    };
  }

  private cacheAt(code: PyCode, at: number, isImmediate: boolean): Cache {
    let caches = this.caches.get(code);
    if (!caches) this.caches.set(code, (caches = new Map()));
    let cache = caches.get(at);
    const { value, backoff } = this.rules.warmup;
    if (!cache) caches.set(at, (cache = { form: null, key: null, value: isImmediate ? 0 : value, backoff, isFixed: false }));
    return cache;
  }

  /** One run of an instruction with operands that would make `choice` of it, or nothing. */
  private meet(cache: Cache, choice: Choice | null): void {
    if (cache.isFixed || (cache.form !== null && cache.key === choice?.key)) return;
    if (cache.value > 0) {
      cache.value--;
      const { afterMisses } = this.rules;
      if (cache.value === 0 && cache.form !== null && afterMisses) Object.assign(cache, { form: null, key: null, ...afterMisses });
      return;
    }
    cache.isFixed = choice?.isFixed ?? false;
    cache.form = choice?.form ?? null;
    cache.key = choice?.key ?? null;
    if (choice) {
      cache.value = this.rules.cooldown.value;
      cache.backoff = this.rules.cooldown.backoff;
    } else {
      const { restarts } = this.rules;
      // The instruction is dispatched once more after the attempt, and counts down at once.
      cache.value = restarts[Math.min(cache.backoff, restarts.length - 1)] - 1;
      cache.backoff++;
    }
  }

  /** The form in place of the instruction at an index, and its number; null where it is the compiler's own. */
  formAt(code: PyCode, at: number): { readonly name: string; readonly number: number } | null {
    if (code.hidden || !this.isQuick(code)) return null;
    const { forms, pairs } = this.rules;
    const { op } = code.spec.code[at];
    const cache = this.caches.get(code)?.get(at);
    const name = cache?.form ?? (cache?.isFixed ? null : this.unmet(op));
    if (name) return { name, number: forms[op][name] };
    const pair = pairOf(code, at);
    return Object.hasOwn(pairs, pair) ? { name: pair, number: pairs[pair] } : null;
  }

  /** What stands for an instruction that has not found a form, where that is an instruction of its own. */
  private unmet(op: string): string | null {
    const forms = this.rules.forms[op];
    if (!forms) return null;
    return [`${op}_ADAPTIVE`, `${op}_QUICK`].find((name) => Object.hasOwn(forms, name)) ?? null;
  }
}

/** The name of this instruction and the next as one; the last of three alike is left alone. */
function pairOf(code: PyCode, at: number): string {
  const { op } = code.spec.code[at];
  return `${op}__${code.spec.code[at + 1]?.op ?? ""}`;
}

interface Choice {
  readonly form: string | null;
  readonly key: string;
  readonly isFixed: boolean;
}

/** What a chooser says: names of forms, the first that the version has counts; with what the guard compares after a blank. The instruction's own name: nothing will ever do. */
export type Proposal = string | readonly string[] | null;

/** Where an instruction stands, and the version's rules. */
export interface Site {
  readonly code: PyCode;
  readonly at: number;
  readonly rules: Specialization;
  /** What an instruction of this code met last, for those that come after it. */
  readonly notes: Map<number, string>;
}

export type Chooser = (vm: Machine, frame: Frame, arg: number, site: Site) => Proposal;

function pick(forms: Readonly<Record<string, number>>, op: string, proposal: Proposal): Choice | null {
  if (proposal === null) return null;
  for (const key of typeof proposal === "string" ? [proposal] : proposal) {
    const form = key.split(" ", 1)[0];
    if (form === op) return { form: null, key, isFixed: true };
    if (Object.hasOwn(forms, form)) return { form, key, isFixed: false };
  }
  return null;
}
