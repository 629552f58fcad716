import "server-only";
import { noteIn } from "../audit/mutations.ts";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import { isUniqueViolation } from "../db/faults.ts";
import { NEWS } from "./data.ts";
import type { NewFlag, Resolve } from "./schema.ts";

/** Stores a flag; `reporterId` is null for a visitor. The same flag again changes nothing; `conflict` is another one under the same id. */
export async function storeFlag(flag: NewFlag, reporterId: UserId | null, now: number): Promise<"stored" | "conflict"> {
  const flags = (await db()).cardFlag;
  try {
    await flags.create({ data: { ...flag, reporterId, createdAt: BigInt(now) }, select: { id: true } });
    return "stored";
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const same = await flags.count({ where: { ...flag, reporterId } });
    return same === 1 ? "stored" : "conflict";
  }
}

/** Decides an open flag, or replies to its reader, and notes it, both or neither. False when it is not open (any more): nothing changed. */
export async function resolveFlag({ id, decision, word }: Resolve, by: UserId, now: number, requestId: string | null): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    // The update is the test: of two at once the second finds it decided.
    const { count } = await tx.cardFlag.updateMany({
      where: { id, status: "OPEN" },
      // Either is news to the reader, also to one who has read an earlier reply.
      data: { toldAt: null, ...(decision === "reply" ? { reply: word, repliedAt: BigInt(now), repliedById: by } : { status: decision === "accept" ? "ACCEPTED" : "DISMISSED", resolvedAt: BigInt(now), resolvedById: by, resolution: word }) },
    });
    if (count !== 1) return false;
    const { cardId } = await tx.cardFlag.findUniqueOrThrow({ where: { id }, select: { cardId: true } });
    await noteIn(tx, decision === "reply" ? { name: "flag_reply", actorId: by, target: `card:${cardId}`, detail: { flag: id } } : { name: "flag_resolve", actorId: by, target: `card:${cardId}`, detail: { flag: id, decision } }, now, requestId);
    return true;
  });
}

/** Notes that the user has read what became of these flags of theirs; others' flags, and open ones that nobody replied to, stay as they are. */
export async function markTold(userId: UserId, ids: readonly string[], now: number): Promise<void> {
  await (await db()).cardFlag.updateMany({ where: { id: { in: [...ids] }, reporterId: userId, toldAt: null, ...NEWS() }, data: { toldAt: BigInt(now) } });
}
