import type { Machine } from "./machine.ts";
import { RoomObject } from "./process.ts";

/** Characters that standard output holds back at most (io.DEFAULT_BUFFER_SIZE). */
const BUFFER = 8_192;

/** Where all processes of a run write to, up to a limit over both streams, in characters. */
export class Terminal extends RoomObject {
  private readonly limit: number;
  private readonly out: string[] = [];
  private readonly error: string[] = [];
  private written = 0;

  constructor(limit: number) {
    super();
    this.limit = limit;
  }

  write(text: string): void {
    this.append(this.out, text);
  }

  writeError(text: string): void {
    this.append(this.error, text);
  }

  /** Characters that wait to be taken, by stream. */
  lengths(): { stdout: number; stderr: number } {
    const sum = (texts: readonly string[]) => texts.reduce((total, text) => total + text.length, 0);
    return { stdout: sum(this.out), stderr: sum(this.error) };
  }

  take(): { stdout: string; stderr: string } {
    const stdout = this.out.join("");
    const stderr = this.error.join("");
    this.out.length = 0;
    this.error.length = 0;
    return { stdout, stderr };
  }

  /** How many characters there is room for. */
  get room(): number {
    return Math.max(0, this.limit - this.written);
  }

  /** Keeps as much as there is room for. */
  private append(to: string[], text: string): void {
    to.push(text.length > this.room ? text.slice(0, this.room) : text);
    this.written += text.length;
  }

  refusal(): string {
    return `Stopped after ${this.limit.toLocaleString("en-US")} characters of output`;
  }
}

/**
 * What one process writes. Standard output is a file here and no terminal: it is held back in a buffer of the process, which
 * a fork copies and a process that is killed takes with it.
 */
export class Output {
  terminal: Terminal;
  private held: string[] = [];
  private heldLength = 0;

  private readonly vm: Machine;

  constructor(vm: Machine, terminal: Terminal) {
    this.vm = vm;
    this.terminal = terminal;
  }

  write(text: string): void {
    this.held.push(text);
    this.heldLength += text.length;
    if (this.heldLength > BUFFER || this.heldLength > this.terminal.room) this.flush();
  }

  writeError(text: string): void {
    const isTooMuch = text.length > this.terminal.room - this.heldLength;
    this.terminal.writeError(text);
    if (isTooMuch) this.stop();
  }

  /** Gives what was held back to the terminal; what is more than the limit stops the run. */
  flush(): void {
    const isTooMuch = this.heldLength > this.terminal.room;
    const { held } = this;
    this.held = [];
    this.heldLength = 0;
    for (const text of held) this.terminal.write(text);
    if (isTooMuch) this.stop();
  }

  /** Characters that the program has written and nobody has taken, by stream, what is held back with them. */
  lengths(): { stdout: number; stderr: number } {
    const { stdout, stderr } = this.terminal.lengths();
    return { stdout: stdout + this.heldLength, stderr };
  }

  /** What was held back is lost. */
  discard(): void {
    this.held = [];
    this.heldLength = 0;
  }

  /** What was written since the last call. */
  take(): { stdout: string; stderr: string } {
    for (const text of this.held.splice(0)) this.terminal.write(text);
    this.heldLength = 0;
    return this.terminal.take();
  }

  private stop(): never {
    return this.vm.stop("output", this.terminal.refusal());
  }
}

/** Lone surrogates have no place in UTF-8: what a program writes must not hold any (Objects/unicodeobject.c, unicode_encode_utf8). */
export function checkEncodable(vm: Machine, text: string): void {
  const match = /\p{Surrogate}+/u.exec(text);
  if (!match) return;
  const start = [...text.slice(0, match.index)].length;
  vm.raiseWith("UnicodeEncodeError", [vm.str("utf-8"), vm.str(text), vm.int(start), vm.int(start + match[0].length), vm.str("surrogates not allowed")]);
}
