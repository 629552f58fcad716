import { z } from "zod";

const hour = z.coerce.number("Choose an hour.").int("Choose an hour.").min(0, "Choose an hour.").max(23, "Choose an hour.");

export const reminderSchema = z.strictObject({ hour, quietFrom: hour, quietUntil: hour });

export const stopTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
