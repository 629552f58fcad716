import type { NextAuthOptions, Profile } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import { now } from "../clock.ts";
import { env } from "../env.ts";
import { currentUserAgent } from "../http/loaders.ts";
import { adapter } from "./adapter.ts";
import { normaliseAddress } from "./address.ts";
import { findCredentials } from "./data.ts";
import { fetchGithubProfile } from "./github.ts";
import { proveAddress } from "./mutations.ts";
import { verifyPassword } from "./password.ts";
import { safeReturnPath } from "./return-path.ts";
import { credentialsSchema } from "./schema.ts";
import { deviceOf } from "./sessions/device.ts";
import { beginSession, signOutSession } from "./sessions/mutations.ts";
import { beginSignIn } from "./sign-in-attempt.ts";

/** How long a session lasts after its last use. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

const credentials = Credentials({
  credentials: { email: {}, password: {} },
  async authorize(typed, request) {
    const parsed = credentialsSchema.safeParse({ email: typed?.email, password: typed?.password });
    if (!parsed.success) return null;
    const attempt = await beginSignIn(parsed.data.email, { get: (name) => headerOf(request?.headers, name) });
    const user = await findCredentials(parsed.data.email);
    if (!(await verifyPassword(parsed.data.password, user?.passwordHash ?? null)) || !user) {
      await attempt.failed(user?.id ?? null);
      return null;
    }
    await attempt.succeeded(user.id);
    return { id: user.id, sessionVersion: user.sessionVersion };
  },
});

/** next-auth hands the headers on as a plain object. */
function headerOf(headers: Record<string, unknown> | undefined, name: string): string | null {
  const value = headers?.[name];
  return typeof value === "string" ? value : null;
}

function github(clientId: string, clientSecret: string) {
  return GitHub({
    clientId,
    clientSecret,
    userinfo: {
      url: "https://api.github.com/user",
      async request({ tokens }) {
        if (!tokens.access_token) throw new Error("GitHub sent no access token.");
        return (await fetchGithubProfile(tokens.access_token)) as unknown as Profile;
      },
    },
  });
}

/** The address that the provider vouches for, or null. GitHub's profile holds a verified one or none (github.ts). */
export function addressProvenBy(provider: string, profile: { email?: string | null; email_verified?: unknown } | undefined): string | null {
  if (!profile?.email) return null;
  if (provider === "google" && profile.email_verified !== true) return null;
  return normaliseAddress(profile.email);
}

/** __Host- ties a cookie to this host and to https; browsers refuse it over plain http. */
function cookies(secure: boolean): NextAuthOptions["cookies"] {
  const name = (purpose: string) => `${secure ? "__Host-" : ""}heapwise.${purpose}`;
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return {
    sessionToken: { name: name("session"), options },
    callbackUrl: { name: name("return"), options },
    csrfToken: { name: name("csrf"), options },
  };
}

/** next-auth's settings. Reads the environment, opens no database. */
export function authOptions(): NextAuthOptions {
  const { NEXTAUTH_SECRET, NEXTAUTH_URL, GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET, ADMIN_EMAILS } = env();
  return {
    adapter,
    secret: NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    cookies: cookies(NEXTAUTH_URL?.startsWith("https:") ?? false),
    pages: { signIn: "/login", error: "/login" },
    providers: [
      credentials,
      ...(GITHUB_ID && GITHUB_SECRET ? [github(GITHUB_ID, GITHUB_SECRET)] : []),
      ...(GOOGLE_ID && GOOGLE_SECRET ? [Google({ clientId: GOOGLE_ID, clientSecret: GOOGLE_SECRET })] : []),
    ],
    callbacks: {
      signIn: ({ account, profile }) => account?.type !== "oauth" || addressProvenBy(account.provider, profile) !== null,
      // A new session has passed no second factor; what it claims later is only ever signed by session-cookie.ts.
      jwt: async ({ token, user }) => (user ? { uid: user.id, version: user.sessionVersion, sid: await beginSession(user.id, deviceOf(await currentUserAgent()), now()) } : token),
      session: ({ session, token }) => ({ expires: session.expires, user: { id: token.uid, sessionVersion: token.version, secondFactor: token.secondFactor ?? null, sessionId: token.sid ?? null } }),
      redirect: ({ url, baseUrl }) => `${baseUrl}${safeReturnPath(url, baseUrl)}`,
    },
    events: {
      async signOut({ token }) {
        if (token?.sid) await signOutSession(token.sid, now());
      },
      async signIn({ user, account, profile }) {
        const proven = account?.type === "oauth" ? addressProvenBy(account.provider, profile) : null;
        if (proven !== null) await proveAddress(user.id, proven, ADMIN_EMAILS, now());
      },
    },
  };
}

/** The providers beside e-mail and password that are set up, for the buttons of the sign-in page. */
export function otherProviders(): { id: "github" | "google"; name: string }[] {
  const { GITHUB_ID, GOOGLE_ID } = env();
  return [...(GITHUB_ID ? [{ id: "github", name: "GitHub" } as const] : []), ...(GOOGLE_ID ? [{ id: "google", name: "Google" } as const] : [])];
}
