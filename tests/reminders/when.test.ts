import { describe, expect, it } from "vitest";
import { reminderMail } from "../../lib/reminders/mail.ts";
import { isQuiet, localHour, mayRemind } from "../../lib/reminders/when.ts";

const hours = (from: number, until: number, hour = 8) => ({ hour, quietFrom: from, quietUntil: until });
const all = Array.from({ length: 24 }, (_, hour) => hour);

describe("the hours of reminders", () => {
  it("are quiet over midnight too, and not at all when both ends are one", () => {
    expect(all.filter((hour) => isQuiet(hour, hours(21, 8)))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 21, 22, 23]);
    expect(all.filter((hour) => isQuiet(hour, hours(12, 14)))).toEqual([12, 13]);
    expect(all.filter((hour) => isQuiet(hour, hours(5, 5)))).toEqual([]);
  });

  it("begin at the hour chosen and last as long as the study day, quiet ones left out", () => {
    expect(all.filter((hour) => mayRemind(hour, hours(21, 8), 4))).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    // Chosen for the quiet of the night, before the day turns at four: the mail comes after it, on that study day or the next.
    expect(all.filter((hour) => mayRemind(hour, hours(21, 1, 23), 4))).toEqual([1, 2, 3]);
    expect(all.filter((hour) => mayRemind(hour, hours(0, 0, 3), 4))).toEqual([3]);
  });

  it("are those of the user's own zone, on the day of a change of clocks too", () => {
    expect(["2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"].map((at) => localHour(Date.parse(at), "Europe/Berlin"))).toEqual([1, 3, 2, 2]);
    expect(localHour(Date.parse("2026-06-15T10:30:00Z"), "Asia/Kolkata")).toBe(16);
  });

  it("bring a mail that says what there is to do and how to end it", () => {
    const { subject, text } = reminderMail({ cards: 1, reviewLink: "https://h.example/review", stopLink: "https://h.example/reminders/x" });
    expect(subject).toBe("Heapwise: 1 card today");
    expect(text).toContain("https://h.example/review\n");
    expect(text.trimEnd().endsWith("https://h.example/reminders/x")).toBe(true);
  });
});
