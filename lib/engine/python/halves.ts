import { Lazy } from "../lazy/lazy.ts";

/** Python halves of modules by dotted name. Texts weigh much, so modules name theirs and sources.ts is a chunk of its own. */
export const pythonHalves = new Lazy<Readonly<Record<string, string>>>("python");

export function pythonHalf(name: string): string {
  return pythonHalves.get()[name];
}
