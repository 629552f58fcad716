import "server-only";
import { noteIn } from "../audit/mutations.ts";
import type { UserId } from "../auth/user.ts";
import { type Database, db } from "../db/client.ts";
import type { RoleChange } from "./schema.ts";

/** How a change of role ended; all but `changed` left everything as it was. */
export type RoleChanged = "changed" | "not-admin" | "no-such-person" | "other-role" | "last-admin";

/** Ends the transaction with nothing done. */
class Refused extends Error {
  readonly reason: Exclude<RoleChanged, "changed">;

  constructor(reason: Exclude<RoleChanged, "changed">) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Gives somebody another role and notes it, both or neither. There is always an admin afterwards. The command line, which
 * has no admin to ask and no page that could be old, uses changeRole of lib/auth/recovery.
 */
export async function changeRole(change: RoleChange, by: UserId, now: number, requestId: string | null): Promise<RoleChanged> {
  try {
    await (await db()).$transaction((tx) => changeRoleIn(tx, change, by, now, requestId));
    return "changed";
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    throw error;
  }
}

async function changeRoleIn(tx: Database, { userId, from, to }: RoleChange, by: UserId, now: number, requestId: string | null): Promise<void> {
  // The note comes first: its lock makes changes of roles wait for each other, so that what is read below is what holds.
  await noteIn(tx, { name: "privilege_permissions_changed", actorId: by, target: `user:${userId}`, detail: { from, to } }, now, requestId);
  const actor = await tx.user.findFirst({ where: { id: by, role: "ADMIN" }, select: { id: true } });
  if (actor === null) throw new Refused("not-admin");
  const { count } = await tx.user.updateMany({ where: { id: userId, role: from }, data: { role: to } });
  if (count !== 1) throw new Refused((await tx.user.count({ where: { id: userId } })) === 0 ? "no-such-person" : "other-role");
  if ((await tx.user.count({ where: { role: "ADMIN" } })) === 0) throw new Refused("last-admin");
}
