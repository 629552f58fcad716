import type { Role } from "../../lib/auth/user.ts";

/** Roles as they are shown. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = { LEARNER: "Learner", AUTHOR: "Author", ADMIN: "Admin" };

/** The same in a sentence: `an author`. */
export const ROLE_IN_SENTENCE: Readonly<Record<Role, string>> = { LEARNER: "a learner", AUTHOR: "an author", ADMIN: "an admin" };

const DAY_MS = 24 * 60 * 60_000;

/** An instant's day in a zone, as `28 Nov 2026`. */
export const dayOf = (instant: number, timeZone: string): string => new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "short", year: "numeric" }).format(instant);

/** A study day, counted from 1970-01-01: a date of its own, whatever the zone. */
export const studyDayText = (day: number): string => dayOf(day * DAY_MS, "UTC");
