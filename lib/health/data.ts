import "server-only";
import { db } from "../db/client.ts";

/** Whether the database answers a small query within the time. Never throws. */
export async function databaseAnswers(withinMs: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs);
  });
  const asked = db()
    .then((client) => client.adminClaim.findFirst({ select: { id: true } }))
    .then(() => true)
    // Whatever the reason, the answer is that it does not; the request that needed it reports why.
    .catch(() => false);
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
