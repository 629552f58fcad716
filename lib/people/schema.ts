import { z } from "zod";

export const ROLES = ["LEARNER", "AUTHOR", "ADMIN"] as const;

/** A change of role. `from` is the role that the admin saw: one that was changed meanwhile is not overwritten. */
export const roleSchema = z.strictObject({ userId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "is not the id of a person"), from: z.enum(ROLES), to: z.enum(ROLES) });
export type RoleChange = z.infer<typeof roleSchema>;

/** The id of a person, as an address may hold it. */
export const personIdSchema = roleSchema.shape.userId;
