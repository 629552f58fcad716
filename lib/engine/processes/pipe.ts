import type { Machine } from "../vm/machine.ts";
import { RoomObject } from "../vm/process.ts";
import { WaitingLine } from "./queue.ts";

/** What a pipe holds (Linux: 16 pages). */
const CAPACITY = 65_536;
/** What is written in one piece or not at all (POSIX). */
const PIPE_BUF = 4_096;

/** Bytes on their way from those who write to those who read. */
class Pipe extends RoomObject {
  private readonly chunks: { readonly bytes: Uint8Array; readonly sentAt: number }[] = [];
  private offset = 0;
  size = 0;
  writers = 0;
  readers = 0;
  readonly readable = new WaitingLine();
  readonly writable = new WaitingLine();

  /** How many of the bytes were taken; null while there is no room. */
  write(vm: Machine, bytes: Uint8Array): number | null {
    const room = CAPACITY - this.size;
    if (bytes.length === 0) return 0;
    if (room === 0 || (bytes.length <= PIPE_BUF && bytes.length > room)) return null;
    const taken = bytes.slice(0, room);
    this.chunks.push({ bytes: taken, sentAt: vm.threads.now() });
    this.size += taken.length;
    this.readable.wake(vm);
    return taken.length;
  }

  /** At most so many bytes, none at the end; null while nothing is there. */
  read(vm: Machine, most: number): Uint8Array | null {
    if (this.size === 0) return this.writers === 0 || most === 0 ? new Uint8Array(0) : null;
    const parts: Uint8Array = new Uint8Array(Math.min(most, this.size));
    for (let at = 0; at < parts.length; ) {
      const [{ bytes, sentAt }] = this.chunks;
      vm.threads.notBefore(sentAt);
      const part = bytes.subarray(this.offset, this.offset + parts.length - at);
      parts.set(part, at);
      at += part.length;
      this.offset += part.length;
      if (this.offset < bytes.length) continue;
      this.chunks.shift();
      this.offset = 0;
    }
    this.size -= parts.length;
    this.writable.wake(vm);
    return parts;
  }

  get isReadable(): boolean {
    return this.size > 0 || this.writers === 0;
  }
}

/** An open end, which several processes may hold (struct file of Linux). */
export class OpenEnd extends RoomObject {
  readonly in: Pipe | null;
  readonly out: Pipe | null;
  private holders = 0;

  constructor(input: Pipe | null, output: Pipe | null) {
    super();
    this.in = input;
    this.out = output;
    if (input) input.readers++;
    if (output) output.writers++;
  }

  hold(): void {
    this.holders++;
  }

  /** One holder less; with the last one the end is closed, which the others see. */
  letGo(vm: Machine): void {
    if (--this.holders > 0) return;
    if (this.in) {
      this.in.readers--;
      this.in.writable.wake(vm);
    }
    if (this.out) {
      this.out.writers--;
      this.out.readable.wake(vm);
    }
  }
}

/** A pipe: what is read from, and what is written to. */
export function makePipe(): [OpenEnd, OpenEnd] {
  const pipe = new Pipe();
  return [new OpenEnd(pipe, null), new OpenEnd(null, pipe)];
}

/** Two ends that can both be read from and written to. */
export function makeSocketPair(): [OpenEnd, OpenEnd] {
  const there = new Pipe();
  const back = new Pipe();
  return [new OpenEnd(back, there), new OpenEnd(there, back)];
}

/** The open files of a process, by number. */
export class FileTable extends RoomObject {
  private readonly ends = new Map<number, OpenEnd>();

  /** The lowest free number (POSIX). */
  add(end: OpenEnd): number {
    let number = 3;
    while (this.ends.has(number)) number++;
    end.hold();
    this.ends.set(number, end);
    return number;
  }

  get(number: number): OpenEnd | null {
    return this.ends.get(number) ?? null;
  }

  /** False when no such file is open. */
  close(vm: Machine, number: number): boolean {
    const end = this.ends.get(number);
    this.ends.delete(number);
    end?.letGo(vm);
    return end !== undefined;
  }

  closeAll(vm: Machine): void {
    for (const number of [...this.ends.keys()]) this.close(vm, number);
  }

  /** The same files, open in another process too. */
  inherited(): FileTable {
    const table = new FileTable();
    for (const [number, end] of this.ends) {
      end.hold();
      table.ends.set(number, end);
    }
    return table;
  }
}
