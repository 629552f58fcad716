import { z } from "zod";

/** A change of somebody's role. */
export const roleSchema = z.strictObject({ userId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "must be the id of a user"), role: z.enum(["LEARNER", "AUTHOR", "ADMIN"], "must be a role") });
