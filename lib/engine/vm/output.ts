import type { Machine } from "./machine.ts";
import { RoomObject } from "./process.ts";

/** What a program writes, all its processes together, up to a limit over both streams, in characters: as on a terminal, in the order in which it is written. */
export class Output extends RoomObject {
  private readonly limit: number;
  private readonly out: string[] = [];
  private readonly error: string[] = [];
  private written = 0;

  private readonly stop: (message: string) => never;

  constructor(limit: number, stop: (message: string) => never) {
    super();
    this.limit = limit;
    this.stop = stop;
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

  /** What was written since the last call. */
  take(): { stdout: string; stderr: string } {
    const stdout = this.out.join("");
    const stderr = this.error.join("");
    this.out.length = 0;
    this.error.length = 0;
    return { stdout, stderr };
  }

  /** Keeps as much as there is room for; more than that stops the run. */
  private append(to: string[], text: string): void {
    const room = Math.max(0, this.limit - this.written);
    to.push(text.length > room ? text.slice(0, room) : text);
    this.written += text.length;
    if (this.written > this.limit) this.stop(`Stopped after ${this.limit.toLocaleString("en-US")} characters of output`);
  }
}

/** Lone surrogates have no place in UTF-8: what a program writes must not hold any (Objects/unicodeobject.c, unicode_encode_utf8). */
export function checkEncodable(vm: Machine, text: string): void {
  if (!/[\ud800-\udfff]/.test(text)) return;
  const match = /\p{Surrogate}+/u.exec(text);
  if (!match) return;
  const start = [...text.slice(0, match.index)].length;
  vm.raiseWith("UnicodeEncodeError", [vm.str("utf-8"), vm.str(text), vm.int(start), vm.int(start + match[0].length), vm.str("surrogates not allowed")]);
}
