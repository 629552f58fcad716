import "server-only";
import { hashOfToken } from "../auth/claim-token.ts";
import { requireRole } from "../auth/loaders.ts";
import type { Role } from "../auth/user.ts";
import { now } from "../clock.ts";
import { findInvitation, type InvitationRow, type InvitationState, listInvitations } from "./data.ts";
import { tokenSchema } from "./schema.ts";

/** The newest invitations. For admins. */
export async function loadInvitations(): Promise<InvitationRow[]> {
  await requireRole("ADMIN", "/studio/people");
  return listInvitations(now());
}

/** How the invitation with this token stands; null where there is none. For whoever has the link. */
export async function loadInvitation(token: string): Promise<{ readonly role: Role; readonly state: InvitationState } | null> {
  return tokenSchema.safeParse(token).success ? findInvitation(hashOfToken(token), now()) : null;
}
