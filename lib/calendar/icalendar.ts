import { dayToIso, type StudyDay } from "../scheduling/study-day.ts";

/** A study day with something to do. */
export interface CalendarDay {
  readonly day: StudyDay;
  readonly due: number;
}

/** The octets that a line may have before it is folded (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/** Backslashes, commas, semicolons and line feeds of a text value (RFC 5545, 3.3.11). */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");

/** A line, folded where it has more octets than one may; never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      // The blank that continues a line counts as one of its octets.
      [part, octets] = ["", 1];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}

const dateOf = (day: StudyDay): string => dayToIso(day).replaceAll("-", "");
const stampOf = (instant: number): string => new Date(instant).toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "");

function eventOf({ day, due }: CalendarDay, host: string, now: number): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:due-${dayToIso(day)}@${host}`,
    `DTSTAMP:${stampOf(now)}`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `DTEND;VALUE=DATE:${dateOf(day + 1)}`,
    `SUMMARY:${escaped(`Heapwise: ${due} ${due === 1 ? "card" : "cards"} due`)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** The due load as an iCalendar object (RFC 5545): an all-day event for each day with cards, which blocks no time. `host` is that of the app; `now` in UTC ms. */
export function calendarOf(days: readonly CalendarDay[], host: string, now: number): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Heapwise//Due load//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "NAME:Heapwise",
    "X-WR-CALNAME:Heapwise",
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    "X-PUBLISHED-TTL:PT6H",
    ...days.filter(({ due }) => due > 0).flatMap((day) => eventOf(day, host, now)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}
