import { z } from "zod";
import { longestPassword } from "../password.ts";

const typed = (missing: string) => z.string(missing).trim().min(1, missing).max(64, "This is too long for a code.");

/** What the second step of signing in takes: a code of the app, or a recovery code. */
export const codeSchema = z.strictObject({ code: typed("Type the code.") });

/** Setting up asks for the password of accounts that have one. */
export const beginSchema = z.strictObject({ password: z.string().max(2 * longestPassword, "This is not your password.").nullable() });

/** Switching off takes a code, a recovery code or the password: as typed, since a password may begin with a blank. */
export const proofSchema = z.strictObject({ proof: z.string("Type a code or your password.").min(1, "Type a code or your password.").max(2 * longestPassword, "This is neither a code nor your password.") });
