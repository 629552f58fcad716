import "server-only";
import { foldForSearch } from "../content/fold.ts";
import { type Database, db } from "../db/client.ts";
import type { PeoplePage, Person } from "./types.ts";

const PAGE = 50;
export const SEARCH_AT_MOST = 200;
/** Rows that a search reads at once, and in all before it gives a page that may be short. */
const CHUNK = 1_000;
const SCAN_AT_MOST = 20_000;

interface Row {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
}

/**
 * People by address or name, newest account first; `after` is the last one of the page before. Each word of `search` must
 * be in the address or the name. Compared here: neither database folds accents, and LIKE has its own idea of % and _.
 */
export async function listPeople(search: string, after: string | null): Promise<PeoplePage> {
  const words = foldForSearch(search.slice(0, SEARCH_AT_MOST)).split(" ").filter((word) => word !== "");
  const database = await db();
  const found: string[] = [];
  let cursor = after;
  let read = 0;
  while (found.length <= PAGE && read < SCAN_AT_MOST) {
    const rows = await readChunk(database, cursor, words.length === 0 ? PAGE + 1 : CHUNK);
    read += rows.length;
    found.push(...rows.filter((row) => fits(row, words)).map(({ id }) => id));
    cursor = rows.at(-1)?.id ?? null;
    if (rows.length < (words.length === 0 ? PAGE + 1 : CHUNK)) {
      cursor = null;
      break;
    }
  }
  const shown = found.slice(0, PAGE);
  return { people: await readPeople(database, shown), next: found.length > PAGE ? (shown.at(-1) ?? null) : cursor };
}

function readChunk(database: Database, after: string | null, take: number): Promise<Row[]> {
  return database.user.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }], ...(after === null ? {} : { cursor: { id: after }, skip: 1 }), take, select: { id: true, email: true, name: true } });
}

function fits({ email, name }: Row, words: readonly string[]): boolean {
  const text = foldForSearch(`${email} ${name ?? ""}`);
  return words.every((word) => text.includes(word));
}

async function readPeople(database: Database, ids: readonly string[]): Promise<Person[]> {
  const rows = await database.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, email: true, name: true, role: true, createdAt: true, totpSince: true } });
  const days = await database.cardState.groupBy({ by: ["userId"], where: { userId: { in: [...ids] } }, _max: { answeredDay: true } });
  const lastDay = new Map(days.map(({ userId, _max }) => [userId, _max.answeredDay]));
  const people = new Map(rows.map(({ totpSince, createdAt, ...row }) => [row.id, { ...row, createdAt: Number(createdAt), lastAnswerDay: lastDay.get(row.id) ?? null, hasSecondFactor: totpSince !== null }]));
  return ids.flatMap((id) => people.get(id) ?? []);
}

/** Addresses by id, of those that still have an account. */
export async function readAddresses(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await (await db()).user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, email: true } });
  return new Map(rows.map(({ id, email }) => [id, email]));
}

/** The id of whoever has this address, or null. */
export async function findPersonId(email: string): Promise<string | null> {
  return (await (await db()).user.findUnique({ where: { email }, select: { id: true } }))?.id ?? null;
}
