import { z } from "zod";

/** How long a token may be valid, in days. */
export const TOKEN_DAYS = [30, 90, 365] as const;

export const TOKENS_AT_MOST = 10;

export const newTokenSchema = z.strictObject({
  name: z.string("Give the token a name.").trim().min(1, "Give the token a name.").max(60, "Use at most 60 characters.").regex(/^[^\p{Cc}]*$/u, "A name is one line."),
  days: z.coerce.number().refine((days) => TOKEN_DAYS.some((one) => one === days), "Choose one of the times listed."),
});

export const tokenIdSchema = z.uuid();
