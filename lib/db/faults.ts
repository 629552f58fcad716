import { Prisma } from "./generated/sqlite/client.ts";

const codeOf = (error: unknown): string | undefined =>
  error instanceof Prisma.PrismaClientKnownRequestError ? error.code : undefined;

/** Whether a row with the same unique key was there already (P2002). Both databases' clients throw the same class. */
export const isUniqueViolation = (error: unknown): boolean => codeOf(error) === "P2002";

/** What the databases themselves say when they have no room: SQLite's result code, PostgreSQL's classes 53 and 57 (SQLSTATE). */
const NO_ROOM = /^(SQLITE_FULL|53\d\d\d|57P0\d)$/;

/** The database's own code of an error that Prisma has none for. */
function originalCodeOf(error: unknown): string {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return "";
  const { driverAdapterError } = (error.meta ?? {}) as { driverAdapterError?: { cause?: { originalCode?: unknown } } };
  return String(driverAdapterError?.cause?.originalCode ?? "");
}

/** What pg-pool throws when no connection came free in time, or the server did not answer: plain errors, which Prisma passes on. */
const NO_CONNECTION = /^(timeout exceeded when trying to connect|Connection terminated due to connection timeout)$/;

/**
 * Whether the database could not take the request just now: locked, pool exhausted, deadlock, unreachable, disk full.
 * Nothing was written; the answer is 503 with Retry-After.
 */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  return (code !== undefined && ["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2034"].includes(code)) || NO_ROOM.test(originalCodeOf(error)) || (error instanceof Error && NO_CONNECTION.test(error.message));
}

/** Whether two transactions were in each other's way and this one was taken back whole (P2034): trying again may do. */
export const isWriteConflict = (error: unknown): boolean => codeOf(error) === "P2034";
