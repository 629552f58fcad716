import "server-only";
import { noteIn } from "../audit/mutations.ts";
import type { Role, UserId } from "../auth/user.ts";
import { type Database, db } from "../db/client.ts";
import type { RoleChange } from "./schema.ts";

/** How a change of role ended; all but `changed` left everything as it was. */
export type RoleChanged = "changed" | "unchanged" | "not-admin" | "no-such-person" | "other-role" | "last-admin";

/** Ends the transaction with nothing done. */
class Refused extends Error {
  readonly reason: Exclude<RoleChanged, "changed">;

  constructor(reason: Exclude<RoleChanged, "changed">) {
    super(reason);
    this.reason = reason;
  }
}

/** `from` is the role that the admin saw; null for the command line, which has no page that could be old. */
type Change = Omit<RoleChange, "from"> & { readonly from: Role | null };

/**
 * Gives somebody another role and notes it, both or neither. There is always an admin afterwards. `by` is the admin who does
 * it, and must still be one; null for the command line. `unchanged`: they have the role already.
 */
export async function changeRole(change: Change, by: UserId | null, now: number, requestId: string | null): Promise<RoleChanged> {
  try {
    await (await db()).$transaction((tx) => changeRoleIn(tx, change, by, now, requestId));
    return "changed";
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    throw error;
  }
}

async function changeRoleIn(tx: Database, { userId, from, to }: Change, by: UserId | null, now: number, requestId: string | null): Promise<void> {
  // The note comes first: its lock makes changes of roles wait for each other, so that what is read below is what holds.
  await noteIn(tx, { name: "privilege_permissions_changed", actorId: by, target: `user:${userId}`, detail: { from, to } }, now, requestId);
  const actor = by === null || (await tx.user.findFirst({ where: { id: by, role: "ADMIN" }, select: { id: true } }));
  if (actor === null) throw new Refused("not-admin");
  const { count } = await tx.user.updateMany({ where: { id: userId, role: from ?? { not: to } }, data: { role: to } });
  if (count !== 1) throw new Refused(await whyNot(tx, userId, to));
  if ((await tx.user.count({ where: { role: "ADMIN" } })) === 0) throw new Refused("last-admin");
}

async function whyNot(tx: Database, userId: string, to: Role): Promise<"no-such-person" | "unchanged" | "other-role"> {
  const person = await tx.user.findUnique({ where: { id: userId }, select: { role: true } });
  if (person === null) return "no-such-person";
  return person.role === to ? "unchanged" : "other-role";
}
