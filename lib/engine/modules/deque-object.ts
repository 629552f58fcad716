import { PyObject, release, type Visit } from "../core/object.ts";
import type { PyType } from "../core/type.ts";
import { MOVED_PER_STEP } from "../types/list-items.ts";

/** Bytes of one block of 64 places (Modules/_collectionsmodule.c). */
const BLOCK_BYTES = 528;
/** Items of a block, the place of the first item of a deque that grows from the middle, and the bits that number the places. */
const BLOCK_ITEMS = 64;
const MIDDLE = 32;
const IN_BLOCK = 63;

/** A queue with two ends. Differs: two arrays instead of a chain of blocks. */
export class PyDeque extends PyObject {
  /** The first items, the very first one last. */
  private front: PyObject[] = [];
  private back: PyObject[] = [];
  /** Where in its block the first item would lie. */
  private leftIndex = MIDDLE;
  /** The most items it keeps, or null. */
  maxlen: number | null = null;
  /** Changes with every change of length, so that iterators notice. */
  state = 0;

  constructor(type: PyType) {
    super(type, type.basicSize + BLOCK_BYTES);
  }

  get length(): number {
    return this.front.length + this.back.length;
  }

  /** All items in one array, to be read and changed. */
  get items(): PyObject[] {
    if (this.front.length === 0) return this.back;
    this.type.rt.charge(this.length >> MOVED_PER_STEP);
    this.back = this.front.reverse().concat(this.back);
    this.front = [];
    return this.back;
  }

  set items(items: PyObject[]) {
    this.front = [];
    this.back = items;
  }

  peekAt(position: number): PyObject {
    const { front } = this;
    return position < front.length ? front[front.length - 1 - position] : this.back[position - front.length];
  }

  /** Puts an owned item in the place of another, which is handed over. */
  takeReplace(position: number, item: PyObject): PyObject {
    const { front, back } = this;
    const old = this.peekAt(position);
    if (position < front.length) front[front.length - 1 - position] = item;
    else back[position - front.length] = item;
    return old;
  }

  /** Adds at one end, taking the reference over; at `maxlen` the other end gives one up. */
  takePush(item: PyObject, left: boolean): void {
    if (left) {
      this.moveLeft(-1);
      this.front.push(item);
    } else this.back.push(item);
    this.state++;
    if (this.maxlen !== null && this.length > this.maxlen) release(this.takeEnd(!left));
    else if (this.length % 64 === 0) this.account();
  }

  /** Removes the item at one end and hands it over. There must be one. */
  takeEnd(left: boolean): PyObject {
    const end = left ? this.front : this.back;
    if (end.length === 0) this.share(left);
    const item = (left ? this.front : this.back).pop() as PyObject;
    if (this.length === 0) this.leftIndex = MIDDLE;
    else if (left) this.moveLeft(1);
    return item;
  }

  /** The first item lies so many places further on in its block, or in the next. */
  moveLeft(by: number): void {
    this.leftIndex = (this.leftIndex + by) & IN_BLOCK;
  }

  /** An empty deque that is about to be filled begins at an end of its block (deque_extend, deque_extendleft). */
  beginAtEnd(left: boolean): void {
    if (this.length === 0) this.leftIndex = left ? IN_BLOCK : 1;
  }

  /** The item at one end goes to the other: the last becomes the first, or the other way round. */
  takeTurn(forwards: boolean): void {
    const item = this.takeEnd(!forwards);
    if (forwards) this.moveLeft(-1);
    (forwards ? this.front : this.back).push(item);
  }

  /** One end is used up: it gets half of what the other has, so that items are moved a few times at most. */
  private share(left: boolean): void {
    const all = left ? this.back : this.front;
    this.type.rt.charge(all.length >> MOVED_PER_STEP);
    const moved = all.slice(0, Math.ceil(all.length / 2)).reverse();
    const kept = all.slice(moved.length);
    this.front = left ? moved : kept;
    this.back = left ? kept : moved;
  }

  /** The structure and the blocks that the items lie in (deque_sizeof). */
  get bytes(): number {
    return this.type.basicSize + BLOCK_BYTES * Math.max(1, Math.ceil((this.leftIndex + this.length) / BLOCK_ITEMS));
  }

  account(): void {
    this.type.rt.heap.resize(this, this.bytes);
  }

  override edges(visit: Visit): void {
    for (let i = this.front.length - 1; i >= 0; i--) visit(this.front[i]);
    for (const item of this.back) visit(item);
  }

  override clear(): void {
    const { items } = this;
    this.items = [];
    this.leftIndex = MIDDLE;
    this.state++;
    for (const item of items) release(item);
  }
}
