import { z } from "zod";
import { isTimeZone } from "../scheduling/study-day.ts";
import { normaliseAddress } from "./address.ts";
import { longestPassword, passwordProblem } from "./password.ts";

/** An address of mail, normalised. */
export const address = z.string("Type your e-mail address.").transform((text, context) => {
  const normalised = normaliseAddress(text);
  if (normalised !== null) return normalised;
  context.addIssue({ code: "custom", message: "This is not an e-mail address." });
  return z.NEVER;
});

/** A password that may be chosen. */
export const newPassword = z.string("Choose a password.").superRefine((text, context) => {
  const problem = passwordProblem(text);
  if (problem !== null) context.addIssue({ code: "custom", message: problem });
});

/** A password to compare with: only its length is limited, to what could have been stored (a character has up to two UTF-16 units). */
const knownPassword = z.string("Type your password.").min(1, "Type your password.").max(2 * longestPassword, "This is not the password.");

export const signUpSchema = z.object({
  email: address,
  password: newPassword,
  name: z.string().trim().max(80, "Use at most 80 characters.").regex(/^[^\p{Cc}]*$/u, "A name is one line.").transform((text) => text || null).nullish(),
  timeZone: z.string().refine(isTimeZone, "This time zone is not known.").nullish(),
});

export const credentialsSchema = z.object({ email: address, password: knownPassword });

/** What a session cookie says. It is signed, but maybe by an older Heapwise that said something else. */
export const sessionClaimsSchema = z.object({ id: z.string().min(1), sessionVersion: z.number().int(), secondFactor: z.number().int().nullish().transform((since) => since ?? null), sessionId: z.uuid().nullish().transform((id) => id ?? null) });

export const changePasswordSchema = z.object({ current: knownPassword, next: newPassword });

export const claimSchema = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/, "This is not a link that Heapwise printed.") });

/** What a form shows: per field the first problem. */
export type Problems = Record<string, string>;

/** The first problem of each field. */
export function problemsOf(error: z.ZodError): Problems {
  const problems: Problems = {};
  for (const issue of error.issues) problems[issue.path.join(".")] ??= issue.message;
  return problems;
}
