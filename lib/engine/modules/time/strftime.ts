import { type Civil, daysFromCivil, isoWeek } from "./civil.ts";

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
export const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const two = (value: number, fill = "0") => String(value).padStart(2, fill);
const twelve = (hour: number) => hour % 12 || 12;
const week = (moment: Civil, daysSinceFirst: number) => two(Math.floor((moment.yearDay - 1 + 7 - daysSinceFirst) / 7));

/** What each letter after `%` shows, in the C locale, as the GNU C library has it. */
const directives: Readonly<Record<string, (moment: Civil) => string>> = {
  a: (m) => WEEKDAYS[m.weekday].slice(0, 3),
  A: (m) => WEEKDAYS[m.weekday],
  b: (m) => MONTHS[m.month - 1].slice(0, 3),
  h: (m) => MONTHS[m.month - 1].slice(0, 3),
  B: (m) => MONTHS[m.month - 1],
  c: (m) => strftime("%a %b %e %H:%M:%S %Y", m),
  C: (m) => two(Math.floor(m.year / 100)),
  d: (m) => two(m.day),
  D: (m) => strftime("%m/%d/%y", m),
  e: (m) => two(m.day, " "),
  F: (m) => strftime("%Y-%m-%d", m),
  g: (m) => two(isoWeek(m).year % 100),
  G: (m) => String(isoWeek(m).year),
  H: (m) => two(m.hour),
  I: (m) => two(twelve(m.hour)),
  j: (m) => String(m.yearDay).padStart(3, "0"),
  k: (m) => two(m.hour, " "),
  l: (m) => two(twelve(m.hour), " "),
  m: (m) => two(m.month),
  M: (m) => two(m.minute),
  n: () => "\n",
  p: (m) => (m.hour < 12 ? "AM" : "PM"),
  P: (m) => (m.hour < 12 ? "am" : "pm"),
  r: (m) => strftime("%I:%M:%S %p", m),
  R: (m) => strftime("%H:%M", m),
  s: (m) => String(daysFromCivil(m.year, m.month, m.day) * 86_400 + m.hour * 3600 + m.minute * 60 + m.second),
  S: (m) => two(m.second),
  t: () => "\t",
  T: (m) => strftime("%H:%M:%S", m),
  u: (m) => String(m.weekday + 1),
  U: (m) => week(m, (m.weekday + 1) % 7),
  V: (m) => two(isoWeek(m).week),
  w: (m) => String((m.weekday + 1) % 7),
  W: (m) => week(m, m.weekday),
  x: (m) => strftime("%m/%d/%y", m),
  X: (m) => strftime("%H:%M:%S", m),
  y: (m) => two(((m.year % 100) + 100) % 100),
  Y: (m) => String(m.year),
  z: () => "+0000",
  Z: () => "UTC",
  "%": () => "%",
};

/** The moment as a format says; what is no directive stays as it is. */
export function strftime(format: string, moment: Civil): string {
  return format.replace(/%([\s\S])/g, (all, letter: string) => (Object.hasOwn(directives, letter) ? directives[letter](moment) : all));
}
