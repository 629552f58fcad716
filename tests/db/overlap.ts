import { expect } from "vitest";
import type { PrismaClient } from "../../lib/db/client.ts";

export const user = (email: string) => ({ email, createdAt: 0n });

/** A promise and the function that fulfils it. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A plain create, acknowledged while (or after) another request's transaction is open that rolls back. Is the row there? */
export async function createDuringRollback(client: PrismaClient): Promise<boolean> {
  const begun = gate();
  const refused = client.$transaction(async (tx) => {
    await tx.user.create({ data: user("undone@example.org") });
    begun.open();
    await pause(50);
    throw new Error("refused");
  });
  await begun.opened;
  const [outcome] = await Promise.allSettled([refused, client.user.create({ data: user("kept@example.org") })]);
  expect(outcome.status).toBe("rejected");
  expect(await client.user.findUnique({ where: { email: "undone@example.org" } })).toBeNull();
  return (await client.user.findUnique({ where: { email: "kept@example.org" } })) !== null;
}
