import { z } from "zod";

export const INVITED_ROLES = ["AUTHOR", "ADMIN"] as const;

/** Longest label, in characters. */
export const LABEL_AT_MOST = 80;

export const inviteSchema = z.strictObject({
  role: z.enum(INVITED_ROLES, "Choose a role."),
  label: z.string("Say whom it is for.").trim().min(1, "Say whom it is for.").max(LABEL_AT_MOST, `Use at most ${LABEL_AT_MOST} characters.`).regex(/^[^\p{Cc}\p{Surrogate}]*$/u, "Use one line."),
});
export type NewInvitation = z.infer<typeof inviteSchema>;

/** 256 bits in Base64url. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const invitationIdSchema = z.uuid();
