import { beforeEach, describe, expect, test, vi } from "vitest";
import { createUser } from "../../lib/auth/mutations.ts";
import { authOptions } from "../../lib/auth/options.ts";
import * as passwords from "../../lib/auth/password.ts";
import { secondsToWait } from "../../lib/auth/sign-in-wait.ts";
import { DELAYS } from "../../lib/limits/delays.ts";
import { providers, withDatabase } from "../support/database.ts";
import { stopClock } from "../support/server.ts";


const clock = stopClock(Date.UTC(2026, 10, 28, 12));

type Authorize = (typed: Record<string, string>, request: { headers: Record<string, string> }) => Promise<{ id: string } | null>;

/** Signs in as next-auth does it: "in", "refused", or the seconds to wait. */
async function signIn(email: string, password: string, peer = "192.0.2.1", headers: Record<string, string> = {}): Promise<"in" | "refused" | number> {
  const credentials = authOptions().providers.find(({ id }) => id === "credentials") as unknown as { options: { authorize: Authorize } };
  try {
    return (await credentials.options.authorize({ email, password }, { headers: { "x-heapwise-peer": peer, ...headers } })) === null ? "refused" : "in";
  } catch (error) {
    return secondsToWait(`http://localhost/api/auth/error?error=${(error as Error).message}`) ?? Promise.reject(error);
  }
}

describe.each(providers)("signing in on %s", (provider) => {
  const database = withDatabase(provider);
  let verify = vi.mocked(passwords.verifyPassword);
  let people = 0;

  beforeEach(() => {
    // The real one takes a quarter of a second of every core; tests/auth/password.test.ts shows that it works as hard for nobody as for somebody.
    verify = vi.spyOn(passwords, "verifyPassword").mockImplementation(async (password, stored) => stored === `hash of ${password}`);
  });

  async function member(): Promise<string> {
    people += 1;
    const email = `member${people}@example.org`;
    await createUser({ email, name: null, passwordHash: "hash of the right password" }, clock.now);
    return email;
  }

  test("with a wrong password, and with an address that nobody has, is refused after the same work and the same waits", async () => {
    const tries = async (email: string) => {
      const seen: unknown[] = [];
      for (const wait of [0, 1, 2_000]) {
        clock.now += wait;
        verify.mockClear();
        seen.push([await signIn(email, "a wrong password"), verify.mock.calls.length]);
      }
      return seen;
    };
    const known = await tries(await member());
    expect(await tries("nobody@example.org")).toEqual(known);
    expect(known).toEqual([["refused", 1], [1, 0], ["refused", 1]]);
  });

  test("while it is delayed does not look at the password, not even at the right one; then it does, and the failures are forgotten", async () => {
    const email = await member();
    await signIn(email, "a wrong password");
    clock.now += 1_000;
    await signIn(email, "a wrong password");
    expect(await signIn(email, "the right password")).toBe(2);
    clock.now += 2_000;
    expect(await signIn(email, "the right password")).toBe("in");
    expect(await signIn(email, "a wrong password")).toBe("refused");
    expect(await signIn(email, "a wrong password")).toBe(1);
  });

  test("of ten tries at once lets one be looked at", async () => {
    const email = await member();
    verify.mockClear();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => signIn(email, "a wrong password")));
    expect(outcomes.filter((one) => one === "refused")).toHaveLength(1);
    expect(verify).toHaveBeenCalledTimes(1);
  });

  test("with many addresses from one network is delayed, and a forged X-Forwarded-For changes nothing", async () => {
    const outcomes: unknown[] = [];
    for (let i = 0; i < DELAYS.network.free + 2; i += 1) outcomes.push(await signIn(`guess${i}@example.org`, "a wrong password", "192.0.2.66", { "x-forwarded-for": `1.2.3.${i}` }));
    expect(outcomes.slice(-2)).toEqual(["refused", 1]);
    expect(await signIn(await member(), "the right password", "192.0.2.66")).toBe(1);
    expect(await signIn(await member(), "the right password", "192.0.2.67")).toBe("in");
  });

  test("more often than the limit of an account lets, with the right password too, has to wait", async () => {
    const email = await member();
    for (let i = 0; i < 10; i += 1) expect(await signIn(email, "the right password", `198.51.100.${i}`)).toBe("in");
    expect(await signIn(email, "the right password", "198.51.100.20")).toBeGreaterThan(60);
  });

  test("is noted, without the address or the password", async () => {
    const email = await member();
    await signIn(email, "a wrong password");
    const { id } = await database.client.user.findUniqueOrThrow({ where: { email } });
    clock.now += 1_000;
    await signIn(email, "the right password");
    const entries = await database.client.auditEntry.findMany({ where: { OR: [{ actorId: id }, { target: `user:${id}` }] }, orderBy: { seq: "asc" } });
    expect(entries.map(({ name }) => name)).toEqual(["authn_login_fail", "authn_login_success"]);
    const all = JSON.stringify((await database.client.auditEntry.findMany()).map(({ detail, target }) => [detail, target]));
    for (const word of [email, "password", "192.0.2"]) expect(all).not.toContain(word);
  });
});
