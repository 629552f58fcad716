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

/** A client of its own for `url` (a server keeps to `db()`). The database must be migrated. Connects at the first query. */
export async function connect(url: string, { pool = 10, patienceMs = requestPatienceMs }: ConnectOptions = {}): Promise<PrismaClient> {
  if (/^postgres(ql)?:/.test(url)) return connectPostgres(url, pool);
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
const kept = globalThis as unknown as { heapwiseDatabase?: Promise<PrismaClient> };

/** The one client of this process, for DATABASE_URL. */
export function db(): Promise<PrismaClient> {
  kept.heapwiseDatabase ??= connect(env().DATABASE_URL, { pool: env().DATABASE_POOL });
  return kept.heapwiseDatabase;
}

/** Makes `db()` give this client: for commands that connect in their own way, and for tests. */
export function provideDatabase(client: PrismaClient): void {
  kept.heapwiseDatabase = Promise.resolve(client);
}
