import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf } from "../../lib/calendar/icalendar.ts";
import { dayFromIso } from "../../lib/scheduling/study-day.ts";

const NOW = Date.UTC(2026, 5, 15, 8, 30, 5);
const day = dayFromIso("2028-02-28");

describe("the calendar of the due load", () => {
  it("has an all-day event for each day with cards, which blocks no time (RFC 5545)", () => {
    const text = calendarOf([{ day, due: 12 }, { day: day + 1, due: 0 }, { day: day + 2, due: 1 }], "heapwise.example.org", NOW);
    const events = text.split("BEGIN:VEVENT\r\n").slice(1).map((event) => event.split("END:VEVENT")[0]?.trimEnd().split("\r\n"));
    expect(events).toEqual([
      ["UID:due-2028-02-28@heapwise.example.org", "DTSTAMP:20260615T083005Z", "DTSTART;VALUE=DATE:20280228", "DTEND;VALUE=DATE:20280229", "SUMMARY:Heapwise: 12 cards due", "TRANSP:TRANSPARENT"],
      ["UID:due-2028-03-01@heapwise.example.org", "DTSTAMP:20260615T083005Z", "DTSTART;VALUE=DATE:20280301", "DTEND;VALUE=DATE:20280302", "SUMMARY:Heapwise: 1 card due", "TRANSP:TRANSPARENT"],
    ]);
    expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")).toBe(true);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  });

  it("has no line of more than 75 octets, whatever the host is called, and unfolds to the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }).filter((host) => !/[\r\n]/.test(host)), (host) => {
        const text = calendarOf([{ day, due: 3 }], host, NOW);
        const lines = text.split("\r\n");
        expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
        expect(text.replaceAll("\r\n ", "")).toContain(`UID:due-2028-02-28@${host}\r\n`);
      }),
    );
  });
});
