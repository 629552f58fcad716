import "server-only";
import { randomUUID } from "node:crypto";
import { noteIn } from "../audit/mutations.ts";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import { isUniqueViolation } from "../db/faults.ts";
import type { Settle } from "./schema.ts";

/** `moved`: the file or the library's text is not the one that was seen. `has-draft`: somebody is writing at the card. Neither changes anything. */
export type Settled = "settled" | "moved" | "has-draft";

class Refused extends Error {}

/** Settles a file that met an edit, and notes it: all or nothing. A merged text becomes the card's draft, which then goes the usual way. `now` in UTC ms. */
export async function settleUpgrade({ cardId, hash, revisionId, merged }: Settle, by: UserId, now: number): Promise<Settled> {
  try {
    await (await db()).$transaction(async (tx) => {
      const { count } = await tx.incomingFile.deleteMany({ where: { cardId, hash } });
      const known = await tx.card.updateMany({ where: { id: cardId, currentRevisionId: revisionId }, data: { importedHash: hash } });
      if (count !== 1 || known.count !== 1) throw new Refused();
      if (merged !== null) await tx.cardDraft.create({ data: { id: randomUUID(), cardId, baseRevisionId: revisionId, source: merged, authorId: by, createdAt: now, updatedAt: now }, select: { id: true } });
      await noteIn(tx, { name: "card_merge", actorId: by, target: `card:${cardId}`, detail: { file: hash, kept: merged === null ? "library" : "merged" } }, now);
    });
    return "settled";
  } catch (error) {
    if (error instanceof Refused) return "moved";
    if (isUniqueViolation(error)) return "has-draft";
    throw error;
  }
}
