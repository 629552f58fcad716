import "server-only";
import { db } from "../db/client.ts";
import { type Decision, decide, LIMITS, type LimitName } from "./limits.ts";

/**
 * Counts one deed against a limit, for all processes that share the database. `subject` says who: a user's id, a network.
 * Nothing is counted when it is refused. `now` in UTC ms.
 */
export async function count(name: LimitName, subject: string, now: number): Promise<Decision> {
  const key = `${name}:${subject}`;
  return (await db()).$transaction(async (tx) => {
    // Writes first, so that whoever else spends from this key waits here and reads what this one stores.
    const { arrival } = await tx.rateLimit.upsert({ where: { key }, create: { key, arrival: BigInt(now) }, update: { arrival: { increment: 0 } } });
    const decision = decide(LIMITS[name], Number(arrival), now);
    if (decision.allowed) await tx.rateLimit.update({ where: { key }, data: { arrival: BigInt(decision.arrival) } });
    return decision;
  });
}
