import "server-only";
import { headers } from "next/headers";
import { env } from "../env.ts";
import { type HeaderReader, networkOf } from "./client-address.ts";

const REQUEST_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id that our server gave a request, or null where it was reached without it. */
export function requestIdOf(given: HeaderReader): string | null {
  const id = given.get("x-request-id");
  return id !== null && REQUEST_ID.test(id) ? id : null;
}

/** The address that people use, without a slash at its end. */
export const loadOrigin = (): string => new URL(env().NEXTAUTH_URL ?? "http://localhost:3000").origin;

/** The network that these headers come from, by the proxies that are set up. */
export const networkOfHeaders = (given: HeaderReader): string => networkOf(given, env().TRUSTED_PROXY_HOPS);

/** The network of the request that is being answered. */
export async function currentNetwork(): Promise<string> {
  return networkOfHeaders(await headers());
}

/** What the browser of the request that is being answered calls itself; null where it does not say, or there is none. */
export async function currentUserAgent(): Promise<string | null> {
  try {
    return (await headers()).get("user-agent");
  } catch {
    return null;
  }
}

/** The id of the request that is being answered; null where there is none, as on the command line and in tests. */
export async function currentRequestId(): Promise<string | null> {
  try {
    return requestIdOf(await headers());
  } catch {
    return null;
  }
}
