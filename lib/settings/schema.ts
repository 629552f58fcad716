import { z } from "zod";
import { VERSIONS } from "../cards/versions.ts";
import { isTimeZone } from "../scheduling/study-day.ts";

const whole = (most: number, words: string) => z.coerce.number(words).int(words).min(0, words).max(most, words);

/** The study day of a user, as the form sends it. */
export const studySchema = z.object({
  timeZone: z.string("Choose a time zone.").refine(isTimeZone, "This time zone is not known."),
  rolloverHour: whole(23, "Choose an hour from 0 to 23."),
  newPerDay: whole(100, "A whole number from 0 to 100."),
  reviewsPerDay: whole(999, "A whole number from 0 to 999."),
  targetVersion: z.enum(VERSIONS, "Choose one of the versions listed."),
});
export type StudySettings = z.infer<typeof studySchema>;

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** How this browser shows the app; kept in cookies, so that a page comes in the right colours at once. */
export const deviceSchema = z.object({
  theme: z.enum(THEMES, "Choose light, dark or system."),
  singleKeys: z.enum(["on", "off"]),
});
export type DeviceSettings = z.infer<typeof deviceSchema>;
