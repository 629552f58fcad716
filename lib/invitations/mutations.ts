import "server-only";
import { randomUUID } from "node:crypto";
import { noteIn } from "../audit/mutations.ts";
import { type Role, roleIncludes, type UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import type { NewInvitation } from "./schema.ts";
import { INVITATION_VALID_MS } from "./token.ts";

/** Makes an invitation valid, by its token's hash, and notes it; says until when, in UTC ms. */
export async function createInvitation({ role, label }: NewInvitation, tokenHash: string, by: UserId, now: number, requestId: string | null): Promise<number> {
  const expiresAt = now + INVITATION_VALID_MS;
  const id = randomUUID();
  await (await db()).$transaction(async (tx) => {
    await tx.invitation.create({ data: { id, tokenHash, role, label, createdAt: BigInt(now), createdById: by, expiresAt: BigInt(expiresAt) }, select: { id: true } });
    await noteIn(tx, { name: "authz_admin", actorId: by, target: `invitation:${id}`, detail: { made: "invitation", role } }, now, requestId);
  });
  return expiresAt;
}

/** Makes an open invitation void and notes it; false when it is open no more. */
export async function revokeInvitation(id: string, by: UserId, now: number, requestId: string | null): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({ where: { id, usedAt: null, revokedAt: null }, data: { revokedAt: BigInt(now) } });
    if (count === 1) await noteIn(tx, { name: "authz_admin", actorId: by, target: `invitation:${id}`, detail: { revoked: "invitation" } }, now, requestId);
    return count === 1;
  });
}

/** `has-role`: the account has the role, or a higher one, and the invitation stays open. `void`: unknown, used, revoked, too old, or of somebody who is no admin any more. */
export type Accepted = { readonly status: "accepted"; readonly role: Role } | { readonly status: "has-role" } | { readonly status: "void" };

class Refused extends Error {
  readonly outcome: Extract<Accepted, { readonly status: "has-role" | "void" }>;

  constructor(status: "has-role" | "void") {
    super(status);
    this.outcome = { status };
  }
}

/** Uses an invitation up and gives its role, and notes it: all or nothing. `now` in UTC ms. */
export async function acceptInvitation(tokenHash: string, userId: UserId, now: number, requestId: string | null): Promise<Accepted> {
  try {
    return await (await db()).$transaction(async (tx): Promise<Accepted> => {
      // The update is the test: of two at once the second finds usedAt set.
      const { count } = await tx.invitation.updateMany({ where: { tokenHash, usedAt: null, revokedAt: null, expiresAt: { gt: BigInt(now) } }, data: { usedAt: BigInt(now), usedById: userId } });
      if (count !== 1) throw new Refused("void");
      const { id, role, createdById } = await tx.invitation.findUniqueOrThrow({ where: { tokenHash }, select: { id: true, role: true, createdById: true } });
      const people = await tx.user.findMany({ where: { id: { in: [userId, createdById] } }, select: { id: true, role: true } });
      const own = people.find((person) => person.id === userId)?.role;
      if (own === undefined || people.find((person) => person.id === createdById)?.role !== "ADMIN") throw new Refused("void");
      if (roleIncludes(own, role)) throw new Refused("has-role");
      await noteIn(tx, { name: "privilege_permissions_changed", actorId: userId, target: `user:${userId}`, detail: { from: own, to: role, invitation: id } }, now, requestId);
      const changed = await tx.user.updateMany({ where: { id: userId, role: own }, data: { role } });
      if (changed.count !== 1) throw new Refused("void");
      return { status: "accepted", role };
    });
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}
