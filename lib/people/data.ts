import "server-only";
import { db } from "../db/client.ts";
import type { Person } from "./types.ts";

export const PEOPLE_A_PAGE = 50;

/** People whose address or name holds the text, by address. `page` counts from 0; one more than a page tells that another follows. */
export async function listPeople(search: string, page: number): Promise<{ readonly people: Person[]; readonly more: boolean }> {
  const text = search.trim().toLowerCase();
  // Wildcards of LIKE are escaped differently on the two databases: an address with one is found by the part before it.
  const part = text.split(/[\\%_]/)[0] ?? "";
  const client = await db();
  const rows = await client.user.findMany({
    where: text === "" ? {} : { OR: [{ email: { contains: part } }, { name: { contains: search.trim().split(/[\\%_]/)[0] ?? "" } }] },
    select: { id: true, email: true, name: true, role: true, createdAt: true, totpSince: true },
    orderBy: { email: "asc" },
    skip: page * PEOPLE_A_PAGE,
    take: PEOPLE_A_PAGE + 1,
  });
  const shown = rows.slice(0, PEOPLE_A_PAGE);
  const last = await client.reviewEvent.groupBy({ by: ["userId"], where: { userId: { in: shown.map((row) => row.id) } }, _max: { receivedAt: true } });
  const lastOf = new Map(last.map((row) => [row.userId, row._max.receivedAt]));
  return {
    people: shown.map(({ createdAt, totpSince, ...row }) => {
      const at = lastOf.get(row.id) ?? null;
      return { ...row, joinedAt: Number(createdAt), lastAnswerAt: at === null ? null : Number(at), secondFactor: totpSince !== null };
    }),
    more: rows.length > PEOPLE_A_PAGE,
  };
}

/** The addresses of some users, for pages that only have their ids; who is gone is left out. */
export async function addressesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await (await db()).user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, email: true } });
  return new Map(rows.map((row) => [row.id, row.email]));
}
