import { PrismaPg } from "@prisma/adapter-pg";
import { DriverAdapterError, type SqlDriverAdapter, type SqlDriverAdapterFactory, type SqlQuery } from "@prisma/driver-adapter-utils";
import type { PrismaClient } from "../../lib/db/client.ts";
import { PrismaClient as PostgresClient } from "../../lib/db/generated/postgresql/client.ts";
import { PrismaClient as SqliteClient } from "../../lib/db/generated/sqlite/client.ts";
import { SerialSqlite } from "../../lib/db/serial-sqlite.ts";
import type { Provider } from "../support/database.ts";

/** How the n-th call of the driver fails: refused, broken before it was done, or done with its answer lost. */
export const FAULTS = ["busy", "connection lost before", "connection lost after", "input or output error"] as const;
export type Fault = (typeof FAULTS)[number];

/** Which call fails and how; `calls` counts, and nothing fails while `at` is 0. */
export interface Plan {
  at: number;
  fault: Fault;
  calls: number;
}

const errorOf = (fault: Fault): Error =>
  fault === "busy" ? new DriverAdapterError({ kind: "SocketTimeout" }) : fault === "input or output error" ? new Error("disk I/O error") : new DriverAdapterError({ kind: "ConnectionClosed" });

const CALLS = new Set<PropertyKey>(["queryRaw", "executeRaw"]);

function watched<Driver extends object>(driver: Driver, plan: Plan): Driver {
  return new Proxy(driver, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      const call = value.bind(target) as (...args: unknown[]) => Promise<object>;
      if (name === "startTransaction") return async (...args: unknown[]) => watched(await call(...args), plan);
      if (!CALLS.has(name)) return call;
      return (query: SqlQuery) => failing(() => call(query), () => (query.sql === "COMMIT" ? call({ ...query, sql: "ROLLBACK" }) : Promise.resolve({})), plan);
    },
  });
}

/** `abandon` is what the database does of itself with a commit that failed: it takes the transaction back. */
async function failing<T>(call: () => Promise<T>, abandon: () => Promise<unknown>, plan: Plan): Promise<T> {
  plan.calls += 1;
  if (plan.at === 0 || plan.calls !== plan.at) return call();
  await (plan.fault === "connection lost after" ? call() : abandon());
  throw errorOf(plan.fault);
}

/** A client whose driver fails as planned. */
export function failingClient(provider: Provider, url: string, plan: Plan): PrismaClient {
  const factory: SqlDriverAdapterFactory = provider === "sqlite" ? new SerialSqlite({ url, patienceMs: 250 }) : new PrismaPg({ connectionString: url });
  const adapter: SqlDriverAdapterFactory = { provider: factory.provider, adapterName: factory.adapterName, connect: async (): Promise<SqlDriverAdapter> => watched(await factory.connect(), plan) };
  return provider === "sqlite" ? new SqliteClient({ adapter }) : (new PostgresClient({ adapter }) as unknown as PrismaClient);
}
