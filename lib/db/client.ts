import { AsyncLocalStorage } from "node:async_hooks";
import { env } from "../env.ts";
import { PrismaClient } from "./generated/sqlite/client.ts";

/** The client, or a transaction of it: what functions take that work inside and outside a transaction. */
export type Database = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;
export type { PrismaClient };

export type ConnectOptions = {
  /** PostgreSQL: connections at most. */
  pool?: number;
  /** SQLite: how long to try again while another process writes, in milliseconds. Requests give up early, scripts wait. */
  patienceMs?: number;
};

const transactionOptions = { maxWait: 10_000, timeout: 5_000 };
const requestPatienceMs = 250;

const isPostgres = (url: string): boolean => /^postgres(ql)?:/.test(url);

/** A client of its own for `url` (a server keeps to `db()`). The database must be migrated. Connects at the first query. */
export async function connect(url: string, { pool = 10, patienceMs = requestPatienceMs }: ConnectOptions = {}): Promise<PrismaClient> {
  if (isPostgres(url)) return connectPostgres(url, pool);
  const { SerialSqlite } = await import("./serial-sqlite.ts");
  const adapter = new SerialSqlite({ url: url.replace(/\?.*$/, ""), patienceMs });
  return new PrismaClient({ adapter, transactionOptions });
}

async function connectPostgres(url: string, pool: number): Promise<PrismaClient> {
  const [{ PrismaPg }, postgres] = await Promise.all([import("@prisma/adapter-pg"), import("./generated/postgresql/client.ts")]);
  // A server that restarts drops idle connections; without a listener that ends the process.
  const onPoolError = (error: Error) => console.error(`PostgreSQL closed an idle connection: ${error.message}`);
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: pool,
      // Who waits longer for a connection is told that the server is busy.
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      statement_timeout: 10_000,
      idle_in_transaction_session_timeout: 10_000,
    },
    { onPoolError, onConnectionError: onPoolError },
  );
  // SQLite's client has the smaller types: what compiles for it exists in both.
  return new postgres.PrismaClient({ adapter, transactionOptions }) as unknown as PrismaClient;
}

// On globalThis: Next bundles this module several times, and a second client would wait for the first one's
// lock synchronously.
const kept = globalThis as unknown as { heapwiseDatabase?: Promise<PrismaClient>; heapwiseReserved?: Promise<PrismaClient>; heapwiseOnReserved?: AsyncLocalStorage<true> };

const onReserved = (): AsyncLocalStorage<true> => (kept.heapwiseOnReserved ??= new AsyncLocalStorage());

/** Connections that are kept back: enough for one answer after another, beside which others wait. */
const RESERVED = 2;

/** The one client of this process, for DATABASE_URL. */
export function db(): Promise<PrismaClient> {
  return onReserved().getStore() === true ? reservedDatabase() : (kept.heapwiseDatabase ??= connect(env().DATABASE_URL, { pool: env().DATABASE_POOL }));
}

/** SQLite has one connection, and a turnstile before it. */
function reservedDatabase(): Promise<PrismaClient> {
  return (kept.heapwiseReserved ??= isPostgres(env().DATABASE_URL) ? connect(env().DATABASE_URL, { pool: RESERVED }) : onReserved().exit(db));
}

/** Runs work on connections that are kept back for such work: when all others are in use, it still has one. For what must not wait, which is storing answers. */
export function onReservedConnections<T>(work: () => Promise<T>): Promise<T> {
  return onReserved().run(true, work);
}

/** Makes `db()` give this client, and work on reserved connections the other: for commands that connect in their own way, and for tests. */
export function provideDatabase(client: PrismaClient, reserved = client): void {
  kept.heapwiseDatabase = Promise.resolve(client);
  kept.heapwiseReserved = Promise.resolve(reserved);
}
