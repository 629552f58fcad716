import "server-only";
import { noteIn } from "../../audit/mutations.ts";
import { db } from "../../db/client.ts";
import { endListedIn } from "../sessions/mutations.ts";
import { RESET_VALID_MS } from "./token.ts";

/** Who made a link: an admin, the command line, or the account's own request by mail. */
export type Issuer = { readonly by: "admin"; readonly id: string } | { readonly by: "command line" | "mail" };

/** Makes a one-time link valid, by its token's hash; says until when, in UTC ms. */
export async function issueReset(userId: string, tokenHash: string, issuer: Issuer, now: number): Promise<number> {
  const expiresAt = now + RESET_VALID_MS;
  const issuedById = issuer.by === "admin" ? issuer.id : null;
  await (await db()).$transaction(async (tx) => {
    await tx.passwordReset.create({ data: { tokenHash, userId, issuedById, createdAt: BigInt(now), expiresAt: BigInt(expiresAt) }, select: { tokenHash: true } });
    // What an account asks for itself is no deed of somebody over it, and anybody could fill the log with it.
    if (issuer.by !== "mail") await noteIn(tx, { name: "authz_admin", actorId: issuedById, target: `user:${userId}`, detail: { made: "reset link", by: issuer.by } }, now);
  });
  return expiresAt;
}

/**
 * Uses the link up and sets the password: every session ends, and the account's other open links are void. All or nothing;
 * false when the link is unknown, used or too old.
 */
export async function redeemReset(tokenHash: string, passwordHash: string, now: number): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    // The update is the test: of two at once the second finds usedAt set.
    const { count } = await tx.passwordReset.updateMany({ where: { tokenHash, usedAt: null, expiresAt: { gt: BigInt(now) } }, data: { usedAt: BigInt(now) } });
    if (count !== 1) return false;
    const { userId } = await tx.passwordReset.findUniqueOrThrow({ where: { tokenHash }, select: { userId: true } });
    await tx.user.update({ where: { id: userId }, data: { passwordHash, sessionVersion: { increment: 1 } }, select: { id: true } });
    await endListedIn(tx, userId, now);
    await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: BigInt(now) } });
    await noteIn(tx, { name: "authn_password_reset", actorId: null, target: `user:${userId}`, detail: {} }, now);
    return true;
  });
}
