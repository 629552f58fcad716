import { describe, expect, it } from "vitest";
import { hashOfToken } from "../../../lib/auth/claim-token.ts";
import { findCredentials, findSessionUser } from "../../../lib/auth/data.ts";
import { createUser } from "../../../lib/auth/mutations.ts";
import { findResetState } from "../../../lib/auth/recovery/data.ts";
import { issueReset, redeemReset } from "../../../lib/auth/recovery/mutations.ts";
import { newResetToken, resetLink } from "../../../lib/auth/recovery/token.ts";
import { beginFactor, confirmFactor } from "../../../lib/auth/second-factor/mutations.ts";
import { providers, withDatabase } from "../../support/database.ts";

const noon = Date.UTC(2026, 10, 28, 12);
const minute = 60_000;

let people = 0;

async function newMember(): Promise<{ readonly id: string; readonly email: string }> {
  people += 1;
  const email = `member${people}@example.org`;
  const user = await createUser({ email, name: null, passwordHash: "old" }, noon);
  if (user === null) throw new Error("no account");
  return { id: user.id, email };
}

/** A link that was asked for by mail; gives what is stored of it. */
async function newLink(userId: string, at = noon): Promise<string> {
  const { hash } = newResetToken();
  await issueReset(userId, hash, { by: "mail" }, at);
  return hash;
}

const passwordOf = async (email: string): Promise<string | null | undefined> => (await findCredentials(email))?.passwordHash;

describe.each(providers)("a link that sets a new password, on %s", (provider) => {
  const database = withDatabase(provider);

  it("works once, of twenty who send its form at once for one", async () => {
    const { id, email } = await newMember();
    const link = await newLink(id);
    const tries = await Promise.all(Array.from({ length: 20 }, (_, i) => redeemReset(link, `new${i}`, noon)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await passwordOf(email)).toBe(`new${tries.indexOf(true)}`);
    expect((await findCredentials(email))?.sessionVersion).toBe(1);
    expect(await findResetState(link, noon)).toBe("used");
  });

  it("changes nothing by being looked at", async () => {
    const { id, email } = await newMember();
    const link = await newLink(id);
    for (let i = 0; i < 3; i += 1) expect(await findResetState(link, noon)).toBe("open");
    expect(await passwordOf(email)).toBe("old");
    expect(await redeemReset(link, "new", noon)).toBe(true);
  });

  it("is valid for thirty minutes, and not a moment longer", async () => {
    const { id, email } = await newMember();
    const link = await newLink(id);
    expect(await findResetState(link, noon + 30 * minute - 1)).toBe("open");
    expect(await findResetState(link, noon + 30 * minute)).toBe("expired");
    expect(await redeemReset(link, "new", noon + 30 * minute)).toBe(false);
    expect(await passwordOf(email)).toBe("old");
    expect(await redeemReset(link, "new", noon + 30 * minute - 1)).toBe(true);
  });

  it("that nobody made does nothing", async () => {
    expect(await findResetState(hashOfToken("made up"), noon)).toBe("unknown");
    expect(await redeemReset(hashOfToken("made up"), "new", noon)).toBe(false);
  });

  it("once used, voids the others of the account, and of no other account", async () => {
    const [mine, other] = [await newMember(), await newMember()];
    const [first, second] = [await newLink(mine.id), await newLink(mine.id)];
    const foreign = await newLink(other.id);
    expect(await redeemReset(second, "new", noon)).toBe(true);
    expect(await redeemReset(first, "newer", noon)).toBe(false);
    expect(await findResetState(first, noon)).toBe("used");
    expect(await findResetState(foreign, noon)).toBe("open");
    expect(await passwordOf(other.email)).toBe("old");
  });

  it("ends every session of the account", async () => {
    const { id } = await newMember();
    expect(await findSessionUser(id, 0)).not.toBeNull();
    await redeemReset(await newLink(id), "new", noon);
    expect(await findSessionUser(id, 0)).toBeNull();
  });

  it("does not get around the second factor", async () => {
    const { id } = await newMember();
    const user = await findSessionUser(id, 0);
    if (user === null) throw new Error("no session");
    await beginFactor(user.id, "v1.sealed");
    await confirmFactor(user.id, "v1.sealed", 1, ["hash"], noon);
    expect(await redeemReset(await newLink(id), "new", noon)).toBe(true);
    expect(await findSessionUser(id, 1)).toBeNull();
    expect(await findSessionUser(id, 1, noon)).toMatchObject({ hasSecondFactor: true });
    expect(await database.client.recoveryCode.count({ where: { userId: id, usedAt: null } })).toBe(1);
  });

  it("is noted when it is used, and when an admin or the command line made it; never its token", async () => {
    const { id } = await newMember();
    const { token, hash } = newResetToken();
    await newLink(id);
    await issueReset(id, hash, { by: "admin", id: "the-admin" }, noon);
    await issueReset(id, newResetToken().hash, { by: "command line" }, noon);
    await redeemReset(hash, "new", noon);
    const entries = await database.client.auditEntry.findMany({ where: { target: `user:${id}` }, orderBy: { seq: "asc" } });
    expect(entries.map(({ name, actorId, detail }) => [name, actorId, JSON.parse(detail)])).toEqual([
      ["authz_admin", "the-admin", { made: "reset link", by: "admin" }],
      ["authz_admin", null, { made: "reset link", by: "command line" }],
      ["authn_password_reset", null, {}],
    ]);
    expect(JSON.stringify(entries.map(({ detail }) => detail))).not.toContain(token);
    expect(await database.client.passwordReset.findUnique({ where: { tokenHash: token } })).toBeNull();
  });
});

describe("the link that is sent or shown", () => {
  it("leads to the configured address, keeps the way back, and carries 256 bits", () => {
    const { token, hash } = newResetToken();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(hashOfToken(token)).toBe(hash);
    expect(resetLink(token, "https://heapwise.example.org")).toBe(`https://heapwise.example.org/reset/${token}`);
    expect(resetLink(token, "https://heapwise.example.org/", "/library?q=a b")).toBe(`https://heapwise.example.org/reset/${token}?callbackUrl=%2Flibrary%3Fq%3Da+b`);
  });
});
