import "server-only";
import { onReservedConnections } from "../db/client.ts";
import { isUnavailable } from "../db/faults.ts";
import { AppError } from "../errors.ts";

/** What to tell a client when the database could not take the request just now; null for every other error. */
export function busyErrorOf(error: unknown): AppError | null {
  return isUnavailable(error) ? new AppError("unavailable", "The server is busy just now. Nothing was changed; try again in a moment.", { cause: error, retryAfterSeconds: 2 }) : null;
}

/** Does the work of a request that must not wait while others use all connections to the database. */
export const withoutWaiting = <T>(work: () => Promise<T>): Promise<T> => onReservedConnections(work);
