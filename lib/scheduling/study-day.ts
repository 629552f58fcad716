/**
 * A study day: the calendar date it is named after, as days since 1970-01-01. It begins when the
 * clocks of the user's zone show the rollover hour on that date. Days are counted as dates and
 * never as 86,400 s, so a change of the clocks moves no card.
 */
export type StudyDay = number;

/** A user's own day: an IANA zone name and the local hour (0 to 23) at which a new day starts. */
export interface DayRule {
  readonly zone: string;
  readonly rolloverHour: number;
}

export const DEFAULT_ROLLOVER_HOUR = 4;

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    clocks.set(zone, clock);
  }
  return clock;
}

/** Whether this machine knows the zone by an IANA name. Bare offsets such as `+05:30` are refused. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,63}$/.test(name)) return false;
  try {
    clockOf(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What the zone's clocks show at an instant, written as if it were UTC, in ms. */
function wallTime(instant: number, zone: string): number {
  const part = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of clockOf(zone).formatToParts(instant)) {
    if (type in part) part[type as keyof typeof part] = Number(value);
  }
  const seconds = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
  return seconds + (instant - Math.floor(instant / SECOND_MS) * SECOND_MS);
}

/**
 * The instant at which a zone's clocks show a wall time. One that occurs twice is the first; one
 * that is skipped moves forward by the length of the gap (Temporal's "compatible").
 */
function instantOf(wall: number, zone: string): number {
  const offsetBefore = wallTime(wall - DAY_MS, zone) - (wall - DAY_MS);
  const offsetAfter = wallTime(wall + DAY_MS, zone) - (wall + DAY_MS);
  const candidates = [wall - offsetBefore, wall - offsetAfter].filter((instant) => wallTime(instant, zone) === wall);
  return candidates.length > 0 ? Math.min(...candidates) : wall - offsetBefore;
}

/** The instant (UTC ms) at which a study day begins. */
export function dayStart(day: StudyDay, rule: DayRule): number {
  return instantOf(day * DAY_MS + rule.rolloverHour * HOUR_MS, rule.zone);
}

/** The instant (UTC ms) at which a study day is over: the start of the next. */
export function dayEnd(day: StudyDay, rule: DayRule): number {
  return dayStart(day + 1, rule);
}

/**
 * The one study day with `dayStart(day) <= instant < dayEnd(day)`. A date that the zone skipped
 * (Apia, 2011-12-30) has no instants and is never the answer.
 */
export function studyDayOf(instant: number, rule: DayRule): StudyDay {
  let day = Math.floor(wallTime(instant, rule.zone) / DAY_MS);
  while (instant < dayStart(day, rule)) day -= 1;
  while (instant >= dayEnd(day, rule)) day += 1;
  return day;
}

/** `2026-03-08` for a study day. */
export function dayToIso(day: StudyDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The study day named by `YYYY-MM-DD`; throws RangeError where there is no such date. */
export function dayFromIso(text: string): StudyDay {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 30 February for 2 March, hence the way back.
  if (Number.isNaN(instant) || dayToIso(instant / DAY_MS) !== text) {
    throw new RangeError(`"${text}" is not a calendar date. Write it as YYYY-MM-DD.`);
  }
  return instant / DAY_MS;
}
