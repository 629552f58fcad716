import { Secret, TOTP } from "otpauth";
import { describe, expect, it, vi } from "vitest";
import { findSessionUser } from "../../../lib/auth/data.ts";
import { createUser } from "../../../lib/auth/mutations.ts";
import { countRecoveryCodes, findFactor, findPendingUser } from "../../../lib/auth/second-factor/data.ts";
import { beginFactor, confirmFactor, removeFactor, replaceRecoveryCodes } from "../../../lib/auth/second-factor/mutations.ts";
import { hashOfRecoveryCode, newRecoveryCodes } from "../../../lib/auth/second-factor/recovery-codes.ts";
import { seal } from "../../../lib/auth/second-factor/seal.ts";
import { newSecret, stepAt } from "../../../lib/auth/second-factor/totp.ts";
import { takeCode } from "../../../lib/auth/second-factor/verify.ts";
import type { UserId } from "../../../lib/auth/user.ts";
import { providers, withDatabase } from "../../support/database.ts";

const server = "a secret of this test, long enough to be taken";
vi.stubEnv("NEXTAUTH_SECRET", server);

const noon = Date.UTC(2026, 10, 28, 12);
const later = noon + 10 * 60_000;

const codeAt = (secret: string, now: number): string => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now });

interface Member {
  readonly id: UserId;
  readonly secret: string;
  readonly codes: readonly string[];
}

let people = 0;

async function newMember(): Promise<UserId> {
  people += 1;
  const made = await createUser({ email: `member${people}@example.org`, name: null, passwordHash: "hash" }, noon);
  const user = made && (await findSessionUser(made.id, 0));
  if (!user) throw new Error("no account");
  return user.id;
}

/** An account with a second factor that was confirmed at noon. */
async function memberWithFactor(): Promise<Member> {
  const id = await newMember();
  const [secret, codes] = [newSecret(), newRecoveryCodes()];
  const sealed = seal(secret, id, server);
  await beginFactor(id, sealed);
  await confirmFactor(id, sealed, stepAt(noon), codes.map((code) => hashOfRecoveryCode(id, code)), noon);
  return { id, secret, codes };
}

const passed = { status: "passed", since: noon };
const wrong = { status: "wrong" };

describe.each(providers)("the second factor on %s", (provider) => {
  const database = withDatabase(provider);

  it("is not on before a first code has confirmed it", async () => {
    const id = await newMember();
    await beginFactor(id, seal(newSecret(), id, server));
    expect(await findSessionUser(id, 0)).toMatchObject({ hasSecondFactor: false });
    expect(await takeCode(id, "123456", noon)).toEqual(wrong);
  });

  it("once on, a session that has not passed it counts for nothing, and one that has does", async () => {
    const { id } = await memberWithFactor();
    expect(await findSessionUser(id, 0)).toBeNull();
    expect(await findSessionUser(id, 0, noon - 1)).toBeNull();
    expect(await findPendingUser(id, 0, null)).toMatchObject({ pendingId: id });
    expect(await findSessionUser(id, 0, noon)).toMatchObject({ id, hasSecondFactor: true });
    expect(await findPendingUser(id, 0, noon)).toBeNull();
    expect(await findPendingUser(id, 1, null)).toBeNull();
  });

  it("set up anew, does not let in sessions that passed the one before", async () => {
    const { id } = await memberWithFactor();
    await removeFactor(id, id, later);
    const sealed = seal(newSecret(), id, server);
    await beginFactor(id, sealed);
    await confirmFactor(id, sealed, stepAt(later), [], later);
    expect(await findSessionUser(id, 0, noon)).toBeNull();
    expect(await findSessionUser(id, 0, later)).not.toBeNull();
  });

  it("is not replaced by beginning again, nor confirmed for a secret that was replaced meanwhile", async () => {
    const { id } = await memberWithFactor();
    expect(await beginFactor(id, "v1.other")).toBe(false);
    const beginner = await newMember();
    await beginFactor(beginner, "v1.first");
    await beginFactor(beginner, "v1.second");
    expect(await confirmFactor(beginner, "v1.first", 1, [], noon)).toBe(false);
    expect(await findFactor(beginner)).toEqual({ sealed: "v1.second", since: null, lastStep: null });
  });

  it("stores neither the secret nor the recovery codes as they are", async () => {
    const { id, secret, codes } = await memberWithFactor();
    const row = await database.client.user.findUniqueOrThrow({ where: { id }, include: { recoveryCodes: true } });
    const stored = JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    expect(stored).not.toContain(secret);
    for (const code of codes) for (const form of [code, code.replaceAll("-", "")]) expect(stored).not.toContain(form);
  });

  it("takes a code once, of twenty who send it at once one", async () => {
    const { id, secret } = await memberWithFactor();
    const code = codeAt(secret, later);
    const tries = await Promise.all(Array.from({ length: 20 }, () => takeCode(id, code, later)));
    expect(tries.filter(({ status }) => status === "passed")).toEqual([passed]);
    expect(await takeCode(id, code, later + 29_000)).toEqual(wrong);
    expect(await takeCode(id, codeAt(secret, later - 30_000), later)).toEqual(wrong);
    expect(await takeCode(id, codeAt(secret, later + 60_000), later + 60_000)).toEqual(passed);
  });

  it("does not take the code again that confirmed it", async () => {
    const { id, secret } = await memberWithFactor();
    expect(await takeCode(id, codeAt(secret, noon), noon)).toEqual(wrong);
  });

  it("takes each recovery code once, of twenty who send it at once one", async () => {
    const { id, codes } = await memberWithFactor();
    const [first = ""] = codes;
    const tries = await Promise.all(Array.from({ length: 20 }, () => takeCode(id, first, later)));
    expect(tries.filter(({ status }) => status === "passed")).toEqual([passed]);
    for (const code of codes.slice(1)) {
      expect(await takeCode(id, code, later)).toEqual(passed);
      expect(await takeCode(id, code, later)).toEqual(wrong);
    }
    expect(await countRecoveryCodes(id)).toBe(0);
  });

  it("does not take a recovery code of somebody else", async () => {
    const [mine, other] = [await memberWithFactor(), await memberWithFactor()];
    expect(await takeCode(mine.id, other.codes[0] ?? "", later)).toEqual(wrong);
    expect(await countRecoveryCodes(other.id)).toBe(10);
  });

  it("with new recovery codes takes the old ones no more", async () => {
    const { id, codes } = await memberWithFactor();
    const fresh = newRecoveryCodes();
    expect(await replaceRecoveryCodes(id, fresh.map((code) => hashOfRecoveryCode(id, code)), later)).toBe(true);
    expect(await takeCode(id, codes[0] ?? "", later)).toEqual(wrong);
    expect(await takeCode(id, fresh[0] ?? "", later)).toEqual(passed);
  });

  it("gives no recovery codes to an account that has none", async () => {
    const id = await newMember();
    expect(await replaceRecoveryCodes(id, ["hash"], later)).toBe(false);
    expect(await countRecoveryCodes(id)).toBe(0);
  });

  it("switched off, leaves nothing behind, and the password alone signs in", async () => {
    const { id, codes } = await memberWithFactor();
    expect(await removeFactor(id, id, later)).toBe(true);
    expect(await removeFactor(id, id, later)).toBe(false);
    expect(await findFactor(id)).toBeNull();
    expect(await findSessionUser(id, 0)).toMatchObject({ hasSecondFactor: false });
    expect(await takeCode(id, codes[0] ?? "", later)).toEqual(wrong);
  });

  it("that was stored under another server secret is said to be so, and a recovery code still helps", async () => {
    const id = await newMember();
    const [secret, codes] = [newSecret(), newRecoveryCodes()];
    const sealed = seal(secret, id, "the secret that this server had before, also long");
    await beginFactor(id, sealed);
    await confirmFactor(id, sealed, 1, codes.map((code) => hashOfRecoveryCode(id, code)), noon);
    expect(await takeCode(id, codeAt(secret, later), later)).toEqual({ status: "unreadable" });
    expect(await takeCode(id, codes[3] ?? "", later)).toEqual(passed);
  });

  it("notes when it is switched on and off, when a recovery code was used, and no code itself", async () => {
    const { id, codes } = await memberWithFactor();
    await takeCode(id, codes[0] ?? "", later);
    await removeFactor(id, null, later);
    const entries = await database.client.auditEntry.findMany({ where: { target: `user:${id}` }, orderBy: { seq: "asc" } });
    expect(entries.map(({ name, actorId, detail }) => [name, actorId, JSON.parse(detail)])).toEqual([
      ["authn_second_factor_change", id, { to: "on" }],
      ["authn_second_factor_change", id, { to: "recovery code used" }],
      ["authn_second_factor_change", null, { to: "off" }],
    ]);
  });
});
