import { z } from "zod";
import { dayFromIso } from "../scheduling/study-day.ts";
import { CATCH_UP_DAYS } from "./pace.ts";

export const BREAKS_AT_MOST = 20;
const BREAK_DAYS_AT_MOST = 366;

const day = z.string("Choose a date.").transform((text, context) => {
  try {
    return dayFromIso(text);
  } catch {
    context.addIssue({ code: "custom", message: "Choose a date." });
    return z.NEVER;
  }
});

/** A break as the form sends it: dates, both included. */
export const breakSchema = z
  .strictObject({ from: day, until: day })
  .refine(({ from, until }) => until >= from, { path: ["until"], message: "The last day is before the first." })
  .refine(({ from, until }) => until - from < BREAK_DAYS_AT_MOST, { path: ["until"], message: "A break is a year at most." });

export const breakIdSchema = z.uuid();

/** Weekdays to rest on, 0 for Monday. Not all seven: that is a break. */
export const restDaysSchema = z
  .array(z.coerce.number().int().min(0).max(6))
  .max(6, "Seven rest days a week are a break: set one below.")
  .transform((days) => [...new Set(days)].reduce((bits, one) => bits | (1 << one), 0));

export const catchUpSchema = z.strictObject({ days: z.coerce.number().refine((days) => CATCH_UP_DAYS.some((one) => one === days), "Choose one of the ways offered.") });
