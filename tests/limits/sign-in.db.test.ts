import { describe, expect, it } from "vitest";
import { DELAYS } from "../../lib/limits/delays.ts";
import { LIMITS } from "../../lib/limits/limits.ts";
import { attemptFailed, attemptSucceeded, count, openAttempt, purgeNowAndThen } from "../../lib/limits/mutations.ts";
import { note } from "../../lib/audit/mutations.ts";
import { providers, withDatabase } from "../support/database.ts";

const noon = Date.UTC(2026, 10, 28, 12);
const HOUR_MS = 3_600_000;
let people = 0;

/** An account and a network that no other test uses. */
function somebody() {
  people += 1;
  return { account: `account${people}`, network: `192.0.2.${people}` };
}

describe.each(providers)("tries to sign in on %s", (provider) => {
  const database = withDatabase(provider);

  it("of fifty at once with one address, one password is looked at", async () => {
    const one = somebody();
    const waits = await Promise.all(Array.from({ length: 50 }, () => openAttempt(one, noon)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(1);
    expect(new Set(waits)).toEqual(new Set([0, 1_000]));
  });

  it("wait longer after each failure, and not at all after a success", async () => {
    const one = somebody();
    const [first, second] = [await openAttempt(one, noon), await openAttempt(one, noon + 1_000)];
    expect([first, second, await openAttempt(one, noon + 1_000), await openAttempt(one, noon + 2_999)]).toEqual([0, 0, 2_000, 1]);
    await attemptSucceeded(one);
    expect(await openAttempt(one, noon + 2_999)).toBe(0);
  });

  it("that were refused make nobody wait longer", async () => {
    const one = somebody();
    await openAttempt(one, noon);
    for (let i = 0; i < 20; i += 1) await openAttempt(one, noon + 500);
    expect(await openAttempt(one, noon + 1_000)).toBe(0);
  });

  it("of one network wait when many of its tries failed, whatever account they name; another network does not", async () => {
    const { network } = somebody();
    for (let i = 0; i < DELAYS.network.free + 3; i += 1) await attemptFailed({ account: `victim${i}`, network }, noon);
    expect(await openAttempt({ account: "a new victim", network }, noon)).toBe(4_000);
    expect(await openAttempt({ account: "a new victim", network: "198.51.100.1" }, noon)).toBe(0);
  });

  it("a success does not clear what the network did", async () => {
    const { network, account } = somebody();
    for (let i = 0; i < DELAYS.network.free + 1; i += 1) await attemptFailed({ account: `other${i}`, network }, noon);
    await attemptSucceeded({ account, network });
    expect(await openAttempt({ account, network }, noon)).toBe(1_000);
  });

  it("old rows are deleted, at most once an hour, and what still limits somebody stays", async () => {
    const later = noon + 48 * HOUR_MS;
    const one = somebody();
    await openAttempt(one, later - 25 * HOUR_MS);
    await openAttempt({ ...one, account: "fresh" }, later - HOUR_MS);
    await count("search", "long ago", noon);
    await count("flag", "a user", later);
    await note({ name: "authz_fail", actorId: null, target: null, detail: {} }, noon);
    expect(await Promise.all([purgeNowAndThen(later), purgeNowAndThen(later), purgeNowAndThen(later)])).toEqual(expect.arrayContaining([true, false, false]));
    expect((await database.client.signInDelay.findMany({ select: { key: true } })).map(({ key }) => key)).toEqual(["account:fresh"]);
    expect((await database.client.rateLimit.findMany({ select: { key: true }, orderBy: { key: "asc" } })).map(({ key }) => key)).toEqual(["audit", "flag:a user", "purge"]);
    expect(await purgeNowAndThen(later + HOUR_MS)).toBe(true);
  });
});

describe.each(providers)("a limit that is exceeded on %s", (provider) => {
  const database = withDatabase(provider);
  const entries = () => database.client.auditEntry.findMany({ where: { name: "excess_rate_limit_exceeded" }, orderBy: { seq: "asc" }, select: { actorId: true, detail: true, requestId: true } });

  it("is noted once in each window, with whose it is and the request's id", async () => {
    const { most, perMs } = LIMITS["second factor"];
    await Promise.all(Array.from({ length: most + 5 }, () => count("second factor", "user-one", noon, "a request")));
    expect(await entries()).toEqual([{ actorId: "user-one", detail: '{"limit":"second factor"}', requestId: "a request" }]);
    for (let i = 0; i < most + 5; i += 1) await count("second factor", "user-one", noon + perMs);
    expect(await entries()).toHaveLength(2);
  });

  it("of a network is noted without the network's address", async () => {
    for (let i = 0; i <= LIMITS["sign-up per network"].most; i += 1) await count("sign-up per network", "192.0.2.200", noon);
    const last = (await entries()).at(-1);
    expect(last).toMatchObject({ actorId: null });
    expect(last?.detail).toContain('"limit":"sign-up per network"');
    expect(JSON.stringify(await entries())).not.toContain("192.0.2");
  });
});
