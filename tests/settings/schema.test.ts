import { describe, expect, it } from "vitest";
import { studySchema } from "../../lib/settings/schema.ts";

const valid = { timeZone: "Europe/Berlin", rolloverHour: "4", newPerDay: "6", reviewsPerDay: "60", targetVersion: "3.14" };

describe("a study day", () => {
  it("is read from the texts of a form", () => {
    expect(studySchema.parse(valid)).toEqual({ timeZone: "Europe/Berlin", rolloverHour: 4, newPerDay: 6, reviewsPerDay: 60, targetVersion: "3.14" });
  });

  it.each([
    ["timeZone", "+05:30"], ["timeZone", "Mars/Olympus"], ["rolloverHour", "24"], ["rolloverHour", "-1"], ["rolloverHour", "4.5"], ["newPerDay", "101"], ["newPerDay", "many"],
    ["reviewsPerDay", "1e4"], ["reviewsPerDay", undefined], ["targetVersion", "3.9"],
  ])("is refused with %s %s", (field, value) => {
    const parsed = studySchema.safeParse({ ...valid, [field]: value });
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
  });
});
