import type { NameSpace, PyObject } from "./object.ts";

/** A namespace that is a dict, looked at by name. */
export class NamesOfDict implements ReadonlyMap<string, PyObject> {
  private readonly space: NameSpace;

  constructor(space: NameSpace) {
    this.space = space;
  }

  get(name: string): PyObject | undefined {
    return this.space.peekName(name) ?? undefined;
  }

  has(name: string): boolean {
    return this.space.peekName(name) !== null;
  }

  get size(): number {
    return [...this.space.pairs()].length;
  }

  entries(): MapIterator<[string, PyObject]> {
    return this.space.pairs();
  }

  *keys(): MapIterator<string> {
    for (const [name] of this.space.pairs()) yield name;
  }

  *values(): MapIterator<PyObject> {
    for (const [, value] of this.space.pairs()) yield value;
  }

  forEach(use: (value: PyObject, name: string, map: ReadonlyMap<string, PyObject>) => void): void {
    for (const [name, value] of this.space.pairs()) use(value, name, this);
  }

  [Symbol.iterator](): MapIterator<[string, PyObject]> {
    return this.space.pairs();
  }
}
