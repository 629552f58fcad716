import { describe, expect, it } from "vitest";
import { adapter } from "../../lib/auth/adapter.ts";
import { hashOfToken } from "../../lib/auth/claim-token.ts";
import { adminExists, findCredentials, findSessionUser } from "../../lib/auth/data.ts";
import { claimAdmin, createUser, issueAdminClaim, linkAccount, proveAddress, replacePassword } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { providers, withDatabase } from "../support/database.ts";

const noon = Date.UTC(2026, 10, 22, 12);
const day = 24 * 60 * 60 * 1000;

/** Signs up and gives the id as the session gate does. */
async function member(email: string, passwordHash: string | null = "hash"): Promise<UserId> {
  const user = await createUser({ email, name: null, passwordHash }, noon);
  if (user === null) throw new Error(`${email} is taken`);
  const session = await findSessionUser(user.id, user.sessionVersion);
  if (session === null) throw new Error(`${email} has no session`);
  return session.id;
}

describe.each(providers)("accounts on %s", (provider) => {
  const database = withDatabase(provider);

  it("start as a learner with six new cards a day and a day that begins at four", async () => {
    const id = await member("new@example.org");
    expect(await findSessionUser(id, 0)).toEqual({
      id, email: "new@example.org", name: null, role: "LEARNER", waitingRole: null, hasSecondFactor: false, hasPassword: true, createdAt: noon,
      timeZone: "UTC", rolloverHour: 4, newPerDay: 6, reviewsPerDay: 60, targetVersion: "3.14",
    });
  });

  it("ten sign-ups at once with one address make one account, and the first password stays", async () => {
    const tries = await Promise.all(Array.from({ length: 10 }, (_, i) => createUser({ email: "twice@example.org", name: null, passwordHash: `hash${i}` }, noon)));
    const [winner, ...more] = tries.filter((user) => user !== null);
    expect(more).toEqual([]);
    expect(await database.client.user.count({ where: { email: "twice@example.org" } })).toBe(1);
    const place = tries.findIndex((user) => user !== null);
    expect(await findCredentials("twice@example.org")).toMatchObject({ id: winner?.id, passwordHash: `hash${place}` });
  });

  it("a change of password ends the sessions that were open", async () => {
    const id = await member("change@example.org", "old");
    expect(await replacePassword(id, "old", "new", 1)).toBe(true);
    expect(await findSessionUser(id, 0)).toBeNull();
    expect(await findSessionUser(id, 1)).toMatchObject({ email: "change@example.org" });
  });

  it("of two changes of a password at once one wins", async () => {
    const id = await member("race@example.org", "old");
    const won = await Promise.all([replacePassword(id, "old", "first", 1), replacePassword(id, "old", "second", 1)]);
    expect(won.toSorted()).toEqual([false, true]);
  });

  it("a session of somebody who is gone counts for nothing", async () => {
    const id = await member("gone@example.org");
    await database.client.user.delete({ where: { id } });
    expect(await findSessionUser(id, 0)).toBeNull();
  });

  it("signing in elsewhere makes an account without a password, and finds it again by identity", async () => {
    const made = await adapter.createUser?.({ email: "Octo@Example.org", name: "Octo", image: null, emailVerified: null, sessionVersion: 0 });
    expect(made).toMatchObject({ email: "octo@example.org", sessionVersion: 0 });
    await linkAccount(made?.id ?? "", "github", "7", noon);
    expect(await adapter.getUserByAccount?.({ provider: "github", providerAccountId: "7" })).toMatchObject({ id: made?.id });
    expect(await adapter.getUserByAccount?.({ provider: "google", providerAccountId: "7" })).toBeNull();
    expect(await findCredentials("octo@example.org")).toMatchObject({ passwordHash: null });
  });

  it("an address in ADMIN_EMAILS makes an admin only when it was proven", async () => {
    const admins = ["boss@example.org"];
    const id = await member("boss@example.org");
    await proveAddress(id, "other@example.org", ["other@example.org", ...admins], noon);
    expect(await findSessionUser(id, 0)).toMatchObject({ role: "LEARNER" });
    await proveAddress(id, "boss@example.org", admins, noon);
    expect(await findSessionUser(id, 0)).toMatchObject({ role: "ADMIN" });
    expect(await database.client.user.findUnique({ where: { id }, select: { emailVerified: true } })).toEqual({ emailVerified: BigInt(noon) });
  });
});

describe.each(providers)("the first admin on %s", (provider) => {
  const database = withDatabase(provider);
  const admins = () => database.client.user.count({ where: { role: "ADMIN" } });

  it("is nobody who merely signs up, not even the first", async () => {
    await Promise.all(Array.from({ length: 5 }, (_, i) => member(`early${i}@example.org`)));
    expect(await adminExists()).toBe(false);
  });

  it("needs the newest link: an older, a foreign and an outdated one do nothing", async () => {
    const id = await member("late@example.org");
    expect(await claimAdmin(id, hashOfToken("never issued"), noon)).toBe(false);
    expect(await issueAdminClaim(hashOfToken("old"), noon, day)).toBe(true);
    expect(await issueAdminClaim(hashOfToken("new"), noon, day)).toBe(true);
    expect(await claimAdmin(id, hashOfToken("old"), noon)).toBe(false);
    expect(await claimAdmin(id, hashOfToken("new"), noon + day)).toBe(false);
    expect(await admins()).toBe(0);
  });

  it("is one, when twenty people who sign up open the link at once", async () => {
    const token = hashOfToken("shared");
    await issueAdminClaim(token, noon, day);
    const claims = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => claimAdmin(await member(`crowd${i}@example.org`), token, noon)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await admins()).toBe(1);
  });

  it("gets no link beside them: with an admin there, a start issues none and the used one stays used", async () => {
    expect(await admins()).toBe(1);
    expect(await issueAdminClaim(hashOfToken("another"), noon, day)).toBe(false);
    expect(await claimAdmin(await member("second@example.org"), hashOfToken("another"), noon)).toBe(false);
    expect(await claimAdmin(await member("third@example.org"), hashOfToken("shared"), noon)).toBe(false);
  });

  it("can be made anew by a link when the last admin is gone", async () => {
    await database.client.user.updateMany({ where: { role: "ADMIN" }, data: { role: "LEARNER" } });
    expect(await issueAdminClaim(hashOfToken("fresh"), noon, day)).toBe(true);
    expect(await claimAdmin(await member("heir@example.org"), hashOfToken("fresh"), noon)).toBe(true);
    expect(await admins()).toBe(1);
  });

  it("is one, when starts and claims run against each other", async () => {
    await database.client.user.updateMany({ data: { role: "LEARNER" } });
    await issueAdminClaim(hashOfToken("a"), noon, day);
    const ids = await Promise.all(Array.from({ length: 10 }, (_, i) => member(`racer${i}@example.org`)));
    const tokens = ["a", "b", "c"].map(hashOfToken);
    await Promise.all(ids.flatMap((id, i) => [issueAdminClaim(tokens[i % 3] ?? "", noon, day), ...tokens.map((token) => claimAdmin(id, token, noon))]));
    expect(await admins()).toBeLessThanOrEqual(1);
  });
});
