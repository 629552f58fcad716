import { setTimeout as sleep } from "node:timers/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { DriverAdapterError, type SqlDriverAdapter, type SqlQuery, type Transaction } from "@prisma/driver-adapter-utils";
import { Turnstile } from "./turnstile.ts";

export type SerialSqliteOptions = {
  /** A file: URL without parameters, or a path. The file must be in WAL mode already (lib/setup/migrations.mjs). */
  url: string;
  /** How long an operation tries again while another process holds the write lock, in milliseconds. */
  patienceMs: number;
};

/** The part of better-sqlite3's connection that is used here. */
type Connection = { inTransaction: boolean; exec(sql: string): unknown; prepare(sql: string): unknown };

/**
 * better-sqlite3 waits synchronously for a lock: the whole server stands still meanwhile. So it waits hardly
 * at all, and waiting is done here, asynchronously.
 */
const busyTimeoutMs = 10;
const longestPauseMs = 40;

const alreadyBegun = { run() {} };

/**
 * Prisma's SQLite adapter with one lock around its one connection. Without it a query from elsewhere slips
 * into an interactive transaction that is open: its write is acknowledged and then undone by that
 * transaction's rollback, and everybody reads uncommitted rows. Transactions begin IMMEDIATE: with a plain
 * BEGIN a read followed by a write fails at once when another process wrote in between.
 *
 * Inside `$transaction(async (tx) => …)` only `tx` may be used: the client itself would wait for the
 * transaction's end.
 */
export class SerialSqlite extends PrismaBetterSqlite3 {
  readonly #patienceMs: number;

  constructor({ url, patienceMs }: SerialSqliteOptions) {
    super({ url, timeout: busyTimeoutMs });
    this.#patienceMs = patienceMs;
  }

  override async connect(): Promise<SqlDriverAdapter> {
    const adapter = await super.connect();
    const connection = (adapter as unknown as { client: Connection }).client;
    const turnstile = new Turnstile();
    const prepare = connection.prepare.bind(connection);
    // The adapter never gives its own mutex back when its BEGIN fails, so it must not run one that can.
    connection.prepare = (sql) => (sql === "BEGIN" ? alreadyBegun : prepare(sql));

    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => {
      const leave = await this.#patiently(turnstile, async () => void connection.exec("BEGIN IMMEDIATE"));
      try {
        return endingWith(await start(isolation), connection, leave);
      } catch (error) {
        finish(connection, leave);
        throw error;
      }
    };
    const { queryRaw, executeRaw, executeScript } = adapter;
    adapter.queryRaw = (query: SqlQuery) => this.#alone(turnstile, () => queryRaw.call(adapter, query));
    adapter.executeRaw = (query: SqlQuery) => this.#alone(turnstile, () => executeRaw.call(adapter, query));
    adapter.executeScript = (script: string) => this.#alone(turnstile, () => executeScript.call(adapter, script));
    return adapter;
  }

  async #alone<T>(turnstile: Turnstile, operation: () => Promise<T>): Promise<T> {
    let result!: T;
    const leave = await this.#patiently(turnstile, async () => {
      result = await operation();
    });
    leave();
    return result;
  }

  /** Runs the operation in its turn, again while another process holds the lock; comes back still holding the turn. */
  async #patiently(turnstile: Turnstile, operation: () => Promise<void>): Promise<() => void> {
    const deadline = performance.now() + this.#patienceMs;
    for (;;) {
      const leave = await turnstile.enter();
      try {
        await operation();
        return leave;
      } catch (error) {
        leave(); // others, readers above all, go on during the pause
        if (!isBusy(error) || performance.now() >= deadline) throw asDriverError(error);
      }
      await sleep(1 + Math.random() * longestPauseMs);
    }
  }
}

/** Makes the end of the transaction give the turn back, whatever became of its COMMIT. */
function endingWith(transaction: Transaction, connection: Connection, leave: () => void): Transaction {
  for (const end of ["commit", "rollback"] as const) {
    const original = transaction[end].bind(transaction);
    transaction[end] = () => original().finally(() => finish(connection, leave));
  }
  return transaction;
}

/** A COMMIT that failed (disk full) may leave the transaction open; the next one in must not land inside it. */
function finish(connection: Connection, leave: () => void): void {
  try {
    if (connection.inTransaction) connection.exec("ROLLBACK");
  } finally {
    leave();
  }
}

function isBusy(error: unknown): boolean {
  if (error instanceof DriverAdapterError) return error.cause.kind === "SocketTimeout";
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}

/** An error of the driver in the form that Prisma reports with a code: busy becomes P1008. */
function asDriverError(error: unknown): unknown {
  return isBusy(error) && !(error instanceof DriverAdapterError) ? new DriverAdapterError({ kind: "SocketTimeout" }) : error;
}
