import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../lib/scheduling/study-day.ts";
import { INTERVIEW_DAYS_AHEAD, interviewProblem, planSchema, studySchema } from "../../lib/settings/schema.ts";

const day = { timeZone: "Europe/Berlin", rolloverHour: "4", targetVersion: "3.14" };
const plan = { scheduler: "fsrs", retention: "90", newPerDay: "6", reviewsPerDay: "60", interviewDay: "2026-12-12" };

describe("a study day", () => {
  it("is read from the texts of a form", () => {
    expect(studySchema.parse(day)).toEqual({ timeZone: "Europe/Berlin", rolloverHour: 4, targetVersion: "3.14" });
  });

  it.each([["timeZone", "+05:30"], ["timeZone", "Mars/Olympus"], ["rolloverHour", "24"], ["rolloverHour", "-1"], ["rolloverHour", "4.5"], ["targetVersion", "3.9"]])("is refused with %s %s", (field, value) => {
    const parsed = studySchema.safeParse({ ...day, [field]: value });
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
  });
});

describe("a plan", () => {
  it("is read from the texts of a form, with an interview or without", () => {
    expect(planSchema.parse(plan)).toEqual({ scheduler: "fsrs", retention: 90, newPerDay: 6, reviewsPerDay: 60, interviewDay: dayFromIso("2026-12-12") });
    expect(planSchema.parse({ ...plan, interviewDay: undefined }).interviewDay).toBeNull();
    expect(planSchema.parse({ ...plan, role: "ADMIN" })).not.toHaveProperty("role");
  });

  it.each([
    ["scheduler", "sm5"], ["scheduler", undefined], ["retention", "79"], ["retention", "98"], ["retention", "90.5"], ["newPerDay", "101"], ["newPerDay", "many"], ["newPerDay", "-1"],
    ["reviewsPerDay", "1e4"], ["reviewsPerDay", undefined], ["interviewDay", "2026-02-30"], ["interviewDay", "tomorrow"],
  ])("is refused with %s %s", (field, value) => {
    const parsed = planSchema.safeParse({ ...plan, [field]: value });
    expect(new Set(parsed.error?.issues.map((issue) => issue.path[0]))).toEqual(new Set([field]));
  });

  it("takes an interview that lies ahead, by a year at most", () => {
    expect(interviewProblem(null, 20_000)).toBeNull();
    expect(interviewProblem(20_000, 20_000)).not.toBeNull();
    expect(interviewProblem(20_001, 20_000)).toBeNull();
    expect(interviewProblem(20_001 + INTERVIEW_DAYS_AHEAD, 20_000)).not.toBeNull();
  });
});
