import type { Runtime } from "../../core/runtime.ts";
import { Apart, FIRST_GROUP_REGISTER, LAST_GROUP, Op, PlaceCode, type Program, RunMode } from "./program.ts";
import { UNLIMITED } from "./tree.ts";

/** Frames of the stack: what to undo, and what to try next. Each takes three words. */
const UNDO = 0;
const CHOICE = 1;
/** A greedy run that can give one back: place, position, least position lies in the next frame. */
const RUN_BACK = 2;
/** A lazy run that can take one more: place of the instruction, position; how many it took lies in the next frame. */
const RUN_MORE = 3;
const EXTRA = 4;
/** A part that is tried on its own began here. */
const BARRIER = 5;
const WIDTH = 3;

/** Steps between two payments. */
const BATCH = 64;

/** Units of a text: UTF-16 where all characters are in the first plane, else code points; bytes as they are. */
export type Units = ArrayLike<number>;

/** One attempt after another to match a program (Modules/_sre/sre_lib.h). Every step is paid for. */
export class Matcher {
  /** Last closed group, then two positions for each group, then loops; -1 is unset. */
  readonly registers: Int32Array;
  private readonly rt: Runtime;
  private readonly program: Program;
  private readonly units: Units;
  private readonly end: number;
  private stack = new Int32Array(192);
  private top = 0;
  private position = 0;
  private place = 0;
  /** Positions in the stack of the barriers that are open. */
  private barriers: number[] = [];
  private steps = 0;

  constructor(rt: Runtime, program: Program, units: Units, end: number) {
    this.rt = rt;
    this.program = program;
    this.units = units;
    this.end = end;
    this.registers = new Int32Array(program.registers);
  }

  /** The end of a match that begins at `start`, or -1. `whole`: it must reach the end; `advance`: it must not be empty. */
  match(start: number, whole: boolean, advance: boolean): number {
    this.registers.fill(-1);
    this.top = 0;
    this.barriers.length = 0;
    this.place = 0;
    this.position = start;
    const { code } = this.program;
    for (;;) {
      if (++this.steps >= BATCH) this.pay();
      if (code[this.place] === Op.MATCH) {
        if (!(whole && this.position !== this.end) && !(advance && this.position === start)) return this.position;
        if (!this.retreat()) return -1;
      } else if (!this.step(code) && !this.retreat()) return -1;
    }
  }

  /** Where the first match from `start` on begins, or -1; `endOf` is its end. */
  search(start: number, advance: boolean): { start: number; end: number } | null {
    const { first } = this.program;
    for (let at = start, mustAdvance = advance; at <= this.end; at++, mustAdvance = false) {
      if (first) {
        while (at < this.end && !first(this.units[at])) {
          at++;
          mustAdvance = false;
          if (++this.steps >= BATCH) this.pay();
        }
        if (at >= this.end) return null;
      }
      const end = this.match(at, false, mustAdvance);
      if (end >= 0) return { start: at, end };
    }
    return null;
  }

  /** Pays for the steps since the last payment. */
  pay(): void {
    const { steps } = this;
    this.steps = 0;
    this.rt.charge(steps);
  }

  private push(kind: number, a: number, b: number): void {
    if (this.top + WIDTH > this.stack.length) this.growStack();
    this.stack[this.top] = kind;
    this.stack[this.top + 1] = a;
    this.stack[this.top + 2] = b;
    this.top += WIDTH;
  }

  private growStack(): void {
    this.rt.heap.reserve(this.stack.length * 8);
    const larger = new Int32Array(this.stack.length * 2);
    larger.set(this.stack);
    this.stack = larger;
  }

  private set(register: number, value: number): void {
    this.push(UNDO, register, this.registers[register]);
    this.registers[register] = value;
  }

  /** Goes back to the last choice; false when there is none. */
  private retreat(): boolean {
    const { stack } = this;
    while (this.top > 0) {
      if (++this.steps >= BATCH) this.pay();
      this.top -= WIDTH;
      const a = stack[this.top + 1];
      const b = stack[this.top + 2];
      switch (stack[this.top]) {
        case UNDO:
          this.registers[a] = b;
          break;
        case CHOICE:
          this.place = a;
          this.position = b;
          return true;
        case EXTRA:
          if (this.resumeRun(a, b)) return true;
          break;
        case BARRIER:
          this.barriers.pop();
          if (this.program.code[a + 1] !== Apart.LOOK_NOT) break;
          this.place = this.program.code[a + 2];
          this.position = b;
          return true;
      }
    }
    return false;
  }

  /** A run gives one character back, or takes one more. */
  private resumeRun(least: number, instruction: number): boolean {
    this.top -= WIDTH;
    const kind = this.stack[this.top];
    const next = this.stack[this.top + 1];
    const position = this.stack[this.top + 2];
    if (kind === RUN_BACK) {
      if (position <= least) return false;
      this.position = position - 1;
      if (this.position > least) this.pushRun(RUN_BACK, next, this.position, least, instruction);
      this.place = next;
      return true;
    }
    const { code, tests } = this.program;
    if (least >= code[instruction + 3] || position >= this.end || !tests[code[instruction + 1]](this.units[position])) return false;
    this.position = position + 1;
    this.place = next;
    this.pushRun(RUN_MORE, next, this.position, least + 1, instruction);
    return true;
  }

  private pushRun(kind: number, next: number, position: number, least: number, instruction: number): void {
    this.push(kind, next, position);
    this.push(EXTRA, least, instruction);
  }

  /** One instruction; false when it fails. */
  private step(code: readonly number[]): boolean {
    const at = this.place;
    switch (code[at]) {
      case Op.CHARACTER:
        if (this.position >= this.end || this.units[this.position] !== code[at + 1]) return false;
        return this.took(at + 2);
      case Op.TEST:
        if (this.position >= this.end || !this.program.tests[code[at + 1]](this.units[this.position])) return false;
        return this.took(at + 2);
      case Op.FOLDED:
        if (this.position >= this.end || this.program.foldings[code[at + 2]](this.units[this.position]) !== code[at + 1]) return false;
        return this.took(at + 3);
      case Op.AT:
        this.place = at + 3;
        return this.isAt(code[at + 1], code[at + 2]);
      case Op.JUMP:
        this.place = code[at + 1];
        return true;
      case Op.SPLIT:
        this.push(CHOICE, code[at + 1], this.position);
        this.place = at + 2;
        return true;
      case Op.SAVE:
        this.set(code[at + 1], this.position);
        this.place = at + 2;
        return true;
      case Op.CLOSE:
        this.set(code[at + 1], this.position);
        this.set(LAST_GROUP, code[at + 2]);
        this.place = at + 3;
        return true;
      case Op.RUN:
        return this.run(code, at);
      case Op.LOOP:
        this.set(code[at + 1], -1);
        this.set(code[at + 2], -1);
        this.place = at + 3;
        return true;
      case Op.GREEDY:
        return this.greedy(code, at);
      case Op.LAZY:
        return this.lazy(code, at);
      case Op.APART:
        return this.apart(code, at);
      case Op.APART_END:
        return this.endApart(code, at);
      case Op.REFERENCE:
        this.place = at + 3;
        return this.reference(code[at + 1], code[at + 2]);
      case Op.CONDITION:
        this.place = this.hasMatched(code[at + 1]) ? at + 3 : code[at + 2];
        return true;
      default:
        return false;
    }
  }

  private took(next: number): boolean {
    this.position++;
    this.place = next;
    return true;
  }

  private hasMatched(group: number): boolean {
    const register = FIRST_GROUP_REGISTER + 2 * (group - 1);
    return this.registers[register] >= 0 && this.registers[register + 1] >= 0;
  }

  private isAt(place: number, wordTest: number): boolean {
    const { position, end, units } = this;
    switch (place) {
      case PlaceCode.beginning:
      case PlaceCode["beginning-string"]:
        return position === 0;
      case PlaceCode["beginning-line"]:
        return position === 0 || units[position - 1] === 10;
      case PlaceCode.end:
        return position === end || (position === end - 1 && units[position] === 10);
      case PlaceCode["end-line"]:
        return position === end || units[position] === 10;
      case PlaceCode["end-string"]:
        return position === end;
    }
    const isBoundary = this.isWord(position - 1, wordTest) !== this.isWord(position, wordTest);
    if (end === 0 && !this.rt.profile.library.regex.emptyHasNonBoundary) return false;
    return isBoundary === (place === PlaceCode.boundary);
  }

  private isWord(position: number, test: number): boolean {
    return position >= 0 && position < this.end && this.program.tests[test](this.units[position]);
  }

  private run(code: readonly number[], at: number): boolean {
    const test = this.program.tests[code[at + 1]];
    const min = code[at + 2];
    const mode = code[at + 4];
    const start = this.position;
    const most = mode === RunMode.LAZY ? min : code[at + 3];
    const limit = most === UNLIMITED ? this.end : Math.min(this.end, start + most);
    let position = start;
    while (position < limit && test(this.units[position])) {
      position++;
      if (++this.steps >= BATCH) this.pay();
    }
    if (position - start < min) return false;
    this.position = position;
    this.place = at + 5;
    if (mode === RunMode.LAZY) this.pushRun(RUN_MORE, at + 5, position, min, at);
    else if (mode === RunMode.GREEDY && position - start > min) this.pushRun(RUN_BACK, at + 5, position, start + min, at);
    return true;
  }

  /** MAX_UNTIL: once more as long as it goes on, then what follows. An empty turn is the last. */
  private greedy(code: readonly number[], at: number): boolean {
    const count = this.registers[code[at + 1]] + 1;
    if (count < code[at + 3]) return this.turn(code, at, count);
    const max = code[at + 4];
    this.place = at + 6;
    if ((max !== UNLIMITED && count >= max) || this.registers[code[at + 2]] === this.position) return true;
    this.push(CHOICE, at + 6, this.position);
    this.set(code[at + 2], this.position);
    return this.turn(code, at, count);
  }

  /** MIN_UNTIL: what follows first, once more only if that fails. */
  private lazy(code: readonly number[], at: number): boolean {
    const { registers } = this;
    const count = registers[code[at + 1]] + 1;
    if (count < code[at + 3]) return this.turn(code, at, count);
    const max = code[at + 4];
    const isLast = (max !== UNLIMITED && count >= max) || registers[code[at + 2]] === this.position;
    this.place = at + 6;
    if (isLast) return true;
    // What follows is tried with this turn counted; when it fails the undo frames below restore the loop.
    const { position } = this;
    this.set(code[at + 1], count);
    this.set(code[at + 2], position);
    this.push(CHOICE, code[at + 5], position);
    return true;
  }

  private turn(code: readonly number[], at: number, count: number): boolean {
    this.set(code[at + 1], count);
    this.place = code[at + 5];
    return true;
  }

  private apart(code: readonly number[], at: number): boolean {
    const start = this.position - code[at + 3];
    if (start < 0) {
      this.place = code[at + 2];
      return code[at + 1] === Apart.LOOK_NOT;
    }
    this.barriers.push(this.top);
    this.push(BARRIER, at, this.position);
    this.position = start;
    this.place = at + 4;
    return true;
  }

  /** The part has matched: its choices are given up, what it captured stays. */
  private endApart(code: readonly number[], at: number): boolean {
    const barrier = this.barriers[this.barriers.length - 1];
    const { stack } = this;
    const start = stack[barrier + 1];
    const kind = code[start + 1];
    if (kind === Apart.LOOK_NOT) {
      this.undoTo(barrier);
      this.barriers.pop();
      return false;
    }
    if (kind === Apart.LOOK) this.position = stack[barrier + 2];
    let kept = barrier;
    for (let frame = barrier + WIDTH; frame < this.top; frame += WIDTH) {
      if (++this.steps >= BATCH) this.pay();
      if (stack[frame] !== UNDO) continue;
      stack.copyWithin(kept, frame, frame + WIDTH);
      kept += WIDTH;
    }
    this.top = kept;
    this.barriers.pop();
    this.place = at + 1;
    return true;
  }

  private undoTo(barrier: number): void {
    while (this.top > barrier) {
      this.top -= WIDTH;
      if (this.stack[this.top] === UNDO) this.registers[this.stack[this.top + 1]] = this.stack[this.top + 2];
      if (++this.steps >= BATCH) this.pay();
    }
  }

  private reference(group: number, folding: number): boolean {
    if (!this.hasMatched(group)) return false;
    const register = FIRST_GROUP_REGISTER + 2 * (group - 1);
    const fold = folding < 0 ? null : this.program.foldings[folding];
    for (let i = this.registers[register]; i < this.registers[register + 1]; i++, this.position++) {
      if (++this.steps >= BATCH) this.pay();
      if (this.position >= this.end) return false;
      const here = this.units[this.position];
      if (here !== this.units[i] && !(fold && fold(here) === fold(this.units[i]))) return false;
    }
    return true;
  }
}
