import type { Specialization } from "../../profiles/specializations/types.ts";
import type { PyCode } from "../../types/code.ts";
import type { Frame } from "../../types/frame.ts";
import type { Handler } from "../loop.ts";
import type { Machine } from "../machine.ts";
import { choosers } from "./choosers.ts";

/** The most that a counter doubles (Include/internal/pycore_backoff.h). */
const MOST_BACKOFF = 12;

/** What an inline cache holds: the form in place, what it was made for, and the counter. */
interface Cache {
  /** Null while the instruction is the compiler's own. */
  form: string | null;
  /** The form and whatever else its guard compares. */
  key: string | null;
  value: number;
  backoff: number;
}

/**
 * The specializing interpreter as far as it can be seen: counts what each instruction meets, and decides from the operands
 * which form CPython would have put in its place. The machine runs the compiler's instructions all the same. Nobody can
 * look without the `dis` module, so nothing is counted before it is imported.
 */
export class Specializer {
  private readonly rules: Specialization;
  private readonly caches = new WeakMap<PyCode, Map<number, Cache>>();
  private readonly notes = new WeakMap<PyCode, Map<number, string>>();

  constructor(rules: Specialization) {
    this.rules = rules;
  }

  /** A handler that first looks at what the instruction meets; the handler itself where no form exists. */
  watched(handler: Handler, code: PyCode, at: number): Handler {
    const { op } = code.spec.code[at];
    const forms = this.rules.forms[op];
    const choose = choosers.get(op);
    if (!forms || !choose || code.hidden) return handler;
    let notes = this.notes.get(code);
    if (!notes) this.notes.set(code, (notes = new Map()));
    const site = { code, at, rules: this.rules, notes };
    const cache = this.cacheAt(code, at, this.rules.atFirstRun.has(op));
    return (vm, frame, arg) => {
      this.meet(cache, pick(forms, choose(vm, frame, arg, site)));
      return handler(vm, frame, arg);
    };
  }

  private cacheAt(code: PyCode, at: number, isImmediate: boolean): Cache {
    let caches = this.caches.get(code);
    if (!caches) this.caches.set(code, (caches = new Map()));
    let cache = caches.get(at);
    const { value, backoff } = this.rules.warmup;
    if (!cache) caches.set(at, (cache = { form: null, key: null, value: isImmediate ? 0 : value, backoff }));
    return cache;
  }

  /** One run of an instruction with operands that would make `choice` of it, or nothing. */
  private meet(cache: Cache, choice: Choice | null): void {
    if (cache.form !== null && cache.key === choice?.key) return;
    if (cache.value > 0) {
      cache.value--;
      return;
    }
    cache.form = choice?.form ?? null;
    cache.key = choice?.key ?? null;
    if (choice) {
      cache.value = this.rules.cooldown.value;
      cache.backoff = this.rules.cooldown.backoff;
    } else {
      cache.backoff = Math.min(cache.backoff + 1, MOST_BACKOFF);
      // The instruction is dispatched once more after the attempt, and counts down at once.
      cache.value = 2 ** cache.backoff - 2;
    }
  }

  /** The form in place of the instruction at an index, and its number; null where it is the compiler's own. */
  formAt(code: PyCode, at: number): { readonly name: string; readonly number: number } | null {
    const name = this.caches.get(code)?.get(at)?.form;
    return name ? { name, number: this.rules.forms[code.spec.code[at].op][name] } : null;
  }
}

interface Choice {
  readonly form: string;
  readonly key: string;
}

/** What a chooser says: names of forms, the first that the version has counts; with what the guard compares after a blank. */
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

function pick(forms: Readonly<Record<string, number>>, proposal: Proposal): Choice | null {
  if (proposal === null) return null;
  for (const key of typeof proposal === "string" ? [proposal] : proposal) {
    const form = key.split(" ", 1)[0];
    if (Object.hasOwn(forms, form)) return { form, key };
  }
  return null;
}
