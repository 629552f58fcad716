import "server-only";
import { noteIn } from "../../audit/mutations.ts";
import { type Database, db } from "../../db/client.ts";
import type { UserId } from "../user.ts";

/** Keeps a secret that is to be confirmed by a first code. False when the account has a second factor already. */
export async function beginFactor(id: UserId, sealed: string): Promise<boolean> {
  const { count } = await (await db()).user.updateMany({ where: { id, totpSince: null }, data: { totpSecret: sealed, totpLastStep: null } });
  return count === 1;
}

/** Switches the second factor on. False when another secret was begun meanwhile or it is on already: nothing changed. */
export async function confirmFactor(id: UserId, sealed: string, step: number, codeHashes: readonly string[], now: number): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id, totpSecret: sealed, totpSince: null }, data: { totpSince: BigInt(now), totpLastStep: step } });
    if (count !== 1) return false;
    await storeCodes(tx, id, codeHashes);
    await noteIn(tx, { name: "authn_second_factor_change", actorId: id, target: `user:${id}`, detail: { to: "on" } }, now);
    return true;
  });
}

async function storeCodes(tx: Database, userId: string, codeHashes: readonly string[]): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codeHashes.map((codeHash) => ({ userId, codeHash })) });
}

/** Takes the code of a step. The update is the test: of two at once the second finds the step taken. */
export async function takeStep(userId: string, sealed: string, step: number): Promise<boolean> {
  const { count } = await (await db()).user.updateMany({
    where: { id: userId, totpSecret: sealed, totpSince: { not: null }, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

/** Uses up a recovery code. False when it is none of the account's or was used. */
export async function takeRecoveryCode(userId: string, codeHash: string, now: number): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    const { count } = await tx.recoveryCode.updateMany({ where: { userId, codeHash, usedAt: null }, data: { usedAt: BigInt(now) } });
    if (count !== 1) return false;
    await noteIn(tx, { name: "authn_second_factor_change", actorId: userId, target: `user:${userId}`, detail: { to: "recovery code used" } }, now);
    return true;
  });
}

/** Makes the old recovery codes void and these the valid ones. False when there is no second factor. */
export async function replaceRecoveryCodes(id: UserId, codeHashes: readonly string[], now: number): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id, totpSince: { not: null } }, data: { totpLastStep: { increment: 0 } } });
    if (count !== 1) return false;
    await storeCodes(tx, id, codeHashes);
    await noteIn(tx, { name: "authn_second_factor_change", actorId: id, target: `user:${id}`, detail: { to: "new recovery codes" } }, now);
    return true;
  });
}

/** Removes the second factor and its recovery codes. `actorId` is null for the command line. False when there was none. */
export async function removeFactor(userId: string, actorId: string | null, now: number): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: userId, totpSecret: { not: null } }, data: { totpSecret: null, totpSince: null, totpLastStep: null } });
    if (count !== 1) return false;
    await tx.recoveryCode.deleteMany({ where: { userId } });
    await noteIn(tx, { name: "authn_second_factor_change", actorId, target: `user:${userId}`, detail: { to: "off" } }, now);
    return true;
  });
}
