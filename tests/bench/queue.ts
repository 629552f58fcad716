// How long the database takes for the day's queue of a user with 20,000 cards and 100,000 reviews, on both databases.
//   node --conditions=react-server --import tsx tests/bench/queue.ts
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery } from "@prisma/driver-adapter-utils";
import { findSessionUser } from "../../lib/auth/data.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { connect, type PrismaClient, provideDatabase } from "../../lib/db/client.ts";
import { PrismaClient as PostgresClient } from "../../lib/db/generated/postgresql/client.ts";
import { PrismaClient as SqliteClient } from "../../lib/db/generated/sqlite/client.ts";
import { SerialSqlite } from "../../lib/db/serial-sqlite.ts";
import { migrate } from "../../lib/setup/migrations.mjs";
import { startPostgres } from "../../lib/setup/testing/postgres.mjs";
import { countLearned, countUnmet, readDay, readLoad, readNextDueDay } from "../../lib/reviews/data.ts";
import { BALANCED_DAYS } from "../../lib/scheduling/fuzz.ts";
import { learnedThatMatter } from "../../lib/scheduling/interview-date.ts";
import { readStudyPlan } from "../../lib/settings/data.ts";
import { onFreshDatabase, printRows } from "./alone.ts";
import type { Row } from "./server.ts";

const CARDS = 20_000;
const LEARNED = 19_000;
const REVIEWS = 100_000;
const TODAY = 20_700;
const PART = 10_000;
const DAY_MS = 86_400_000;
const TIMES = 40;

/** Whole numbers below a bound, for an INSERT that both databases understand. */
const numbers = (below: number): string => `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${below - 1})`;

/**
 * A library of 20,000 cards; a user who has learned 19,000 of them, a thousand overdue, and has given 100,000 answers.
 * Beside the user nine others with 2,000 cards each, so that an index is needed.
 */
async function fill(client: PrismaClient, url: string): Promise<UserId> {
  provideDatabase(client);
  const people = [];
  for (let n = 0; n < 10; n += 1) people.push((await createUser({ email: `${randomUUID()}@example.org`, name: null, passwordHash: null }, 0))?.id ?? "");
  const me = await findSessionUser(people[0] ?? "", 0);
  if (me === null) throw new Error("There is no such user.");
  const run = (statement: string) => client.$executeRawUnsafe(statement);
  await run(`${numbers(CARDS)} INSERT INTO "Card" ("id", "topic", "title", "kind", "level", "status", "origin", "searchText", "createdAt", "updatedAt") SELECT 'card-' || i, 'topic-' || (i % 16), 'card ' || i, 'recall', 1 + i % 4, 'PUBLISHED', 'DATABASE', 'card', 0, 0 FROM n`);
  await run(`INSERT INTO "CardRevision" ("id", "cardId", "number", "hash", "source", "editClass", "evidence", "createdAt") SELECT "id" || '-1', "id", 1, "id", "id", 'REPLACE', 'sourced', 0 FROM "Card"`);
  await run(`UPDATE "Card" SET "currentRevisionId" = "id" || '-1'`);
  for (const [person, userId] of people.entries()) {
    const learned = person === 0 ? LEARNED : 2_000;
    await run(`${numbers(learned)} INSERT INTO "CardState" ("userId", "cardId", "repetitions", "easiness", "interval", "dueDay", "lastEventId", "lapses", "status", "introducedDay", "reviewedDay", "answeredDay", "lastGrade") SELECT '${userId}', 'card-' || i, 3, 250, 15, ${TODAY - 20} + (i * 7919) % 400, 'event', 0, 'active', ${TODAY - 700}, ${TODAY - 40} + (i * 7919) % 39, ${TODAY - 40} + (i * 7919) % 39, 4 FROM n`);
    // In parts: a statement may take ten seconds.
    for (let part = 0; part < (person === 0 ? REVIEWS : 10_000) / PART; part += 1) await run(`${numbers(PART)} INSERT INTO "ReviewEvent" ("id", "userId", "cardId", "revisionId", "kind", "grade", "answeredAt", "receivedAt", "studyDay", "zone", "rollover", "scheduler", "bodyHash") SELECT 'event-${part}-' || i, '${userId}', 'card-' || ((${part * PART} + i) % ${learned}), 'card-' || ((${part * PART} + i) % ${learned}) || '-1', 'review', 4, (${TODAY - 700} + i % 690) * CAST(${DAY_MS} AS BIGINT), 0, ${TODAY - 700} + i % 690, 'UTC', 4, 'sm2-p/1', '' FROM n`);
  }
  // As the database does by itself after so many rows.
  await run(url.startsWith("postgres") ? "VACUUM ANALYZE" : "ANALYZE");
  return me.id;
}

/** When the driver was asked and when it answered, in ms, for each call of one course. Calls that are made at once wait for each other: what counts is the time in which any was open. */
type Course = { readonly from: number; readonly to: number }[];

/** A client that writes down how long its driver takes: what Prisma makes of the rows is not the database's time. */
async function watchedClient(url: string, course: { now: Course }): Promise<PrismaClient> {
  const postgres = url.startsWith("postgres");
  const factory: SqlDriverAdapterFactory = postgres ? new PrismaPg({ connectionString: url }) : new SerialSqlite({ url, patienceMs: 30_000 });
  const connectWatched = async (): Promise<SqlDriverAdapter> => {
    const driver = await factory.connect();
    const query = driver.queryRaw.bind(driver);
    driver.queryRaw = async (asked: SqlQuery) => {
      const started = performance.now();
      const result = await query(asked);
      course.now.push({ from: started, to: performance.now() });
      return result;
    };
    return driver;
  };
  const adapter: SqlDriverAdapterFactory = { provider: factory.provider, adapterName: factory.adapterName, connect: connectWatched };
  return postgres ? (new PostgresClient({ adapter }) as unknown as PrismaClient) : new SqliteClient({ adapter });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const rank = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;

/** The time in which at least one call was open. */
function openFor(course: Course): number {
  let until = 0;
  return sum([...course].sort((a, b) => a.from - b.from).map(({ from, to }) => {
    const more = Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
    return more;
  }));
}

/** All that the database is asked for the queue, as the page asks it, in 40 courses; the best of them is what is left when other work on the machine does not count. */
async function timed(what: string, course: { now: Course }, parts: readonly (() => Promise<unknown>)[]): Promise<Row> {
  const courses: Course[] = [];
  for (let time = 0; time <= TIMES; time += 1) {
    course.now = [];
    for (const part of parts) await part();
    if (time > 0) courses.push(course.now);
  }
  const times = courses.map(openFor);
  return { what, figure: `best ${rank(times, 0).toFixed(1)} ms, median ${rank(times, 0.5).toFixed(1)} ms of database time in ${courses[0]?.length ?? 0} queries` };
}

/** The queue's database time on one database. */
export async function queueRows(name: string, url: string): Promise<Row[]> {
  const filling = await connect(url, { patienceMs: 30_000 });
  const userId = await fill(filling, url);
  const [states, events] = [await filling.cardState.count({ where: { userId } }), await filling.reviewEvent.count({ where: { userId } })];
  await filling.$disconnect();
  const course = { now: [] };
  const client = await watchedClient(url, course);
  provideDatabase(client);
  const queue = [() => readDay(userId, TODAY, 60, null), () => readLoad(userId, TODAY, BALANCED_DAYS), () => readNextDueDay(userId, TODAY, null), () => readStudyPlan(userId)];
  const pass = { firstDay: TODAY - 1, interviewDay: TODAY + 6 };
  const inPass = [() => countLearned(userId, learnedThatMatter(60)), () => countUnmet(userId), () => readDay(userId, TODAY, 60, pass), () => readLoad(userId, TODAY, BALANCED_DAYS), () => readNextDueDay(userId, TODAY, pass), () => readStudyPlan(userId)];
  const rows = [
    await timed(`${name}: the day's queue; ${states} cards learned, ${events} answers`, course, queue),
    await timed(`${name}: the same in the last pass before an interview`, course, inPass),
  ];
  await client.$disconnect();
  return rows;
}

if (process.argv[1] === import.meta.filename) {
  const sqlite = await onFreshDatabase((url) => queueRows("SQLite", url));
  const server = await startPostgres();
  await migrate(server.url);
  printRows([...sqlite, ...(await queueRows("PostgreSQL", server.url))]);
  await server.stop();
}
