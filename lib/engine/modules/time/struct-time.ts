import type { PyObject } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { structSequence, takeStruct } from "../../types/struct-sequence.ts";
import { PyTuple } from "../../types/tuple.ts";
import type { Civil } from "./civil.ts";

const SHOWN = 9;

/** `time.struct_time`: nine fields, and two more that have names only. */
export const structTime = structSequence("time", "struct_time", [
  "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff",
], SHOWN, true);

export function takeTime(rt: Runtime, moment: Civil): PyObject {
  const { year, month, day, hour, minute, second, weekday, yearDay } = moment;
  const numbers = [year, month, day, hour, minute, second, weekday, yearDay, 0].map((value) => rt.int(value));
  return takeStruct(rt, structTime, [...numbers, rt.str("UTC"), rt.int(0)]);
}

const BOUNDS: readonly (readonly [text: string, index: number, low: number, high: number])[] = [
  ["month out of range", 1, 0, 12],
  ["day of month out of range", 2, 0, 31],
  ["hour out of range", 3, 0, 23],
  ["minute out of range", 4, 0, 59],
  ["seconds out of range", 5, 0, 61],
  ["day of year out of range", 7, 0, 366],
];

/** Nine numbers of a tuple or a struct_time (gettmarg). */
export function readNumbers(rt: Runtime, object: PyObject, where: string): number[] {
  if (!(object instanceof PyTuple)) return rt.raise("TypeError", "Tuple or struct_time argument required");
  if (object.items.length !== SHOWN) rt.raise("TypeError", `${where}(): illegal time tuple argument`);
  return object.items.map((item) => Number(rt.index(item)));
}

/** The moment that a tuple of nine numbers describes, checked as strftime checks it (checktm). */
export function readTime(rt: Runtime, object: PyObject, where: string): Civil {
  const numbers = readNumbers(rt, object, where);
  for (const [text, index, low, high] of BOUNDS) if (numbers[index] < low || numbers[index] > high) rt.raise("ValueError", text);
  if (numbers[6] < -1) rt.raise("ValueError", "day of week out of range");
  const [year, month, day, hour, minute, second, weekday, yearDay] = numbers;
  return { year, month: month || 1, day: day || 1, hour, minute, second, weekday: (weekday + 7) % 7, yearDay: yearDay || 1 };
}
