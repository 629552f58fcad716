// Signs the session anew where a request changed what it says, as next-auth does at sign-in.
import "server-only";
import { cookies } from "next/headers";
import { decode, encode, type JWT } from "next-auth/jwt";
import { env } from "../env.ts";
import { authOptions, SESSION_SECONDS } from "./options.ts";

/**
 * Replaces this request's session cookie by one with these claims changed and a new identity; the other claims stay. Only for
 * server actions, after what the claims say was verified. Does nothing without a valid session.
 */
export async function reissueSession(change: (claims: JWT) => Partial<JWT>): Promise<void> {
  const cookie = authOptions().cookies?.sessionToken;
  const jar = await cookies();
  const secret = env().NEXTAUTH_SECRET;
  const claims = cookie && (await decode({ token: jar.get(cookie.name)?.value, secret }).catch(() => null));
  if (!claims) return;
  const token = await encode({ token: { ...claims, ...change(claims) }, secret, maxAge: SESSION_SECONDS });
  jar.set(cookie.name, token, { ...cookie.options, maxAge: SESSION_SECONDS });
}
